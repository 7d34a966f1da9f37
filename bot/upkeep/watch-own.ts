// SPDX-License-Identifier: MIT
import { audit } from '../../ca/ledger/audit.js';
import type { LedgerAnchor } from '../../ca/ledger/audit-subject.js';
import { Ledger } from '../../ca/ledger/ledger.js';
import type { LedgerLine } from '../../ca/ledger/ledger-line.js';
import { crlPath, ledgerPath, pendingCrlPath } from '../../ca/repository/repository.js';
import { MemoryStore, type Store } from '../../ca/repository/store.js';
import type { Finding } from '../../common/finding.js';
import { GithubStore } from '../github/github-store.js';
import { objectsOf } from '../github/github.js';
import { inPortions } from '../github/in-portions.js';
import type { Workshop } from '../workshop.js';
import { anchorsOf, atOnce, changedPaths, filesAt } from './watch-files.js';

const keyFix =
  'If no replica of the bot did it, somebody has the App’s key: revoke that key at GitHub, take the change back, and audit all.';

/**
 * What commits in our own name brought that the bot would not have: whoever has the App's key can make them too, and
 * GitHub signs those as well. So it is their content that counts, and not their author: each change must be one that the
 * bot makes, and named by the lines that came to the ledger with it.
 *
 * Only what changed is read, so that this costs a dozen calls, where an audit of everything takes two for each app. What
 * did not agree before either is not told again.
 */
export async function auditOwn(workshop: Workshop, before: string, after: string): Promise<Finding[]> {
  const { github } = workshop;
  const [then, now] = await Promise.all([filesAt(github, before), filesAt(github, after)]);
  const changed = changedPaths(then, now);
  const ledgers = await Promise.all([ledgerAt(workshop, before), ledgerAt(workshop, after)]);
  const told = newLines(...ledgers);
  const strange = changed.flatMap((path) => strangeChange(path, told) ?? []);
  const known = new Set((await auditSome(workshop, before, changed, [])).map(inShort));
  const found = await auditSome(workshop, after, changed, anchorsOf(then, before));
  return [...strange, ...found.filter((finding) => !known.has(inShort(finding)))];
}

/** An audit in which nothing but the ledger, the list and the apps of these paths is there. */
async function auditSome(
  { github, trust }: Workshop,
  commit: string,
  changed: readonly string[],
  anchors: readonly LedgerAnchor[],
): Promise<Finding[]> {
  const beside = changed.flatMap((path) => {
    const { app } = appPath.exec(path)?.groups ?? {};
    return app === undefined ? [] : [`${app}/${app}.crt`, `${app}/${app}.csr`];
  });
  const shown = new Set([ledgerPath, crlPath, pendingCrlPath, ...changed, ...beside]);
  const store = new GithubStore(objectsOf(github), commit);
  // into the cache, a few at a time: the audit asks for all of them at once
  await inPortions([...shown], atOnce, (path) => store.read(path));
  const some: Pick<Store, 'read'> = { read: async (path) => (shown.has(path) ? store.read(path) : undefined) };
  const paths = [...shown].filter((path) => /\.(?:crt|csr)$/.test(path));
  return audit({ store: new MemoryStore(some), paths, trust, now: github.clock.now(), anchors });
}

/** As far as its chain is whole: the audit says where it is not. */
async function ledgerAt({ github }: Workshop, commit: string): Promise<Ledger> {
  const bytes = await new GithubStore(objectsOf(github), commit).read(ledgerPath);
  return Ledger.parseAsFarAsWhole(bytes ?? new Uint8Array(), ledgerPath).ledger;
}

/** What lines say of apps and lists. */
interface Told {
  readonly apps: ReadonlySet<string>;
  readonly list: boolean;
}

function newLines(then: Ledger, now: Ledger): Told {
  const lines = now.lines.slice(then.lineCount);
  return { apps: new Set(lines.flatMap(appsOf)), list: lines.some(({ kind }) => kind === 'crl') };
}

/** A reservation is no word for a certificate: it is for what comes of it. */
function appsOf(line: LedgerLine): string[] {
  switch (line.kind) {
    case 'issue':
      return [line.app];
    case 'reserve':
      return line.renamedFrom === undefined ? [] : [line.renamedFrom];
    default:
      return [];
  }
}

const appPath = /^(?<app>[^/]+)\/\k<app>\.(?:crt|csr)$/;

function strangeChange(path: string, { apps, list }: Told): Finding | undefined {
  if (path === ledgerPath) return undefined;
  if (path === crlPath || path === pendingCrlPath) return list ? undefined : unrecorded(path, 'the list');
  const { app } = appPath.exec(path)?.groups ?? {};
  if (app !== undefined) return apps.has(app) ? undefined : unrecorded(path, 'this certificate or request');
  return {
    rule: 'own-commit-elsewhere',
    severity: 'error',
    message: 'The bot’s own account changed a file that the bot never changes.',
    file: path,
    fix: keyFix,
  };
}

function unrecorded(file: string, what: string): Finding {
  return {
    rule: 'own-commit-unrecorded',
    severity: 'error',
    message: `The bot’s own account changed ${what}, and no line that came to the ledger with it says so.`,
    file,
    fix: keyFix,
  };
}

function inShort({ rule, file, line, message }: Finding): string {
  return JSON.stringify([rule, file, line, message]);
}
