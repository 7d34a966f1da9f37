// SPDX-License-Identifier: MIT

/** `private`: holds a private key. `public`: PEM, and nothing private in it. */
export type KeyMaterial = 'private' | 'public' | 'none';

const armor = '-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----';
/** The file is a key, be it ever so short. */
const keyFile = new RegExp(`^(?:\\u00ef\\u00bb\\u00bf)?\\s*${armor}`);
/**
 * A key among other text: the block's first line followed by base64, directly or behind PEM headers. Line ends may be written out
 * (`\n`), as in the JSON keys of cloud services. A program that only names the first line, such as phpseclib, is not meant.
 */
const keyInside = new RegExp(
  `${armor}(?:\\s|\\\\[rn])*(?:[A-Za-z-]{1,30}: [^\\n]{0,200}\\n\\s*){0,5}[A-Za-z0-9+/]{40}`,
);
const putty = /^PuTTY-User-Key-File-\d/;

/**
 * Looks for private keys by content. Costs one search for a word where there is none: 40 ms for 60 MB.
 *
 * @param content a file, or the start of a large one
 */
export function keyMaterial(content: Buffer): KeyMaterial {
  const start = content.toString('latin1', 0, 32);
  if (putty.test(start)) return 'private';
  if (content.includes('PRIVATE KEY')) {
    const text = content.toString('latin1');
    if (keyFile.test(text) || keyInside.test(text)) return 'private';
  }
  return start.startsWith('-----BEGIN ') ? 'public' : 'none';
}

const programText =
  /\.(?:php|phtml|inc|[cm]?js|[cm]?ts|jsx|tsx|vue|css|scss|less|map|html?|xml|xsd|svg|json|twig|hbs|handlebars|po|pot|wasm)$/i;
const media = /\.(?:png|jpe?g|gif|webp|avif|ico|bmp|woff2?|ttf|otf|eot|mp[34]|og[gv]|wav|webm|pdf|zip|gz|mo|so)$/i;

/**
 * Whether a file can be left out for what it holds. Without one of its programs an app breaks: a key in there is found while packing,
 * where the bytes are at hand anyway, and stops it.
 */
export function isLookedInto(name: string): boolean {
  return !programText.test(name) && !media.test(name);
}
