// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import type { AppFiles } from './app/app-files.js';
import type { Stage } from './package/stage.js';

/** The chosen files as the metadata rules read them: what is left out of the archive is not there. */
export function stagedAppFiles(stage: Stage): AppFiles {
  const files = new Map(stage.files.map((file) => [file.path, file]));
  return {
    list: () => [...files.keys()],
    read: (path) => {
      const file = files.get(path);
      return file && (file.content ?? readFileSync(file.source));
    },
  };
}
