// SPDX-License-Identifier: MIT
import type { GitObjects, TreeEntry } from './git-objects.js';
import { inPortions } from './in-portions.js';

const names = /(?:^|\/)(?:[^/]+\.(?:key|pem|p12|pfx|pk8|ppk)|id_(?:rsa|dsa|ecdsa|ed25519))$/i;
/** whose keys these folders hold, they are none of the app's own */
const elsewhere = /(?:^|\/)(?:node_modules|vendor|3rdparty|tests?|__tests__|spec|fixtures|examples?)\//i;
/** formats that are no text, and hold a key by nature */
const containers = /\.(?:p12|pfx)$/i;

/** larger files are bundles of certificates */
const maxBytes = 32 * 1024;
const maxLooks = 20;
const maxTold = 10;

/** Paths of files that hold a private key, or are a container for one; of the first twenty that look like it. */
export async function keyFilesIn(objects: GitObjects, entries: readonly TreeEntry[]): Promise<string[]> {
  const suspects = entries
    .filter(({ type, path, size }) => type === 'blob' && size <= maxBytes && names.test(path) && !elsewhere.test(path))
    .slice(0, maxLooks);
  const found = new Set<TreeEntry>();
  await inPortions(suspects, 5, async (entry) => {
    if (containers.test(entry.path) || holdsPrivateKey(await objects.blob(entry.sha))) found.add(entry);
  });
  return suspects
    .filter((entry) => found.has(entry))
    .slice(0, maxTold)
    .map(({ path }) => path);
}

/** PEM of any kind, OpenSSH's and PuTTY's. */
function holdsPrivateKey(bytes: Uint8Array): boolean {
  return /PRIVATE KEY-----|^PuTTY-User-Key-File/m.test(Buffer.from(bytes).toString('latin1'));
}
