// SPDX-License-Identifier: MIT

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '/': '\\/',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

// eslint-disable-next-line no-control-regex -- control characters are among what PHP escapes
const escaped = /["\\/\u0000-\u001f\u0080-\uffff]/g;

/**
 * A string as PHP's `json_encode` writes it without flags: `/` escaped, every UTF-16 unit from U+0080 on as lowercase
 * `\uxxxx` (astral characters as a surrogate pair), `<>&'` and U+007F as they are. This is the serializer of bytes that
 * get signed: a general encoder once changed them (owncloud/ocsign#19).
 */
export function phpJsonString(text: string): string {
  return `"${text.replace(escaped, escapeUnit)}"`;
}

function escapeUnit(unit: string): string {
  return shortEscapes[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** How deep arrays may stand in one another for `json_decode`, whose limit of 512 is one more (measured with PHP 8.2) */
const maxDepth = 511;

/**
 * What PHP's `json_decode($bytes, true)` makes of the bytes; undefined where it fails. It is stricter than JSON.parse:
 * invalid UTF-8, a byte order mark, half a surrogate pair and nesting beyond 511 levels are errors. Of a key that
 * stands twice the last one wins, as in JavaScript.
 */
export function readPhpJson(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return hasLoneSurrogate(text) || isDeeperThan(value, maxDepth) ? undefined : value;
  } catch {
    return undefined;
  }
}

/** Looks at escapes one after the other, so that `\\ud800` (a backslash and five letters) is none. */
function hasLoneSurrogate(text: string): boolean {
  if (!/\\ud[89a-f]/i.test(text)) return false;
  const escapes = text.matchAll(/\\(?:ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|(ud[89a-f][0-9a-f]{2})|.)/gi);
  for (const [, lone] of escapes) if (lone !== undefined) return true;
  return false;
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}
