// SPDX-License-Identifier: MIT
import { expiring, type Expiring } from '../../ca/expiry/expiring.js';
import { currentCertificate } from '../../ca/ledger/certificate-record.js';
import { serialText } from '../../ca/x509/serial.js';
import type { Github } from '../github/github.js';
import { closeIssue, keepIssue, type OwnIssue, readOwnIssues } from '../github/issues.js';
import { sayOnce } from '../github/say-once.js';
import { markerOf } from '../github/sticky-comment.js';
import { readBase } from '../read-base.js';
import { expiryReminder, expiryWords } from '../words/expiry-words.js';
import type { Workshop } from '../workshop.js';

const day = 86_400_000;

/**
 * An issue for each certificate that ends within the first stage, and in it one comment a stage, which mentions whoever
 * asked for the certificate. The issue is closed when the app has a newer one; where a person closes it before, it stays
 * so, and the later stages are told in it all the same.
 */
export async function warnOfExpiry(workshop: Workshop): Promise<void> {
  const { github } = workshop;
  const { settings, repository, commit } = await readBase(github);
  const now = github.clock.now();
  const stages = settings.expiryWarningDays.toSorted((a, b) => b - a);
  const until = new Date(now.getTime() + (stages[0] ?? 0) * day);
  const ending = (await expiring(repository, now, until))
    .flatMap(({ certificates }) => certificates)
    .filter(({ record, daysLeft }) => {
      return daysLeft >= 0 && currentCertificate(repository.ledger, record.app)?.serial === record.serial;
    });
  const issues = await readOwnIssues(github, 'expiry', 'all');
  for (const one of ending) await warn(workshop, one, { stages, issues, commit });
  await closeOthers(workshop, ending, issues);
}

const topicOf = ({ record }: Expiring): string => `expiry ${serialText(record.serial)}`;

interface Known {
  /** days before the end, most first */
  readonly stages: readonly number[];
  /** all that there ever were, oldest first */
  readonly issues: readonly OwnIssue[];
  /** of the base branch */
  readonly commit: string;
}

async function warn({ github }: Workshop, one: Expiring, { stages, issues, commit }: Known): Promise<void> {
  const number = await issueOf(github, one, issues);
  const stage = stages.findLast((days) => one.daysLeft <= days);
  if (stage === undefined) return;
  // once: how many days are left changes every day, and nobody is told again for that
  await sayOnce(github, number, { topic: `${topicOf(one)} ${stage}`, body: expiryReminder(one) }, commit);
}

/** The issue of a certificate: the open one, else the one that a person closed, else a new one. */
async function issueOf(github: Github, one: Expiring, issues: readonly OwnIssue[]): Promise<number> {
  const there = issues.filter(({ body }) => body.startsWith(markerOf(topicOf(one))));
  const [first] = there;
  if (first !== undefined && !there.some(({ open }) => open)) return first.number;
  return (await keepIssue(github, { topic: topicOf(one), label: 'expiry', ...expiryWords(one.record) })).number;
}

/** Renewed, replaced, revoked or over. */
async function closeOthers(
  { github }: Workshop,
  ending: readonly Expiring[],
  issues: readonly OwnIssue[],
): Promise<void> {
  const markers = ending.map((one) => markerOf(topicOf(one)));
  for (const { number, body } of issues.filter(({ open }) => open)) {
    if (!markers.some((marker) => body.startsWith(marker))) await closeIssue(github, number);
  }
}
