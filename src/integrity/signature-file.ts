// SPDX-License-Identifier: MIT
import type { HashList } from './hash-list.js';
import { phpJsonString } from './php-json.js';

/**
 * signature.json byte for byte as the server's commands write it (server: IntegrityCheck/Checker.php, `json_encode`
 * with JSON_PRETTY_PRINT): no newline at the end, an empty list as `[]`.
 *
 * @param sorted the hash list in the order of {@link sortHashList}
 * @param certificatePem with CRLF, and no line end behind the footer, as phpseclib writes it
 */
export function writeSignatureFile(sorted: HashList, signature: Uint8Array, certificatePem: string): Buffer {
  const lines = Array.from(sorted, ([path, value]) => {
    return `        ${phpJsonString(path)}: ${value === false ? 'false' : phpJsonString(value)}`;
  });
  const hashes = lines.length === 0 ? '[]' : `{\n${lines.join(',\n')}\n    }`;
  const base64 = phpJsonString(Buffer.from(signature).toString('base64'));
  const text = `{\n    "hashes": ${hashes},\n    "signature": ${base64},\n    "certificate": ${phpJsonString(certificatePem)}\n}`;
  return Buffer.from(text, 'latin1');
}
