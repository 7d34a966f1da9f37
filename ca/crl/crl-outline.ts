// SPDX-License-Identifier: MIT
import { algorithmOf, type Certificate, type Extension, readExtensions, verifyRsa } from '../../common/certificate.js';
import { readDer, tag } from '../../common/der-reader.js';
import { AuthorityError } from '../authority-error.js';

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

  /**
   * Each entry: its serial in hex with its leading zeros, and what follows the serial, time and extensions, as it stands.
   * Nothing where an entry has another form than this authority writes.
   */
  *entries(): Generator<{ readonly serial: string; readonly rest: Buffer } | undefined> {
    const bytes = Buffer.from(this.#entries.buffer, this.#entries.byteOffset, this.#entries.length);
    for (let at = 0; at < bytes.length;) {
      const length = bytes[at + 1] ?? 0x80;
      const serialLength = bytes[at + 3] ?? 0x80;
      const end = at + 2 + length;
      const serialEnd = at + 4 + serialLength;
      const isEntry = bytes[at] === tag.sequence && length < 0x80 && bytes[at + 2] === tag.integer;
      if (!isEntry || serialEnd > end || end > bytes.length) {
        yield undefined;
        return;
      }
      yield { serial: bytes.toString('hex', at + 4, serialEnd), rest: bytes.subarray(serialEnd, end) };
      at = end;
    }
  }
}
