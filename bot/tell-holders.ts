// SPDX-License-Identifier: MIT
import type { CertificateRecord, RevocationRecord } from '../ca/ledger/certificate-record.js';
import type { Ledger } from '../ca/ledger/ledger.js';
import { serialText } from '../ca/x509/serial.js';
import { replacedBy } from './approval/standing.js';
import { hasStatus } from './bot-error.js';
import { accountOf } from './github/account.js';
import type { GithubCaches } from './github/caches.js';
import type { Github } from './github/github.js';
import { sayOnce } from './github/say-once.js';
import { markerOf } from './github/sticky-comment.js';
import { type Holder, holderOf, isAccountOf } from './holder.js';
import type { Situation } from './situation.js';
import type { View } from './view.js';
import { askedWords, decidedWords, revokedWords } from './words/holder-words.js';
import type { Workshop } from './workshop.js';

const day = 86_400_000;

/** So many people are told that somebody asks for their apps in one pull request, whatever it asks for in turn. */
const maxAsked = 2;

/**
 * Owners whose certificates were replaced and revoked were told by nobody (app-certificate-requests#667, #688). So whoever
 * holds one is mentioned, in comments that are made once and say nothing else: an edit of the verdict tells nobody. Only
 * accounts that the ledger names, once a pull request, and never those who asked for it themselves.
 *
 * Here: that somebody else asks, as soon as the request could be approved.
 */
export async function tellOfAsking({ github }: Workshop, { situation, judgement, decision }: View): Promise<void> {
  const { pullRequest, base, comments, ownComments } = situation;
  const { ledger } = base.repository;
  const current = replacedBy(judgement);
  const holder = current && holderOf(ledger, current);
  if (current === undefined || holder === undefined || decision.kind !== 'ready') return;
  const isHere = [pullRequest.author, ...comments.flatMap(({ author }) => author ?? [])].some((account) =>
    isAccountOf(holder, account),
  );
  if (isHere) return;
  const prefix = `holder-asked ${pullRequest.number}`;
  const start = markerOf(prefix).replace(/ -->$/, ' ');
  if (ownComments.filter(({ body }) => body.startsWith(start)).length >= maxAsked) return;
  const body = askedWords(holder, pullRequest.author, current, ledger.revocationOf(current.serial));
  await sayOnce(github, pullRequest.number, { topic: `${prefix} ${keyOf(holder)}`, body }, base.commit);
}

/**
 * That it is decided, with the days on which the certificates end.
 * @returns false where another replica is about to say so, or died over it
 */
export async function tellOfDecision({ github }: Workshop, { situation }: View): Promise<boolean> {
  const { pullRequest, base } = situation;
  const { ledger } = base.repository;
  const record = ledger.issuedFor(pullRequest.number);
  if (record === undefined) return true;
  let isSaid = true;
  for (const { holder, records } of byHolder(ledger, replacedWith(ledger, record))) {
    if (isAccountOf(holder, pullRequest.author)) continue;
    const said = {
      topic: `holder-decided ${pullRequest.number} ${keyOf(holder)}`,
      body: decidedWords(holder, pullRequest.author, record, endsOf(ledger, records)),
    };
    isSaid = (await sayOnce(github, pullRequest.number, said, base.commit)) && isSaid;
  }
  return isSaid;
}

/** What this certificate ends, and the last one before it, which may have ended already. */
function replacedWith(ledger: Ledger, record: CertificateRecord): CertificateRecord[] {
  const names = [record.app, ...[...ledger.apps()].filter((old) => ledger.renamedTo(old) === record.app)];
  const older = names
    .flatMap((name) => ledger.certificatesOf(name))
    .filter(({ key, recordedAt }) => key !== record.key && recordedAt <= record.recordedAt);
  return older.filter(({ serial }, at) => {
    const revoked = ledger.revocationOf(serial);
    const isNow = revoked !== undefined && revoked.date >= record.notBefore;
    return ledger.announcementOf(serial) !== undefined || isNow || at === older.length - 1;
  });
}

function endsOf(ledger: Ledger, records: readonly CertificateRecord[]) {
  return records.map(({ app, serial, notAfter }) => {
    const announced = ledger.announcementOf(serial)?.on;
    return { app, serial, announced, revoked: ledger.revocationOf(serial)?.date, notAfter };
  });
}

/** What a process knows to be said. */
const told = new WeakMap<GithubCaches, Set<string>>();
const knownDays = 30;

/**
 * That certificates were revoked, in the issue or pull request in which somebody asked for that, or in which a key leaked.
 * @param thread only of this one; undefined: of all in the last days, for what was left undone
 */
export async function tellOfRevocations(
  { github }: Workshop,
  { repository: { ledger }, commit }: Situation['base'],
  thread?: number,
): Promise<void> {
  const since = github.clock.now().getTime() - knownDays * day;
  const known = told.get(github.caches) ?? new Set();
  told.set(github.caches, known);
  for (const { number, revoked } of byThread(ledger, since)) {
    if (thread !== undefined && thread !== number) continue;
    const records = revoked.flatMap(({ serial }) => ledger.certificatesOfSerial(serial));
    for (const { holder, records: own } of byHolder(ledger, records)) {
      const [first] = revoked;
      const topic = `holder-revoked ${number} ${keyOf(holder)} ${serialText(own[0]?.serial ?? 0n)}`;
      if (first === undefined || known.has(topic)) continue;
      const isSaid =
        (await isAsker(github, number, holder, first)) ||
        (await sayOnce(github, number, { topic, body: revokedWords(holder, own, first) }, commit));
      if (isSaid) known.add(topic);
    }
  }
}

/** Revocations that one commit made: they have one thread and one date. */
function byThread(ledger: Ledger, since: number): { number: number; revoked: RevocationRecord[] }[] {
  const groups = new Map<string, { number: number; revoked: RevocationRecord[] }>();
  for (const one of ledger.revocations.inThreads()) {
    const { thread, date } = one;
    if (thread === undefined || date.getTime() < since) continue;
    const key = `${thread} ${date.getTime()}`;
    const group = groups.get(key) ?? { number: thread, revoked: [] };
    groups.set(key, group);
    group.revoked.push(one);
  }
  return [...groups.values()];
}

/** Who asked for it, or opened the issue or pull request, knows. */
async function isAsker(
  github: Github,
  number: number,
  holder: Holder,
  { by = '' }: RevocationRecord,
): Promise<boolean> {
  if (holder.id !== undefined && by.includes(`(${holder.id})`)) return true;
  const { octokit, repository } = github;
  try {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}', {
      ...repository,
      issue_number: number,
    });
    const author = accountOf(data.user);
    return author !== undefined && isAccountOf(holder, author);
  } catch (error) {
    // an issue that is gone is no place to tell anybody anything
    if (hasStatus(error, 404, 410)) return true;
    throw error;
  }
}

function byHolder(
  ledger: Ledger,
  records: readonly CertificateRecord[],
): { holder: Holder; records: CertificateRecord[] }[] {
  const groups = new Map<string, { holder: Holder; records: CertificateRecord[] }>();
  for (const record of records) {
    const holder = holderOf(ledger, record);
    if (holder === undefined) continue;
    const group = groups.get(keyOf(holder)) ?? { holder, records: [] };
    groups.set(keyOf(holder), group);
    group.records.push(record);
  }
  return [...groups.values()];
}

/** Goes into the name of a ref. */
function keyOf({ login, id }: Holder): string {
  return String(id ?? login.toLowerCase());
}
