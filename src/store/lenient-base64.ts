// SPDX-License-Identifier: MIT

/**
 * Base64 as the store reads a signature: Python's `b64decode` without validation. Characters outside of the alphabet
 * are passed over (line breaks, blanks, and `-` and `_` too), and what stands behind complete padding is not read.
 * Python refuses what Node would silently cut: the reason is then its own (Modules/binascii.c).
 */
export type Base64Reading = { readonly bytes: Uint8Array } | { readonly fault: string };

export function readLenientBase64(text: string): Base64Reading {
  let characters = '';
  let pads = 0;
  for (const character of text) {
    if (character === '=') {
      const quad = characters.length % 4;
      pads++;
      if (quad >= 2 && quad + pads >= 4) return decoded(characters);
    } else if (/[A-Za-z0-9+/]/.test(character)) {
      characters += character;
      pads = 0;
    }
  }
  if (characters.length % 4 === 0) return decoded(characters);
  if (characters.length % 4 > 1) return { fault: 'Incorrect padding' };
  return {
    fault: `Invalid base64-encoded string: number of data characters (${characters.length}) cannot be 1 more than a multiple of 4`,
  };
}

function decoded(characters: string): Base64Reading {
  return { bytes: Buffer.from(characters, 'base64') };
}
