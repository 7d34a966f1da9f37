// SPDX-License-Identifier: MIT
import { accessSync, constants, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../common/input-error.js';

/** What a rehearsal leaves for others to judge, by file name. */
export interface Evidence {
  /** intermediate and root, as servers ship theirs */
  readonly 'trust.pem': string;
  readonly 'app.crt': string;
  readonly 'archive.tar.gz': Uint8Array;
  /** base64 */
  readonly 'archive.sig': string;
  /** the store's list, before the revocation */
  readonly 'apps.json': string;
  /** PEM; at the end the list that revokes */
  readonly 'nextcloud.crl': string;
}

/**
 * Makes the folder where it is missing: before the long way, at whose end it is written to.
 * @throws InputError `bad-usage`
 */
export function openEvidence(folder: string | undefined): void {
  if (folder === undefined) return;
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    const isFile = existsSync(folder) && !statSync(folder).isDirectory();
    const what = isFile ? `${folder} is a file; --keep takes a folder.` : `Nothing can be written to ${folder}.`;
    throw new InputError('bad-usage', what, { hint: 'Name a folder of yours, or one that is to be made.', cause });
  }
}

/** Adds to the folder. */
export function writeEvidence(folder: string | undefined, evidence: Partial<Evidence>): void {
  if (folder === undefined) return;
  for (const [name, content] of Object.entries(evidence)) writeFileSync(join(folder, name), content);
}
