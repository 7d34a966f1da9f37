// SPDX-License-Identifier: MIT
import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import type { ByteSource } from './byte-source.js';
import { systemCode } from './package-error.js';

/** What is odd about a gzip file, by the id of the rule in archive-rules.ts. */
export type GzipNote = (
  rule: 'archive-not-gzip' | 'archive-gzip-broken' | 'archive-several-gzip-members' | 'archive-trailing-garbage',
  detail?: string,
) => void;

const pieceSize = 256 * 1024;
const trailerSize = 8;

/**
 * Unpacks gzip (RFC 1952), several members one after the other as well, and says what `zlib.createGunzip` keeps to itself: where the
 * stream ends, and what is behind it. NULs behind it are padding. Memory for two pieces; whoever stops reading stops the work.
 */
export async function* gunzip(source: ByteSource, note: GzipNote): AsyncGenerator<Buffer, void, undefined> {
  for (let at = 0, member = 0; ; member++) {
    const start = headerEnd(source, at);
    if (start === undefined) {
      if (member === 0) note('archive-not-gzip');
      else if (hasOtherThanNul(source, at)) note('archive-trailing-garbage', `${source.size - at} bytes`);
      return;
    }
    if (member === 1) note('archive-several-gzip-members');
    const inflated = { checksum: 0, size: 0, packed: 0 };
    try {
      yield* inflate(source, start, inflated);
    } catch (error) {
      const code = systemCode(error);
      if (code?.startsWith('Z_') !== true) throw error;
      note('archive-gzip-broken', code === 'Z_BUF_ERROR' ? 'unexpected end' : code);
      return;
    }
    const trailer = source.read(start + inflated.packed, trailerSize);
    if (trailer.length < trailerSize) {
      note('archive-gzip-broken', 'the checksum is missing');
      return;
    }
    if (trailer.readUInt32LE() !== inflated.checksum || trailer.readUInt32LE(4) !== inflated.size % 2 ** 32) {
      note('archive-gzip-broken', 'the checksum is wrong');
      return;
    }
    at = start + inflated.packed + trailerSize;
    if (at === source.size) return;
  }
}

async function* inflate(
  source: ByteSource,
  start: number,
  result: { checksum: number; size: number; packed: number },
): AsyncGenerator<Buffer, void, undefined> {
  const inflater = createInflateRaw({ chunkSize: pieceSize });
  const input = Readable.from(pieces(source, start), { objectMode: false, highWaterMark: pieceSize });
  input.on('error', (error) => inflater.destroy(error));
  try {
    for await (const chunk of input.pipe(inflater) as AsyncIterable<Buffer>) {
      result.checksum = crc32(chunk, result.checksum);
      result.size += chunk.length;
      yield chunk;
    }
    result.packed = inflater.bytesWritten;
  } finally {
    input.destroy();
  }
}

function* pieces(source: ByteSource, start: number): Generator<Buffer> {
  for (let at = start; at < source.size; at += pieceSize) yield source.read(at, pieceSize);
}

/** Where the compressed bytes begin, or nothing where no gzip member stands here. */
function headerEnd(source: ByteSource, at: number): number | undefined {
  const fixed = source.read(at, 10);
  if (fixed.length < 10 || fixed[0] !== 0x1f || fixed[1] !== 0x8b || fixed[2] !== 8) return undefined;
  const flags = fixed[3] ?? 0;
  // The name and the comment end with a NUL; nobody writes long ones.
  const optional = source.read(at + 10, pieceSize);
  let end = 0;
  if (flags & 4) end += 2 + (optional[0] ?? 0) + 256 * (optional[1] ?? 0);
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue;
    const nul = optional.indexOf(0, end);
    if (nul < 0) return undefined;
    end = nul + 1;
  }
  if (flags & 2) end += 2;
  return at + 10 + end;
}

function hasOtherThanNul(source: ByteSource, start: number): boolean {
  for (const piece of pieces(source, start)) if (piece.some((byte) => byte !== 0)) return true;
  return false;
}
