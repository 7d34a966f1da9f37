// SPDX-License-Identifier: MIT
import { quote, when } from '../../ca/review/review-subject.js';
import type { Violation } from '../../common/rule.js';
import type { Change } from '../situation.js';
import type { OtherKind, PullRequestRule, PullRequestSubject } from './pull-request-subject.js';

const howMany = 5;

/** The first few, in quotes, and how many there are beside them. */
export function listed(names: readonly string[], most = howMany): string {
  const more = names.length - most;
  return `${names.slice(0, most).map(quote).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function touching(kind: OtherKind, words: (paths: string, changes: readonly Change[]) => string) {
  return ({ others }: PullRequestSubject): Violation[] => {
    const changes = others[kind];
    const [first, ...more] = changes;
    if (first === undefined) return [];
    const message = words(listed(changes.map(({ path }) => path)), changes);
    // a place only where it is one, and still there
    return [{ message, ...(more.length === 0 && first.status !== 'deleted' && { file: first.path }) }];
  };
}

const isAboutCertificates = ({ isAboutCertificates: is }: PullRequestSubject): boolean => is;
const isMaintainers = ({ situation: { pullRequest, approvers } }: PullRequestSubject): boolean =>
  approvers.get(pullRequest.author.id) === true;
const writtenByBot = /^authority\/(?:ledger\.jsonl|nextcloud\.crl)/i;

/** What a pull request may touch: one request, and nothing else. */
export const extentRules: readonly PullRequestRule[] = [
  {
    id: 'no-request',
    severity: 'info',
    applies: ({ isAboutCertificates: is }) => !is,
    message: 'The pull request touches no certificate request: there is nothing to judge.',
    fix: 'Nothing needs to be done; a maintainer reviews it.',
    source: 'app-certificate-requests: README',
    check: () => when(true),
  },
  {
    id: 'request-missing',
    severity: 'error',
    applies: isAboutCertificates,
    message: 'The pull request adds no certificate request.',
    fix: 'Add the request at APP_ID/APP_ID.csr, and nothing else.',
    source: 'app-certificate-requests#187, #268, #303',
    check: ({ requests, others }) => when(requests.length === 0 && others['lost-request'].length === 0),
  },
  {
    id: 'several-requests',
    severity: 'error',
    message: 'The pull request asks for several certificates.',
    fix: 'Make one pull request for each app, so that none waits for another.',
    source: 'app-certificate-requests#364, #995, #1147, #1176',
    check: ({ requests }) =>
      when(requests.length > 1, {
        message: `The pull request asks for the certificates of ${requests.length} apps: ${listed(requests.map(({ appId }) => appId))}.`,
      }),
  },
  {
    id: 'request-taken-away',
    severity: 'error',
    message: 'The pull request takes away the request of an app.',
    fix: 'Leave it there. To have a certificate revoked, comment /revoke APP_ID REASON; to rename an app, add the new request in the same pull request.',
    source: 'app-certificate-requests#728, #782, #803: the certificate goes on living without its request',
    check: touching('lost-request', (paths) => `The pull request takes away ${paths}. That revokes nothing.`),
  },
  {
    id: 'rename',
    severity: 'hold',
    message: 'The pull request gives an app another id.',
    fix: 'Say why, and that the account that asked for the old certificate agrees.',
    source: 'app-certificate-requests#728, #774, #1197 to #1209',
    check: ({ purpose, appId = '' }) =>
      purpose.kind === 'rename'
        ? [
            {
              message: `This renames the app ${quote(purpose.from)} to ${quote(appId)}: the old request goes, the new one comes.`,
              severity: purpose.current === undefined ? 'info' : 'hold',
            },
          ]
        : [],
  },
  {
    id: 'certificate-touched',
    severity: 'error',
    message: 'The pull request changes a certificate.',
    fix: 'Leave .crt files alone: the authority writes them. Deleting the old one of this app is fine, and not needed.',
    source: 'app-certificate-requests#303, #597, #617, #1041, #1140',
    check: touching('certificate', (paths, changes) => {
      const verb = changes.every(({ status }) => status === 'deleted') ? 'deletes' : 'adds or changes';
      return `The pull request ${verb} ${paths}; certificates are written by the authority alone.`;
    }),
  },
  {
    id: 'extra-files',
    severity: 'error',
    applies: isAboutCertificates,
    message: 'The pull request touches files that are no part of a request.',
    fix: 'Take them out of the pull request.',
    source: 'app-certificate-requests#696, #1192, #1244',
    check: touching('extra', (paths, { length }) => {
      return `The pull request touches ${length === 1 ? 'a file that is' : `${length} files that are`} no part of a request: ${paths}.`;
    }),
  },
  {
    id: 'protected-files',
    severity: 'error',
    message: 'The pull request touches ledger, revocation list, policy, settings or workflows.',
    fix: 'Take them out of the pull request: ledger and list are written by the bot alone, the rest is changed by the maintainers in pull requests of their own.',
    source: 'whoever could change them could have anything certified',
    check: (subject) => {
      const changes = subject.others.authority;
      const alone = !subject.isAboutCertificates && subject.others.extra.length === 0;
      // the maintainers’ own business, as long as it is not mixed with anything
      if (isMaintainers(subject) && alone && !changes.some(({ path }) => writtenByBot.test(path))) return [];
      return touching(
        'authority',
        (paths) => `The pull request touches ${paths}, which no request may change.`,
      )(subject);
    },
  },
  {
    id: 'not-a-file',
    severity: 'error',
    message: 'The pull request adds a symbolic link or a submodule.',
    fix: 'Add the request as an ordinary file.',
    source: 'git: modes 120000 and 160000; what such an entry leads to can change after the review',
    check: touching('no-file', (paths, changes) => {
      const kinds = new Set(changes.map(({ mode }) => (mode === '120000' ? 'a symbolic link' : 'a submodule')));
      return `The pull request adds ${[...kinds].join(' and ')}: ${paths}.`;
    }),
  },
  {
    id: 'too-large',
    severity: 'error',
    message: 'The pull request has more commits or files than can be looked at.',
    fix: 'Make a new branch from the base branch with one commit that adds the request.',
    source: 'GitHub lists 250 commits and 3,000 files of a pull request; what was not seen is not signed',
    check: ({ situation: { truncated } }) => when(truncated),
  },
  {
    id: 'unread',
    severity: 'error',
    message: 'A file is too large to be looked at.',
    fix: 'A request has about 1,600 bytes. Make a new branch from the base branch with one commit that adds the request alone.',
    source: 'what was not looked at may hold a private key',
    check: ({ situation }) => {
      const missing = [...situation.changes, ...situation.commits.flatMap((commit) => commit.changes)].filter(
        ({ blob, mode }) => blob !== undefined && mode !== '160000' && !situation.blobs.has(blob),
      );
      const paths = [...new Set(missing.map(({ path }) => path))];
      return when(paths.length > 0, { message: `Too large to be looked at: ${listed(paths)}.` });
    },
  },
];
