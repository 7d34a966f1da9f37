// SPDX-License-Identifier: MIT
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from '@jest/globals';

export type Tree = Readonly<Record<string, string | Buffer>>;

/** A folder that goes away with the test file. */
export function scratch(): string {
  const dir = mkdtempSync(join(tmpdir(), 'package-test-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

export function writeTree(dir: string, tree: Tree): string {
  for (const [path, content] of Object.entries(tree)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  return dir;
}

export const infoXml = { 'appinfo/info.xml': '<info><id>news</id></info>' };

/** Looks like one, and is none. */
export const privateKey = `-----BEGIN PRIVATE KEY-----\n${'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDB'.repeat(3)}\n-----END PRIVATE KEY-----\n`;
