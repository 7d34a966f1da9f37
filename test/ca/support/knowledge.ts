// SPDX-License-Identifier: MIT
import type { LedgerEntry } from '../../../ca/ledger/ledger-line.js';
import { Ledger } from '../../../ca/ledger/ledger.js';

/** A ledger that knows what the entries say. */
export function ledgerOf(...entries: LedgerEntry[]): Ledger {
  const ledger = new Ledger();
  ledger.append(entries, new Date('2026-01-01T00:00:00Z'));
  return ledger;
}

/** An `issue` entry: a certificate of `app` with a key, valid until `notAfter`. */
export function issued(app: string, serial: string, key: string, notAfter = '2036-01-01T00:00:00Z'): LedgerEntry {
  const fingerprint = serial.padStart(64, '0');
  return { kind: 'issue', serial, app, key, fingerprint, notBefore: '2026-01-01T00:00:00Z', notAfter };
}
