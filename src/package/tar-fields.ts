// SPDX-License-Identifier: MIT
import { blockSize } from './tar-header.js';

/** What the type flag of a header says; POSIX.1-2017 "ustar Interchange Format" and GNU's additions. */
export type MemberType =
  | 'file'
  | 'directory'
  | 'hard-link'
  | 'symbolic-link'
  | 'character-device'
  | 'block-device'
  | 'pipe'
  | 'sparse'
  | 'pax'
  | 'global-pax'
  | 'long-name'
  | 'long-link'
  | 'unknown';

const types: Readonly<Record<string, MemberType>> = {
  '\0': 'file',
  '0': 'file',
  '7': 'file',
  '1': 'hard-link',
  '2': 'symbolic-link',
  '3': 'character-device',
  '4': 'block-device',
  '5': 'directory',
  '6': 'pipe',
  S: 'sparse',
  x: 'pax',
  X: 'pax',
  g: 'global-pax',
  L: 'long-name',
  K: 'long-link',
};

/** One header block. Names are byte strings (see byte-string.ts). */
export interface TarFields {
  /** the prefix field included, as both the store's tarfile and the server's Archive_Tar do */
  readonly name: string;
  /** Archive_Tar takes only 131 of the prefix field's 155 bytes */
  readonly serverName: string;
  readonly linkname: string;
  readonly type: MemberType;
  /** in bytes; nothing where it cannot be read */
  readonly size: number | undefined;
  readonly mode: number;
  /** the size is written in base 256 (GNU) */
  readonly isBase256: boolean;
  readonly checksumHolds: boolean;
}

export function readHeader(block: Buffer): TarFields {
  const flag = block.toString('latin1', 156, 157);
  const name = text(block, 0, 100);
  const prefix = (length: number) => text(block, 345, length);
  const type = types[flag] ?? 'unknown';
  const size = number(block, 124, 12);
  return {
    name: joined(prefix(155), name),
    serverName: joined(prefix(131), name),
    linkname: text(block, 157, 100),
    // Before POSIX a folder was a file whose name ends with a slash.
    type: flag === '\0' && name.endsWith('/') ? 'directory' : type,
    size: size.value,
    mode: number(block, 100, 8).value ?? 0,
    isBase256: size.isBase256,
    checksumHolds: number(block, 148, 8).value === checksum(block),
  };
}

function joined(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** Up to the first NUL. */
function text(block: Buffer, start: number, length: number): string {
  const field = block.toString('latin1', start, start + length);
  const end = field.indexOf('\0');
  return end < 0 ? field : field.slice(0, end);
}

/** Octal digits between blanks and NULs, or base 256 where the first bit is set. Nothing for all else, negative numbers included. */
function number(block: Buffer, start: number, length: number): { value: number | undefined; isBase256: boolean } {
  const first = block[start] ?? 0;
  if (first & 0x80) {
    let value = first & 0x7f;
    for (let at = start + 1; at < start + length; at++) value = value * 256 + (block[at] ?? 0);
    return { value: first & 0x40 || !Number.isSafeInteger(value) ? undefined : value, isBase256: true };
  }
  const digits = /^ *([0-7]*)[ \0]*$/.exec(text(block, start, length))?.[1];
  return { value: digits === undefined ? undefined : Number.parseInt(digits || '0', 8), isBase256: false };
}

/** The sum of all bytes, those of the checksum itself taken for blanks. */
function checksum(block: Buffer): number {
  let sum = 8 * 0x20;
  for (let at = 0; at < blockSize; at++) if (at < 148 || at >= 156) sum += block[at] ?? 0;
  return sum;
}

/** What a pax header can say that changes which entry is read. Names are byte strings. */
export interface PaxRecords {
  readonly path?: string;
  readonly linkpath?: string;
  readonly size?: string;
  readonly isSparse?: true;
}

/** `LENGTH KEY=VALUE` and a line end for each record; nothing where that is broken. */
export function readPax(content: Buffer): PaxRecords | undefined {
  const records: { -readonly [Key in keyof PaxRecords]: PaxRecords[Key] } = {};
  for (let at = 0; at < content.length;) {
    const digits = /^(\d{1,9}) /.exec(content.toString('latin1', at, at + 10))?.[1];
    if (digits === undefined) return content.subarray(at).some((byte) => byte !== 0) ? undefined : records;
    const end = at + Number(digits);
    const record = content.toString('latin1', at + digits.length + 1, end);
    const equals = record.indexOf('=');
    if (end > content.length || end <= at + digits.length || equals < 1 || !record.endsWith('\n')) return undefined;
    const key = record.slice(0, equals);
    if (key === 'path' || key === 'linkpath' || key === 'size') records[key] = record.slice(equals + 1, -1);
    else if (key.startsWith('GNU.sparse.')) records.isSparse = true;
    at = end;
  }
  return records;
}
