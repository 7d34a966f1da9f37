// SPDX-License-Identifier: MIT
import { audit } from '../../ca/ledger/audit.js';
import type { LedgerAnchor } from '../../ca/ledger/audit-subject.js';
import { crlPath, ledgerPath } from '../../ca/repository/repository.js';
import { MemoryStore } from '../../ca/repository/store.js';
import { type Finding, isOk } from '../../common/finding.js';
import { renderMarkdown } from '../../common/render/markdown.js';
import { readAuditRun, writeAuditRun } from '../github/audit-check-run.js';
import type { GithubCaches } from '../github/caches.js';
import { firstParents } from '../github/first-parents.js';
import { GithubStore } from '../github/github-store.js';
import { type Github, objectsOf } from '../github/github.js';
import { inPortions } from '../github/in-portions.js';
import { keepIssue } from '../github/issues.js';
import type { Intent } from '../intent.js';
import { readBase } from '../read-base.js';
import type { Workshop } from '../workshop.js';

/** Requests at the same time, for the files of the whole repository. */
const atOnce = 8;
/** Pushes that nobody looked at are looked for so many commits back. */
const maxBack = 100;

/** A push to the base branch by somebody else than the bot: where it touches what the bot keeps, all of it is audited. */
export async function watch(workshop: Workshop, push: Extract<Intent, { kind: 'watch' }>): Promise<void> {
  const { ourselves } = workshop.github;
  if (push.by === ourselves.login) return;
  await auditPush(workshop, push);
}

/** The tip up to which nothing was left to look at, for as long as this process lives. */
const seen = new WeakMap<GithubCaches, string>();

/**
 * The same for pushes whose event was lost. They are looked for behind commits of ours as well: the bot may have issued
 * since, over what it was not told of.
 */
export async function watchTip(workshop: Workshop): Promise<void> {
  const { github } = workshop;
  const { commit: tip } = await readBase(github);
  const until = seen.get(github.caches);
  /** the newest of several that follow each other: together they are one push */
  let after: string | undefined;
  for await (const { sha, isOurs } of firstParents(github, tip, maxBack)) {
    const isKnown = sha === until || isOurs || (await readAuditRun(github, sha)) !== undefined;
    if (!isKnown) after ??= sha;
    else if (after !== undefined) {
      await auditPush(workshop, { before: sha, after, by: undefined });
      after = undefined;
    }
    if (sha === until) break;
  }
  if (after !== undefined) await auditPush(workshop, { before: undefined, after, by: undefined });
  seen.set(github.caches, tip);
}

interface Push {
  /** undefined: nobody knows */
  readonly before: string | undefined;
  readonly after: string;
  readonly by: string | undefined;
}

async function auditPush(workshop: Workshop, { before, after, by }: Push): Promise<void> {
  const { github, log } = workshop;
  if (/^0+$/.test(after)) return;
  if (before !== undefined && !(await touchesOurs(github, before, after))) return;
  const findings = await auditAt(workshop, after, before);
  log.info(
    { before, after, by, findings: findings.length, ok: isOk(findings) },
    'a push outside of the bot was audited',
  );
  await writeAuditRun(github, after, findings);
  if (isOk(findings)) return;
  await keepIssue(github, {
    topic: `audit ${after}`,
    title: `Audit: commit ${after.slice(0, 12)} does not agree with the ledger`,
    body: `The commit ${after} changed certificates, ledger or CRL outside of the bot, and they do not agree any more.\n\n${renderMarkdown(findings)}`,
    label: 'alarm',
  });
}

/** Certificates, the ledger, the list. */
async function touchesOurs(github: Github, before: string, after: string): Promise<boolean> {
  const [then, now] = await Promise.all([filesAt(github, before), filesAt(github, after)]);
  const isOurs = (path: string): boolean => path.endsWith('.crt') || path === ledgerPath || path === crlPath;
  return [...new Set([...then.keys(), ...now.keys()])].some(
    (path) => isOurs(path) && then.get(path)?.sha !== now.get(path)?.sha,
  );
}

async function auditAt({ github, trust }: Workshop, commit: string, before: string | undefined): Promise<Finding[]> {
  const files = await filesAt(github, commit);
  const paths = [...files.keys()].filter((path) => /\.(?:crt|csr)$/.test(path));
  const objects = objectsOf(github);
  // into the cache, a few at a time: the audit asks for all of them at once
  await inPortions(paths, atOnce, async (path) => objects.blob(files.get(path)?.sha ?? ''));
  return audit({
    store: new MemoryStore(new GithubStore(objects, commit)),
    paths,
    trust,
    now: github.clock.now(),
    anchors: before === undefined ? [] : await anchorsAt(github, before),
  });
}

/** The ledger at a commit, which that of every later one has to begin with. */
async function anchorsAt(github: Github, commit: string): Promise<LedgerAnchor[]> {
  const ledger = (await filesAt(github, commit)).get(ledgerPath);
  return ledger === undefined ? [] : [{ commit, length: ledger.size, blob: ledger.sha }];
}

async function filesAt(github: Github, commit: string) {
  const objects = objectsOf(github);
  const { tree } = await objects.commit(commit);
  const { entries } = await objects.deepTree(tree);
  return new Map(entries.filter(({ type }) => type === 'blob').map((entry) => [entry.path, entry]));
}
