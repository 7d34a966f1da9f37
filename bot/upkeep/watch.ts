// SPDX-License-Identifier: MIT
import { audit } from '../../ca/ledger/audit.js';
import { crlPath, ledgerPath } from '../../ca/repository/repository.js';
import { MemoryStore } from '../../ca/repository/store.js';
import { type Finding, isOk } from '../../common/finding.js';
import { renderMarkdown } from '../../common/render/markdown.js';
import { readAuditRun, writeAuditRun } from '../github/audit-check-run.js';
import type { GithubCaches } from '../github/caches.js';
import { type FirstParent, firstParents } from '../github/first-parents.js';
import { GithubStore } from '../github/github-store.js';
import { type Github, objectsOf } from '../github/github.js';
import { inPortions } from '../github/in-portions.js';
import { keepIssue } from '../github/issues.js';
import type { Intent } from '../intent.js';
import { readBase } from '../read-base.js';
import type { Workshop } from '../workshop.js';
import { auditOwn } from './watch-own.js';
import { anchorsOf, atOnce, changedPaths, filesAt, orProblem } from './watch-files.js';

/** Pushes that nobody looked at are looked for so many commits back. */
const maxBack = 100;

/**
 * A push to the base branch by somebody else than the bot: where it touches what the bot keeps, all of it is audited. Our
 * own wait for the next reconciliation, which looks at several at once.
 */
export async function watch(workshop: Workshop, push: Extract<Intent, { kind: 'watch' }>): Promise<void> {
  const { github } = workshop;
  const { before, after, by } = push;
  if (by === github.ourselves.login || isNothing(after)) return;
  if (isNothing(before)) return catchUp(workshop, after);
  if (!(await touchesOurs(github, before, after))) return;
  // a commit with an audit beside it says that nothing before it is left to look at
  await catchUp(workshop, before);
  await auditPush(workshop, { before, after, isOurs: false });
}

/** The same for pushes whose event was lost, and for those of the bot, or in its name. */
export async function watchTip(workshop: Workshop): Promise<void> {
  const { commit: tip } = await readBase(workshop.github);
  await catchUp(workshop, tip);
  seen.set(workshop.github.caches, tip);
}

/** The tip up to which nothing was left to look at, for as long as this process lives. */
const seen = new WeakMap<GithubCaches, string>();

/** Commits that follow each other, all of them ours or none, are one push. */
interface Push {
  /** undefined: nobody knows */
  readonly before: string | undefined;
  readonly after: string;
  readonly isOurs: boolean;
}

/** Looks at everything that was not audited yet, oldest first: so each audit speaks for all that is before it. */
async function catchUp(workshop: Workshop, tip: string): Promise<void> {
  const { github } = workshop;
  const { commits, before } = await commitsSince(github, tip, seen.get(github.caches));
  let last = before;
  for (const [at, { sha: after, isOurs }] of commits.entries()) {
    if (commits[at + 1]?.isOurs === isOurs) continue;
    if (isOurs || last === undefined || (await touchesOurs(github, last, after))) {
      await auditPush(workshop, { before: last, after, isOurs });
    }
    last = after;
  }
}

interface Since {
  /** oldest first */
  readonly commits: readonly FirstParent[];
  /** the one below them; undefined: they go back further than we look */
  readonly before: string | undefined;
}

/**
 * What came after a commit that this process has seen; at its beginning, after the last one that has our audit beside it.
 * Whoever has the App's key can write that as well, so what we know ourselves counts more.
 */
async function commitsSince(github: Github, tip: string, until: string | undefined): Promise<Since> {
  const commits: FirstParent[] = [];
  for await (const commit of firstParents(github, tip, maxBack)) {
    const isLast = until === undefined ? (await readAuditRun(github, commit.sha)) !== undefined : commit.sha === until;
    if (isLast) return { commits: commits.toReversed(), before: commit.sha };
    commits.push(commit);
  }
  // the branch was forced to somewhere else
  if (until !== undefined) return commitsSince(github, tip, undefined);
  return { commits: commits.toReversed(), before: undefined };
}

async function auditPush(workshop: Workshop, { before, after, isOurs }: Push): Promise<void> {
  const { github, log } = workshop;
  const isOwn = isOurs && before !== undefined;
  const findings = await orProblem(() =>
    isOwn ? auditOwn(workshop, before, after) : auditAt(workshop, after, before),
  );
  const facts = { before, after, findings: findings.length, ok: isOk(findings) };
  const what = isOwn ? 'commits in our own name were audited' : 'a push outside of the bot was audited';
  if (isOk(findings)) {
    log.info(facts, what);
  } else {
    log.warn(facts, what);
    await keepIssue(github, {
      topic: `audit ${after}`,
      title: `Audit: commit ${after.slice(0, 12)} does not agree with the ledger`,
      body: `${isOwn ? ownWords(before, after) : otherWords(after)}\n\n${renderMarkdown(findings)}`,
      label: 'alarm',
    });
  }
  // last: where it stands, nobody looks again
  await writeAuditRun(github, after, findings);
}

const otherWords = (after: string): string =>
  `The commit ${after} changed certificates, ledger or CRL outside of the bot, and they do not agree any more.`;

const ownWords = (before: string, after: string): string =>
  `The commits from ${before} to ${after} were made in the name of the bot’s own account, and hold what the bot does not make.`;

/** Certificates, the ledger, the list. */
async function touchesOurs(github: Github, before: string, after: string): Promise<boolean> {
  const [then, now] = await Promise.all([filesAt(github, before), filesAt(github, after)]);
  return changedPaths(then, now).some((path) => path.endsWith('.crt') || path === ledgerPath || path === crlPath);
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
    anchors: before === undefined ? [] : anchorsOf(await filesAt(github, before), before),
  });
}

/** Forty zeros: a branch that comes into being, or goes. */
function isNothing(commit: string): boolean {
  return /^0+$/.test(commit);
}
