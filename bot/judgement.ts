// SPDX-License-Identifier: MIT
import type { Finding } from '../common/finding.js';
import type { CertificateRecord, RevocationRecord } from '../ca/ledger/certificate-record.js';
import type { RequestFile } from '../ca/review/request-file.js';

/** What a pull request wants, as far as its files tell. */
export type Purpose =
  /** an id that was never certified */
  | { readonly kind: 'new' }
  /** same key, another ten years */
  | { readonly kind: 'renewal'; readonly current: CertificateRecord }
  /** another key; where all certificates of the id are revoked, `current` is the last one, and how that ended */
  | { readonly kind: 'replacement'; readonly current: CertificateRecord; readonly revoked?: RevocationRecord }
  /** one app's request goes, another one comes */
  | { readonly kind: 'rename'; readonly from: string; readonly current: CertificateRecord | undefined }
  /** same key, and more days left than a renewal may have */
  | { readonly kind: 'nothing-to-do'; readonly current: CertificateRecord }
  /** no request that could be told */
  | { readonly kind: 'unknown' };

/** What the files of the pull request are, and all that the rules say of them: `judge.ts` makes it, purely. */
export interface Judgement {
  /** every finding, each once, in reading order; texts are hostile and unescaped */
  readonly findings: readonly Finding[];
  /** no error */
  readonly ok: boolean;
  /** a person must decide, with a written reason */
  readonly hold: boolean;
  readonly purpose: Purpose;
  /** the id that the request is for; undefined where no request could be told */
  readonly appId: string | undefined;
  /** the one request file that the pull request adds or changes */
  readonly request: { readonly file: RequestFile; readonly blob: string; readonly key: string | undefined } | undefined;
  /** some commit touches anything beyond the request: it must not be dragged into the base branch */
  readonly foreignHistory: boolean;
  /** SHA-256 of the SubjectPublicKeyInfo of every private key that stands anywhere in the pull request, hex */
  readonly leakedKeys: readonly string[];
}
