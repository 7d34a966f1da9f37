// SPDX-License-Identifier: MIT
import { quote, when } from '../../ca/review/review-subject.js';
import type { LinkedRepository } from '../situation.js';
import type { PullRequestRule, PullRequestSubject } from './pull-request-subject.js';

/** A renewal changes neither key nor holder: nobody has to be shown again who he is. */
const asksForLink = ({ isAboutCertificates, purpose, situation }: PullRequestSubject): boolean =>
  isAboutCertificates &&
  situation.settings.repositoryLink === 'required' &&
  purpose.kind !== 'renewal' &&
  purpose.kind !== 'nothing-to-do';

type Found = Extract<LinkedRepository, { kind: 'found' }>;

function found({ situation: { linked } }: PullRequestSubject): Found | undefined {
  return linked.kind === 'found' ? linked : undefined;
}

const link = 'Write the address of the app’s public repository into the description of the pull request.';
const folder =
  'Where it lies in a folder or on another branch, link that: https://github.com/OWNER/NAME/tree/BRANCH/FOLDER.';

/** The app’s repository: that there is one, that it is this app’s, and what the requester has to do with it. */
export const repositoryLinkRules: readonly PullRequestRule[] = [
  {
    id: 'repository-link',
    severity: 'error',
    applies: asksForLink,
    message: 'The description names no repository of the app.',
    fix: link,
    source: 'app-certificate-requests#1085, #1156, #1246',
    check: ({ situation: { linked } }) => when(linked.kind === 'none'),
  },
  {
    id: 'repository-not-an-app',
    severity: 'error',
    applies: asksForLink,
    message: 'The linked repository is this one, or a fork of it, and not the app’s.',
    fix: link,
    source: 'app-certificate-requests#468',
    check: ({ situation: { linked } }) =>
      linked.kind === 'not-an-app'
        ? [{ message: `The linked repository ${quote(linked.url)} holds certificate requests; it is not the app’s.` }]
        : [],
  },
  {
    id: 'repository-unreachable',
    severity: 'error',
    applies: asksForLink,
    message: 'The linked repository cannot be read without a login.',
    fix: 'Make the repository public, or correct the address; then comment /recheck.',
    source: 'app-certificate-requests#244, #476, #613, #698',
    check: ({ situation: { linked } }) =>
      linked.kind === 'unreachable'
        ? [{ message: `The linked repository ${quote(linked.url)} cannot be read: it is private, gone, or mistyped.` }]
        : [],
  },
  {
    id: 'repository-elsewhere',
    severity: 'hold',
    applies: asksForLink,
    message: 'The linked repository is on a host that the bot does not know.',
    fix: 'Nothing to do for the requester: a maintainer looks at its appinfo/info.xml.',
    source: 'only GitHub is asked: a bot that opens any address can be sent anywhere',
    check: ({ situation: { linked } }) =>
      linked.kind === 'elsewhere'
        ? [{ message: `The linked repository ${quote(linked.url)} is on a host that the bot does not ask.` }]
        : [],
  },
  {
    id: 'info-xml-absent',
    severity: 'error',
    applies: asksForLink,
    message: 'The linked repository has no appinfo/info.xml.',
    fix: `Add it to the default branch. ${folder}`,
    source: 'app-certificate-requests#616, #1023, #1245',
    check: (subject) => {
      const app = found(subject);
      return when(app?.infoXml.kind === 'absent', {
        message: `The repository ${quote(app?.name ?? '')} has no ${quote(app?.infoXml.path ?? '')} on the branch that was looked at.`,
      });
    },
  },
  {
    id: 'info-xml-unreadable',
    severity: 'error',
    applies: asksForLink,
    message: 'The appinfo/info.xml of the linked repository cannot be read.',
    fix: 'Correct it: nextcloud-release validate says what the store would say.',
    source: 'appstore: api/v1/release/parser.py',
    check: (subject) => {
      const app = found(subject);
      if (app?.infoXml.kind !== 'unreadable') return [];
      return [
        { message: `${quote(app.infoXml.path)} of ${quote(app.name)} cannot be read: ${quote(app.infoXml.why)}.` },
      ];
    },
  },
  {
    id: 'info-xml-id',
    severity: 'error',
    applies: asksForLink,
    message: 'The id in the app’s info.xml is not the one of the request.',
    fix: 'Correct the id there, or ask for a certificate for the id that stands there.',
    source:
      'the certificate’s CN, the folder and the id in info.xml must be the same; app-certificate-requests#572, #717, #1023, #1192',
    check: (subject) => {
      const { appId } = subject;
      const app = found(subject);
      if (app?.infoXml.kind !== 'read' || appId === undefined || app.infoXml.id === appId) return [];
      const { path, id } = app.infoXml;
      return [
        {
          message: `${quote(path)} of ${quote(app.name)} has the id ${quote(id)}, the request is for ${quote(appId)}.`,
        },
      ];
    },
  },
  {
    id: 'info-xml-refused',
    severity: 'warning',
    applies: asksForLink,
    message: 'The store would refuse the app’s info.xml as it is.',
    fix: 'Correct it before the first release; it does not hold up the certificate.',
    source: 'appstore: api/v1/release/info.xsd',
    check: (subject) => {
      const app = found(subject);
      if (app?.infoXml.kind !== 'read') return [];
      const [first, ...more] = app.infoXml.refusals;
      if (first === undefined) return [];
      const rest = more.length === 0 ? '' : ` (and ${more.length} more)`;
      return [{ message: `The store would refuse ${quote(app.infoXml.path)} as it is: ${quoteLong(first)}${rest}.` }];
    },
  },
  {
    id: 'repository-relation',
    severity: 'hold',
    applies: asksForLink,
    message: 'Nothing public shows what the requester has to do with the linked repository.',
    fix: 'Make the membership of its organisation public, then comment /recheck. Else whoever approves weighs what there is: the word of an owner in a comment here, for one.',
    source: 'app-certificate-requests#791, #1120, #1239',
    check: (subject) => {
      const app = found(subject);
      if (app === undefined || app.relation === 'owner' || app.relation === 'member') return [];
      const name = quote(app.name);
      return app.relation === undefined
        ? [{ message: `Nothing public shows what the requester has to do with ${name}.` }]
        : [
            {
              message: `The requester has commits in ${name}, and no other tie to it that can be seen.`,
              severity: 'warning',
            },
          ];
    },
  },
  {
    id: 'repository-key-files',
    severity: 'hold',
    message: 'The linked repository holds files that look like private keys.',
    fix: 'Take them out: git grep -lI "PRIVATE KEY" names most of them. Where one is the key of this request, make a new key and a new request.',
    source: 'app-certificate-requests#1006, #1042, #1140',
    check: (subject) => {
      // of a key that matters here a rule of its own tells
      const told = subject.keys.filter(({ place }) => place.kind === 'repository').length;
      const left = (found(subject)?.keyFiles ?? 0) - told;
      const files = left === 1 ? 'a file that looks like a private key' : `${left} files that look like private keys`;
      return when(left > 0, { message: `The linked repository holds ${files}.` });
    },
  },
];

/** The store’s own words are longer than a name. */
function quoteLong(text: string): string {
  return JSON.stringify(text.length > 300 ? `${text.slice(0, 300)}…` : text);
}
