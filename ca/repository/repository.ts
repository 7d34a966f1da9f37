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
    const policy = await store.read(policyPath);
    return new Repository(
      store,
      Ledger.parse((await store.read(ledgerPath)) ?? new Uint8Array()),
      policy === undefined ? defaultPolicy : readPolicy(Buffer.from(policy).toString('utf8')),
    );
  }

  /** The same, for somebody who is going to write: an append that was not written to its end is taken away first. */
  static async openToWrite(store: Store): Promise<Repository> {
    const bytes = (await store.read(ledgerPath)) ?? new Uint8Array();
    const { ledger, torn } = Ledger.parseAsFarAsWhole(bytes, ledgerPath);
    if (torn) await store.replace(ledgerPath, bytes.subarray(0, ledger.length));
    return Repository.open(store);
  }

  /** Adds lines to the ledger: they are durable when this returns. */
  async record(entries: readonly LedgerEntry[], now: Date): Promise<void> {
    await this.store.append(ledgerPath, this.ledger.append(entries, now));
  }
}
