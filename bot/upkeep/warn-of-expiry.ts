// SPDX-License-Identifier: MIT
import { expiring, type Expiring } from '../../ca/expiry/expiring.js';
import { currentCertificate } from '../../ca/ledger/certificate-record.js';
import { serialText } from '../../ca/x509/serial.js';
import { readConversation } from '../github/conversation.js';
import { closeIssue, keepIssue, readOwnIssues } from '../github/issues.js';
import { keepComment, markerOf } from '../github/sticky-comment.js';
import { readBase } from '../read-base.js';
import { expiryReminder, expiryWords } from '../words/expiry-words.js';
import type { Workshop } from '../workshop.js';

const day = 86_400_000;

/**
 * An issue for each certificate that ends within the first stage, and in it one comment a stage, which mentions whoever
 * asked for the certificate. The issue is closed when the app has a newer one.
 */
export async function warnOfExpiry(workshop: Workshop): Promise<void> {
  const { github } = workshop;
  const { settings, repository } = await readBase(github);
  const now = github.clock.now();
  const stages = settings.expiryWarningDays.toSorted((a, b) => b - a);
  const until = new Date(now.getTime() + (stages[0] ?? 0) * day);
  const ending = (await expiring(repository, now, until))
    .flatMap(({ certificates }) => certificates)
    .filter(({ record, daysLeft }) => {
      return daysLeft >= 0 && currentCertificate(repository.ledger, record.app)?.serial === record.serial;
    });
  for (const one of ending) await warn(workshop, one, stages);
  await closeOthers(workshop, ending);
}

const topicOf = ({ record }: Expiring): string => `expiry ${serialText(record.serial)}`;

async function warn({ github }: Workshop, one: Expiring, stages: readonly number[]): Promise<void> {
  const { number } = await keepIssue(github, { topic: topicOf(one), label: 'expiry', ...expiryWords(one.record) });
  const stage = stages.findLast((days) => one.daysLeft <= days);
  if (stage === undefined) return;
  const topic = `${topicOf(one)} ${stage}`;
  const { own } = await readConversation(github, number);
  // said once: how many days are left changes every day, and nobody is told again for that
  if (own.some(({ body }) => body.startsWith(markerOf(topic)))) return;
  await keepComment(github, number, { topic, body: expiryReminder(one) }, own);
}

/** Renewed, replaced, revoked or over. */
async function closeOthers({ github }: Workshop, ending: readonly Expiring[]): Promise<void> {
  const markers = ending.map((one) => markerOf(topicOf(one)));
  for (const { number, body } of await readOwnIssues(github, 'expiry')) {
    if (!markers.some((marker) => body.startsWith(marker))) await closeIssue(github, number);
  }
}
