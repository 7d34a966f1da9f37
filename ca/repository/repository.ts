// SPDX-License-Identifier: MIT
import { Ledger } from '../ledger/ledger.js';
import type { LedgerEntry } from '../ledger/ledger-line.js';
import { defaultPolicy, type Policy, policyPath } from '../policy.js';
import { readPolicy } from '../read-policy.js';
import type { Store } from './store.js';

export const ledgerPath = 'authority/ledger.jsonl';
export const crlPath = 'authority/nextcloud.crl';
/** the list that the next ledger line speaks of, until it is put in place */
export const pendingCrlPath = 'authority/nextcloud.crl.new';

export const requestPath = (app: string): string => `${app}/${app}.csr`;
export const certificatePath = (app: string): string => `${app}/${app}.crt`;

/** A certificate repository, read: its files, what its ledger says, and its policy. */
export class Repository {
  private constructor(
    readonly store: Store,
    readonly ledger: Ledger,
    readonly policy: Policy,
  ) {}

  /** @throws AuthorityError `ledger-broken`, `bad-policy` */
  static async open(store: Store): Promise<Repository> {
    return new Repository(store, Ledger.parse(await readLedger(store)), await readPolicyOf(store));
  }

  /** The same, for somebody who is going to write: an append that was not written to its end is taken away first. */
  static async openToWrite(store: Store): Promise<Repository> {
    const bytes = await readLedger(store);
    const { ledger, torn, problem } = Ledger.parseAsFarAsWhole(bytes, ledgerPath);
    if (torn) await store.replace(ledgerPath, bytes.subarray(0, ledger.length));
    else if (problem !== undefined) throw problem;
    return new Repository(store, ledger, await readPolicyOf(store));
  }

  /** Adds lines to the ledger: they are durable when this returns. */
  async record(entries: readonly LedgerEntry[], now: Date): Promise<void> {
    await this.store.append(ledgerPath, this.ledger.append(entries, now));
  }
}

async function readLedger(store: Store): Promise<Uint8Array> {
  return (await store.read(ledgerPath)) ?? new Uint8Array();
}

async function readPolicyOf(store: Store): Promise<Policy> {
  const bytes = await store.read(policyPath);
  return bytes === undefined ? defaultPolicy : readPolicy(Buffer.from(bytes).toString('utf8'));
}
