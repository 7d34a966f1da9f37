// SPDX-License-Identifier: MIT
import { createCrl } from '../../ca/crl/create-crl.js';
import { CrlOutline } from '../../ca/crl/crl-outline.js';
import { initAuthority } from '../../ca/init-authority.js';
import { lintCertificate } from '../../ca/issue/certificate-lint.js';
import { issueCertificate } from '../../ca/issue/issue-certificate.js';
import { profiles } from '../../ca/issue/profile.js';
import { generateRsaKey } from '../../ca/key/encrypted-key.js';
import { PemSigner } from '../../ca/key/pem-signer.js';
import { Ledger } from '../../ca/ledger/ledger.js';
import { defaultPolicy } from '../../ca/policy.js';
import { CertificateRequest } from '../../ca/request/certificate-request.js';
import { createRequest } from '../../ca/request/create-request.js';
import { RequestFile } from '../../ca/review/request-file.js';
import { review } from '../../ca/review/review.js';
import { randomSerial } from '../../ca/x509/serial.js';
import { Certificate } from '../../common/certificate.js';
import { CodedError } from '../../common/coded-error.js';
import { CertificateRevocationList } from '../../common/crl.js';
import { encodePem } from '../../common/pem.js';
import { Trust } from '../../common/trust.js';
import { type Dice, mutate } from './mutate.js';

/** What reads bytes of strangers. */
export interface Target {
  readonly name: string;
  /** sound ones, which are damaged */
  readonly samples: readonly Uint8Array[];
  /** Everything that is done with such bytes. The rules that they broke, none where they were taken. */
  read(bytes: Uint8Array): readonly string[];
}

/**
 * Reads one damaged sample, as DER or in a PEM block of which some may be damaged too. Its code where it is refused.
 * @param keep is given what is read, before it is
 * @throws whatever is no coded error: a fault of ours
 */
export function fuzzOnce(
  { samples, read }: Target,
  roll: Dice,
  keep: (input: Uint8Array) => void = () => undefined,
): readonly string[] {
  const input = mutate(samples[roll(samples.length)] ?? new Uint8Array(), roll);
  keep(input);
  try {
    return read(input);
  } catch (error) {
    if (!(error instanceof CodedError) || error.hint === '') throw error;
    return [String(error.code)];
  }
}

/** The three kinds of input that an authority and its readers take from strangers. Fresh keys; the rest is the same. */
export async function fuzzTargets(): Promise<Target[]> {
  const now = new Date('2026-11-21T12:00:00Z');
  const appId = 'gardenplanner';
  const path = `${appId}/${appId}.csr`;
  const { intermediate, bundle, signer } = await initAuthority({ keyBits: 2048, now });
  const request = await createRequest(new PemSigner(await generateRsaKey(2048)), appId);
  const order = { request, appId, issuer: intermediate, signer, notBefore: now };
  const certificates = await Promise.all(
    Object.values(profiles).map((profile) =>
      issueCertificate({ ...order, profile, serial: randomSerial(() => false) }),
    ),
  );
  const crl = await createCrl({
    issuer: intermediate,
    signer,
    number: 5n,
    thisUpdate: now,
    nextUpdate: new Date('2027-11-21T12:00:00Z'),
    revoked: [
      { serial: 0x1101n, date: now },
      ...certificates.map(({ serial }) => ({ serial, date: now, reason: 'keyCompromise' as const })),
    ],
  });
  const trust = Trust.fromPem(bundle);
  const knowledge = new Ledger();
  const both = (label: string, ders: readonly Uint8Array[]): Uint8Array[] =>
    ders.flatMap((der) => [der, Buffer.from(encodePem(label, der))]);
  return [
    {
      name: 'requests',
      samples: both('CERTIFICATE REQUEST', [request.der]),
      read: (bytes) => {
        const file = new RequestFile(path, bytes);
        const { ok, findings } = review({ file, policy: defaultPolicy, now, repository: { path, knowledge } });
        const errors = findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
        // the key has 2048 bits: whatever was damaged, it is never accepted
        if (ok || errors.length === 0) throw new Error('the review accepted a key that is too short');
        if (bytes[0] === 0x30) ask(new CertificateRequest(bytes).isSelfSigned);
        return errors;
      },
    },
    {
      name: 'certificates',
      samples: both(
        'CERTIFICATE',
        [...certificates, intermediate].map(({ der }) => der),
      ),
      read: (bytes) => {
        const certificate =
          bytes[0] === 0x30 ? new Certificate(bytes) : Certificate.fromPem(Buffer.from(bytes).toString());
        const { subject, subjectKeyId } = certificate;
        const profile = profiles['code-signing'];
        const findings = lintCertificate({ certificate, issuer: intermediate, profile, appId, spki: request.spki });
        ask(subject.toString(), subjectKeyId, certificate.authorityKeyId, certificate.fingerprint);
        // as an issuer of what is sound, too: trust files may be anybody's
        ask(new Trust([certificate]).issuerOf(intermediate));
        return [...(trust.issuerOf(certificate) ? [] : ['untrusted']), ...findings.map(({ rule }) => rule)];
      },
    },
    {
      name: 'lists',
      samples: both('X509 CRL', [crl]),
      read: (bytes) => {
        const list = CertificateRevocationList.from(bytes);
        ask(list.number, [...list.revoked.values()], list.isRevoked(0x1101n), list.issuer.toString());
        const outline = new CrlOutline(list.der);
        ask(outline.number, [...outline.entries()]);
        return list.isSignedBy(intermediate) && outline.isSignedBy(intermediate) ? [] : ['unsigned'];
      },
    },
  ];
}

/** Much is read only when it is asked for. */
function ask(...answers: readonly unknown[]): number {
  return answers.length;
}
