// SPDX-License-Identifier: MIT
import { gzipSync } from 'node:zlib';

export interface RawEntry {
  readonly name: string | Buffer;
  readonly content?: string | Buffer;
  readonly type?: string;
  readonly linkname?: string;
  /** default: the length of the content */
  readonly size?: number | Buffer;
  readonly prefix?: string;
  /** added to the right checksum */
  readonly checksumOff?: number;
}

/** One entry, header and content, exactly as told: right or wrong. */
export function entry({
  name,
  content = '',
  type = '0',
  linkname = '',
  size,
  prefix = '',
  checksumOff = 0,
}: RawEntry): Buffer {
  const body = Buffer.from(content);
  const header = Buffer.alloc(512);
  Buffer.from(name).copy(header, 0, 0, 100);
  header.write('0000644\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  if (Buffer.isBuffer(size)) size.copy(header, 124);
  else header.write(`${(size ?? body.length).toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write(' '.repeat(8), 148);
  header.write(type, 156);
  header.write(linkname, 157, 100);
  header.write('ustar\0' + '00', 257);
  header.write(prefix, 345, 155);
  const sum = header.reduce((total, byte) => total + byte, 0) + checksumOff;
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, body, Buffer.alloc(-body.length & 511)]);
}

export const file = (name: string | Buffer, content: string | Buffer = 'x') => entry({ name, content });
export const folder = (name: string) => entry({ name, type: '5' });
export const longName = (name: string) => entry({ name: '././@LongLink', type: 'L', content: `${name}\0` });
export const endOfTar = Buffer.alloc(1024);

export function pax(records: Readonly<Record<string, string>>, type = 'x'): Buffer {
  const lines = Object.entries(records).map(([key, value]) => {
    const rest = Buffer.byteLength(` ${key}=${value}\n`);
    const length = rest + String(rest + String(rest).length).length;
    return `${length} ${key}=${value}\n`;
  });
  return entry({ name: 'PaxHeader/x', type, content: lines.join('') });
}

export function tar(...entries: readonly Buffer[]): Buffer {
  return Buffer.concat([...entries, endOfTar]);
}

export function tarGz(...entries: readonly Buffer[]): Buffer {
  return gzipSync(tar(...entries));
}
