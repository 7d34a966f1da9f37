// SPDX-License-Identifier: MIT
import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Commit, encodeCommit, type NewCommit } from './commit.js';

/**
 * The key with which GitHub itself signs what it commits for an App, or merges ("web-flow"). Nobody checks these
 * signatures outside of here, so a MAC in the armor of OpenPGP does: it cannot be forged over the API, which is all that
 * counts.
 */
export class WebFlow {
  private constructor(private readonly secret: Uint8Array) {}

  /** The key that is kept in a folder, made where there is none. */
  static in(folder: string): WebFlow {
    const file = join(folder, 'web-flow.key');
    mkdirSync(folder, { recursive: true });
    try {
      writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    return new WebFlow(readFileSync(file));
  }

  sign(commit: NewCommit): NewCommit {
    const unsigned = { ...commit, signature: null };
    return { ...unsigned, signature: this.#signatureOver(encodeCommit(unsigned)) };
  }

  isSigned({ signature, payload }: Commit): boolean {
    return signature !== null && payload !== null && signature === this.#signatureOver(payload);
  }

  #signatureOver(payload: string | Uint8Array): string {
    const mac = createHmac('sha256', this.secret).update(payload).digest('base64');
    return `-----BEGIN PGP SIGNATURE-----\n\n${mac}\n-----END PGP SIGNATURE-----`;
  }
}
