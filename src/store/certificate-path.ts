// SPDX-License-Identifier: MIT
import { X509Certificate } from 'node:crypto';
import type { Certificate } from '../../common/certificate.js';
import type { CertificateRevocationList } from '../../common/crl.js';
import { readDer, tag } from '../../common/der-reader.js';

/** What the store trusts: every certificate of its bundle, and the revocation list of the issuer, where there is one. */
export interface StoreTrust {
  readonly authorities: readonly Certificate[];
  readonly crl?: CertificateRevocationList;
}

const basicConstraints = '2.5.29.19';
const keyUsage = '2.5.29.15';
/** bit 5 of the key usage (RFC 5280 section 4.2.1.3) */
const keyCertSign = 0x04;
/** OpenSSL's own default depth (X509_VERIFY_PARAM), the leaf and the root not counted */
const longestPath = 100;

/**
 * What OpenSSL says against a certificate, in its words; undefined where it says nothing. The store asks it with
 * pyOpenSSL's X509Store and the flag CRL_CHECK: a path to a self-signed root of the bundle, CA flags, the leaf's
 * revocation, then signature and dates of every certificate from the root down (store: certificate/validator.py; OpenSSL:
 * crypto/x509/x509_vfy.c, verify_chain). Servers look at none of this: see Trust.issuerOf.
 */
export function faultOfCertificate(leaf: Certificate, trust: StoreTrust, now: Date): string | undefined {
  const built = buildPath(leaf, trust.authorities, now);
  if ('fault' in built) return built.fault;
  const { path } = built;
  return (
    faultOfAuthorities(path) ??
    (trust.crl && faultOfRevocation(leaf, path[1] ?? leaf, trust.crl, now)) ??
    faultOfSignaturesAndDates(path, now)
  );
}

type Path = readonly Certificate[];

/** Leaf first. The next issuer is one that OpenSSL takes for it, if possible one whose dates hold. */
function buildPath(leaf: Certificate, authorities: Path, now: Date): { path: Path } | { fault: string } {
  const path = [leaf];
  for (let last = leaf; ;) {
    if (issued(last, last)) {
      const trusted = path.length > 1 || authorities.some(({ fingerprint }) => fingerprint === leaf.fingerprint);
      return trusted ? { path } : { fault: 'self-signed certificate' };
    }
    const candidates = authorities.filter((authority) => issued(authority, last));
    const issuer = candidates.find((authority) => authority.isValidAt(now)) ?? newest(candidates);
    if (issuer === undefined) {
      return { fault: `unable to get ${path.length > 1 ? '' : 'local '}issuer certificate` };
    }
    if (path.length > longestPath) return { fault: 'certificate chain too long' };
    path.push(issuer);
    last = issuer;
  }
}

/**
 * Names and key identifiers agree. While it builds a path OpenSSL does not look at the issuer's key usage, so that such an
 * issuer is refused later and in other words; its X509_check_issued, which Node gives us, does.
 */
function issued(issuer: Certificate, subject: Certificate): boolean {
  return asOpenSslReadsIt(subject).checkIssued(asOpenSslReadsIt(issuer)) || isNamedBy(issuer, subject);
}

function isNamedBy(issuer: Certificate, subject: Certificate): boolean {
  const { keyId, serial } = subject.authorityKeyId;
  const has = issuer.subjectKeyId;
  return (
    subject.issuer.equals(issuer.subject) &&
    (keyId === undefined || has === undefined || Buffer.compare(keyId, has) === 0) &&
    (serial === undefined || serial === issuer.serial)
  );
}

const parsed = new WeakMap<Certificate, X509Certificate>();

/** @throws where OpenSSL refuses what our own reader takes */
export function asOpenSslReadsIt(certificate: Certificate): X509Certificate {
  const known = parsed.get(certificate) ?? new X509Certificate(Buffer.from(certificate.der));
  parsed.set(certificate, known);
  return known;
}

function newest(certificates: Path): Certificate | undefined {
  return certificates.toSorted((a, b) => b.notAfter.getTime() - a.notAfter.getTime())[0];
}

/** Every issuer may issue, and no issuer has more CAs below it than its path length allows. */
function faultOfAuthorities(path: Path): string | undefined {
  for (const [depth, authority] of path.entries()) {
    if (depth === 0) continue;
    if (!isAuthority(authority)) return 'invalid CA certificate';
    const below = path.slice(1, depth).filter((other) => !other.issuer.equals(other.subject)).length;
    const allowed = pathLength(authority);
    if (allowed !== undefined && below > allowed) return 'path length constraint exceeded';
  }
  return undefined;
}

/** OpenSSL's X509_check_ca: an old root (version 1, self-signed) counts, and so does a key usage without constraints. */
function isAuthority(certificate: Certificate): boolean {
  if (certificate.extension(basicConstraints) !== undefined) return asOpenSslReadsIt(certificate).ca;
  const usage = certificate.extension(keyUsage);
  if (usage === undefined) return certificate.version === 1 && certificate.issuer.equals(certificate.subject);
  return ((readDer(usage.value).content[1] ?? 0) & keyCertSign) !== 0;
}

function pathLength(certificate: Certificate): number | undefined {
  const value = certificate.extension(basicConstraints)?.value;
  const length =
    value &&
    readDer(value)
      .children()
      .find((node) => node.tag === tag.integer);
  return length && Number(length.integer());
}

/** CRL_CHECK looks at the leaf alone; the list must be its issuer's, signed by it, and in force. */
function faultOfRevocation(
  leaf: Certificate,
  issuer: Certificate,
  crl: CertificateRevocationList,
  now: Date,
): string | undefined {
  if (!crl.issuer.equals(leaf.issuer)) return 'unable to get certificate CRL';
  if (crl.thisUpdate > now) return 'CRL is not yet valid';
  if (crl.nextUpdate !== undefined && crl.nextUpdate <= now) return 'CRL has expired';
  if (!crl.isSignedBy(issuer)) return 'CRL signature failure';
  return crl.isRevoked(leaf.serial) ? 'certificate revoked' : undefined;
}

/** From the root down, as OpenSSL goes. The root's own signature is not looked at: it is trusted because it is there. */
function faultOfSignaturesAndDates(path: Path, now: Date): string | undefined {
  for (const [depth, certificate] of [...path.entries()].toReversed()) {
    const issuer = path[depth + 1];
    if (issuer !== undefined && !asOpenSslReadsIt(certificate).verify(issuer.publicKey))
      return 'certificate signature failure';
    if (certificate.notBefore > now) return 'certificate is not yet valid';
    // X509_cmp_time knows no "equal": the second of notAfter itself is too late.
    if (certificate.notAfter <= now) return 'certificate has expired';
  }
  return undefined;
}
