// SPDX-License-Identifier: MIT
import type { CertificateRecord } from '../../ca/ledger/certificate-record.js';
import type { Ledger } from '../../ca/ledger/ledger.js';
import { ghost } from '../github/account.js';

/**
 * The account that asked for this certificate's key first. A request is public, so anybody can ask for its renewal, and
 * gets no say by that. What was imported names whomever a commit of the past claimed as its author: nobody. Accounts
 * stand there as `nameOf` writes them, with the id that nobody can take over; but everybody can become GitHub's ghost, by
 * deleting his account.
 */
export function earlierRequester(ledger: Ledger, { app, key }: CertificateRecord): number | undefined {
  const first = ledger.certificatesOf(app).find((record) => record.key === key);
  if (first === undefined || first.imported) return undefined;
  const id = /^[\w-]{1,64}(?:\[bot\])? \((\d{1,15})\)$/.exec(first.requestedBy ?? '')?.[1];
  return id === undefined || Number(id) === ghost.id ? undefined : Number(id);
}
