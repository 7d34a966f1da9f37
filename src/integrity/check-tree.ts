// SPDX-License-Identifier: MIT
import type { Certificate } from '../../common/certificate.js';
import type { CertificateRevocationList } from '../../common/crl.js';
import { type Finding, inReadingOrder } from '../../common/finding.js';
import { applyRules } from '../../common/rule.js';
import type { Trust } from '../../common/trust.js';
import { blindSpotRules } from './blind-spots.js';
import { compareHashes } from './compare-hashes.js';
import { type HashList, signedBytes, sortHashList } from './hash-list.js';
import { type HashedPaths, selectHashed, signaturePaths, type TreeKind } from './hashed-paths.js';
import { verifyPss } from './pss-signature.js';
import { readServerCertificate } from './server-certificate.js';
import { readSignatureData, type SignatureData } from './signature-data.js';
import { hashTree, type Tree } from './tree.js';
import { type IntegrityResult, invalidSignature, ServerException } from './verdict.js';

export interface CheckQuestion {
  readonly kind: TreeKind;
  /** the app id, or `core`: what the certificate must be for */
  readonly scope: string;
  readonly trust: Trust;
  /** changes warnings, never the result: the checker of a server does not look at it */
  readonly crl?: CertificateRevocationList;
  readonly now: Date;
}

/** What came to light on the way, as far as the check went. */
export interface Checked extends CheckQuestion {
  readonly paths: HashedPaths;
  readonly data?: SignatureData;
  readonly certificate?: Certificate;
  readonly isTrusted: boolean;
  readonly expected?: HashList;
  readonly current?: HashList;
  readonly result: IntegrityResult;
}

export interface CheckReport {
  readonly scope: string;
  /** the server's verdict, `{}` when all is well */
  readonly result: IntegrityResult;
  /** what the server's checker does not see */
  readonly warnings: readonly Finding[];
}

/**
 * The verdict of the server's checker over an app or a server, check by check in the server's order (server:
 * IntegrityCheck/Checker.php), and beside it what the checker is blind to. Where PHP's libraries differ it is that of
 * phpseclib 2, which all servers up to stable34 carry. Nothing is ever fetched.
 */
export function checkTree(tree: Tree, question: CheckQuestion): CheckReport {
  const checked: { -readonly [key in keyof Checked]: Checked[key] } = {
    ...question,
    paths: selectHashed(tree.paths, question.kind),
    isTrusted: false,
    result: {},
  };
  try {
    checked.data = readSignatureData(tree.read(signaturePaths[question.kind]));
    const certificate = readServerCertificate(checked.data.certificate);
    if (certificate === undefined) throw invalidSignature(notValid);
    checked.certificate = certificate;
    checked.isTrusted = isTrusted(certificate, question.trust);
    if (!checked.isTrusted) throw invalidSignature(notValid);
    checkScope(certificate, question.scope);
    checked.expected = checkSignature(checked.data, certificate, question.kind);
    checked.current = hashTree(tree, checked.paths.hashed, question.kind);
    checked.result = compareHashes(checked.expected, sortHashList(checked.current));
  } catch (error) {
    if (!(error instanceof ServerException)) throw error;
    checked.result = { EXCEPTION: { class: error.phpClass, message: error.message } };
  }
  const warnings = inReadingOrder([...tree.findings, ...applyRules(blindSpotRules, checked)]);
  return { scope: question.scope, result: checked.result, warnings };
}

const notValid = 'Certificate is not valid.';

function isTrusted(certificate: Certificate, trust: Trust): boolean {
  try {
    return trust.issuerOf(certificate) !== undefined;
  } catch {
    return false; // key identifiers that are no DER
  }
}

function checkScope(certificate: Certificate, scope: string): void {
  const [name = '', ...more] = certificate.commonNames;
  if (more.length > 0 || (name !== scope && name !== 'core')) {
    const current = more.length > 0 ? 'Array' : name; // PHP's word for a list, in a text
    throw invalidSignature(
      `Certificate is not valid for required scope. (Requested: ${scope}, current: CN=${current})`,
    );
  }
}

/** @returns the list that was signed, as far as it is compared */
function checkSignature(data: SignatureData, certificate: Certificate, kind: TreeKind): HashList {
  const sorted = sortHashList(data.hashes);
  if (data.oddValues.length > 0 || !isSignedBy(certificate, signedBytes(sorted), data.signature)) {
    throw invalidSignature('Signature could not get verified.');
  }
  // The updater replaces itself after the check of a server's own release.
  return kind === 'core' ? new Map([...sorted].filter(([path]) => !path.startsWith('updater/'))) : sorted;
}

function isSignedBy(certificate: Certificate, bytes: Buffer, signature: Buffer): boolean {
  try {
    return verifyPss(bytes, signature, certificate.publicKey);
  } catch {
    return false; // a key that Node does not know
  }
}
