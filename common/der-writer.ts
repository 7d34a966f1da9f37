// SPDX-License-Identifier: MIT
import { tag } from './der-reader.js';

/** DER writing (X.690): each function returns one whole TLV. */

export function tlv(identifier: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, content) => sum + content.length, 0);
  return Buffer.concat([header(identifier, length), ...contents]);
}

/** Identifier and length octets alone, for content that is written piece by piece. */
export function header(identifier: number, length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(identifier, length);
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return Uint8Array.of(identifier, 0x80 | octets.length, ...octets);
}

export const sequence = (...items: readonly Uint8Array[]): Uint8Array => tlv(tag.sequence, ...items);
export const octetString = (content: Uint8Array): Uint8Array => tlv(tag.octetString, content);
export const bitString = (content: Uint8Array): Uint8Array => tlv(tag.bitString, Uint8Array.of(0), content);
export const utf8String = (text: string): Uint8Array => tlv(tag.utf8String, Buffer.from(text, 'utf8'));
export const printableString = (text: string): Uint8Array => tlv(tag.printableString, Buffer.from(text, 'latin1'));
export const boolean = (value: boolean): Uint8Array => tlv(tag.boolean, Uint8Array.of(value ? 0xff : 0));
export const nullValue = (): Uint8Array => tlv(tag.null);
export const enumerated = (value: number): Uint8Array => tlv(tag.enumerated, Uint8Array.of(value));

/** Context-specific, constructed: `[number] EXPLICIT` */
export const explicit = (number: number, content: Uint8Array): Uint8Array => tlv(0xa0 | number, content);
/** Context-specific, primitive: `[number] IMPLICIT` of a primitive type; takes the content, not a TLV */
export const implicit = (number: number, content: Uint8Array): Uint8Array => tlv(0x80 | number, content);

/** SET OF with its items in the order that X.690 section 11.6 demands */
export function setOf(...items: readonly Uint8Array[]): Uint8Array {
  return tlv(tag.set, ...items.toSorted((a, b) => Buffer.compare(a, b)));
}

/** Two's complement in as few octets as possible (X.690 section 8.3); not for negative numbers, which X.509 has no use for */
export function integer(value: bigint | number): Uint8Array {
  const digits = BigInt(value).toString(16);
  const octets = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
  return (octets[0] ?? 0) < 0x80 ? tlv(tag.integer, octets) : tlv(tag.integer, Uint8Array.of(0), octets);
}

/** @param dotted e.g. `2.5.4.3`; its numbers are below 2^53 */
export function oid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const octets = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) groups.unshift((left % 128) | 0x80);
    return groups;
  });
  return tlv(tag.oid, Uint8Array.from(octets));
}

/** UTCTime up to 2049, GeneralizedTime from 2050 on (RFC 5280 section 4.1.2.5); whole seconds */
export function time(date: Date): Uint8Array {
  const digits = date.toISOString().slice(0, 19).replace(/[-:T]/g, '');
  const year = date.getUTCFullYear();
  return year >= 1950 && year < 2050
    ? tlv(tag.utcTime, Buffer.from(`${digits.slice(2)}Z`, 'latin1'))
    : tlv(tag.generalizedTime, Buffer.from(`${digits}Z`, 'latin1'));
}
