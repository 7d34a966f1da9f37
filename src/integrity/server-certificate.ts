// SPDX-License-Identifier: MIT
import { Certificate } from '../../common/certificate.js';
import { decodePhpBase64 } from './php-base64.js';

/** PHP's pcre.backtrack_limit: phpseclib does not look for a header in longer texts. */
const longest = 1_000_000;
const boundaryLine = /^-+[^-]+-+[\r ]*$/;

/**
 * The certificate of a signature.json in the forms that phpseclib reads (File/X509.php): PEM with LF or CRLF, text before
 * the header, everything on one line, base64 alone; of several certificates the first. Undefined where it reads none,
 * which is "Certificate is not valid." to the server.
 */
export function readServerCertificate(text: unknown): Certificate | undefined {
  if (typeof text !== 'string' || text.length > longest) return undefined;
  const base64 = withoutBoundaries(text);
  if (base64 === '' || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) return undefined;
  try {
    return new Certificate(firstStructure(decodePhpBase64(base64)));
  } catch {
    return undefined;
  }
}

function withoutBoundaries(text: string): string {
  const lines = text.split('\n');
  // The first line that is a boundary and nothing else, and all before it, goes: that is the header of a usual PEM.
  const body = lines.slice(lines.findIndex((line) => boundaryLine.test(line)) + 1).join('\n');
  // The lookbehinds keep hostile texts from costing the square of their length; they change no match.
  return body
    .replace(/(?<!-)-+END[^]*$/, '')
    .replace(/[\r\n ]+/g, '')
    .replace(/^-+[^-]+-+/, '')
    .replace(/(?<!-)-+[^-]+-+$/, '');
}

/** phpseclib passes over what follows the certificate's own DER. */
function firstStructure(der: Buffer): Buffer {
  const first = der[1] ?? 0;
  if (first <= 0x80 || first > 0x84) return first < 0x80 ? der.subarray(0, 2 + first) : der;
  const size = first & 0x7f;
  if (der.length < 2 + size) return der;
  return der.subarray(0, 2 + size + der.readUIntBE(2, size));
}
