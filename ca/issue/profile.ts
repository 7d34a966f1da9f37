// SPDX-License-Identifier: MIT
import { InputError } from '../../common/input-error.js';
import {
  authorityKeyIdentifier,
  basicConstraints,
  codeSigning,
  keyIdentifier,
  keyUsage,
  subjectKeyIdentifier,
} from '../x509/extension.js';

/** The keys that an extension may speak of. */
export interface ExtensionContext {
  /** SubjectPublicKeyInfo of the certificate's own key */
  readonly spki: Uint8Array;
  /** subject key identifier of the issuer */
  readonly issuerKeyId: Uint8Array;
}

/** Every extension that a profile may ask for: its OID, and the bytes. There is no caIssuers: servers would fetch it. */
export const extensionKinds = {
  'basic-constraints': { id: '2.5.29.19', write: () => basicConstraints(false) },
  'key-usage': { id: '2.5.29.15', write: () => keyUsage('digitalSignature') },
  'extended-key-usage': { id: '2.5.29.37', write: () => codeSigning },
  'subject-key-identifier': {
    id: '2.5.29.14',
    write: ({ spki }: ExtensionContext) => subjectKeyIdentifier(keyIdentifier(spki)),
  },
  'authority-key-identifier': {
    id: '2.5.29.35',
    write: ({ issuerKeyId }: ExtensionContext) => authorityKeyIdentifier(issuerKeyId),
  },
} as const satisfies Record<string, { id: string; write(context: ExtensionContext): Uint8Array }>;

/** What a certificate looks like: data, no code. The signature is always sha256WithRSAEncryption. */
export interface Profile {
  readonly name: string;
  /** X.509 version */
  readonly version: 1 | 3;
  readonly validityDays: number;
  /** in the order in which they are written; none in version 1 */
  readonly extensions: readonly (keyof typeof extensionKinds)[];
}

export const profiles = {
  /** what was issued since 2016: version 1, no extensions, 3,750 days */
  'nextcloud-v1': { name: 'nextcloud-v1', version: 1, validityDays: 3750, extensions: [] },
  'code-signing': {
    name: 'code-signing',
    version: 3,
    validityDays: 3750,
    extensions: [
      'basic-constraints',
      'key-usage',
      'extended-key-usage',
      'subject-key-identifier',
      'authority-key-identifier',
    ],
  },
} as const satisfies Record<string, Profile>;

export type ProfileName = keyof typeof profiles;
export const defaultProfile: ProfileName = 'nextcloud-v1';

/** @throws InputError `bad-usage` */
export function profileByName(name: string): Profile {
  if (Object.hasOwn(profiles, name)) return profiles[name as ProfileName];
  throw new InputError('bad-usage', `"${name}" is not a certificate profile.`, {
    hint: `Use one of ${Object.keys(profiles).join(', ')}.`,
  });
}
