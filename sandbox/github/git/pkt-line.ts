// SPDX-License-Identifier: MIT

/** Git's framing: four hexadecimal digits with the length of the whole line, then the line (gitprotocol-common). */
export function pktLine(payload: string | Uint8Array): Buffer {
  const bytes = Buffer.from(payload as string);
  return Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, '0')), bytes]);
}

export const flush = Buffer.from('0000');

/** Lines up to the first flush, without their line ends, and what comes behind it. @throws Error where a length is none */
export function readPktLines(bytes: Buffer): { readonly lines: Buffer[]; readonly rest: Buffer } {
  const lines: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = Number.parseInt(bytes.toString('latin1', at, at + 4), 16);
    if (length === 0) return { lines, rest: bytes.subarray(at + 4) };
    if (!(length >= 4) || at + length > bytes.length) throw new Error('malformed pkt-line');
    const line = bytes.subarray(at + 4, at + length);
    lines.push(line.at(-1) === 0x0a ? line.subarray(0, -1) : line);
    at += length;
  }
  return { lines, rest: Buffer.alloc(0) };
}

/** What a channel may hold at once: 65,520 bytes with length and channel number (side-band-64k). */
const maxBand = 65_515;

/** Bytes on a numbered channel: 1 is the answer, 2 is what people read after `remote:`. */
export function sideband(channel: 1 | 2, payload: string | Uint8Array): Buffer {
  const bytes = Buffer.from(payload as string);
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += maxBand) {
    parts.push(pktLine(Buffer.concat([Buffer.from([channel]), bytes.subarray(at, at + maxBand)])));
  }
  return Buffer.concat(parts);
}
