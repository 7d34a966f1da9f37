// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformFileSync } from '@swc/core';
import { OutputFile } from '../../src/package/output-file.js';
import { scratch } from './app-tree.js';

const root = scratch();
const empty = () => mkdtempSync(join(root, 'dir-'));
const onExit = () => process.listeners('exit');
const source = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Writes a file and what it imports as Node runs them: in the test's own process nothing may exit. */
function compile(path: string, dir: string): void {
  const { code } = transformFileSync(source(path), { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } });
  const out = join(dir, path.replace(/\.ts$/, '.js'));
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, code);
  for (const [, imported] of code.matchAll(/from '(\.[^']+)\.js'/g))
    compile(join(dirname(path), `${imported}.ts`), dir);
}

describe('OutputFile', () => {
  it('leaves nothing behind where a signal ends the program in process.exit()', () => {
    const dir = empty();
    writeFileSync(join(dir, 'package.json'), '{"type":"module"}');
    compile('src/package/output-file.ts', dir);
    const target = empty();
    writeFileSync(
      join(dir, 'main.js'),
      "import { readdirSync } from 'node:fs';\n" +
        "import { OutputFile } from './src/package/output-file.js';\n" +
        "process.on('SIGTERM', () => process.exit(143));\n" +
        'const output = new OutputFile(process.argv[2]);\n' +
        "output.write(Buffer.from('half'));\n" +
        'console.log(readdirSync(process.argv[3]).join());\n' +
        "process.kill(process.pid, 'SIGTERM');\n" +
        'setTimeout(() => {}, 60_000);\n',
    );
    const child = spawnSync(process.execPath, [join(dir, 'main.js'), join(target, 'a.tar.gz'), target], {
      encoding: 'utf8',
    });
    expect(child).toMatchObject({ status: 143, stderr: '' });
    expect(child.stdout).toMatch(/^\.a\.tar\.gz\.[0-9a-f]{12}\.unfinished\n$/);
    expect(readdirSync(target)).toEqual([]);
  });

  it('asks to be cleaned up while it is open, and not a moment longer', () => {
    const before = onExit();
    const path = join(empty(), 'a');
    const kept = new OutputFile(path);
    expect(onExit()).toHaveLength(before.length + 1);
    kept.write(Buffer.from('whole'));
    kept.commit();
    expect(onExit()).toEqual(before);
    expect(readFileSync(path, 'utf8')).toBe('whole');

    const dropped = new OutputFile(path);
    dropped.discard();
    expect(onExit()).toEqual(before);

    const dir = join(empty(), 'nowhere');
    expect(() => new OutputFile(join(dir, basename(path)))).toThrow('there is no such folder');
    expect(onExit()).toEqual(before);
  });

  it('that could not be put in its place is cleaned up all the same', () => {
    const before = onExit();
    const dir = empty();
    const output = new OutputFile(join(dir, 'a'));
    rmSync(dir, { recursive: true });
    expect(() => output.commit()).toThrow('there is no such folder');
    expect(onExit()).toHaveLength(before.length + 1);
    output.discard();
    expect(onExit()).toEqual(before);
  });
});
