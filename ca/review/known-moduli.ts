// SPDX-License-Identifier: MIT
import { Certificate } from '../../common/certificate.js';
import { InputError } from '../../common/input-error.js';
import { isGitCheckout, pastFiles } from '../import/git-history.js';
import type { FolderStore } from '../repository/folder-store.js';
import { rsaKeyOf } from '../x509/rsa-key.js';
import { RequestFile } from './request-file.js';

/** The RSA moduli of all requests and certificates of a repository: those that are there, and those in its git history. */
export async function knownModuli(store: FolderStore): Promise<bigint[]> {
  const paths = [...store.list('.csr'), ...store.list('.crt')];
  const present = await Promise.all(
    paths.map(async (path) => ({ path, bytes: (await store.read(path)) ?? new Uint8Array() })),
  );
  const past = isGitCheckout(store.folder) ? pastFiles(store.folder, '*.csr', '*.crt') : [];
  // most files are the same in both, and most certificates have the key of the request beside them
  const keys = new Map<string, bigint>();
  for (const { path, bytes } of [...present, ...past]) {
    const spki = path.endsWith('.csr') ? new RequestFile(path, bytes).request?.spki : certificateKey(bytes);
    const name = spki && Buffer.from(spki).toString('latin1');
    if (spki === undefined || name === undefined || keys.has(name)) continue;
    const modulus = rsaKeyOf(spki)?.modulus;
    if (modulus !== undefined) keys.set(name, modulus);
  }
  return [...keys.values()];
}

function certificateKey(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return Certificate.fromPem(Buffer.from(bytes).toString('latin1')).spki;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
