// SPDX-License-Identifier: MIT
import type { EntryOf, LedgerLine } from './ledger-line.js';
import { plain } from './plain-form.js';

const { serial, app, sha256, text, time, lineEnd } = plain;
const head = '{"kind":"issue","serial":"';
const form = new RegExp(
  `^\\${head}${serial}","app":"${app}","key":"${sha256}","fingerprint":"${sha256}",` +
    `"notBefore":"${time}","notAfter":"${time}"(?:,"profile":"${text}")?(?:,"reason":"${text}")?` +
    `(?:,"requestedAt":"${time}")?(?:,"requestedBy":"${text}")?(?:,"pullRequest":\\d{1,15})?${lineEnd}$`,
);

/**
 * The line of a certificate as this program writes it. Its form is checked at once, and it is parsed when somebody asks
 * for a certificate: of 100,000 that took 1.4 s instead of 0.3, and who makes a list asks for none.
 */
export class IssueLine {
  readonly kind = 'issue';

  private constructor(
    private readonly bytes: Buffer,
    private readonly start: number,
    private readonly end: number,
  ) {}

  /** @param text the line from `start` to `end` of the bytes, decoded as Latin-1, up to its hash */
  static read(text: string, bytes: Buffer, start: number, end: number): IssueLine | undefined {
    return form.test(text) ? new IssueLine(bytes, start, end) : undefined;
  }

  get serial(): string {
    const at = this.start + head.length;
    return this.bytes.toString('latin1', at, this.bytes.indexOf('"', at));
  }

  parse(): EntryOf<'issue'> & LedgerLine {
    return JSON.parse(this.bytes.toString('latin1', this.start, this.end)) as EntryOf<'issue'> & LedgerLine;
  }
}
