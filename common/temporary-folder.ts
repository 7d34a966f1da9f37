// SPDX-License-Identifier: MIT
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryFolder {
  readonly path: string;
  /** To be called whatever happens; calling it again does nothing. */
  dispose(): void;
}

/** A new folder that is gone at the end, also where the process ends without coming back. */
export function temporaryFolder(prefix: string): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), `${prefix}-`));
  const remove = (): void => rmSync(path, { recursive: true, force: true });
  process.once('exit', remove);
  return {
    path,
    dispose: () => {
      process.removeListener('exit', remove);
      remove();
    },
  };
}
