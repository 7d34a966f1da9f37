// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import type { KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Runs the OpenSSL command that a comment of the bot shows, where the key of an app lies.
 * @returns what it prints
 */
export function signAsTold(comment: string, app: string, key: KeyObject): string {
  const [, command] = /```sh\n(printf %s .*openssl.*)\n```/.exec(comment) ?? [];
  if (command === undefined) throw new Error(`no command in: ${comment}`);
  if (!command.includes(`${app}.key`)) throw new Error(`not with the key of ${app}: ${command}`);
  const folder = mkdtempSync(join(tmpdir(), 'old-key-'));
  try {
    writeFileSync(join(folder, `${app}.key`), key.export({ type: 'pkcs8', format: 'pem' }));
    return execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
