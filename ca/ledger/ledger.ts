// SPDX-License-Identifier: MIT
import { AuthorityError } from '../authority-error.js';
import {
  type AnnouncementRecord,
  announcementRecord,
  type CertificateRecord,
  type Knowledge,
  type RevocationRecord,
} from './certificate-record.js';
import { Certificates } from './certificates.js';
import { beginning, type ChainEnd, hashOf, readChain, type Written } from './ledger-chain.js';
import { checkLine, type EntryOf, type LedgerEntry, type LedgerLine, timeText } from './ledger-line.js';
import { Revocations } from './revocations.js';

export interface PartialLedger extends ChainEnd {
  readonly ledger: Ledger;
}

/**
 * The ledger: append-only JSON Lines, each with the hash of the line before, and what they say all together. It lives in
 * memory; {@link Ledger.append} returns the line that has to be kept before anything else happens.
 */
export class Ledger implements Knowledge {
  #last = beginning;
  #length = 0;
  #lineCount = 0;
  #partial = false;
  /** the bytes, as they were read and appended */
  #parts: Uint8Array[] = [];
  readonly #certificates = new Certificates();
  readonly #reserved = new Map<string, EntryOf<'reserve'>>();
  readonly #revocations = new Revocations();
  readonly #announcements = new Map<string, AnnouncementRecord>();
  readonly #blockedKeys = new Map<string, string>();
  /** an id that an app had, to the one that it has */
  readonly #renames = new Map<string, string>();
  /** reserved once, whatever came of it */
  readonly #everReserved = new Set<string>();
  #crl: EntryOf<'crl'> | undefined;

  /**
   * Reads a ledger, and checks the chain.
   * @throws AuthorityError `ledger-broken` with the line
   */
  static parse(bytes: Uint8Array, file = 'authority/ledger.jsonl'): Ledger {
    const { ledger, problem } = Ledger.parseAsFarAsWhole(bytes, file);
    if (problem !== undefined) throw problem;
    return ledger;
  }

  /**
   * What stands before the first line that is not right, and what is wrong with that. `torn`: the last append was not
   * written to its end. It never returned, so nothing was built on it.
   */
  static parseAsFarAsWhole(bytes: Uint8Array, file: string): PartialLedger {
    const ledger = new Ledger();
    const chain = readChain(bytes, file);
    let step = chain.next();
    for (; step.done !== true; step = chain.next()) ledger.#take(step.value);
    ledger.#parts = [bytes.subarray(0, ledger.#length)];
    return { ledger, ...step.value };
  }

  /** Every line, in order. Read again when asked for: a million of them kept as objects would cost a gigabyte. */
  get lines(): readonly LedgerLine[] {
    const texts = Buffer.concat(this.#parts).toString('utf8').split('\n').slice(0, -1);
    return texts.map((text) => JSON.parse(text) as LedgerLine);
  }

  get lineCount(): number {
    return this.#lineCount;
  }

  /** SHA-256 of the last line: the one value that stands for all of the ledger */
  get head(): string {
    return this.#last;
  }

  /** in bytes */
  get length(): number {
    return this.#length;
  }

  get partial(): boolean {
    return this.#partial;
  }

  /**
   * Adds entries, and returns their lines as they have to be appended to the file, newlines included.
   * @throws AuthorityError `bad-serial` where a serial is reserved or issued that was used before, `bad-entry` where no
   * reader would take the line
   */
  append(entries: readonly LedgerEntry[], now: Date): Uint8Array {
    const written = entries.map((entry, at) => {
      this.#refuse(entry);
      const more = at < entries.length - 1 && { more: true as const };
      const line = checkLine({ ...entry, ...more, at: timeText(now), prev: this.#last });
      if (typeof line === 'string') throw unwritable(entry, line);
      const bytes = Buffer.from(`${JSON.stringify(line)}\n`, 'utf8');
      this.#take({ line, hash: hashOf(bytes.subarray(0, -1)), length: bytes.length });
      return bytes;
    });
    const bytes = Buffer.concat(written);
    this.#parts.push(bytes);
    return bytes;
  }

  certificatesOf(app: string): readonly CertificateRecord[] {
    return this.#certificates.ofApp(app);
  }

  certificatesOfKey(key: string): readonly CertificateRecord[] {
    return this.#certificates.ofKey(key);
  }

  certificatesOfSerial(serial: bigint): readonly CertificateRecord[] {
    return this.#certificates.ofSerial(serial.toString(16));
  }

  /** what a pull request led to: one certificate, or none yet */
  issuedFor(pullRequest: number): CertificateRecord | undefined {
    return this.#certificates.ofPullRequest(pullRequest);
  }

  /** the id that the app of this one has now; undefined: it has this one */
  renamedTo(app: string): string | undefined {
    return this.#renames.get(app);
  }

  certificates(): Iterable<CertificateRecord> {
    return this.#certificates;
  }

  revocationOf(serial: bigint): RevocationRecord | undefined {
    return this.#revocations.get(serial.toString(16));
  }

  /** In the order in which they were recorded, each serial once: what the CRL has to hold. */
  get revocations(): Pick<Revocations, 'size' | 'words' | 'has' | 'inThreads'> & Iterable<RevocationRecord> {
    return this.#revocations;
  }

  /** the last one, where the certificate is not revoked yet */
  announcementOf(serial: bigint): AnnouncementRecord | undefined {
    return this.#announcements.get(serial.toString(16));
  }

  get announcements(): readonly AnnouncementRecord[] {
    return [...this.#announcements.values()];
  }

  blockedKey(key: string): string | undefined {
    return this.#blockedKeys.get(key);
  }

  apps(): Iterable<string> {
    return this.#certificates.apps();
  }

  /** A serial that was issued, reserved, voided or revoked, by whomever: it is never used again. */
  isUsed(serial: bigint): boolean {
    return this.#isUsed(serial.toString(16));
  }

  /** reservations that were neither issued nor voided: a run broke off */
  get openReservations(): readonly EntryOf<'reserve'>[] {
    return [...this.#reserved.values()];
  }

  /** the last list that was made */
  get crl(): EntryOf<'crl'> | undefined {
    return this.#crl;
  }

  #refuse(entry: LedgerEntry): void {
    const imported = entry.kind === 'issue' && entry.imported === true;
    const reserved = entry.kind === 'issue' && this.#reserved.has(entry.serial);
    if (
      (entry.kind === 'reserve' || (entry.kind === 'issue' && !imported && !reserved)) &&
      this.#isUsed(entry.serial)
    ) {
      throw new AuthorityError('bad-serial', `The serial ${entry.serial} was used before.`, {
        hint: 'Take serials from randomSerial(), with the ledger’s isUsed().',
      });
    }
    if (entry.kind === 'crl' && this.#crl !== undefined && BigInt(entry.number) <= BigInt(this.#crl.number)) {
      throw new AuthorityError(
        'bad-crl',
        `The CRL number ${entry.number} does not rise: the last was ${this.#crl.number}.`,
        {
          hint: 'Take the next number after the ledger’s last.',
        },
      );
    }
  }

  #isUsed(serial: string): boolean {
    return (
      this.#everReserved.has(serial) || this.#revocations.has(serial) || this.#certificates.ofSerial(serial).length > 0
    );
  }

  #take({ line, hash, length }: Written): void {
    this.#last = hash;
    this.#length += length;
    this.#lineCount++;
    switch (line.kind) {
      case 'reserve':
        this.#everReserved.add(line.serial);
        this.#reserved.set(line.serial, line);
        if (line.renamedFrom !== undefined) this.#renames.set(line.renamedFrom, line.app);
        break;
      case 'void':
        this.#reserved.delete(line.serial);
        break;
      case 'issue':
        if (this.#reserved.size > 0) this.#reserved.delete(line.serial);
        this.#certificates.add(line);
        break;
      case 'announce':
        this.#announcements.set(line.serial, announcementRecord(line));
        break;
      case 'revoke':
        if (this.#announcements.size > 0) this.#announcements.delete(line.serial);
        this.#revocations.add(line);
        break;
      case 'crl':
        this.#crl = line;
        break;
      case 'block-key':
        this.#blockedKeys.set(line.key, line.why);
        break;
      case 'import':
        this.#partial = line.partial;
        break;
      case 'approval':
    }
  }
}

function unwritable({ kind }: LedgerEntry, why: string): AuthorityError {
  return new AuthorityError('bad-entry', `A line of the kind "${kind}" was not written to the ledger: ${why}.`, {
    hint: 'Look at what the line was to say: an id that is a path, a date or a fingerprint that is none.',
  });
}
