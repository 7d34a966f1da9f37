// SPDX-License-Identifier: MIT
import { closeSync, openSync, readSync } from 'node:fs';
import { type Finding, isOk } from '../../common/finding.js';
import type { AppFiles } from '../app/app-files.js';
import { changelogLanguages } from '../app/changelog.js';
import { type AppJudgement, openApp } from '../app/judge-app.js';
import { judgeXml, type MetadataJudgement, type XmlDocument } from '../app/judge-xml.js';
import { limits } from '../app/limits.js';
import type { StoreInfo } from '../app/store-info.js';
import { type ArchiveListing, inspectArchive } from '../package/archive-listing.js';
import { appFolder, type ArchiveStructure, judgeStructure, readPaths } from './archive-structure.js';
import { crash, invalid, type StoreAnswer } from './store-answer.js';

/** What the store says to an archive at one of its steps. */
export interface ArchiveRefusal extends StoreAnswer {
  /** `import`: only behind registration, certificate and signature; `import-app`: and only where the app's own data is renewed */
  readonly stage: 'archive' | 'metadata' | 'import' | 'import-app';
}

/** Both views of one archive: what the store answers, and what a person has to know. */
export interface ArchiveJudgement {
  /** the store's verdict on the archive alone: registration, certificate and signature are not looked at */
  readonly ok: boolean;
  readonly findings: readonly Finding[];
  readonly id?: string;
  readonly version?: string;
  /** every answer that would be due, in the store's order: the first one is given */
  readonly refusals: readonly ArchiveRefusal[];
  /** what the store keeps; absent where it refuses archive or metadata */
  readonly info?: StoreInfo['app'];
  /** by language: the part of the changelog that is about this version */
  readonly changelogs: Readonly<Record<string, string>>;
}

/** An archive that was opened. Its XML is still to be judged: that of many archives is best judged in one call. */
export interface OpenArchive {
  readonly documents: readonly XmlDocument[];
  /** @param judgements of `documents`, in their order */
  conclude(judgements: readonly MetadataJudgement[]): ArchiveJudgement;
}

export interface ArchiveOptions {
  /** as findings name it */
  readonly name: string;
  /** uploaded as a nightly: another part of the changelog counts */
  readonly nightly?: boolean;
}

/** The store's verdict on an archive (store: api/v1/release/provider.py, parser.py, importer.py). */
export async function judgeArchive(source: string | Uint8Array, options: ArchiveOptions): Promise<ArchiveJudgement> {
  const archive = await openArchive(source, options);
  return archive.conclude(await judgeXml(archive.documents));
}

/**
 * @param source a path, or the bytes
 * @throws PackageError where the file cannot be read
 */
export async function openArchive(source: string | Uint8Array, options: ArchiveOptions): Promise<OpenArchive> {
  const listing = await inspectArchive(source, { name: options.name, ...wanting() });
  const structure = judgeStructure(listing, firstBlock(source), readPaths(changelogLanguages));
  const { folder } = structure;
  const label = (path: string): string => `${options.name}/${folder ?? ''}/${path}`;
  const app = structure.files.has('appinfo/info.xml')
    ? openApp(appFiles(listing, structure), { label, nightly: options.nightly ?? false })
    : undefined;
  return {
    documents: app?.documents ?? [],
    conclude: (judgements) => conclude(options.name, listing, structure, app?.conclude(judgements)),
  };
}

/** Contents are kept for one app folder only, so that no archive can fill the memory with changelogs. */
function wanting(): Pick<NonNullable<Parameters<typeof inspectArchive>[1]>, 'onEntry' | 'wants' | 'limits'> {
  const paths = new Set(readPaths(changelogLanguages));
  let folder: string | undefined;
  return {
    onEntry: ({ path }) => {
      if (folder === undefined && appFolder.test(path)) folder = path.split('/')[0];
    },
    wants: (path) => {
      if (folder === undefined || !path.startsWith(`${folder}/`)) return false;
      const rest = path.slice(folder.length + 1);
      return paths.has(rest) || isLikeChangelog(rest);
    },
    limits: { wanted: limits.fileSize },
  };
}

/** Names that the store passes over and a person may have meant: `Changelog.md`. */
function isLikeChangelog(path: string): boolean {
  return /^changelog(\.[^./]+)?\.md$/i.test(path);
}

function appFiles({ contents }: ArchiveListing, { folder = '', files }: ArchiveStructure): AppFiles {
  const others = [...contents.keys()]
    .filter((path) => path.startsWith(`${folder}/`))
    .map((path) => path.slice(folder.length + 1))
    .filter((path) => isLikeChangelog(path) && !files.has(path));
  return {
    list: () => [...files.keys(), ...others],
    read: (path) => files.get(path) ?? (others.includes(path) ? contents.get(`${folder}/${path}`) : undefined),
  };
}

function conclude(
  name: string,
  listing: ArchiveListing,
  structure: ArchiveStructure,
  app: AppJudgement | undefined,
): ArchiveJudgement {
  const otherId =
    app?.id !== undefined && app.id !== structure.folder ? folderNotId(structure.folder, app.id) : undefined;
  const refusals: ArchiveRefusal[] = [
    ...structure.refusals.map(({ answer }) => ({ ...answer, stage: 'archive' as const })),
    ...(listing.complete || structure.refusals.length > 0 || endsForStore(listing)
      ? []
      : [{ ...crash, stage: 'archive' as const }]),
    ...inStages(app, ['archive', 'metadata']),
    ...(otherId ? [{ ...otherId.answer, stage: 'metadata' as const }] : []),
    ...inStages(app, ['import', 'import-app']),
  ];
  const told = [...structure.refusals, ...(otherId ? [otherId] : [])].map(({ finding }) => finding);
  const rules = new Set(told.map(({ rule }) => rule));
  const findings = [
    ...told.map((finding) => ({ ...finding, file: finding.file === undefined ? name : `${name}/${finding.file}` })),
    ...(app?.findings ?? []),
    ...listing.findings.filter(({ rule }) => !rules.has(rule)).map((finding) => notByTheStore(finding, listing)),
  ];
  const isRead = refusals.every(({ stage }) => stage === 'import' || stage === 'import-app');
  return {
    ok: isOk(findings),
    findings,
    refusals,
    changelogs: app?.changelogs ?? {},
    ...(app?.id !== undefined && { id: app.id }),
    ...(app?.version !== undefined && { version: app.version }),
    ...(isRead && app?.info && { info: app.info.app }),
  };
}

function inStages(app: AppJudgement | undefined, stages: readonly ArchiveRefusal['stage'][]): ArchiveRefusal[] {
  return (app?.refusals ?? [])
    .filter(({ stage }) => stages.includes(stage))
    .map(({ stage, status, body }) => ({ ...(status === 500 ? crash : { status, body }), stage }));
}

function folderNotId(folder: string | undefined, id: string): { answer: StoreAnswer; finding: Finding } {
  const message = `The archive's top folder is "${folder ?? ''}", the id in info.xml "${id}".`;
  const fix = `Name the folder "${id}", or correct the <id>.`;
  return {
    answer: invalid(`Archive app folder is ${folder ?? ''} but info.xml reports id ${id}`),
    finding: { rule: 'store-folder-not-id', severity: 'error', message, fix },
  };
}

/** Where our reader stops and Python's takes it for the end of the archive: what was listed is all that the store sees. */
const ends: ReadonlySet<string> = new Set([
  'archive-data-after-end',
  'archive-bad-checksum',
  'archive-bad-number',
  'archive-bad-pax',
]);

function endsForStore({ findings }: ArchiveListing): boolean {
  return findings.some(({ rule }) => ends.has(rule));
}

/**
 * What the store does not refuse is a warning here, be it ever so bad for a server; but an archive that we could not read
 * to its end stays refused.
 */
function notByTheStore(finding: Finding, listing: ArchiveListing): Finding {
  if (finding.severity !== 'error') return finding;
  return listing.complete || endsForStore(listing) ? { ...finding, severity: 'warning' } : finding;
}

function firstBlock(source: string | Uint8Array): Uint8Array {
  if (typeof source !== 'string') return source.subarray(0, 512);
  const descriptor = openSync(source, 'r');
  try {
    const block = Buffer.alloc(512);
    return block.subarray(0, readSync(descriptor, block, 0, block.length, 0));
  } finally {
    closeSync(descriptor);
  }
}
