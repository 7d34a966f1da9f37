// SPDX-License-Identifier: MIT
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BuildError, buildItYourself } from './build-error.js';

/** One command line, without a shell. */
export type BuildCommand = readonly [program: string, ...words: string[]];

const npmLocks = ['package-lock.json', 'npm-shrinkwrap.json'];
const otherLocks = { 'pnpm-lock.yaml': 'pnpm', 'yarn.lock': 'yarn', 'bun.lock': 'bun', 'bun.lockb': 'bun' };

/**
 * How the app in a folder is built: `npm ci` and `npm run build` where package.json has that script; nothing where it
 * has none. Composer, krankerl and make are not run (see build-rules.ts).
 * @throws BuildError `package-json-unreadable`, `no-lock-file`
 */
export function planBuild(dir: string): BuildCommand[] {
  const manifest = readJsonObject(join(dir, 'package.json'));
  const scripts = objectOf(manifest?.scripts);
  if (typeof scripts.build !== 'string') return [];
  const build: BuildCommand = ['npm', 'run', 'build'];
  if (npmLocks.some((name) => existsSync(join(dir, name)))) {
    return [['npm', 'ci', '--no-audit', '--no-fund'], build];
  }
  const dependencies = [manifest?.dependencies, manifest?.devDependencies].map(objectOf);
  if (dependencies.every((group) => Object.keys(group).length === 0)) return [build];
  const other = Object.entries(otherLocks).find(([name]) => existsSync(join(dir, name)));
  throw new BuildError(
    'no-lock-file',
    other === undefined
      ? 'package.json has a build script and dependencies, but there is no package-lock.json beside it.'
      : `package.json has a build script, and ${other[0]} says that it is built with ${other[1]}, which is not known here.`,
    {
      hint:
        other === undefined
          ? `Run "npm install" and commit package-lock.json, or ${buildItYourself}.`
          : `In the workflow run ${other[1]} first: ${buildItYourself}.`,
      file: 'package.json',
    },
  );
}

/** A JSON file that holds an object; undefined where there is no such file. */
export function readJsonObject(path: string): Readonly<Record<string, unknown>> | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // The answer is the same as for a file that is JSON and no object.
  }
  const file = path.slice(path.lastIndexOf('/') + 1);
  throw new BuildError('package-json-unreadable', `${file} is no JSON object.`, {
    hint: `Mend ${file}, or ${buildItYourself}.`,
    file,
  });
}

export function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
