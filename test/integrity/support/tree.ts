// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from '@jest/globals';
import type { Tree } from '../../../src/integrity/tree.js';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder that is gone after the test file. */
export function temporaryFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'integrity-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Files in a new folder inside of `parent`; returns its path. */
export function writeTree(parent: string, files: Files): string {
  const root = mkdtempSync(join(parent, 'tree-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

export function sha512(content: string | Uint8Array): string {
  return createHash('sha512').update(content).digest('hex');
}

/** A tree that needs no disk. */
export function memoryTree(files: Files): Tree {
  const all = new Map(Object.entries(files));
  return {
    paths: [...all.keys()],
    hash: (path) => sha512(all.get(path) ?? ''),
    read: (path) => {
      const content = all.get(path);
      return content === undefined ? undefined : Buffer.from(content);
    },
    findings: [],
  };
}
