// SPDX-License-Identifier: MIT
import type { Certificate } from '../../common/certificate.js';
import type { CertificateRevocationList } from '../../common/crl.js';
import type { Trust } from '../../common/trust.js';
import type { CertificateRequest } from '../request/certificate-request.js';
import type { Ledger } from './ledger.js';

/** A file of the repository that ought to be a certificate or a request; `problem` says why it is none. */
export interface AuditFile<Content> {
  readonly path: string;
  /** the folder */
  readonly app: string;
  readonly content?: Content;
  readonly problem?: string;
}

/** Everything that has to agree. */
export interface AuditSubject {
  readonly ledger: Ledger;
  readonly certificates: readonly AuditFile<Certificate>[];
  readonly requests: ReadonlyMap<string, AuditFile<CertificateRequest>>;
  readonly crl: AuditFile<CertificateRevocationList> | undefined;
  /** SHA-256 of the list's DER */
  readonly crlHash: string | undefined;
  readonly pendingCrl: boolean;
  readonly trust: Trust;
  readonly now: Date;
  /** lengths and hashes of earlier ledgers, from the git history where there is one */
  readonly anchors: readonly LedgerAnchor[];
  readonly ledgerBytes: Uint8Array;
}

/** An earlier state of the ledger: today's has to begin with it. */
export interface LedgerAnchor {
  /** of the commit */
  readonly commit: string;
  readonly length: number;
  /** git's name of the blob: SHA-1 over `blob LENGTH`, a NUL, and the content */
  readonly blob: string;
}
