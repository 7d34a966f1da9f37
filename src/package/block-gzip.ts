// SPDX-License-Identifier: MIT
import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';

const compress = promisify(deflateRaw);

/** Part of the format of our archives: another size makes other bytes. Smaller ones compress worse (128 KiB: 1.1 %). */
const blockSize = 1024 * 1024;
/** How far back deflate looks. */
const windowSize = 32 * 1024;
/** Keeps the four threads of libuv's pool busy while the caller reads files; about 2 MiB of memory for each. */
const mostAtWork = 6;

/** No name, no time, `2` for the strongest compression, `3` for Unix wherever it was made. */
const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3]);

/**
 * One gzip stream, level 9, made from blocks that are compressed side by side: each gets the end of the block before it as its
 * dictionary, and ends on a byte boundary. The size is that of one deflate over all (difference: 0.0002 %), the time half of it on two cores
 * (60 MB: 1.5 s instead of 3.8 s, with GNU tar piped into gzip -9 at 4.6 s), while the caller's thread reads and hashes.
 * The bytes do not depend on the number of threads, nor on how the input is cut into calls of `write`.
 */
export class BlockGzip {
  readonly #write: (bytes: Buffer) => void;
  readonly #atWork: Promise<Buffer>[] = [];
  readonly #spare: Buffer<ArrayBuffer>[] = [];
  #block = Buffer.allocUnsafe(blockSize);
  #filled = 0;
  #dictionary: Buffer | undefined;
  #checksum = 0;
  #size = 0;

  /** @param write takes the compressed bytes, in order */
  constructor(write: (bytes: Buffer) => void) {
    this.#write = write;
    write(gzipHeader);
  }

  /** Copies the bytes. Where `isAhead` says so afterwards, `drain` has to be awaited before the next call. */
  write(bytes: Buffer): void {
    for (let from = 0; from < bytes.length;) {
      const copied = bytes.copy(this.#block, this.#filled, from);
      from += copied;
      this.#filled += copied;
      if (this.#filled === blockSize) this.#dispatch(constants.Z_SYNC_FLUSH);
    }
  }

  get isAhead(): boolean {
    return this.#atWork.length >= mostAtWork;
  }

  async drain(): Promise<void> {
    while (this.isAhead) await this.#finishFirst();
  }

  /** Writes what is left, and the trailer. */
  async end(): Promise<void> {
    this.#dispatch(constants.Z_FINISH);
    while (this.#atWork.length > 0) await this.#finishFirst();
    const trailer = Buffer.alloc(8);
    trailer.writeUInt32LE(this.#checksum);
    trailer.writeUInt32LE(this.#size % 2 ** 32, 4);
    this.#write(trailer);
  }

  async #finishFirst(): Promise<void> {
    const first = this.#atWork.shift();
    if (first !== undefined) this.#write(await first);
  }

  #dispatch(finishFlush: number): void {
    const block = this.#block;
    const content = block.subarray(0, this.#filled);
    this.#checksum = crc32(content, this.#checksum);
    this.#size += content.length;
    const result = compress(content, {
      level: 9,
      memLevel: 9,
      finishFlush,
      // Room for all of the output at once: else each 16 KiB would go through the event loop.
      chunkSize: blockSize + windowSize,
      ...(this.#dictionary && { dictionary: this.#dictionary }),
    }).finally(() => this.#spare.push(block));
    // Where an earlier block or the disk fails, nobody awaits this one any more.
    result.catch(() => undefined);
    this.#atWork.push(result);
    this.#dictionary = Buffer.from(content.subarray(-windowSize));
    this.#block = this.#spare.pop() ?? Buffer.allocUnsafe(blockSize);
    this.#filled = 0;
  }
}
