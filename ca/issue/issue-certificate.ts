// SPDX-License-Identifier: MIT
import type { KeyObject } from 'node:crypto';
import { Certificate } from '../../common/certificate.js';
import { explicit, integer, sequence, time } from '../../common/der-writer.js';
import { AuthorityError } from '../authority-error.js';
import type { Signer } from '../key/signer.js';
import type { CertificateRequest } from '../request/certificate-request.js';
import { keyIdentifier } from '../x509/extension.js';
import { name } from '../x509/name.js';
import { isRandomSerial } from '../x509/serial.js';
import { sha256WithRsa, signStructure, withSignature } from '../x509/signed-structure.js';
import { lintCertificate } from './certificate-lint.js';
import { extensionKinds, type Profile } from './profile.js';

const day = 86_400_000;

export interface IssueOrder {
  readonly request: CertificateRequest;
  /** the only common name of the request, and of the certificate */
  readonly appId: string;
  readonly profile: Profile;
  readonly issuer: Certificate;
  /** the issuer's key */
  readonly signer: Signer;
  /** see `randomSerial`; unique over everything ever issued */
  readonly serial: bigint;
  /** lifted to the issuer's own notBefore where it lies before that */
  readonly notBefore: Date;
}

/**
 * One certificate: build what is to be signed, lint it, sign it, verify the result.
 * notAfter is notBefore plus the profile's days, and never beyond the issuer's own.
 * @throws AuthorityError `request-refused`, `bad-serial`, `wrong-issuer`, `issuer-expired`, `lint-failed`, `result-wrong`
 */
export async function issueCertificate(order: IssueOrder): Promise<Certificate> {
  const { issuer, signer, profile, appId, request } = order;
  refuseUnfit(order);
  const toBeSigned = tbsCertificate(order);
  const draft = new Certificate(withSignature(toBeSigned, unsigned));
  const findings = lintCertificate({ certificate: draft, issuer, profile, appId, spki: request.spki });
  if (findings.length > 0) {
    throw new AuthorityError('lint-failed', `The certificate for ${appId} was not signed: it breaks its own profile.`, {
      hint: 'Report this with the findings; nothing was signed.',
      findings,
    });
  }
  const certificate = new Certificate(await signStructure(toBeSigned, signer));
  if (!certificate.isSignedBy(publicKeyOf(issuer)) || Buffer.compare(certificate.tbs, toBeSigned) !== 0) {
    throw new AuthorityError('result-wrong', `The signature over the certificate for ${appId} does not verify.`, {
      hint: 'Do not use the certificate: the key or its token is defective.',
    });
  }
  return certificate;
}

/**
 * What stands in the place of the signature while the certificate is linted: the lint asks for everything but that. The
 * signature of a throw-away key, which verifies nowhere either, costs 3 % of one with RSA-4096.
 */
const unsigned = new Uint8Array(512);

function refuseUnfit({ request, appId, serial, issuer, signer, notBefore }: IssueOrder): void {
  if (request.commonNames.length !== 1 || request.commonNames[0] !== appId) {
    throw new AuthorityError('request-refused', `The request's common name is not "${appId}".`, {
      hint: `Make the request again: nextcloud-release certificate request ${appId}.`,
    });
  }
  if (!request.isSelfSigned) {
    throw new AuthorityError('request-refused', `The request for ${appId} is not signed with the key that it names.`, {
      hint: 'Make the request again: its bytes were changed, or its key is not RSA.',
    });
  }
  if (!isRandomSerial(serial)) {
    throw new AuthorityError('bad-serial', `${serial} is not a serial of this authority.`, {
      hint: 'Take serials from randomSerial().',
    });
  }
  if (!signer.publicKey.equals(publicKeyOf(issuer))) {
    throw new AuthorityError('wrong-issuer', 'The key is not the one of the issuing certificate.', {
      hint: 'Give the key and the certificate of the same authority.',
    });
  }
  if (notBefore >= issuer.notAfter) {
    throw new AuthorityError('issuer-expired', `The issuing certificate ends on ${issuer.notAfter.toISOString()}.`, {
      hint: 'Renew the authority’s certificate first.',
    });
  }
}

function tbsCertificate({ request, appId, profile, issuer, serial, notBefore }: IssueOrder): Uint8Array {
  const from = wholeSeconds(notBefore < issuer.notBefore ? issuer.notBefore : notBefore);
  const wanted = new Date(from.getTime() + profile.validityDays * day);
  const until = wanted > issuer.notAfter ? issuer.notAfter : wanted;
  const context = { spki: request.spki, issuerKeyId: issuer.subjectKeyId ?? keyIdentifier(issuer.spki) };
  const extensions = profile.extensions.map((kind) => extensionKinds[kind].write(context));
  return sequence(
    ...(profile.version === 3 ? [explicit(0, integer(2))] : []),
    integer(serial),
    sha256WithRsa,
    issuer.subject.der,
    sequence(time(from), time(until)),
    // the common name alone, whatever else the request's subject says
    name([['CN', appId]]),
    request.spki,
    ...(extensions.length > 0 ? [explicit(3, sequence(...extensions))] : []),
  );
}

export function wholeSeconds(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1000) * 1000);
}

/** Reading a key costs 60 µs: an issuer's is read once. */
const publicKeys = new WeakMap<Certificate, KeyObject>();

function publicKeyOf(issuer: Certificate): KeyObject {
  const known = publicKeys.get(issuer) ?? issuer.publicKey;
  publicKeys.set(issuer, known);
  return known;
}
