// SPDX-License-Identifier: MIT
import { endingOf, type ReplacementReason, replacementReasons } from '../../ca/issue/replacement.js';
import type { CertificateRecord, RevocationRecord } from '../../ca/ledger/certificate-record.js';
import type { Policy } from '../../ca/policy.js';
import { serialText } from '../../ca/x509/serial.js';
import { replacementChallenge } from '../approval/old-key-proof.js';
import type { View } from '../view.js';
import { storeErrorWords } from './store-words.js';
import { block, code, count, day, nameInLedger, nameOf, plain } from './text.js';

const meanings: Readonly<Record<ReplacementReason, string>> = {
  lost: 'the old key cannot be found any more',
  leaked: 'somebody else may have the old key',
  'take-over': 'the app has a new holder',
  'wrong-name': 'the old certificate has a wrong name in it',
  rename: 'the app has a new id',
  other: 'anything else: say what',
};

/** Another key for an app that has a certificate: who holds it, why, what proves it, and what comes of it. */
export function replacementWords(view: View): string | undefined {
  const { judgement, situation } = view;
  const { purpose } = judgement;
  if (purpose.kind !== 'replacement' && purpose.kind !== 'rename') return undefined;
  const { current } = purpose;
  if (current === undefined) return undefined;
  if (purpose.kind === 'replacement' && purpose.revoked !== undefined) {
    return againWords(view, current, purpose.revoked);
  }
  const isOver = current.notAfter <= situation.now;
  return [
    purpose.kind === 'rename' ? '### This renames a certified app' : '### This replaces a certificate',
    `${code(current.app)} ${isOver ? 'had' : 'has'} a certificate: ${factsOf(current)}. The key of this request is another one.`,
    whyWords(view),
    proofWords(view, current),
    consequences(
      isOver
        ? '- The old certificate is over: there is nothing to revoke.'
        : endingLine(
            situation.base.repository.policy,
            purpose.kind === 'rename' ? 'rename' : view.standing.replacement?.why,
          ),
    ),
    ...(purpose.kind === 'rename' ? [] : [storeErrorWords]),
  ].join('\n\n');
}

/** All certificates of the id are revoked: who had the last one, how it ended, and who has to stand for a new one. */
function againWords(view: View, last: CertificateRecord, revoked: RevocationRecord): string {
  const isOther = view.judgement.request?.key !== last.key;
  const { replacement } = view.standing;
  return [
    '### This id was certified before',
    `${code(last.app)} had a certificate: ${factsOf(last)}. ${endOf(revoked)} The key of this request is ${isOther ? 'another one' : 'the same'}.`,
    ...(replacement === undefined ? [] : [whyWords(view)]),
    proofWords(view, last),
    consequences('- Nothing is left to revoke.'),
  ].join('\n\n');
}

/** When it was revoked, why, and by whom. */
export function endOf({ date, reason, why, by }: RevocationRecord): string {
  const words = why === undefined ? '' : ` (${plain(why, 300)})`;
  const who = by === undefined ? '' : ` by ${plain(by, 120)}`;
  return `It was revoked on ${day(date)}${who}: ${reason}${words}.`;
}

/** Serial, by whom, since when, until when. */
export function factsOf({ serial, requestedBy, notBefore, notAfter }: CertificateRecord): string {
  const who = requestedBy === undefined ? '' : `, asked for by ${code(nameInLedger(requestedBy), 60)}`;
  return `serial ${code(serialText(serial))}${who}, since ${day(notBefore)}, valid until ${day(notAfter)}`;
}

function whyWords({ standing: { replacement }, judgement: { purpose } }: View): string {
  if (replacement !== undefined) {
    return `**Why**: ${replacement.why}, says ${nameOf(replacement.by)}: ${plain(replacement.reason)}`;
  }
  if (purpose.kind === 'rename') return '**Why**: the old request goes and the new one comes, which says it.';
  const rows = replacementReasons
    .filter((why) => why !== 'rename')
    .map((why) => `| \`/replace ${why} …\` | ${meanings[why]} |`);
  return [
    '**Why?** Comment with one of these lines, and your reason behind it:',
    ['| | |', '|---|---|', ...rows].join('\n'),
  ].join('\n\n');
}

function proofWords({ situation, judgement, standing }: View, { app, requestedBy }: CertificateRecord): string {
  if (standing.replacement?.proof === 'old-key') return '**Proof**: signed with the old key.';
  if (standing.replacement?.proof === 'earlier-requester') {
    return '**Proof**: the account that asked for the old certificate says so.';
  }
  const challenge = replacementChallenge(situation, judgement);
  const ways = [
    ...(requestedBy === undefined
      ? []
      : [
          `- ${code(nameInLedger(requestedBy), 60)}, who asked for the old certificate, comments here why it is replaced; an account counts, a name in a commit does not.`,
        ]),
    '- Otherwise two maintainers have to approve.',
  ].join('\n');
  if (challenge === undefined) return `**Proof** that it is in good hands:\n\n${ways}`;
  return [
    `**Proof** that it is in good hands. Best is a signature with the old key: run this where ${code(`${app}.key`)} lies, and put what it prints into a comment. It holds for this commit; after a push it is another line.`,
    block(challenge.command, 'sh'),
    ways,
  ].join('\n\n');
}

function consequences(ending: string): string {
  return [
    '**What comes of it**',
    [
      ending,
      '- A release that is signed with the old key cannot be installed any more once its certificate is revoked: publish a release that is signed with the new key before.',
      '- The store deletes **all** releases of an app when another certificate is registered for it. Register it right before that release.',
    ].join('\n'),
  ].join('\n\n');
}

function endingLine(policy: Policy, why: ReplacementReason | undefined): string {
  const days = (reason: ReplacementReason): number => endingOf({ why: reason }, policy).overlapDays;
  const when = (reason: ReplacementReason): string =>
    days(reason) === 0 ? 'at once' : `at most ${count(days(reason), 'day')} later`;
  if (why !== undefined) return `- The old certificate is revoked ${when(why)}; the day is told here.`;
  return `- The old certificate is revoked ${when('other')}; where the key leaked, ${when('leaked')}; where the app changes hands, ${when('take-over')}. The day is told here.`;
}
