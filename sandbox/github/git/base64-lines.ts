// SPDX-License-Identifier: MIT

/** Base64 as GitHub's answers hold it: lines of 60 characters, each ended. */
export function base64Lines(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('base64')
    .replace(/.{1,60}/g, '$&\n');
}
