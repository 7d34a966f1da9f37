// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';

const path = '.htaccess';
const marker = '#### DO NOT CHANGE ANYTHING ABOVE THIS LINE ####';

/**
 * Core's exception: a server writes its own rules below a marker in the .htaccess of its root, so that only what stands
 * above is hashed; the whole file where the marker is missing or stands there more than once (server:
 * IntegrityCheck/Checker.php). An app's .htaccess is a file like any other.
 *
 * @param hashes of core; the one entry is replaced
 */
export function exceptCoreHtaccess(hashes: Map<string, unknown>, read: (path: string) => Uint8Array | undefined): void {
  const content = hashes.has(path) ? read(path) : undefined;
  if (content !== undefined) hashes.set(path, hashOfCoreHtaccess(content));
}

export function hashOfCoreHtaccess(content: Uint8Array): string {
  const [above = '', ...below] = Buffer.from(content).toString('latin1').split(marker);
  const hashed = below.length === 1 ? Buffer.from(above, 'latin1') : content;
  return createHash('sha512').update(hashed).digest('hex');
}
