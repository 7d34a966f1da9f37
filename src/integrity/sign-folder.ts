// SPDX-License-Identifier: MIT
import type { KeyObject } from 'node:crypto';
import { readdirSync, readFileSync, statSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Certificate } from '../../common/certificate.js';
import type { Finding } from '../../common/finding.js';
import { unfinishedName } from '../package/leave-out-rules.js';
import { OutputFile } from '../package/output-file.js';
import { refuseStranger, signHashList } from './build-signature.js';
import { exceptCoreHtaccess } from './core-htaccess.js';
import { FileDigest } from './file-digest.js';
import { locate, walkFolder } from './folder-walk.js';
import { type TreeKind, selectHashed, signaturePaths } from './hashed-paths.js';
import { IntegrityError } from './integrity-error.js';
import { pathRules, refuseUnsignable, walkRules } from './signing-rules.js';

export interface SignedFolder {
  /** the signature.json that was written */
  readonly file: string;
  /** how many files it names */
  readonly files: number;
  /** warnings */
  readonly findings: readonly Finding[];
}

/**
 * Signs a folder as it lies there: `appinfo/signature.json` of an app or `core/signature.json` of a server is replaced
 * in one step, and is left as it was when anything goes wrong. Whose the certificate is does not matter here: see
 * signer-findings.ts.
 *
 * @throws IntegrityError `folder-unreadable`, `file-unreadable`, `unsignable`, `key-mismatch`, `key-unsupported`
 * @throws PackageError `disk-full`, `output-unwritable`, `output-failed`
 */
export function signFolder(root: string, kind: TreeKind, key: KeyObject, certificate: Certificate): SignedFolder {
  const file = join(root, signaturePaths[kind]);
  refuseStranger(key, certificate);
  clearSignatureFolder(dirname(file));
  const walk = walkFolder(root, kind);
  const selected = selectHashed(walk.paths, kind);
  const findings = [
    ...refuseUnsignable(walkRules, { ...selected, ...walk, kind }),
    ...refuseUnsignable(pathRules, { files: selected.hashed.map((path) => ({ path })) }),
  ];
  const digest = new FileDigest();
  const hashes = new Map(selected.hashed.map((path) => [path, digest.of(locate(root, path))]));
  if (kind === 'core') exceptCoreHtaccess(hashes, (path) => readFileSync(locate(root, path)));
  replaceFile(file, signHashList(hashes, key, certificate));
  return { file, files: hashes.size, findings };
}

/** The folder of the signature must be there, and what a killed run has left in it must not be signed. */
function clearSignatureFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new IntegrityError('folder-unreadable', `Directory ${folder} does not exist.`, {
      hint: 'Name the folder of an app, which holds appinfo/; for a whole server use --core.',
      file: folder,
    });
  }
  for (const name of readdirSync(folder)) {
    if (name.startsWith('.signature.json.') && unfinishedName.test(name)) unlinkSync(join(folder, name));
  }
}

function replaceFile(file: string, content: Buffer): void {
  const output = new OutputFile(file);
  try {
    output.write(content);
    output.commit();
  } catch (error) {
    output.discard();
    throw error;
  }
}
