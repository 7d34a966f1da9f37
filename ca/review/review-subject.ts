// SPDX-License-Identifier: MIT
import { hash } from 'node:crypto';
import type { Rule, Violation } from '../../common/rule.js';
import { type CertificateRecord, currentCertificate, type Knowledge } from '../ledger/certificate-record.js';
import type { Policy } from '../policy.js';
import type { CertificateRequest } from '../request/certificate-request.js';
import type { RsaKey } from '../x509/rsa-key.js';
import type { RequestFile } from './request-file.js';

export interface ReviewInput {
  readonly file: RequestFile;
  readonly policy: Policy;
  readonly now: Date;
  /** absent: the file is looked at alone, no sibling, no ledger */
  readonly repository?: {
    /** of the request, in the repository, with `/` */
    readonly path: string;
    readonly knowledge: Knowledge;
  };
  /** look longer at the key, and for factors that it shares with any of these moduli */
  readonly deep?: { readonly otherModuli: (modulus: bigint) => bigint };
}

/** What the rules look at: the input, and what several of them ask, read once. */
export interface ReviewSubject extends ReviewInput {
  readonly appId: string;
  readonly request: CertificateRequest | undefined;
  readonly rsaKey: RsaKey | undefined;
  /** SHA-256 of the request's SubjectPublicKeyInfo, hex */
  readonly key: string | undefined;
  /** the app's newest certificate that is not revoked */
  readonly current: CertificateRecord | undefined;
}

/** No longer key can have signed the request (OpenSSL: OPENSSL_RSA_MAX_MODULUS_BITS), and to look closer takes seconds. */
const longestLookedAt = 16_384;

export function reviewSubject({ deep, ...input }: ReviewInput): ReviewSubject {
  const { request, appId } = input.file;
  const { repository } = input;
  const rsaKey = request?.rsaKey;
  const isLookedAt = rsaKey !== undefined && rsaKey.modulus > 1n && rsaKey.bits <= longestLookedAt;
  return {
    ...input,
    ...(deep !== undefined && isLookedAt && { deep }),
    appId,
    request,
    rsaKey,
    key: request && keyHash(request.spki),
    current: repository && currentCertificate(repository.knowledge, appId),
  };
}

/** How keys are named in the ledger: SHA-256 of the SubjectPublicKeyInfo, hex. */
export function keyHash(spki: Uint8Array): string {
  return hash('sha256', spki, 'hex');
}

export type ReviewRule = Rule<ReviewSubject>;

/** The words of a stranger, in quotes, cut short, and without anything that a terminal would obey. */
export function quote(text: string): string {
  const clean = JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
  return clean.replace(/[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, '\ufffd');
}

/** Nothing, or one violation. */
export function when(broken: boolean, violation: Violation = {}): Violation[] {
  return broken ? [violation] : [];
}
