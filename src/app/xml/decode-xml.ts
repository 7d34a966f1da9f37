// SPDX-License-Identifier: MIT
import { isUtf8 } from 'node:buffer';

export interface DecodedXml {
  /** without a byte order mark */
  readonly text: string;
  /** the encoding that the declaration names where it is not UTF-8, and where it stands */
  readonly declared?: { readonly name: string; readonly start: number };
  /** the document for a judge that knows UTF-8 only */
  readonly utf8: string;
}

const declaration = /^<\?xml\s[^>]*?\sencoding\s*=\s*(["'])([A-Za-z][\w.-]*)\1/;
const utf8Names = /^utf-?8$/i;
const latin1Names = /^(iso[-_]?8859-1|latin-?1|l1|cp819|ibm819)$/i;
const asciiNames = /^(us-)?ascii$/i;
/** What cannot be, since the bytes are ASCII-compatible: the judge then finds the document malformed. */
const wideNames = /^(utf-?16|utf-?32|ucs-?[24]|iso-10646)/i;

/**
 * Text of an XML file, read as the store does: the bytes must be UTF-8, and are then read in the encoding that the
 * declaration names, which garbles every letter beyond ASCII (appstore: api/v1/release/parser.py, `bytes(xml, 'utf-8')`).
 * An encoding that is unknown stays for the judge to refuse.
 *
 * @returns undefined where the bytes are not UTF-8; `firstBadLine` tells where
 */
export function decodeXml(bytes: Uint8Array): DecodedXml | undefined {
  if (!isUtf8(bytes)) return undefined;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  // Behind a byte order mark libxml2 does not listen to the declaration.
  if (text.startsWith('\uFEFF')) return { text: text.slice(1), utf8: withEncoding(text.slice(1), 'UTF-8') };
  const found = declaration.exec(text);
  const name = found?.[2];
  if (!name || utf8Names.test(name)) return { text, utf8: text };
  const declared = { name, start: text.indexOf(name, found[0].indexOf('encoding') + 8) };
  const read = readAs(name, bytes);
  return read === undefined
    ? { text, declared, utf8: text }
    : { text: read, declared, utf8: withEncoding(read, 'UTF-8') };
}

/** 1-based line of the first bytes that are not UTF-8. */
export function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const next = end < 0 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(start, next))) return line;
    start = next;
  }
  return line;
}

function readAs(name: string, bytes: Uint8Array): string | undefined {
  if (wideNames.test(name)) return undefined;
  if (latin1Names.test(name)) return Buffer.from(bytes).toString('latin1');
  if (asciiNames.test(name))
    return bytes.every((byte) => byte < 0x80) ? Buffer.from(bytes).toString('latin1') : undefined;
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function withEncoding(text: string, encoding: string): string {
  return text.replace(declaration, (whole, _quote, name: string) => {
    const at = whole.lastIndexOf(name);
    return whole.slice(0, at) + encoding + whole.slice(at + name.length);
  });
}
