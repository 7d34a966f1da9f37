// SPDX-License-Identifier: MIT
import { currentCertificate } from '../../ca/ledger/certificate-record.js';
import { keyHash } from '../../ca/review/review-subject.js';
import type { Rule } from '../../common/rule.js';
import type { Purpose } from '../judgement.js';
import type { Change, Situation } from '../situation.js';
import { type LeakedKey, leakedKeys } from './leaked-keys.js';
import { appOfCertificatePath, appOfRequestPath, isUnsafePath } from './path-of.js';
import { isAuthority, type ToldRequest, toldRequests } from './told-request.js';

const day = 86_400_000;

/** What the rules about pull requests look at: the situation, and what several of them ask, found out once. */
export interface PullRequestSubject {
  readonly situation: Situation;
  /** every request that it adds or changes */
  readonly requests: readonly ToldRequest[];
  /** the one, where there is one */
  readonly request: ToldRequest | undefined;
  readonly appId: string | undefined;
  /** SHA-256 of the request's SubjectPublicKeyInfo, hex */
  readonly key: string | undefined;
  readonly purpose: Purpose;
  readonly keys: readonly LeakedKey[];
  /** it has to do with a certificate: without that it is none of the bot's business */
  readonly isAboutCertificates: boolean;
  /** what else it touches, by what that is */
  readonly others: Readonly<Record<OtherKind, readonly Change[]>>;
}

export type OtherKind = 'unsafe' | 'no-file' | 'authority' | 'certificate' | 'lost-request' | 'key' | 'extra';

export type PullRequestRule = Rule<PullRequestSubject>;

const subjects = new WeakMap<Situation, PullRequestSubject>();

/** Found out once for each situation: proving a leaked key takes a signature, and the words ask again. */
export function pullRequestSubject(situation: Situation): PullRequestSubject {
  const known = subjects.get(situation);
  if (known !== undefined) return known;
  const subject = findOut(situation);
  subjects.set(situation, subject);
  return subject;
}

function findOut(situation: Situation): PullRequestSubject {
  const { changes } = situation;
  const requests = toldRequests(situation, changes);
  const request = requests.length === 1 ? requests[0] : undefined;
  const spki = request?.file?.request?.spki;
  const key = spki && keyHash(spki);
  const keys = leakedKeys(situation, key);
  const purpose = purposeOf(situation, changes, request, key);
  return {
    situation,
    requests,
    request,
    appId: request?.appId,
    key,
    purpose,
    keys,
    isAboutCertificates: changes.some(isAboutCertificates) || requests.length > 0 || keys.some(isOfAuthor),
    others: others(changes, requests, request, purpose, keys),
  };
}

/**
 * Anybody can write a comment with some key in it, and a link says nothing of keys: a pull request about something else
 * does not become another by that.
 */
function isOfAuthor({ place }: LeakedKey): boolean {
  return place.kind === 'text' ? place.byAuthor : place.kind !== 'repository';
}

/** A request, a certificate, a key: or something that was meant as one. */
function isAboutCertificates({ path }: Change): boolean {
  return !isAuthority(path) && /\.(?:csr|crt|cer|pem|der|key|p12|pfx|req)$/i.test(path);
}

function purposeOf(
  { base, now }: Situation,
  changes: readonly Change[],
  request: ToldRequest | undefined,
  key: string | undefined,
): Purpose {
  if (request === undefined) return { kind: 'unknown' };
  const { ledger, policy } = base.repository;
  const current = currentCertificate(ledger, request.appId);
  if (current === undefined) {
    const from = renamedFrom(changes, request);
    if (from !== undefined) return { kind: 'rename', from, current: currentCertificate(ledger, from) };
    const last = ledger.certificatesOf(request.appId).at(-1);
    if (last === undefined) return { kind: 'new' };
    const revoked = ledger.revocationOf(last.serial);
    if (key === undefined) return { kind: 'unknown' };
    // the id has had a holder: it is not anybody's now
    return { kind: 'replacement', current: last, ...(revoked && { revoked }) };
  }
  if (key === undefined) return { kind: 'unknown' };
  if (current.key !== key) return { kind: 'replacement', current };
  const left = Math.floor((current.notAfter.getTime() - now.getTime()) / day);
  return left > policy.renewalDays ? { kind: 'nothing-to-do', current } : { kind: 'renewal', current };
}

/** The one other app whose request goes while this one comes. */
function renamedFrom(changes: readonly Change[], { appId, change }: ToldRequest): string | undefined {
  const gone = changes.flatMap(({ path, status }) => (status === 'deleted' ? (appOfRequestPath(path) ?? []) : []));
  const [from, ...more] = gone.filter((app) => app !== appId);
  return change.status === 'added' && more.length === 0 ? from : undefined;
}

function others(
  changes: readonly Change[],
  requests: readonly ToldRequest[],
  request: ToldRequest | undefined,
  purpose: Purpose,
  keys: readonly LeakedKey[],
): Record<OtherKind, Change[]> {
  const sorted: Record<OtherKind, Change[]> = {
    unsafe: [],
    'no-file': [],
    authority: [],
    certificate: [],
    'lost-request': [],
    key: [],
    extra: [],
  };
  const keyPaths = new Set(keys.flatMap(({ place }) => (place.kind === 'file' ? place.path : [])));
  const ownApps = [request?.appId, purpose.kind === 'rename' ? purpose.from : undefined];
  for (const change of changes) {
    if (requests.some((one) => one.change === change)) continue;
    const kind = kindOf(change, keyPaths);
    const app = kind === 'lost-request' ? appOfRequestPath(change.path) : appOfCertificatePath(change.path);
    // the developer documentation tells people to delete the old certificate; a moved request is told of as such
    const isFine = change.status === 'deleted' && app !== undefined && ownApps.includes(app);
    if (!isFine) sorted[kind].push(change);
  }
  return sorted;
}

function kindOf({ path, status, mode = '100644' }: Change, keyPaths: ReadonlySet<string>): OtherKind {
  if (isUnsafePath(path)) return 'unsafe';
  if (isAuthority(path)) return 'authority';
  if (keyPaths.has(path)) return 'key';
  if (status !== 'deleted' && !mode.startsWith('100')) return 'no-file';
  if (/\.crt$/i.test(path)) return 'certificate';
  return status === 'deleted' && appOfRequestPath(path) !== undefined ? 'lost-request' : 'extra';
}
