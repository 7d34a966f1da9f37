// SPDX-License-Identifier: MIT
import type { KeyObject } from 'node:crypto';
import { Certificate } from '../common/certificate.js';
import { explicit, integer, sequence, time } from '../common/der-writer.js';
import { wholeSeconds } from './issue/issue-certificate.js';
import { encryptPrivateKey, type Encryption, generateRsaKey } from './key/encrypted-key.js';
import { PemSigner } from './key/pem-signer.js';
import type { Signer } from './key/signer.js';
import { type Random, systemRandom } from './random.js';
import {
  authorityKeyIdentifier,
  basicConstraints,
  keyIdentifier,
  keyUsage,
  subjectKeyIdentifier,
} from './x509/extension.js';
import { name } from './x509/name.js';
import { randomSerial } from './x509/serial.js';
import { sha256WithRsa, signStructure } from './x509/signed-structure.js';

export interface AuthorityOptions {
  /** organisation, and first words of both common names */
  readonly organization?: string;
  /** of both RSA keys; 2048 is enough for a test */
  readonly keyBits?: number;
  /** validity of both certificates, in days */
  readonly days?: number;
  readonly now?: Date;
  readonly random?: Random;
}

/** A new root and the intermediate that issues. The keys are usable, and can be written out in no form but encrypted. */
export interface NewAuthority {
  readonly root: Certificate;
  readonly intermediate: Certificate;
  /** PEM as servers ship it in resources/codesigning/root.crt: the intermediate, then the root */
  readonly bundle: string;
  readonly signer: Signer;
  /** PEM `ENCRYPTED PRIVATE KEY` of the intermediate, and of the root */
  encryptKey(encryption: Encryption): string;
  encryptRootKey(encryption: Encryption): string;
}

/** the hand-made authority of 2016 was made for 25 years */
const defaultDays = 9125;
const day = 86_400_000;

/** Root and intermediate (path length 0, keyCertSign and cRLSign), RSA, SHA-256 with PKCS#1 v1.5. */
export async function initAuthority(options: AuthorityOptions = {}): Promise<NewAuthority> {
  const { organization = 'Private App Store', keyBits = 4096, days = defaultDays, random = systemRandom } = options;
  const notBefore = wholeSeconds(options.now ?? new Date());
  const validity = sequence(time(notBefore), time(new Date(notBefore.getTime() + days * day)));
  const [rootKey, key] = await Promise.all([generateRsaKey(keyBits), generateRsaKey(keyBits)]);
  const rootName = name([
    ['O', organization],
    ['CN', `${organization} Root Authority`],
  ]);
  const intermediateName = name([
    ['O', organization],
    ['CN', `${organization} Code Signing Intermediate Authority`],
  ]);
  const common = { issuer: rootName, issuerSigner: new PemSigner(rootKey), validity, random };
  const root = await authorityCertificate({ ...common, subject: rootName, key: rootKey, taken: [] });
  const intermediate = await authorityCertificate({
    ...common,
    subject: intermediateName,
    key,
    pathLength: 0,
    taken: [root.serial],
  });
  return {
    root,
    intermediate,
    bundle: intermediate.toPem() + root.toPem(),
    signer: new PemSigner(key),
    encryptKey: (encryption) => encryptPrivateKey(key, encryption),
    encryptRootKey: (encryption) => encryptPrivateKey(rootKey, encryption),
  };
}

interface AuthorityCertificate {
  readonly subject: Uint8Array;
  readonly key: KeyObject;
  readonly issuer: Uint8Array;
  readonly issuerSigner: Signer;
  readonly validity: Uint8Array;
  readonly pathLength?: number;
  readonly taken: readonly bigint[];
  readonly random: Random;
}

async function authorityCertificate(order: AuthorityCertificate): Promise<Certificate> {
  const spki = new PemSigner(order.key).publicKey.export({ type: 'spki', format: 'der' });
  const issuerSpki = order.issuerSigner.publicKey.export({ type: 'spki', format: 'der' });
  const toBeSigned = sequence(
    explicit(0, integer(2)),
    integer(randomSerial((serial) => order.taken.includes(serial), order.random)),
    sha256WithRsa,
    order.issuer,
    order.validity,
    order.subject,
    spki,
    explicit(
      3,
      sequence(
        subjectKeyIdentifier(keyIdentifier(spki)),
        authorityKeyIdentifier(keyIdentifier(issuerSpki)),
        basicConstraints(true, order.pathLength),
        keyUsage('keyCertSign', 'cRLSign'),
      ),
    ),
  );
  return new Certificate(await signStructure(toBeSigned, order.issuerSigner));
}
