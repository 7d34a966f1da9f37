// SPDX-License-Identifier: MIT
import type { HashValue } from './hash-list.js';
import { decodePhpBase64 } from './php-base64.js';
import { readPhpJson } from './php-json.js';
import { invalidSignature, ServerException } from './verdict.js';

/** A signature.json as far as its form goes. */
export interface SignatureData {
  /** as it stands in the file, unsorted */
  readonly hashes: ReadonlyMap<string, HashValue>;
  /** paths whose value is no hash: numbers, null, nested lists. Signers do not write them; no signature is taken for good */
  readonly oddValues: readonly string[];
  readonly signature: Buffer;
  /** whatever stands there */
  readonly certificate: unknown;
}

/**
 * Reads signature.json as the server does (server: IntegrityCheck/Checker.php), up to where it looks at the certificate.
 *
 * @param content undefined where there is no such file
 * @throws ServerException "Signature data not found.", or PHP's TypeError, which a server does not catch: it aborts
 */
export function readSignatureData(content: Uint8Array | undefined): SignatureData {
  const data = content === undefined ? undefined : readPhpJson(content);
  if (!isPhpArray(data)) throw invalidSignature('Signature data not found.');
  const fields = new Map<string, unknown>(Object.entries(data));
  const hashes = fields.get('hashes');
  if (!isPhpArray(hashes)) throw typeError('ksort(): Argument #1 ($array) must be of type array', hashes);
  const signature = fields.get('signature');
  if (typeof signature !== 'string') {
    throw typeError('base64_decode(): Argument #1 ($string) must be of type string', signature);
  }
  const entries = Object.entries(hashes);
  return {
    hashes: new Map(entries.filter((entry): entry is [string, HashValue] => isHashValue(entry[1]))),
    oddValues: entries.filter(([, value]) => !isHashValue(value)).map(([path]) => path),
    signature: decodePhpBase64(signature),
    certificate: fields.get('certificate'),
  };
}

/** A JSON list is an array to PHP, too: with the keys 0, 1, 2 … */
function isPhpArray(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isHashValue(value: unknown): value is HashValue {
  return typeof value === 'string' || value === false;
}

function typeError(expectation: string, value: unknown): ServerException {
  return new ServerException('TypeError', `${expectation}, ${phpType(value)} given`);
}

/** names of PHP 8.2 */
function phpType(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'boolean':
      return 'bool';
    case 'number':
      return Number.isInteger(value) ? 'int' : 'float';
    default:
      return isPhpArray(value) ? 'array' : 'null';
  }
}
