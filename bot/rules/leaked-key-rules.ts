// SPDX-License-Identifier: MIT
import { quote } from '../../ca/review/review-subject.js';
import type { Violation } from '../../common/rule.js';
import { isBurnt } from './burnt-keys.js';
import type { LeakedKey } from './leaked-keys.js';
import type { PullRequestRule, PullRequestSubject } from './pull-request-subject.js';

const again = 'Make a new key and a new request on a new branch; taking the file away again does not help.';

/** Private keys. No message ever shows a letter of one, nor the way to one that lies elsewhere. */
export const leakedKeyRules: readonly PullRequestRule[] = [
  {
    id: 'leaked-key',
    severity: 'error',
    message: 'A private key stands in the pull request: it is public now, and can never be certified.',
    fix: again,
    source: 'app-certificate-requests#187, #818, #1006',
    check: told((leaked, subject) => leaked.key !== undefined && isOfTheRequest(leaked, subject)),
  },
  {
    id: 'leaked-key-unreadable',
    severity: 'error',
    message: 'A private key stands in the pull request that cannot be opened: nobody can tell whose it is.',
    fix: again,
    source: 'app-certificate-requests#187, #818',
    check: told((leaked, subject) => leaked.key === undefined && isOfTheRequest(leaked, subject)),
  },
  {
    id: 'leaked-key-repository',
    severity: 'error',
    message: 'The private key of this request lies in the app’s repository: it is public, and can never be certified.',
    fix: 'Take the file out of the repository, make a new key that is kept outside of it, and a new request.',
    source: 'app-certificate-requests#1006, #1042, #1140',
    check: told(isOwnElsewhere),
  },
  {
    id: 'leaked-key-beside',
    severity: 'warning',
    message: 'A private key is public that is not the one of this request.',
    fix: 'Never use that key again. The request has another one, and is not touched by this.',
    source: 'app-certificate-requests#187, #1006',
    check: told((leaked, subject) => !isOfTheRequest(leaked, subject) && !isOwnElsewhere(leaked, subject)),
  },
];

/** Anybody can write a comment with some key in it: that must not stop a pull request for ever. */
function isOfTheRequest({ key, place }: LeakedKey, subject: PullRequestSubject): boolean {
  if (place.kind === 'repository') return false;
  return place.kind !== 'text' || (key !== undefined && key === subject.key);
}

function isOwnElsewhere({ key, place }: LeakedKey, subject: PullRequestSubject): boolean {
  return place.kind === 'repository' && key === subject.key;
}

function told(which: (leaked: LeakedKey, subject: PullRequestSubject) => boolean): PullRequestRule['check'] {
  return (subject) =>
    subject.keys.filter((leaked) => which(leaked, subject)).map((leaked) => violation(leaked, subject));
}

function violation(leaked: LeakedKey, subject: PullRequestSubject): Violation {
  const { place } = leaked;
  const message = [whereIs(place), whatItMeans(leaked, subject), whose(leaked, subject)].filter(Boolean).join(' ');
  return { message, ...(place.kind === 'file' && { file: place.path, line: place.line }) };
}

function whereIs(place: LeakedKey['place']): string {
  if (place.kind === 'repository') return 'A private key lies in a file of the linked repository.';
  if (place.kind === 'file') return `A private key stands in ${quote(place.path)}.`;
  if (place.kind === 'text') return `A private key stands in ${place.of} of this pull request.`;
  const commit = place.commit.slice(0, 12);
  return `A private key stands in ${quote(place.path)} of the commit ${commit}, also where a later commit took it away.`;
}

/** Nothing is promised of a key that nobody can name: blocked is what has a hash. */
function whatItMeans(leaked: LeakedKey, subject: PullRequestSubject): string {
  if (isBurnt(leaked, subject)) return 'It is public now, and can never be certified.';
  if (leaked.key !== undefined) return 'It is public now.';
  return 'It is public now. It cannot be opened here, with a passphrase on it or damaged as it is, so nobody can tell whose it is.';
}

function whose({ key }: LeakedKey, subject: PullRequestSubject): string {
  if (key === undefined) return '';
  const { ledger } = subject.situation.base.repository;
  const certificates = ledger.certificatesOfKey(key);
  const apps = [...new Set(certificates.map(({ app }) => app))].map(quote).join(', ');
  if (certificates.length === 0) return key === subject.key ? 'It is the key of this request.' : '';
  const isRevoked = certificates.every(({ serial }) => ledger.revocationOf(serial) !== undefined);
  return isRevoked
    ? `It was the certified key of ${apps}: what was certified with it is revoked.`
    : `It is the certified key of ${apps}: what was certified with it is revoked as soon as the authority’s key is at hand.`;
}
