// SPDX-License-Identifier: MIT
import type { CertificateRecord } from '../ledger/certificate-record.js';
import { confusingWith, isCommonWord, nearProduct, reservedBecause } from './known-names.js';
import { quote, type ReviewRule, type ReviewSubject, when } from './review-subject.js';

const day = 86_400_000;

const isNew = ({ repository, appId }: ReviewSubject): boolean =>
  repository?.knowledge.certificatesOf(appId).length === 0;
/** A new id that is neither refused anyway nor decided upon by the policy. */
const isNewName = (subject: ReviewSubject): boolean =>
  isNew(subject) && reserved(subject) === undefined && !subject.policy.allowedIds.includes(subject.appId);
const reserved = ({ appId, policy }: ReviewSubject): string | undefined =>
  policy.allowedIds.includes(appId) ? undefined : reservedBecause(appId, policy.reservedIds);
const hasKey = ({ repository, key }: ReviewSubject): boolean => repository !== undefined && key !== undefined;
const otherName = 'Choose another id, and use it in appinfo/info.xml too.';
const newKey =
  'Make a new key and request: openssl req -nodes -newkey rsa:4096 -keyout APP_ID.key -out APP_ID.csr -subj "/CN=APP_ID".';

/** What only the repository knows: names and keys that are taken, and what there is already for this app. */
export const repositoryRules: readonly ReviewRule[] = [
  {
    id: 'id-reserved',
    severity: 'error',
    applies: isNew,
    message: 'The id is reserved.',
    fix: otherName,
    source: 'server: core/shipped.json; app-certificate-requests#108, #182, #374',
    check: (subject) => {
      const why = reserved(subject);
      return when(why !== undefined, { message: `The id ${quote(subject.appId)} is reserved: ${why ?? ''}.` });
    },
  },
  {
    id: 'id-product',
    severity: 'hold',
    applies: isNewName,
    message: 'The id has the product’s name in it, or nearly.',
    fix: otherName,
    source: 'app-certificate-requests#652, #794, #872',
    check: ({ appId }) => {
      const product = nearProduct(appId);
      return when(product !== undefined, {
        message: `The id ${quote(appId)} has ${quote(product ?? '')} in it, or nearly.`,
      });
    },
  },
  {
    id: 'id-confusing',
    severity: 'hold',
    applies: isNewName,
    message: 'People would mistake the id for another app’s.',
    fix: otherName,
    source: 'app-certificate-requests#148, #757, #1048',
    check: ({ appId, repository }) => {
      const other = confusingWith(appId, repository?.knowledge.apps() ?? []);
      return when(other !== undefined, {
        message: `The id ${quote(appId)} is nearly that of the app ${quote(other ?? '')}.`,
      });
    },
  },
  {
    id: 'id-generic',
    severity: 'hold',
    applies: isNewName,
    message: 'The id is a common word.',
    fix: otherName,
    source: 'app-certificate-requests#637, #1111, #1147',
    check: ({ appId }) =>
      when(isCommonWord(appId), { message: `The id ${quote(appId)} is a common word, not a name.` }),
  },
  {
    id: 'key-blocked',
    severity: 'error',
    applies: hasKey,
    message: 'The key is known to be compromised.',
    fix: newKey,
    source: 'app-certificate-requests#1006',
    check: ({ repository, key = '' }) => {
      const why = repository?.knowledge.blockedKey(key);
      const leaked = revocations(repository?.knowledge.certificatesOfKey(key) ?? [], repository).some(
        ({ reason }) => reason === 'keyCompromise',
      );
      return when(why !== undefined || leaked, {
        message: `The key can never be certified again: ${why === undefined ? 'a certificate of it was revoked because the key leaked' : quote(why)}.`,
      });
    },
  },
  {
    id: 'key-of-another-app',
    severity: 'error',
    applies: hasKey,
    message: 'Another app has this key.',
    fix: newKey,
    source: 'none of 993 certified keys belongs to two apps',
    check: ({ repository, key = '', appId }) => {
      const other = repository?.knowledge.certificatesOfKey(key).find(({ app }) => app !== appId);
      return when(other !== undefined, { message: `The key is the one of the app ${quote(other?.app ?? '')}.` });
    },
  },
  {
    id: 'key-old',
    severity: 'error',
    applies: (subject) => hasKey(subject) && subject.current?.key !== subject.key,
    message: 'The key is an old one of this app.',
    fix: newKey,
    source: 'a key that was replaced was lost, handed over or stolen',
    check: ({ repository, key = '', appId }) =>
      when(repository?.knowledge.certificatesOfKey(key).some(({ app }) => app === appId) ?? false, {
        message: 'The key is an old one of this app, whose certificate was revoked or replaced.',
      }),
  },
  {
    id: 'renewal',
    severity: 'info',
    applies: ({ current, key }) => current !== undefined && current.key === key,
    message: 'The app has a certificate with this key.',
    fix: 'Nothing needs to be done.',
    source: 'the store compares certificate texts: registering a renewal deletes the app’s releases there',
    check: ({ current, policy, now }) => {
      if (current === undefined) return [];
      const left = Math.floor((current.notAfter.getTime() - now.getTime()) / day);
      const ends = current.notAfter.toISOString().slice(0, 10);
      if (left > policy.renewalDays) {
        return [
          { message: `Nothing to do: the app has a certificate with this key until ${ends}, ${left} days from now.` },
        ];
      }
      return [{ message: `This renews the certificate that ends on ${ends}. The old one stays valid until then.` }];
    },
  },
  {
    id: 'replacement',
    severity: 'hold',
    applies: ({ current, key }) => current !== undefined && key !== undefined && current.key !== key,
    message: 'The app has a certificate with another key.',
    fix: 'Say why: lost, leaked, taken over, wrong name. Where the old key is still there, sign the request with it.',
    source: 'app-certificate-requests#1136: a certificate was replaced for nothing',
    check: ({ current }) =>
      when(true, {
        message: `The app has a certificate with another key, valid until ${current?.notAfter.toISOString().slice(0, 10) ?? ''}.`,
      }),
  },
  {
    id: 'revoked-before',
    severity: 'hold',
    applies: ({ repository, current, appId }) =>
      current === undefined && (repository?.knowledge.certificatesOf(appId).length ?? 0) > 0,
    message: 'The app was certified before, and all its certificates are revoked.',
    fix: 'Say why they were revoked, and who asks now.',
    source: 'app-certificate-requests#791, #303, #617',
    check: () => when(true),
  },
];

function revocations(records: readonly CertificateRecord[], repository: ReviewSubject['repository']) {
  return records.flatMap(({ serial }) => repository?.knowledge.revocationOf(serial) ?? []);
}
