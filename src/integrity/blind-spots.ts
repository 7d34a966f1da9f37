// SPDX-License-Identifier: MIT
import { type Certificate, rsaSignatureHashes } from '../../common/certificate.js';
import { readDer } from '../../common/der-reader.js';
import type { Rule, Violation } from '../../common/rule.js';
import { certificateRules } from '../certificate-rules.js';
import type { Checked } from './check-tree.js';
import { baseName } from './hashed-paths.js';
import { isPhpNumeric } from './php-number.js';
import { isUnicode, printableName } from './raw-name.js';
import { unreportedDifferences } from './unreported-differences.js';

const checker = 'server: IntegrityCheck/Checker.php';

/** Rules over the certificate that the Installer or the store look at, and the checker does not. */
const seenElsewhere: ReadonlySet<string> = new Set([
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-revoked',
  'crl-not-by-a-trusted-authority',
]);

const aboutCertificates = certificateRules
  .filter(({ id }) => seenElsewhere.has(id))
  .map(({ id, message, fix, source, check }): Rule<Checked> => ({
    id,
    severity: 'warning',
    check: ({ certificate, scope, ...checked }) =>
      certificate === undefined ? [] : check({ ...checked, certificate, appId: scope }),
    message,
    fix,
    source,
  }));

/** What the server's checker does not see, or where servers do not agree: warnings, all of them. */
export const blindSpotRules: readonly Rule<Checked>[] = [
  ...aboutCertificates,
  {
    id: 'check-certificate-for-core',
    severity: 'warning',
    applies: ({ kind }) => kind === 'app',
    check: ({ certificate, scope }) => when(certificate?.commonNames[0] === 'core' && scope !== 'core'),
    message: 'The certificate is for core, which the checker takes for every app; the installer does not.',
    fix: 'Sign with the certificate of the app.',
    source: `${checker}, "core" CN is always trusted`,
  },
  {
    id: 'check-certificate-algorithm',
    severity: 'warning',
    check: ({ certificate }) =>
      when(certificate !== undefined && rsaSignatureHashes[certificate.signatureAlgorithm] === undefined),
    message:
      'The certificate was not signed by RSA with PKCS#1 v1.5: servers with phpseclib 3 may take it, others never.',
    fix: 'Ask for a certificate by an authority with an RSA key.',
    source: `${checker} with phpseclib 2 up to stable34`,
  },
  {
    id: 'check-certificate-key',
    severity: 'warning',
    check: ({ certificate }) => when(certificate !== undefined && keyType(certificate) !== 'rsa'),
    message: 'The key of the certificate is not RSA: servers with phpseclib 3 stop with NoKeyLoadedException instead.',
    fix: 'Ask for a certificate for an RSA key.',
    source: `${checker} with phpseclib 3`,
  },
  {
    id: 'check-certificate-fetches',
    severity: 'warning',
    check: ({ certificate, isTrusted }) =>
      certificate === undefined || isTrusted
        ? []
        : caIssuers(certificate).map((url) => ({
            message: `The issuer is unknown, and the certificate names ${url}: a server fetches that, and may then accept it.`,
          })),
    message: 'A server fetches the issuer from an address that the certificate names.',
    fix: 'Use a certificate whose issuer is in the servers’ bundle.',
    source: 'phpseclib: File/X509.php, caIssuers',
  },
  {
    id: 'check-malformed-signature',
    severity: 'warning',
    check: ({ result, data }) => when(data === undefined && result.EXCEPTION?.class === 'TypeError'),
    message: 'signature.json is malformed: a server’s check does not report this error, it aborts.',
    fix: 'Sign again.',
    source: checker,
  },
  {
    id: 'check-odd-hash',
    severity: 'warning',
    check: ({ data }) => files(data?.oddValues ?? []),
    message: 'The hash list has a value that is no text; such a list counts as not verified here.',
    fix: 'Sign again.',
    source: checker,
  },
  {
    id: 'check-order-undefined',
    severity: 'warning',
    check: ({ data }) => files([...(data?.hashes.keys() ?? [])].filter(isPhpNumeric)),
    message: 'PHP takes this name for a number: the order of the signed list is undefined, and servers may differ.',
    fix: 'Rename it, or move it into a folder, and sign again.',
    source: `${checker}, ksort`,
  },
  {
    id: 'check-htaccess',
    severity: 'warning',
    applies: ({ kind }) => kind === 'app',
    check: ({ data }) =>
      files([...(data?.hashes.keys() ?? [])].filter((path) => baseName(path).toLowerCase() === '.htaccess')),
    message: 'The server’s installer never copies this file: after an installation from the store it is FILE_MISSING.',
    fix: 'Remove it, and sign again.',
    source: 'server: Installer.php with forbidden_filenames; nextcloud/server#9765',
  },
  {
    id: 'check-unhashed-name',
    severity: 'warning',
    check: ({ paths }) => files(paths.unhashed),
    message: 'Servers do not look at files of this name, whatever stands in them; older servers may report it.',
    fix: 'Remove it.',
    source: 'server: IntegrityCheck/Iterator/ExcludeFileByNameFilterIterator.php',
  },
  {
    id: 'check-misplaced-signature',
    severity: 'warning',
    check: ({ paths }) => files(paths.misplaced),
    message: 'Servers never look at a file of this path, whatever stands in it.',
    fix: 'Remove it.',
    source: checker,
  },
  {
    id: 'check-name-not-utf8',
    severity: 'warning',
    check: ({ current }) => files([...(current?.keys() ?? [])].filter((path) => !isUnicode(path))),
    message: 'The name is not UTF-8: a server cannot print a verdict with it as JSON.',
    fix: 'Rename it in UTF-8.',
    source: checker,
  },
  {
    id: 'check-unreported',
    severity: 'warning',
    check: ({ expected, current, result }) =>
      expected === undefined || current === undefined ? [] : unreportedDifferences(expected, current, result),
    message: 'The checker compares hashes and not paths, and does not report this.',
    fix: 'Put the files back as they were signed, or sign again.',
    source: `${checker}, array_diff`,
  },
  {
    id: 'check-mimetype-list',
    severity: 'warning',
    applies: ({ kind }) => kind === 'core',
    check: ({ result }) => when(result.INVALID_HASH?.[mimetypeList] !== undefined, mimetypeList),
    message:
      'A server accepts this file where it is what it generates from its own mimetype aliases; that cannot be seen here.',
    fix: 'Run occ integrity:check-core on the server to be sure.',
    source: `${checker}, GenerateMimetypeFileBuilder`,
  },
];

const mimetypeList = 'core/js/mimetypelist.js';

function when(condition: boolean, file?: string): Violation[] {
  return condition ? [file === undefined ? {} : { file }] : [];
}

function files(paths: readonly string[]): Violation[] {
  return paths.map((path) => ({ file: printableName(path) }));
}

function keyType(certificate: Certificate): string | undefined {
  try {
    return certificate.publicKey.asymmetricKeyType;
  } catch {
    return undefined;
  }
}

/** Addresses of id-ad-caIssuers in the authority information access (RFC 5280 section 4.2.2.1) */
function caIssuers(certificate: Certificate): string[] {
  const value = certificate.extension('1.3.6.1.5.5.7.1.1')?.value;
  if (value === undefined) return [];
  try {
    return readDer(value)
      .children()
      .map((description) => description.children())
      .filter(([method]) => method?.oid() === '1.3.6.1.5.5.7.48.2')
      .map(([, location]) => Buffer.from(location?.content ?? []).toString('latin1'));
  } catch {
    return [];
  }
}
