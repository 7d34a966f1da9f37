// SPDX-License-Identifier: MIT

/**
 * PHP's `base64_decode` without its strict flag: every character outside the alphabet is passed over, padding anywhere
 * included, and a single character that is left over is dropped. (Node reads `-` and `_` as well, and stops at `=`.)
 */
export function decodePhpBase64(text: string): Buffer {
  return Buffer.from(text.replace(/[^A-Za-z0-9+/]+/g, ''), 'base64');
}
