// SPDX-License-Identifier: MIT
import type { ArchiveLimits } from './archive-limits.js';
import { readHeader, readPax, type MemberType, type PaxRecords, type TarFields } from './tar-fields.js';
import { blockSize, padded } from './tar-header.js';

/** A member as two programs see it. Names are byte strings (see byte-string.ts). */
export interface TarMember {
  /** as the store's Python `tarfile` reads it: pax and GNU names applied, a folder's slash at the end dropped */
  readonly path: string;
  /** as the server's PEAR Archive_Tar reads it: GNU names applied, pax names not */
  readonly serverPath: string;
  readonly type: Exclude<MemberType, 'pax' | 'global-pax' | 'long-name' | 'long-link'>;
  readonly size: number;
  readonly mode: number;
  /** of a link */
  readonly linkpath: string;
}

export interface TarHandler {
  /** @returns where the content goes, piece by piece and with a call without any at its end; nothing: it is skipped */
  readonly member: (member: TarMember) => ((piece: Buffer | undefined) => void) | undefined;
  /** what is odd, by the id of the rule in archive-rules.ts */
  readonly note: (rule: string, path?: string, detail?: string) => void;
}

/** What came before a member's own header and is about it. */
interface Ahead {
  longName?: Buffer;
  longLink?: Buffer;
  pax?: PaxRecords;
}

/**
 * Reads a tar stream strictly: it is to find out whether all who read the archive later see the same, so where
 * programs differ it says so, and where one of them would lose its place it stops. Nothing but the headers of one member is kept.
 */
export class TarReader {
  readonly #handler: TarHandler;
  readonly #limits: ArchiveLimits;
  readonly #block = Buffer.alloc(blockSize);
  #filled = 0;
  /** bytes of content that are still to come, and NULs behind them */
  #content = 0;
  #padding = 0;
  #sink: ((piece: Buffer | undefined) => void) | undefined;
  #ahead: Ahead = {};
  #global: PaxRecords = {};
  #members = 0;
  #endBlocks = 0;
  #stopped = false;

  constructor(handler: TarHandler, limits: ArchiveLimits) {
    this.#handler = handler;
    this.#limits = limits;
  }

  /** True where there is no sense in reading on: the handler was told why. */
  get stopped(): boolean {
    return this.#stopped;
  }

  write(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length && !this.#stopped) {
      if (this.#content > 0) {
        const piece = chunk.subarray(at, at + this.#content);
        at += piece.length;
        this.#content -= piece.length;
        this.#sink?.(piece);
        if (this.#content === 0) this.#finishMember();
      } else if (this.#padding > 0) {
        const skipped = Math.min(this.#padding, chunk.length - at);
        at += skipped;
        this.#padding -= skipped;
      } else {
        const copied = chunk.copy(this.#block, this.#filled, at);
        at += copied;
        this.#filled += copied;
        if (this.#filled === blockSize) {
          this.#filled = 0;
          this.#header();
        }
      }
    }
  }

  end(): void {
    if (this.#stopped) return;
    if (this.#content > 0 || this.#padding > 0 || this.#filled > 0) this.#stop('archive-truncated');
    else if (this.#endBlocks < 2) this.#handler.note('archive-no-end');
  }

  #stop(rule: string, path?: string, detail?: string): void {
    this.#handler.note(rule, path, detail);
    this.#stopped = true;
  }

  #header(): void {
    if (this.#block.every((byte) => byte === 0)) {
      this.#endBlocks++;
      return;
    }
    // The store stops at the end marker; Archive_Tar goes on behind it.
    if (this.#endBlocks > 0) {
      this.#stop('archive-data-after-end');
      return;
    }
    const fields = readHeader(this.#block);
    if (!fields.checksumHolds) {
      this.#stop('archive-bad-checksum', fields.name);
      return;
    }
    const { size } = fields;
    if (size === undefined) {
      this.#stop('archive-bad-number', fields.name);
      return;
    }
    if (fields.isBase256) this.#handler.note('archive-base-256', fields.name);
    if (size > this.#limits.file) {
      this.#stop('archive-file-too-large', fields.name, `${size} bytes`);
      return;
    }
    this.#content = size;
    this.#padding = padded(size) - size;
    if (isAhead(fields.type)) this.#meta(fields, size);
    else this.#member(fields, fields.type, size);
  }

  #meta(fields: TarFields, size: number): void {
    if (size > this.#limits.header) {
      this.#stop('archive-header-too-large', fields.name, `${size} bytes`);
      return;
    }
    // Archive_Tar takes whatever follows a long name for the file itself, or loses the name.
    if (this.#ahead.longName !== undefined) {
      this.#stop('archive-stacked-headers', fields.name);
      return;
    }
    const pieces: Buffer[] = [];
    this.#sink = (piece) => {
      if (piece !== undefined) pieces.push(Buffer.from(piece));
      else this.#learn(fields.type, Buffer.concat(pieces));
    };
    if (size === 0) this.#finishMember();
  }

  #learn(type: MemberType, content: Buffer): void {
    if (type === 'long-name') this.#ahead.longName = content;
    else if (type === 'long-link') {
      this.#ahead.longLink = content;
      this.#handler.note('archive-long-link');
    } else {
      const records = readPax(content);
      if (records === undefined) {
        this.#stop('archive-bad-pax');
        return;
      }
      if (type === 'pax') this.#ahead.pax = records;
      else this.#global = { ...this.#global, ...records };
    }
  }

  #member(fields: TarFields, type: TarMember['type'], size: number): void {
    const { longName, longLink, pax: own } = this.#ahead;
    const pax = { ...this.#global, ...own };
    this.#ahead = {};
    if (++this.#members > this.#limits.entries) {
      this.#stop('archive-too-many-entries', undefined, `${this.#limits.entries}`);
      return;
    }
    const serverPath = longName === undefined ? fields.serverName : longName.toString('latin1').replace(/\0+$/, '');
    const named = pax.path ?? (longName === undefined ? fields.name : untilNul(longName));
    const path = type === 'directory' ? named.replace(/\/+$/, '') : named;
    if (own !== undefined) this.#handler.note('archive-pax-header', path);
    const depth = path.split('/').length - 1;
    if (path.length > this.#limits.path || depth > this.#limits.depth) {
      this.#stop('archive-name-too-long', path.slice(0, 100), `${path.length} bytes, ${depth} folders`);
      return;
    }
    if (pax.size !== undefined && Number(pax.size) !== size) {
      this.#stop('archive-pax-size', path);
      return;
    }
    // Whether content follows the header of a link, a folder or a device, every program decides for itself.
    if (size > 0 && type !== 'file' && type !== 'sparse' && type !== 'unknown') {
      this.#stop('archive-content-of-no-file', path);
      return;
    }
    this.#sink = this.#handler.member({
      path,
      serverPath: type === 'directory' ? serverPath.replace(/\/+$/, '') : serverPath,
      type: pax.isSparse === true ? 'sparse' : type,
      size,
      mode: fields.mode,
      linkpath: pax.linkpath ?? (longLink === undefined ? fields.linkname : untilNul(longLink)),
    });
    if (size === 0) this.#finishMember();
  }

  #finishMember(): void {
    const sink = this.#sink;
    this.#sink = undefined;
    sink?.(undefined);
  }
}

function isAhead(type: MemberType): type is 'pax' | 'global-pax' | 'long-name' | 'long-link' {
  return type === 'pax' || type === 'global-pax' || type === 'long-name' || type === 'long-link';
}

function untilNul(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}
