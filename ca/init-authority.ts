// SPDX-License-Identifier: MIT
import { type KeyObject, verify } from 'node:crypto';
import { Certificate } from '../common/certificate.js';
import { explicit, integer, sequence, time } from '../common/der-writer.js';
import { AuthorityError } from './authority-error.js';
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
  /** of the RSA keys that are made; 2048 is enough for a test */
  readonly keyBits?: number;
  /** validity of both certificates, in days */
  readonly days?: number;
  readonly now?: Date;
  readonly random?: Random;
}

/** A root, and an intermediate that issues. */
export interface IssuingAuthority {
  readonly root: Certificate;
  readonly intermediate: Certificate;
  /** PEM as servers ship it in resources/codesigning/root.crt: the intermediate, then the root */
  readonly bundle: string;
  /** the intermediate's key */
  readonly signer: Signer;
}

/** A new root and the intermediate that issues, over a key that somebody keeps. */
export interface AuthorityOverKey extends IssuingAuthority {
  /** PEM `ENCRYPTED PRIVATE KEY` of the root: the only form that it can be written out in */
  encryptRootKey(encryption: Encryption): string;
}

export interface NewAuthority extends AuthorityOverKey {
  /** the same of the intermediate, whose key is a new one too */
  encryptKey(encryption: Encryption): string;
}

/** the hand-made authority of 2016 was made for 25 years */
const defaultDays = 9125;
const defaultOrganization = 'Private App Store';
const defaultBits = 4096;
const leastBits = 2048;
const day = 86_400_000;

/** Root and intermediate (path length 0, keyCertSign and cRLSign), RSA, SHA-256 with PKCS#1 v1.5. */
export async function initAuthority(options: AuthorityOptions = {}): Promise<NewAuthority> {
  const { keyBits = defaultBits } = options;
  const [rootKey, key] = await Promise.all([generateRsaKey(keyBits), generateRsaKey(keyBits)]);
  return {
    ...(await certify(rootKey, new PemSigner(key), options)),
    encryptKey: (encryption) => encryptPrivateKey(key, encryption),
  };
}

/**
 * The same over a key that is there already, in a token say.
 * @throws AuthorityError `key-unusable`, and what the key's keeper throws
 */
export async function initAuthorityOverKey(signer: Signer, options: AuthorityOptions = {}): Promise<AuthorityOverKey> {
  const { keyBits = defaultBits, random = systemRandom } = options;
  await refuseUnlessWorking(signer, random);
  return certify(await generateRsaKey(keyBits), signer, options);
}

/**
 * Another intermediate under a root that is there: the authority before is over, or its key is not what it was. Its name has
 * the day in it, because servers take the first issuer of a name and try no other (server: IntegrityCheck/Checker.php).
 * @throws AuthorityError `key-unusable`, `wrong-issuer`, `issuer-expired`, and what the keys' keepers throw
 */
export async function initSuccessor(
  { certificate: root, signer: rootSigner }: { readonly certificate: Certificate; readonly signer: Signer },
  signer: Signer,
  options: AuthorityOptions = {},
): Promise<IssuingAuthority> {
  const { days = defaultDays, random = systemRandom } = options;
  const notBefore = wholeSeconds(options.now ?? new Date());
  if (!rootSigner.publicKey.equals(root.publicKey)) {
    throw new AuthorityError('wrong-issuer', 'The root’s key is not the one of the root’s certificate.', {
      hint: 'Give the certificate and the key of the same root.',
    });
  }
  if (!root.isValidAt(notBefore)) {
    throw new AuthorityError('issuer-expired', `The root ends on ${root.notAfter.toISOString()}.`, {
      hint: 'Make a new authority, root and all: leave --root out.',
    });
  }
  await refuseUnlessWorking(signer, random);
  const organization = options.organization ?? organizationOf(root) ?? defaultOrganization;
  const wanted = new Date(notBefore.getTime() + days * day);
  const intermediate = await authorityCertificate({
    issuer: root.subject.der,
    issuerSigner: rootSigner,
    issuerKeyId: root.subjectKeyId ?? keyIdentifier(root.spki),
    subject: name([
      ['O', organization],
      ['CN', `${organization} Code Signing Intermediate Authority of ${notBefore.toISOString().slice(0, 10)}`],
    ]),
    key: signer.publicKey,
    validity: sequence(time(notBefore), time(wanted > root.notAfter ? root.notAfter : wanted)),
    pathLength: 0,
    taken: [root.serial],
    random,
  });
  return { root, intermediate, bundle: intermediate.toPem() + root.toPem(), signer };
}

function organizationOf({ subject }: Certificate): string | undefined {
  return subject.attributes.find(({ type }) => type === '2.5.4.10')?.value;
}

/** It signs something first: a certificate is made for nothing but a key that works. */
async function refuseUnlessWorking(signer: Signer, random: Random): Promise<void> {
  const challenge = random(32);
  const bits = signer.publicKey.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits >= leastBits && verify('sha256', challenge, signer.publicKey, await signer.sign('sha256', challenge)))
    return;
  throw new AuthorityError('key-unusable', `The key has ${bits} bits, or does not sign as its public half says.`, {
    hint: `Take an RSA key of at least ${leastBits} bits that was made for signing.`,
  });
}

async function certify(rootKey: KeyObject, signer: Signer, options: AuthorityOptions): Promise<AuthorityOverKey> {
  const { organization = defaultOrganization, days = defaultDays, random = systemRandom } = options;
  const notBefore = wholeSeconds(options.now ?? new Date());
  const validity = sequence(time(notBefore), time(new Date(notBefore.getTime() + days * day)));
  const rootName = name([
    ['O', organization],
    ['CN', `${organization} Root Authority`],
  ]);
  const intermediateName = name([
    ['O', organization],
    ['CN', `${organization} Code Signing Intermediate Authority`],
  ]);
  const rootSigner = new PemSigner(rootKey);
  const issuerKeyId = keyIdentifier(rootSigner.publicKey.export({ type: 'spki', format: 'der' }));
  const common = { issuer: rootName, issuerSigner: rootSigner, issuerKeyId, validity, random };
  const root = await authorityCertificate({ ...common, subject: rootName, key: rootSigner.publicKey, taken: [] });
  const intermediate = await authorityCertificate({
    ...common,
    subject: intermediateName,
    key: signer.publicKey,
    pathLength: 0,
    taken: [root.serial],
  });
  return {
    root,
    intermediate,
    bundle: intermediate.toPem() + root.toPem(),
    signer,
    encryptRootKey: (encryption) => encryptPrivateKey(rootKey, encryption),
  };
}

interface AuthorityCertificate {
  readonly subject: Uint8Array;
  /** public half */
  readonly key: KeyObject;
  readonly issuer: Uint8Array;
  readonly issuerSigner: Signer;
  /** the issuer's subject key identifier */
  readonly issuerKeyId: Uint8Array;
  readonly validity: Uint8Array;
  readonly pathLength?: number;
  readonly taken: readonly bigint[];
  readonly random: Random;
}

async function authorityCertificate(order: AuthorityCertificate): Promise<Certificate> {
  const spki = order.key.export({ type: 'spki', format: 'der' });
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
        authorityKeyIdentifier(order.issuerKeyId),
        basicConstraints(true, order.pathLength),
        keyUsage('keyCertSign', 'cRLSign'),
      ),
    ),
  );
  return new Certificate(await signStructure(toBeSigned, order.issuerSigner));
}
