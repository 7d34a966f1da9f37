// SPDX-License-Identifier: MIT
import { algorithmOf, type Certificate, type Extension, readExtensions, verifyRsa } from '../../common/certificate.js';
import { readDer, tag } from '../../common/der-reader.js';
import { AuthorityError } from '../authority-error.js';

export interface OutlineEntry {
  /** of the list; the octets of the serial stand from `serialAt` to `serialEnd` */
  readonly bytes: Uint8Array;
  readonly serialAt: number;
  readonly serialEnd: number;
  /** milliseconds since 1970 */
  readonly date: number;
  /** CRLReason; 0 where there is none */
  readonly reason: number;
}

/**
 * A revocation list read without its entries, which are walked one by one: the whole of a list of 100,000 as objects
 * takes half a second.
 */
export class CrlOutline {
  readonly tbs: Uint8Array;
  /** Name, DER */
  readonly issuer: Uint8Array;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | undefined;
  readonly extensions: readonly Extension[];
  readonly #entries: Uint8Array;
  readonly #algorithm: string;
  readonly #signature: Uint8Array;

  /** @throws InputError `not-der`; AuthorityError `bad-crl` */
  constructor(der: Uint8Array) {
    const [tbs, algorithm, signature] = readDer(der).expect(tag.sequence, 'a CRL').children();
    const [, , issuer, thisUpdate, nextUpdate, ...rest] = tbs?.children() ?? [];
    const extensions = rest.pop();
    if (!tbs || !algorithm || !signature || !issuer || !thisUpdate || !nextUpdate || !extensions) {
      throw new AuthorityError('bad-crl', 'The bytes are not a revocation list as this authority writes it.', {
        hint: 'Run "nextcloud-ca audit".',
      });
    }
    this.tbs = tbs.bytes;
    this.issuer = issuer.bytes;
    this.thisUpdate = thisUpdate.time();
    this.nextUpdate = nextUpdate.time();
    this.extensions = readExtensions(extensions.children()[0]);
    this.#entries = rest[0]?.content ?? new Uint8Array();
    this.#algorithm = algorithmOf(algorithm);
    this.#signature = signature.bits();
  }

  /** CRLNumber */
  get number(): bigint | undefined {
    const value = this.extensions.find(({ id }) => id === '2.5.29.20')?.value;
    return value && readDer(value).integer();
  }

  isSignedBy(certificate: Certificate): boolean {
    return verifyRsa(this.#algorithm, this.tbs, certificate.publicKey, this.#signature);
  }

  /** Each entry; nothing, and the end, where one has another form than this authority writes. */
  *entries(): Generator<OutlineEntry | undefined> {
    const bytes = Buffer.from(this.#entries.buffer, this.#entries.byteOffset, this.#entries.length);
    for (let at = 0; at < bytes.length;) {
      const end = at + 2 + (bytes[at + 1] ?? 0x80);
      const entry = bytes[at] === tag.sequence && end <= bytes.length ? readEntry(bytes, at + 2, end) : undefined;
      yield entry;
      if (entry === undefined) return;
      at = end;
    }
  }
}

/** Extensions with a CRLReason, as far as its value */
const reasonBefore = Buffer.from('300c300a0603551d1504030a01', 'hex');

function readEntry(bytes: Buffer, start: number, end: number): OutlineEntry | undefined {
  const serialAt = start + 2;
  const serialEnd = serialAt + (bytes[start + 1] ?? 0x80);
  const isLong = bytes[serialEnd] === tag.generalizedTime;
  const timeAt = serialEnd + 2;
  const timeEnd = timeAt + (isLong ? 15 : 13);
  const hasReason = timeEnd < end;
  if (
    bytes[start] !== tag.integer ||
    (!isLong && bytes[serialEnd] !== tag.utcTime) ||
    bytes[serialEnd + 1] !== timeEnd - timeAt ||
    timeEnd + (hasReason ? reasonBefore.length + 1 : 0) !== end ||
    (hasReason && bytes.compare(reasonBefore, 0, reasonBefore.length, timeEnd, end - 1) !== 0)
  ) {
    return undefined;
  }
  const date = readTime(bytes, timeEnd - 13, isLong ? two(bytes, timeAt) : undefined);
  return { bytes, serialAt, serialEnd, date, reason: hasReason ? (bytes[end - 1] ?? 0) : 0 };
}

/** @param century the first two digits of the year; absent: years 50 to 99 are 19xx */
function readTime(bytes: Buffer, at: number, century: number | undefined): number {
  const year = two(bytes, at);
  return Date.UTC(
    (century ?? (year < 50 ? 20 : 19)) * 100 + year,
    two(bytes, at + 2) - 1,
    two(bytes, at + 4),
    two(bytes, at + 6),
    two(bytes, at + 8),
    two(bytes, at + 10),
  );
}

function two(bytes: Buffer, at: number): number {
  return ((bytes[at] ?? 0) - 0x30) * 10 + (bytes[at + 1] ?? 0) - 0x30;
}
