// SPDX-License-Identifier: MIT
import { findPrivateKeys, type PrivateKeyFound } from '../rules/private-keys.js';
import type { LinkedRepository } from '../situation.js';
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
/** Opening one takes up to a millisecond; files beyond this many are only counted. */
const maxKeys = 50;

export type KeyFiles = Pick<Extract<LinkedRepository, { kind: 'found' }>, 'keyFiles' | 'privateKeys'>;

/** What was found in a blob that is kept in memory: every look reads the same ones. */
const known = new WeakMap<Uint8Array, readonly PrivateKeyFound[]>();

/**
 * Private keys in the files that have the name of one: in the first twenty. A key that nobody asked us to certify is
 * counted and then forgotten: its hash is no request's, and no certificate's.
 */
export async function keyFilesIn(objects: GitObjects, entries: readonly TreeEntry[]): Promise<KeyFiles> {
  const suspects = entries
    .filter(({ type, path, size }) => type === 'blob' && size <= maxBytes && names.test(path) && !elsewhere.test(path))
    .slice(0, maxLooks);
  const blobs = new Map<string, Uint8Array>();
  await inPortions(suspects, 5, async ({ sha }) => blobs.set(sha, await objects.blob(sha)));

  const privateKeys = new Set<string>();
  let opened = 0;
  let keyFiles = 0;
  for (const { path, sha } of suspects) {
    const bytes = blobs.get(sha) ?? new Uint8Array();
    const found = opened < maxKeys ? keysIn(bytes) : [];
    opened += found.length;
    for (const { key } of found) if (key !== undefined) privateKeys.add(key);
    if (found.length > 0 || containers.test(path) || saysSo(bytes)) keyFiles++;
  }
  return { keyFiles, privateKeys: [...privateKeys] };
}

function keysIn(bytes: Uint8Array): readonly PrivateKeyFound[] {
  const found = known.get(bytes) ?? findPrivateKeys(bytes, 'rsa');
  known.set(bytes, found);
  return found;
}

/** PEM of any kind, OpenSSH's and PuTTY's; whatever stands behind it. */
function saysSo(bytes: Uint8Array): boolean {
  return /PRIVATE KEY-----|^PuTTY-User-Key-File/m.test(Buffer.from(bytes).toString('latin1'));
}
