// SPDX-License-Identifier: MIT
import { type RevocationWords, serialOf, twinAmong, wordsOf } from '../crl/revocation-words.js';
import { type RevocationRecord, revocationRecord } from './certificate-record.js';
import type { EntryOf } from './ledger-line.js';
import { RevokeLine } from './revoke-line.js';

export type RevokedWords = RevocationWords & {
  readonly app: string | undefined;
  /** absent where the line says none of it, as most do */
  readonly told?: Pick<RevocationRecord, 'why' | 'by' | 'thread'>;
};

/** Everything that was revoked, in the order in which it was recorded, each serial once: what the CRL has to hold. */
export class Revocations implements Iterable<RevocationRecord> {
  #words: RevokedWords[] = [];
  /** made when somebody asks for one serial; who makes a list of 100,000 does not, and the map takes 0.1 s */
  #bySerial: Map<string, RevokedWords> | undefined;

  add(line: RevokeLine | EntryOf<'revoke'>): void {
    this.#add(line instanceof RevokeLine ? line : { ...wordsOf(line), app: line.app, ...toldBy(line) });
  }

  has(serial: string): boolean {
    return this.#index().has(serial);
  }

  get(serial: string): RevocationRecord | undefined {
    const words = this.#index().get(serial);
    return words && revocationRecord(words);
  }

  /** Those of which the ledger says in which issue or pull request they came about. */
  inThreads(): RevocationRecord[] {
    this.#index();
    return this.#words.filter(({ told }) => told?.thread !== undefined).map(revocationRecord);
  }

  get size(): number {
    return this.words.length;
  }

  /** as they stand in the ledger */
  get words(): readonly RevocationWords[] {
    if (this.#bySerial === undefined && twinAmong(this.#words) !== undefined) this.#index();
    return this.#words;
  }

  *[Symbol.iterator](): Generator<RevocationRecord> {
    this.#index();
    for (const words of this.#words) yield revocationRecord(words);
  }

  /** The first date counts: a revocation is for ever, and is not moved. */
  #add(words: RevokedWords): void {
    if (this.#bySerial !== undefined) {
      const serial = serialOf(words);
      if (this.#bySerial.has(serial)) return;
      this.#bySerial.set(serial, words);
    }
    this.#words.push(words);
  }

  #index(): ReadonlyMap<string, RevokedWords> {
    if (this.#bySerial === undefined) {
      const words = this.#words;
      this.#words = [];
      this.#bySerial = new Map();
      for (const one of words) this.#add(one);
    }
    return this.#bySerial;
  }
}

function toldBy({ why, by, thread }: EntryOf<'revoke'>): Pick<RevokedWords, 'told'> {
  if (why === undefined && by === undefined && thread === undefined) return {};
  return {
    told: {
      ...(why !== undefined && { why }),
      ...(by !== undefined && { by }),
      ...(thread !== undefined && { thread }),
    },
  };
}
