// SPDX-License-Identifier: MIT
import { IssueLine } from './issue-line.js';
import { RevokeLine } from './revoke-line.js';

const end = '"}';

/**
 * The line from `start` to `stop` of the bytes, where it is one of the two kinds of which there are many, is written as
 * this program writes it, and carries the hash `prev`.
 */
export function readPlain(
  bytes: Buffer,
  start: number,
  stop: number,
  prev: string,
): RevokeLine | IssueLine | undefined {
  const text = bytes.toString('latin1', start, stop);
  const hashAt = text.length - prev.length - end.length;
  if (!text.startsWith(prev, hashAt) || !text.endsWith(end)) return undefined;
  const said = text.slice(0, hashAt);
  return RevokeLine.read(said, bytes, start) ?? IssueLine.read(said, bytes, start, stop);
}
