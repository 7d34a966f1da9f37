// SPDX-License-Identifier: MIT
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CodedError } from '../../common/coded-error.js';
import { type Finding, inReadingOrder, isOk } from '../../common/finding.js';
import { InputError } from '../../common/input-error.js';
import type { AppFiles } from '../app/app-files.js';
import { openApp } from '../app/judge-app.js';
import type { MetadataJudgement, XmlDocument } from '../app/judge-xml.js';
import { limits } from '../app/limits.js';
import { openArchive } from '../store/acceptance.js';

/** What `validate` says about one PATH: its JSON. */
export interface Validation {
  readonly path: string;
  /** the store's verdict */
  readonly ok: boolean;
  /** as far as it could be read */
  readonly app: { readonly id: string | null; readonly version: string | null };
  readonly findings: readonly Finding[];
}

/** A PATH that was looked at, and the XML in it, which is still to be judged. */
export interface ValidationTarget {
  readonly documents: readonly XmlDocument[];
  /** @param judgements of `documents`, in their order */
  conclude(judgements: readonly MetadataJudgement[]): Validation;
}

interface Judged {
  readonly findings: readonly Finding[];
  readonly id?: string;
  readonly version?: string;
}

/** An app folder, an archive or a single XML file; what cannot be read is a finding. */
export async function openTarget(cwd: string, path: string): Promise<ValidationTarget> {
  const file = resolve(cwd, path);
  try {
    const stats = statSync(file);
    if (stats.isDirectory()) {
      const app = openApp(folderFiles(file), { label: (inner) => join(path, inner) });
      return { documents: app.documents, conclude: (judgements) => validation(path, app.conclude(judgements)) };
    }
    // Reading from a pipe or a device might never end.
    if (!stats.isFile()) throw notAFile(path);
    if (isArchive(file)) {
      const archive = await openArchive(file, { name: path });
      return { documents: archive.documents, conclude: (judgements) => validation(path, archive.conclude(judgements)) };
    }
    const bytes = readBounded(file);
    const kind = isDatabase(bytes) ? 'database' : 'info';
    return {
      documents: [{ kind, file: path, bytes }],
      conclude: ([judgement]) => validation(path, judgement ?? { findings: [] }),
    };
  } catch (error) {
    const finding = unreadable(path, error);
    return { documents: [], conclude: () => validation(path, { findings: [finding] }) };
  }
}

function validation(path: string, { findings, id, version }: Judged): Validation {
  return {
    path,
    ok: isOk(findings),
    app: { id: id ?? null, version: version ?? null },
    findings: inReadingOrder(findings),
  };
}

/** Nothing of this PATH was looked at. */
export function isUnread({ findings }: Validation): boolean {
  return findings.some(({ rule }) => rule === unreadRule);
}

const unreadRule = 'path-unreadable';

function notAFile(path: string): InputError {
  return new InputError('file-unreadable', 'it is neither a file nor a folder', { hint: 'Name a file.', file: path });
}

function unreadable(path: string, error: unknown): Finding {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const why = code === 'ENOENT' ? 'there is nothing of this name' : error instanceof CodedError ? error.message : code;
  const fix = 'Name an app folder, an archive, or an info.xml or database.xml.';
  return { rule: unreadRule, severity: 'error', message: `${path} cannot be read: ${why}.`, file: path, fix };
}

/** What the store reads of an app lies at its top and in appinfo/. */
function folderFiles(folder: string): AppFiles {
  const names = (inner: string): string[] => {
    try {
      return readdirSync(join(folder, inner), { withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map(({ name }) => inner + name);
    } catch {
      return [];
    }
  };
  const list = [...names(''), ...names('appinfo/')];
  return {
    list: () => list,
    read: (inner) => {
      const file = join(folder, inner);
      // A link that leads nowhere, a pipe, a device: no file.
      const isFile = list.includes(inner) && statSync(file, { throwIfNoEntry: false })?.isFile() === true;
      return isFile ? readBounded(file) : undefined;
    },
  };
}

/** A file above the store's limit is refused for its size: more of it need not be read. */
const mostBytes = 16 * limits.fileSize;

function readBounded(file: string): Uint8Array {
  return statSync(file).size <= mostBytes ? readFileSync(file) : readStart(file, mostBytes);
}

function readStart(file: string, length: number): Uint8Array {
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(length);
    return buffer.subarray(0, readSync(descriptor, buffer, 0, length, 0));
  } finally {
    closeSync(descriptor);
  }
}

/** By its first bytes (gzip, bzip2, xz, tar), else by its name: an empty or broken `.tar.gz` is an archive as well. */
function isArchive(file: string): boolean {
  const start = Buffer.from(readStart(file, 512));
  const isPacked = /^(1f8b|425a68|fd377a585a00)/.test(start.toString('hex', 0, 6));
  return isPacked || start.toString('latin1', 257, 262) === 'ustar' || /\.(tar(\.[a-z0-9]+)?|tgz)$/i.test(file);
}

/** Whether the root element is `database`; looked for behind declaration, comments and DOCTYPE, well-formed or not. */
function isDatabase(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.subarray(0, limits.documentedFileSize)).toString('latin1');
  const before = /(?:[^<]+|<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE(?:[^[>]|\[[^\]]*\])*>)*/y;
  before.exec(text);
  return /<database[\s/>]/y.test(text.slice(before.lastIndex, before.lastIndex + 10));
}
