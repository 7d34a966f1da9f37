// SPDX-License-Identifier: MIT
import { isUtf8 } from 'node:buffer';
import { type Finding, inReadingOrder, isOk } from '../../common/finding.js';
import { applyRules } from '../../common/rule.js';
import type { AppFiles } from './app-files.js';
import { changelogFor, changelogLanguages } from './changelog.js';
import { judgeXml, type MetadataJudgement, type XmlDocument } from './judge-xml.js';
import { limits } from './limits.js';
import { tooLarge } from './metadata-refusals.js';
import { crashed, inStoreOrder, isReadable, refused, type Refusal } from './refusal.js';
import { appRules, databasePath, infoPath } from './rules/app-rules.js';
import { type Changelog, changelogRules } from './rules/changelog-rules.js';
import type { StoreInfo } from './store-info.js';

/** What is to be said about an app's metadata: info.xml, database.xml and changelogs. */
export interface AppJudgement {
  /** the store's verdict on these files: no finding of severity `error` */
  readonly ok: boolean;
  readonly findings: readonly Finding[];
  readonly id?: string;
  readonly version?: string;
  /** what the store keeps of info.xml; absent where it refuses anything before the import */
  readonly info?: StoreInfo;
  /** by language: the part about this version; the store always has English, be it empty */
  readonly changelogs: Readonly<Record<string, string>>;
  /** the store's answer to the first fault that it comes to */
  readonly refusal?: Refusal;
  /** every answer that would be due, in the store's order */
  readonly refusals: readonly Refusal[];
}

export interface AppJudgementOptions {
  /** uploaded as a nightly: the changelog wanted is that of `[Unreleased]` */
  readonly nightly?: boolean;
  /** how findings name a file; default: its path in the app */
  readonly label?: (path: string) => string;
}

/** An app that was read. Its XML is still to be judged: that of many apps is best judged in one call. */
export interface OpenApp {
  readonly documents: readonly XmlDocument[];
  /** @param judgements of `documents`, in their order */
  conclude(judgements: readonly MetadataJudgement[]): AppJudgement;
}

/** Reads from an app what the store reads from its archive, and judges it as the store would. */
export async function judgeApp(files: AppFiles, options: AppJudgementOptions = {}): Promise<AppJudgement> {
  const app = openApp(files, options);
  return app.conclude(await judgeXml(app.documents));
}

export function openApp(files: AppFiles, options: AppJudgementOptions = {}): OpenApp {
  const { nightly = false, label = (path: string) => path } = options;
  const documents = documentsOf(files, label);
  const changelogs = changelogsOf(files);
  const found = applyRules(appRules, files);
  return { documents, conclude: (judgements) => conclude(judgements, found, changelogs, nightly, label) };
}

function conclude(
  judgements: readonly MetadataJudgement[],
  missing: readonly Finding[],
  changelogs: readonly Changelog[],
  nightly: boolean,
  label: (path: string) => string,
): AppJudgement {
  const found = judgements.find(({ kind }) => kind === 'info');
  const version = found?.version;
  const ofFiles = [...missing, ...applyRules(changelogRules, { files: changelogs, version, nightly })];
  const findings = [
    ...ofFiles.map((finding) => ({ ...finding, file: label(finding.file ?? 'CHANGELOG.md') })),
    ...judgements.flatMap((judgement) => judgement.findings),
  ];
  const refusals = refusalsOf(found, judgements, changelogs, label);
  const [refusal] = refusals;
  const ok = isOk(findings);
  return {
    ok,
    findings: inReadingOrder(findings),
    changelogs: version === undefined ? {} : sectionsFor(changelogs, version, nightly),
    refusals,
    ...(refusal && { refusal }),
    ...(found?.id !== undefined && { id: found.id }),
    ...(version !== undefined && { version }),
    ...(isReadable(ok, refusals) && found?.info && { info: found.info }),
  };
}

/** An empty database.xml is none. */
function documentsOf(files: AppFiles, label: (path: string) => string): XmlDocument[] {
  const info = files.read(infoPath);
  const database = files.read(databasePath);
  return [
    ...(info ? [{ kind: 'info' as const, file: label(infoPath), bytes: info }] : []),
    ...(database && database.length > 0
      ? [{ kind: 'database' as const, file: label(databasePath), bytes: database }]
      : []),
  ];
}

function changelogsOf(files: AppFiles): Changelog[] {
  return files
    .list()
    .filter((path) => /^changelog(\.[^./]+)?\.md$/i.test(path))
    .flatMap((path) => {
      const bytes = files.read(path);
      if (!bytes) return [];
      const text = isUtf8(bytes) ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : undefined;
      return [{ path, language: languageOf(path), bytes, text }];
    });
}

function languageOf(path: string): string | undefined {
  if (path === 'CHANGELOG.md') return 'en';
  return changelogLanguages.find((code) => path === `CHANGELOG.${code}.md`);
}

/** English first, from CHANGELOG.en.md where there is something in it. */
function sectionsFor(changelogs: readonly Changelog[], version: string, nightly: boolean): Record<string, string> {
  const texts = new Map([['en', '']]);
  for (const code of [undefined, ...changelogLanguages]) {
    const path = code === undefined ? 'CHANGELOG.md' : `CHANGELOG.${code}.md`;
    const text = changelogs.find((changelog) => changelog.path === path)?.text;
    if (text) texts.set(code ?? 'en', text);
  }
  return Object.fromEntries([...texts].map(([code, text]) => [code, changelogFor(text, version, nightly)]));
}

function refusalsOf(
  info: MetadataJudgement | undefined,
  judgements: readonly MetadataJudgement[],
  changelogs: readonly Changelog[],
  label: (path: string) => string,
): Refusal[] {
  const unread = changelogs
    .filter(({ language }) => language !== undefined)
    .flatMap(({ path, bytes, text }) => {
      if (bytes.length > limits.fileSize) return [tooLarge(label(path))];
      return text === undefined ? [crashed('archive')] : [];
    });
  return inStoreOrder([
    ...(info ? [] : [refused('archive', `Path ${label(infoPath)} does not exist in package`)]),
    ...judgements.flatMap(({ refusals }) => refusals),
    ...unread,
  ]);
}
