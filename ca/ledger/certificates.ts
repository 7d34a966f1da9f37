// SPDX-License-Identifier: MIT
import { type CertificateRecord, certificateRecord } from './certificate-record.js';
import { IssueLine } from './issue-line.js';
import type { EntryOf, LedgerLine } from './ledger-line.js';

/** Everything that was issued, in the order in which it was recorded. */
export class Certificates implements Iterable<CertificateRecord> {
  /** lines that nobody has asked for yet */
  #lines: (IssueLine | (EntryOf<'issue'> & LedgerLine))[] = [];
  readonly #byApp = new Map<string, CertificateRecord[]>();
  readonly #byKey = new Map<string, CertificateRecord[]>();
  readonly #bySerial = new Map<string, CertificateRecord[]>();
  readonly #byPullRequest = new Map<number, CertificateRecord>();

  add(line: IssueLine | (EntryOf<'issue'> & LedgerLine)): void {
    this.#lines.push(line);
  }

  ofApp(app: string): readonly CertificateRecord[] {
    this.#index();
    return this.#byApp.get(app) ?? [];
  }

  ofKey(key: string): readonly CertificateRecord[] {
    this.#index();
    return this.#byKey.get(key) ?? [];
  }

  /** @param serial hex */
  ofSerial(serial: string): readonly CertificateRecord[] {
    this.#index();
    return this.#bySerial.get(serial) ?? [];
  }

  /** the last one */
  ofPullRequest(number: number): CertificateRecord | undefined {
    this.#index();
    return this.#byPullRequest.get(number);
  }

  apps(): Iterable<string> {
    this.#index();
    return this.#byApp.keys();
  }

  *[Symbol.iterator](): Generator<CertificateRecord> {
    this.#index();
    for (const records of this.#byApp.values()) yield* records;
  }

  #index(): void {
    const lines = this.#lines;
    this.#lines = [];
    for (const line of lines) {
      const record = certificateRecord(line instanceof IssueLine ? line.parse() : line);
      add(this.#byApp, record.app, record);
      add(this.#byKey, record.key, record);
      add(this.#bySerial, record.serial.toString(16), record);
      if (record.pullRequest !== undefined) this.#byPullRequest.set(record.pullRequest, record);
    }
  }
}

function add(map: Map<string, CertificateRecord[]>, key: string, record: CertificateRecord): void {
  const records = map.get(key);
  if (records === undefined) map.set(key, [record]);
  else records.push(record);
}
