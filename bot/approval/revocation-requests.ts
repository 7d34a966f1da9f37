// SPDX-License-Identifier: MIT
import type { KeyObject } from 'node:crypto';
import type { RevocationReason } from '../../ca/crl/revocation-reason.js';
import { type CertificateRecord, currentCertificate } from '../../ca/ledger/certificate-record.js';
import type { Ledger } from '../../ca/ledger/ledger.js';
import type { Repository } from '../../ca/repository/repository.js';
import { serialText } from '../../ca/x509/serial.js';
import type { Account, Comment } from '../situation.js';
import type { Answer, Approval, Command } from '../standing.js';
import { mayApprove } from './eligibility.js';
import { commandsIn, type Said } from './fold-comments.js';
import { certifiedKey, isSignedIn, revocationChallenge } from './old-key-proof.js';
import { sourceOf } from './said-by-people.js';

/** What is said in an issue or a pull request, and what it is held against. */
export interface Thread {
  /** and reviews, and an issue's opening text */
  readonly comments: readonly Comment[];
  /** by account id: may approve */
  readonly approvers: ReadonlyMap<number, boolean>;
  readonly ledger: Ledger;
  /** public keys of the certificates in question, by SHA-256 of their SubjectPublicKeyInfo: `keysInQuestion` */
  readonly keys: ReadonlyMap<string, KeyObject>;
}

/** A revocation that enough people ask for. */
export interface OrderedRevocation {
  readonly app: string;
  readonly serials: readonly bigint[];
  readonly reason: RevocationReason;
  readonly why: string;
  readonly approvals: readonly Pick<Approval, 'by' | 'source' | 'at'>[];
  /** the holder of the key asks: one approval is enough */
  readonly signedByKey: boolean;
}

export interface RevocationRequests {
  readonly orders: readonly OrderedRevocation[];
  /** to each `/revoke` */
  readonly answers: readonly Answer[];
}

type RevokeCommand = Extract<Command, { name: 'revoke' }>;

interface Vote {
  readonly said: Said;
  readonly by: Account;
  readonly at: Date;
  readonly app: string;
  readonly reason: RevocationReason;
  readonly why: string;
  /** what the app was certified with when it was written: what comes later is not meant */
  readonly targets: readonly CertificateRecord[];
}

/**
 * Revocations that a thread asks for: two people who may approve say the same, or one does and the holder of the key
 * signs the request with it. A proven leak needs nobody, and is not asked for here.
 */
export function revocationRequests(thread: Thread): RevocationRequests {
  const said = commandsIn(thread.comments).filter(({ spoken }) => spoken.name === 'revoke');
  const votes = said.flatMap((one) => voteOf(thread, one) ?? []);
  const orders = votes
    .filter((vote, at) => votes.findIndex((other) => isSame(vote, other)) === at)
    .flatMap((vote) => orderOf(thread, vote, votes) ?? []);
  // whoever gives two reasons gets one revocation
  const seen = new Set<bigint>();
  const once = orders
    .map((order) => ({ ...order, serials: order.serials.filter((serial) => !seen.has(serial) && seen.add(serial)) }))
    .filter(({ serials }) => serials.length > 0);
  return { orders: once, answers: said.map((one) => answerTo(thread, one, votes, once)) };
}

/** The keys that signatures in these comments may be by. */
export async function keysInQuestion(
  repository: Repository,
  comments: readonly Comment[],
): Promise<ReadonlyMap<string, KeyObject>> {
  const apps = new Set(commandsIn(comments).flatMap(({ spoken }) => revokeCommand(spoken)?.appId ?? []));
  const keys = new Map<string, KeyObject>();
  for (const app of [...apps].slice(0, maxApps)) {
    const current = currentCertificate(repository.ledger, app);
    const key = current && (await certifiedKey(repository, current));
    if (current !== undefined && key !== undefined) keys.set(current.key, key);
  }
  return keys;
}

/** Each is a file to read; nobody asks for the revocation of more apps in one thread. */
const maxApps = 50;

function revokeCommand(spoken: Said['spoken']): RevokeCommand | undefined {
  return 'command' in spoken && spoken.command.name === 'revoke' ? spoken.command : undefined;
}

function voteOf(thread: Thread, said: Said): Vote | undefined {
  const command = revokeCommand(said.spoken);
  const { author: by, createdAt: at, edited } = said.comment;
  if (command === undefined || edited || !mayApprove(thread, by)) return undefined;
  const targets = targetsAt(thread.ledger, command.appId, at);
  return { said, by, at, app: command.appId, targets, ...readReason(command.reason) };
}

/** What `nextcloud-ca revoke APP_ID` would have hit then, and is not revoked by now. */
function targetsAt(ledger: Ledger, app: string, at: Date): CertificateRecord[] {
  const valid = ledger
    .certificatesOf(app)
    .filter(({ serial, recordedAt }) => recordedAt < at && ledger.revocationOf(serial) === undefined);
  const key = valid.at(-1)?.key;
  return valid.filter((record) => record.key === key);
}

/** Reasons of RFC 5280 section 5.3.1 that an app's certificate can have. */
const reasons: readonly RevocationReason[] = [
  'keyCompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'privilegeWithdrawn',
];

/** The first word where it is such a reason; otherwise people said why, and the list says nothing. */
function readReason(text: string): { reason: RevocationReason; why: string } {
  const [word = '', ...rest] = text.split(' ');
  const reason = reasons.find((known) => known.toLowerCase() === word.toLowerCase());
  return reason === undefined ? { reason: 'unspecified', why: text } : { reason, why: rest.join(' ') };
}

function isSame(one: Vote, other: Vote): boolean {
  return one.app === other.app && one.reason === other.reason;
}

function orderOf(thread: Thread, first: Vote, votes: readonly Vote[]): OrderedRevocation | undefined {
  const same = votes.filter((vote) => isSame(vote, first));
  const certificates = [...new Set(same.flatMap(({ targets }) => targets))];
  const ordered = certificates.filter((certificate) => {
    const voters = new Set(same.filter(({ targets }) => targets.includes(certificate)).map(({ by }) => by.id));
    return voters.size >= 2 || isSignedFor(thread, certificate);
  });
  if (ordered.length === 0) return undefined;
  const meant = same.filter(({ targets }) => ordered.some((certificate) => targets.includes(certificate)));
  const people = new Map(meant.map(({ by, at, said }) => [by.id, { by, at, source: sourceOf(said.comment) }]));
  return {
    app: first.app,
    serials: ordered.map(({ serial }) => serial),
    reason: first.reason,
    why: [...new Set(meant.map(({ why }) => why).filter((why) => why !== ''))].join('; '),
    approvals: [...people.values()],
    signedByKey: people.size < 2,
  };
}

/** Signed with its key: for it, or for a later one of the same key, but not for an earlier one. */
function isSignedFor({ comments, ledger, keys }: Thread, { app, key, recordedAt }: CertificateRecord): boolean {
  const publicKey = keys.get(key);
  if (publicKey === undefined) return false;
  const bodies = comments.map(({ body }) => body);
  return ledger
    .certificatesOf(app)
    .filter((record) => record.key === key && record.recordedAt >= recordedAt)
    .some((record) => {
      const challenge = revocationChallenge(record);
      return challenge !== undefined && isSignedIn(bodies, challenge, publicKey);
    });
}

function answerTo(thread: Thread, said: Said, votes: readonly Vote[], orders: readonly OrderedRevocation[]): Answer {
  const { comment, spoken } = said;
  const answer = (accepted: boolean, text: string, run?: string): Answer => {
    const said = { at: comment.createdAt, by: comment.author, line: spoken.line };
    return { ...said, accepted, text, ...(run !== undefined && { run }) };
  };
  const command = revokeCommand(spoken);
  if (command === undefined) return answer(false, 'problem' in spoken ? spoken.problem : '');
  const { appId } = command;
  const known = thread.ledger.certificatesOf(appId);
  if (known.length === 0) return answer(false, `No certificate was ever issued for ${appId}.`);
  const meant = known.filter(({ recordedAt }) => recordedAt < comment.createdAt);
  if (meant.length === 0) return answer(false, 'The certificate is younger than the comment: write it again.');
  const [current] = targetsAt(thread.ledger, appId, comment.createdAt).toReversed();
  if (current === undefined) return answer(true, `The certificate of ${appId} is revoked.`);
  const vote = votes.find((one) => one.said === said);
  if (vote === undefined) return answer(...notAVote(thread, said, current));
  const order = orders.find(({ serials }) => serials.includes(current.serial));
  if (order !== undefined) return answer(true, `To be revoked: ${order.serials.map(serialText).join(', ')}.`);
  const name = vote.reason === 'unspecified' ? 'without a reason of RFC 5280' : `with the reason ${vote.reason}`;
  return answer(true, `One more person who may approve has to say the same: /revoke ${appId}, ${name}.`);
}

function notAVote(
  thread: Thread,
  { comment }: Said,
  current: CertificateRecord,
): [accepted: boolean, text: string, run?: string] {
  if (mayApprove(thread, comment.author)) return [false, 'It was edited: write it again, in a new comment.'];
  if (isSignedFor(thread, current)) {
    return [true, 'The signature is by the certified key: one person who may approve has to say the same.'];
  }
  const challenge = revocationChallenge(current);
  const refusal = 'Only those who may approve can ask for that.';
  if (challenge === undefined) return [false, refusal];
  return [false, `${refusal} Who has its key signs the request as below.`, challenge.command];
}
