// SPDX-License-Identifier: MIT
import { appIdProblems } from './app-id.js';
import { quote, type ReviewRule, when } from './review-subject.js';

const commonName = '2.5.4.3';
const again =
  'Make the request again with nothing but the id: nextcloud-release certificate request APP_ID --key APP_ID.key.';
const server = 'server: IntegrityCheck/Checker.php, Installer.php: the certificate’s CN has to be the id of the app';

/** Who the request says it is for. */
export const subjectRules: readonly ReviewRule[] = [
  {
    id: 'path',
    severity: 'error',
    message: 'The request does not lie at APP_ID/APP_ID.csr.',
    fix: 'Move the file: one folder, named like the app, and in it the request, named like the app.',
    source: 'app-certificate-requests: README; #108, #1003, #1141',
    check: ({ repository, appId, file }) => {
      if (repository === undefined)
        return when(!file.path.endsWith('.csr'), { message: 'The file’s name does not end in .csr.' });
      return when(repository.path !== `${appId}/${appId}.csr`, {
        message: `The request lies at ${quote(repository.path)}, not at APP_ID/APP_ID.csr.`,
      });
    },
  },
  {
    id: 'cn-one',
    severity: 'error',
    applies: ({ request }) => request !== undefined,
    message: 'The subject does not have exactly one common name, by itself.',
    fix: again,
    source: server,
    check: ({ request }) => {
      const names = request?.subject.relativeNames ?? [];
      const count = request?.commonNames.length ?? 0;
      if (count !== 1)
        return [{ message: `The subject has ${count === 0 ? 'no common name' : `${count} common names`}.` }];
      const shared = names.some((relative) => relative.length > 1 && relative.some(({ type }) => type === commonName));
      return when(shared, { message: 'The common name shares a multi-valued relative name with something else.' });
    },
  },
  {
    id: 'cn-app-id',
    severity: 'error',
    applies: ({ request }) => request?.commonNames.length === 1,
    message: 'The common name is not the id of the app.',
    fix: again,
    source: `${server}; app-certificate-requests#441, #819`,
    check: ({ request, appId }) => {
      const name = request?.commonNames[0] ?? '';
      return when(name !== appId, { message: `The common name is ${quote(name)}, the file is for ${quote(appId)}.` });
    },
  },
  {
    id: 'subject-more',
    severity: 'info',
    applies: ({ request }) => request !== undefined,
    message: 'The subject says more than the common name; the rest is dropped.',
    fix: 'Nothing needs to be done.',
    source: 'the certificate says what was checked, and nothing else',
    check: ({ request }) => {
      const more = (request?.subject.attributes ?? []).filter(({ type }) => type !== commonName).length;
      return when(more > 0, {
        message: `The subject has ${more} ${more === 1 ? 'field' : 'fields'} beside the common name, which ${more === 1 ? 'is' : 'are'} dropped.`,
      });
    },
  },
  {
    id: 'request-extensions',
    severity: 'info',
    applies: ({ request }) => request !== undefined,
    message: 'The request asks for extensions; they are ignored.',
    fix: 'Nothing needs to be done.',
    source: 'the profile decides on the extensions',
    check: ({ request }) => when((request?.requestedExtensions.length ?? 0) > 0),
  },
  {
    id: 'request-attributes',
    severity: 'info',
    applies: ({ request }) => request !== undefined,
    message: 'The request has attributes, e.g. a challenge password; they are ignored.',
    fix: 'Nothing needs to be done; a challenge password is public now.',
    source: 'RFC 2985 section 5.4',
    check: ({ request }) => when((request?.attributes ?? []).some((type) => type !== '1.2.840.113549.1.9.14')),
  },
  {
    id: 'id-format',
    severity: 'error',
    applies: ({ repository, appId }) => (repository?.knowledge.certificatesOf(appId).length ?? 0) === 0,
    message: 'This cannot be the id of an app.',
    fix: 'Choose an id of a to z, 0 to 9 and single underscores that begins with a letter, and use it in info.xml too.',
    source: 'appstore: info.xsd; app-certificate-requests#794, appstore#1809',
    check: ({ appId, policy }) =>
      appIdProblems(appId, policy).map((problem) => ({
        message: `${quote(appId)} cannot be the id of an app: it ${problem}.`,
      })),
  },
];
