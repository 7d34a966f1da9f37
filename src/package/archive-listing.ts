// SPDX-License-Identifier: MIT
import { createHash, type Hash } from 'node:crypto';
import { isOk, type Finding } from '../../common/finding.js';
import { printable } from '../../common/render/printable.js';
import { applyRules } from '../../common/rule.js';
import { defaultLimits, type ArchiveLimits } from './archive-limits.js';
import type { ArchiveFacts, ArchiveRule } from './archive-rule.js';
import { archiveRules } from './archive-rules.js';
import { archiveSizeRules } from './archive-size-rules.js';
import { isAscii } from './byte-string.js';
import { openSource } from './byte-source.js';
import { gunzip } from './gzip-reader.js';
import { TarReader, type TarMember } from './tar-reader.js';

export interface ArchiveEntry {
  /** as the store reads it; U+FFFD where it is not UTF-8. A folder has no slash at the end */
  readonly path: string;
  /** as the server reads it, where that differs */
  readonly serverPath?: string;
  readonly type: TarMember['type'];
  /** in bytes */
  readonly size: number;
  readonly mode: number;
  /** the target of a link */
  readonly linkpath?: string;
  /** of a file's content, lowercase hex, where asked for */
  readonly sha512?: string;
}

export interface ArchiveListing {
  /** of the archive, in bytes */
  readonly size: number;
  /** in the order of the archive, one for each member: a name may stand there twice */
  readonly entries: readonly ArchiveEntry[];
  /** what was wanted, by path; of several members of one name the last one, as for the store */
  readonly contents: ReadonlyMap<string, Uint8Array>;
  /** whether it was read to the end: where not, a finding of severity `error` says why */
  readonly complete: boolean;
  readonly findings: readonly Finding[];
}

export interface InspectOptions {
  /** how findings call the archive; default: the path, or `archive` */
  readonly name?: string;
  readonly limits?: Partial<ArchiveLimits>;
  /** whether a file's content is kept in `contents` (those above `limits.wanted` are not) */
  readonly wants?: (path: string) => boolean;
  /** whether files are hashed; default: not */
  readonly hash?: boolean;
  /** takes the content of every file, piece by piece; each piece is valid during the call only */
  readonly onContent?: (entry: ArchiveEntry, piece: Buffer) => void;
  /** called at each member, before its content */
  readonly onEntry?: (entry: ArchiveEntry) => void;
}

/** Adds what a file's content is known to be, once it was read. */
type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * Looks into a `.tar.gz` without writing anything. Whatever the archive is, this ends: within the limits, with findings instead of
 * errors, and with memory for the list, what was wanted and a few pieces.
 *
 * @param source a path, or the archive's bytes
 * @throws PackageError where the file cannot be read
 */
export async function inspectArchive(
  source: string | Uint8Array,
  options: InspectOptions = {},
): Promise<ArchiveListing> {
  const limits = { ...defaultLimits, ...options.limits };
  const name = options.name ?? (typeof source === 'string' ? source : 'archive');
  const inspection = new Inspection(options, limits);
  const bytes = openSource(source);
  try {
    const reader = new TarReader(inspection, limits);
    let unpacked = 0;
    for await (const chunk of gunzip(bytes, (rule, detail) => inspection.note(rule, undefined, detail))) {
      unpacked += chunk.length;
      if (unpacked > limits.unpacked)
        inspection.note('archive-unpacked-too-large', undefined, `more than ${limits.unpacked} bytes`);
      else if (unpacked > 16 * 1024 ** 2 && unpacked > limits.ratio * bytes.size) inspection.note('archive-ratio');
      else reader.write(chunk);
      if (inspection.hasFatalNote || reader.stopped) break;
    }
    if (!inspection.hasFatalNote) reader.end();
    const { entries, notes, contents } = inspection;
    const complete = !inspection.hasFatalNote && !reader.stopped;
    const found = archiveRules.flatMap((rule) => fewOf(rule, { entries, notes, complete }));
    const findings = [
      ...applyRules(archiveSizeRules, { size: bytes.size, file: name }),
      ...found.map((finding) => ({ file: name, ...finding, message: printable(finding.message) })),
    ];
    return { size: bytes.size, entries, contents, complete, findings };
  } finally {
    bytes.close();
  }
}

/** A hostile archive breaks a rule a hundred thousand times; nobody reads that. */
const mostOfEach = 3;

/** The first places with their paths, and how many more there are. */
function fewOf(rule: ArchiveRule, facts: ArchiveFacts): Finding[] {
  const findings = applyRules([rule], facts);
  const more = findings.length - mostOfEach;
  if (more <= 0) return findings;
  const { id, severity, message, fix } = rule;
  return [...findings.slice(0, mostOfEach), { rule: id, severity, message: `${more} more like this: ${message}`, fix }];
}

/** After these nothing more is read. */
const fatalNotes: ReadonlySet<string> = new Set([
  'archive-not-gzip',
  'archive-gzip-broken',
  'archive-unpacked-too-large',
  'archive-ratio',
]);

class Inspection {
  readonly entries: Writable<ArchiveEntry>[] = [];
  readonly notes: ArchiveFacts['notes'][number][] = [];
  readonly contents = new Map<string, Uint8Array>();
  readonly #options: InspectOptions;
  readonly #limits: ArchiveLimits;

  constructor(options: InspectOptions, limits: ArchiveLimits) {
    this.#options = options;
    this.#limits = limits;
  }

  get hasFatalNote(): boolean {
    return this.notes.some(({ rule }) => fatalNotes.has(rule));
  }

  note(rule: string, path?: string, detail?: string): void {
    this.notes.push({
      rule,
      ...(path !== undefined && { path: decode(path).text }),
      ...(detail !== undefined && { detail }),
    });
  }

  member(member: TarMember): ((piece: Buffer | undefined) => void) | undefined {
    const entry = this.#entry(member);
    this.entries.push(entry);
    const { onEntry, onContent, wants, hash } = this.#options;
    onEntry?.(entry);
    // What is no file but has content is a sparse or an unknown one: named, not read.
    if (member.type !== 'file') return undefined;
    const digest = hash === true ? createHash('sha512') : undefined;
    const pieces = wants?.(entry.path) === true && entry.size <= this.#limits.wanted ? ([] as Buffer[]) : undefined;
    if (digest === undefined && pieces === undefined && onContent === undefined) return undefined;
    return (piece) => {
      if (piece === undefined) this.#finish(entry, digest, pieces);
      else {
        digest?.update(piece);
        pieces?.push(Buffer.from(piece));
        onContent?.(entry, piece);
      }
    };
  }

  #entry(member: TarMember): Writable<ArchiveEntry> {
    const path = decode(member.path);
    if (!path.isUtf8) this.notes.push({ rule: 'archive-name-not-utf8', path: path.text });
    return {
      path: path.text,
      type: member.type,
      size: member.size,
      mode: member.mode,
      ...(member.serverPath !== member.path && { serverPath: decode(member.serverPath).text }),
      ...(member.type.endsWith('-link') && { linkpath: decode(member.linkpath).text }),
    };
  }

  #finish(entry: Writable<ArchiveEntry>, digest: Hash | undefined, pieces: Buffer[] | undefined): void {
    if (digest !== undefined) entry.sha512 = digest.digest('hex');
    if (pieces !== undefined) this.contents.set(entry.path, Buffer.concat(pieces));
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: string): { text: string; isUtf8: boolean } {
  if (isAscii(bytes)) return { text: bytes, isUtf8: true };
  const buffer = Buffer.from(bytes, 'latin1');
  try {
    return { text: utf8.decode(buffer), isUtf8: true };
  } catch {
    return { text: buffer.toString(), isUtf8: false };
  }
}

/** Whether an archive may be used at all. */
export function isUsable(listing: ArchiveListing): boolean {
  return listing.complete && isOk(listing.findings);
}
