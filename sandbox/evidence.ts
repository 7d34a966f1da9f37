// SPDX-License-Identifier: MIT
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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

/** Adds to the folder, which is made where it is missing. */
export function writeEvidence(folder: string | undefined, evidence: Partial<Evidence>): void {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(evidence)) writeFileSync(join(folder, name), content);
}
