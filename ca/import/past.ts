// SPDX-License-Identifier: MIT
import { Certificate } from '../../common/certificate.js';
import { CertificateRevocationList } from '../../common/crl.js';
import { InputError } from '../../common/input-error.js';
import type { Trust } from '../../common/trust.js';
import { AuthorityError } from '../authority-error.js';
import { folderName } from '../ledger/ledger-line.js';
import { RequestFile } from '../review/request-file.js';
import { keyHash } from '../review/review-subject.js';
import type { PastFile } from './git-history.js';
import { pastCertificate, type PastCertificate, type PastRequest } from './import-history.js';

interface NamedBytes {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface PassedOver {
  readonly path: string;
  readonly why: string;
}

/** The certificates among the files, by the folders that they lie in; and which files were none of this authority. */
export function pastCertificates(
  files: readonly NamedBytes[],
  trust: Trust,
): { certificates: PastCertificate[]; passedOver: PassedOver[] } {
  const certificates: PastCertificate[] = [];
  const passedOver = new Map<string, PassedOver>();
  for (const { path, bytes } of files) {
    const app = path.split('/').at(-2) ?? path.replace(/\.crt$/, '');
    const read = certificateOf(path, bytes);
    const why =
      read === undefined
        ? 'it is no certificate'
        : trust.issuerOf(read) === undefined
          ? 'no trusted authority signed it'
          : folderName.test(app)
            ? undefined
            : 'its folder cannot be the id of an app';
    if (read !== undefined && why === undefined) certificates.push(pastCertificate(app, read));
    else passedOver.set(path, { path, why: why ?? '' });
  }
  return { certificates, passedOver: [...passedOver.values()] };
}

/** Who committed the first request with a key, and when; by SHA-256 of the SubjectPublicKeyInfo. */
export function pastRequests(history: readonly PastFile[]): Map<string, PastRequest> {
  const requests = new Map<string, PastRequest>();
  for (const { path, bytes, at, author } of history) {
    const request = path.endsWith('.csr') ? new RequestFile(path, bytes).request : undefined;
    const key = request && keyHash(request.spki);
    if (key !== undefined && !requests.has(key)) requests.set(key, { at, by: author });
  }
  return requests;
}

/**
 * Each list once, in whatever order.
 * @throws AuthorityError `bad-crl` where it is not signed by a trusted authority, or two have one number
 */
export function pastLists(files: readonly NamedBytes[], trust: Trust): CertificateRevocationList[] {
  const byNumber = new Map<bigint, { path: string; crl: CertificateRevocationList }>();
  for (const { path, bytes } of files) {
    const crl = CertificateRevocationList.from(bytes, path);
    if (!trust.issuers.some((issuer) => issuer.subject.equals(crl.issuer) && crl.isSignedBy(issuer))) {
      throw badCrl(`${path} is not signed by a trusted authority.`, path);
    }
    const number = crl.number ?? 0n;
    const other = byNumber.get(number);
    if (other !== undefined && Buffer.compare(other.crl.der, crl.der) !== 0) {
      throw badCrl(`${path} and ${other.path} are two lists with the number ${number}.`, path);
    }
    byNumber.set(number, { path, crl });
  }
  return [...byNumber.values()].map(({ crl }) => crl);
}

function certificateOf(path: string, bytes: Uint8Array): Certificate | undefined {
  try {
    return Certificate.fromPem(Buffer.from(bytes).toString('latin1'), path);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function badCrl(what: string, file: string): AuthorityError {
  return new AuthorityError('bad-crl', what, {
    hint: 'Give the lists of this authority, and its bundle with --trust.',
    file,
  });
}
