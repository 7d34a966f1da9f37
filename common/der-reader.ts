// SPDX-License-Identifier: MIT
import { InputError } from './input-error.js';
import { printable } from './render/printable.js';

/** Universal tags as identifier octets, with the constructed bit where DER has it (X.690 section 8). */
export const tag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  sequence: 0x30,
  set: 0x31,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  universalString: 0x1c,
  bmpString: 0x1e,
} as const;

/** Octets. Those of X.509 have 3 to 20; one arc may fill them all, and the time to read it grows with their square. */
const maxOidLength = 128;

/** One tag-length-value; the bytes are views into the input, nothing is copied. */
export class DerNode {
  constructor(
    /** identifier octet, constructed and class bits included */
    readonly tag: number,
    /** the whole TLV */
    readonly bytes: Uint8Array,
    readonly content: Uint8Array,
  ) {}

  /** The TLVs inside, in order. Lazy: a CRL of a million entries is walked with {@link DerNode.each}. */
  children(): DerNode[] {
    const nodes: DerNode[] = [];
    for (let at = 0; at < this.content.length;) {
      const node = readNode(this.content, at);
      nodes.push(node);
      at += node.bytes.length;
    }
    return nodes;
  }

  *each(): Generator<DerNode> {
    for (let at = 0; at < this.content.length;) {
      const node = readNode(this.content, at);
      yield node;
      at += node.bytes.length;
    }
  }

  expect(expected: number, what: string): this {
    if (this.tag !== expected) throw notDer(`${what} has the tag 0x${hex(this.tag)} instead of 0x${hex(expected)}`);
    return this;
  }

  /** @throws InputError where the value is empty, as X.690 section 8.3.1 forbids */
  integer(): bigint {
    this.expect(tag.integer, 'an integer');
    if (this.content.length === 0) throw notDer('an integer has no content');
    const digits = BigInt(`0x${Buffer.from(this.content).toString('hex')}`);
    return (this.content[0] ?? 0) < 0x80 ? digits : digits - (1n << BigInt(this.content.length * 8));
  }

  /**
   * dotted decimal
   * @throws InputError where it is longer than any that is in use
   */
  oid(): string {
    this.expect(tag.oid, 'an object identifier');
    if (this.content.length > maxOidLength) throw notDer('an object identifier is longer than 128 octets');
    // a number as long as the arc surely fits: those of X.509 do, those made of a UUID do not
    const arcs: (number | bigint)[] = [];
    let arc: number | bigint = 0;
    for (const byte of this.content) {
      arc =
        typeof arc === 'number' && arc < 2 ** 45
          ? arc * 128 + (byte & 0x7f)
          : (BigInt(arc) << 7n) | BigInt(byte & 0x7f);
      if (byte < 0x80) {
        arcs.push(arc);
        arc = 0;
      }
    }
    const [first = 0, ...rest] = arcs;
    const root = first < 40 ? 0 : first < 80 ? 1 : 2;
    const second = typeof first === 'number' ? first - root * 40 : first - BigInt(root * 40);
    return [root, second, ...rest].join('.');
  }

  /** content of a BIT STRING of whole octets */
  bits(): Uint8Array {
    this.expect(tag.bitString, 'a bit string');
    if (this.content[0] !== 0) throw notDer('a bit string has unused bits');
    return this.content.subarray(1);
  }

  /** UTCTime or GeneralizedTime in the form RFC 5280 section 4.1.2.5 demands; years 50 to 99 of UTCTime are 19xx */
  time(): Date {
    const text = Buffer.from(this.content).toString('latin1');
    const match =
      this.tag === tag.utcTime
        ? /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(text)
        : this.tag === tag.generalizedTime
          ? /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(text)
          : null;
    if (match === null) throw notDer(`${quoted(text)} is not a time of RFC 5280`);
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
    const fullYear = this.tag === tag.generalizedTime ? year : year < 50 ? 2000 + year : 1900 + year;
    const time = new Date(Date.UTC(fullYear, month - 1, day, hour, minute, second));
    // the years 0 to 99 mean 19xx here, and what runs over goes on in the next month: neither is the time that was read
    if (time.getUTCFullYear() !== fullYear || time.getUTCDate() !== day || minute > 59 || second > 59 || hour > 23) {
      throw notDer(`${quoted(text)} is no day or no time of day`);
    }
    return time;
  }
}

/**
 * The one TLV that `bytes` holds. Definite lengths only (DER, X.690 section 10.1); trailing bytes are refused.
 * @throws InputError `not-der`
 */
export function readDer(bytes: Uint8Array): DerNode {
  const node = readNode(bytes, 0);
  if (node.bytes.length !== bytes.length) {
    throw notDer(`${bytes.length - node.bytes.length} bytes follow the end of the structure`);
  }
  return node;
}

function readNode(bytes: Uint8Array, at: number): DerNode {
  const identifier = bytes[at];
  const first = bytes[at + 1];
  if (identifier === undefined || first === undefined) throw notDer('the structure is cut off');
  if ((identifier & 0x1f) === 0x1f) throw notDer('tag numbers above 30 do not occur in X.509');
  let start = at + 2;
  let length = first;
  if (first === 0x80 || first > 0x84) throw notDer('a length is indefinite or too long');
  if (first > 0x80) {
    length = 0;
    for (let count = first & 0x7f; count > 0; count--) {
      const byte = bytes[start++];
      if (byte === undefined) throw notDer('the structure is cut off');
      length = length * 256 + byte;
    }
  }
  const end = start + length;
  if (end > bytes.length) throw notDer('the structure is cut off');
  return new DerNode(identifier, bytes.subarray(at, end), bytes.subarray(start, end));
}

/** Bytes of a stranger: cut short, and without anything that a terminal would obey. */
function quoted(text: string): string {
  return `"${printable(text.length > 20 ? `${text.slice(0, 20)}…` : text)}"`;
}

function notDer(what: string): InputError {
  return new InputError('not-der', `The bytes are not DER: ${what}.`, {
    hint: 'Make the file again with OpenSSL; it was damaged or is something else.',
  });
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
