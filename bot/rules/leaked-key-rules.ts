// SPDX-License-Identifier: MIT
import { quote } from '../../ca/review/review-subject.js';
import type { Violation } from '../../common/rule.js';
import type { LeakedKey } from './leaked-keys.js';
import type { PullRequestRule, PullRequestSubject } from './pull-request-subject.js';

/** Private keys. No message ever shows a letter of one. */
export const leakedKeyRules: readonly PullRequestRule[] = [
  {
    id: 'leaked-key',
    severity: 'error',
    message: 'A private key stands in the pull request: it is public now, and can never be certified.',
    fix: 'Make a new key and a new request on a new branch; taking the file away again does not help.',
    source: 'app-certificate-requests#187, #818, #1006',
    check: (subject) =>
      subject.keys
        .filter((leaked) => isOfTheRequest(leaked, subject))
        .map((leaked) => violation(leaked, subject, 'error')),
  },
  {
    id: 'leaked-key-beside',
    severity: 'warning',
    message: 'A private key stands in a text of the pull request: it is public now, and can never be certified.',
    fix: 'Never use that key again. The request has another one, and is not touched by this.',
    source: 'app-certificate-requests#187',
    check: (subject) =>
      subject.keys
        .filter((leaked) => !isOfTheRequest(leaked, subject))
        .map((leaked) => violation(leaked, subject, 'warning')),
  },
];

/** Anybody can write a comment with some key in it: that must not stop a pull request for ever. */
function isOfTheRequest({ key, place }: LeakedKey, subject: PullRequestSubject): boolean {
  return place.kind !== 'text' || (key !== undefined && key === subject.key);
}

function violation({ key, place }: LeakedKey, subject: PullRequestSubject, severity: 'error' | 'warning'): Violation {
  const { ledger } = subject.situation.base.repository;
  const apps = key === undefined ? [] : [...new Set(ledger.certificatesOfKey(key).map(({ app }) => app))];
  const whose =
    apps.length > 0
      ? ` It is the certified key of ${apps.map(quote).join(', ')}.`
      : key !== undefined && key === subject.key
        ? ' It is the key of this request.'
        : '';
  const message = `${whereIs(place)} It is public now, and can never be certified.${whose}`;
  return { message, severity, ...(place.kind === 'file' && { file: place.path, line: place.line }) };
}

function whereIs(place: LeakedKey['place']): string {
  if (place.kind === 'file') return `A private key stands in ${quote(place.path)}.`;
  if (place.kind === 'text') return `A private key stands in ${place.of} of this pull request.`;
  const commit = place.commit.slice(0, 12);
  return `A private key stands in ${quote(place.path)} of the commit ${commit}, also where a later commit took it away.`;
}
