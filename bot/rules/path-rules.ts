// SPDX-License-Identifier: MIT
import { currentCertificate } from '../../ca/ledger/certificate-record.js';
import { quote } from '../../ca/review/review-subject.js';
import { listed } from './extent-rules.js';
import { codePoint, looksLike, strangeCharacters } from './path-of.js';
import type { PullRequestRule, PullRequestSubject } from './pull-request-subject.js';

/** Where the request lies, and under what a name. */
export const pathRules: readonly PullRequestRule[] = [
  {
    id: 'path-unsafe',
    severity: 'error',
    message: 'A path leads out of the repository, or into git’s own folder.',
    fix: 'Put the request at APP_ID/APP_ID.csr.',
    source: 'git: read-cache.c, verify_path; CVE-2014-9390',
    check: ({ others: { unsafe } }) =>
      unsafe.length === 0
        ? []
        : [{ message: `These are no paths of a repository: ${listed(unsafe.map(({ path }) => path))}.` }],
  },
  {
    id: 'request-path',
    severity: 'error',
    message: 'The request does not lie at APP_ID/APP_ID.csr.',
    fix: 'Move the file: one folder, named like the app, and in it the request, named like the app.',
    source: 'app-certificate-requests: README; #108, #1003, #1114, #1141, #1146',
    check: ({ requests }) =>
      requests
        .filter(({ wellPlaced }) => !wellPlaced)
        .map(({ appId, change: { path } }) => ({
          message: `The request lies at ${quote(path)}; for the app ${quote(appId)} it must be ${quote(`${appId}/${appId}.csr`)}.`,
          file: path,
        })),
  },
  {
    id: 'path-characters',
    severity: 'error',
    message: 'The path of the request has letters in it that are no ASCII, or cannot be seen.',
    fix: 'Choose an id of a to z, 0 to 9 and single underscores, and type it anew.',
    source: 'Unicode Technical Standard 39: letters that look alike; appstore: info.xsd',
    check: (subject) =>
      subject.requests.flatMap(({ appId, change: { path } }) => {
        const strange = strangeCharacters(path);
        if (strange.length === 0) return [];
        const twin = twinOf(subject, appId);
        const like = twin === undefined ? '' : ` It looks like the app ${quote(twin)}, and is another one.`;
        const points = strange.slice(0, 8).map(codePoint).join(', ');
        return [{ message: `The path ${quote(path)} has ${points} in it.${like}`, file: path }];
      }),
  },
  {
    id: 'path-case',
    severity: 'error',
    message: 'The folder differs from another app’s in capitals only.',
    fix: 'Choose another id; to correct the id of your own app, take its old request away in the same pull request.',
    source: 'on Windows and macOS both are the same folder; app-certificate-requests#280, #680',
    check: (subject) =>
      subject.requests.flatMap(({ appId, change: { path } }) => {
        if (strangeCharacters(appId).length > 0) return [];
        const twin = twinOf(subject, appId);
        if (twin === undefined) return [];
        const message = `${quote(appId)} and the certified app ${quote(twin)} are the same folder where capitals do not count.`;
        return [{ message, file: path }];
      }),
  },
];

/** The certified app that an id never certified before would be taken for; the one that it takes the place of is none. */
function twinOf({ situation, purpose }: PullRequestSubject, appId: string): string | undefined {
  const { ledger } = situation.base.repository;
  if (ledger.certificatesOf(appId).length > 0) return undefined;
  const look = looksLike(appId);
  const from = purpose.kind === 'rename' ? purpose.from : undefined;
  for (const app of ledger.apps()) {
    if (app !== from && looksLike(app) === look && currentCertificate(ledger, app) !== undefined) return app;
  }
  return undefined;
}
