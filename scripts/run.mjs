// SPDX-License-Identifier: MIT
// Runs a TypeScript file of this project: node scripts/run.mjs FILE [ARGUMENT...]
// Compiles the tree once into build/ (incremental), then imports the emitted JavaScript.
import { spawnSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('..', import.meta.url));
const [file, ...args] = process.argv.slice(2);
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const compiled = spawnSync(
  process.execPath,
  [
    tsc,
    '-p',
    join(root, 'tsconfig.json'),
    '--noEmit',
    'false',
    '--outDir',
    join(root, 'build', 'run'),
    '--rootDir',
    root,
    '--incremental',
    '--tsBuildInfoFile',
    join(root, 'build', 'run.tsbuildinfo'),
  ],
  { stdio: 'inherit' },
);
if (compiled.status !== 0) process.exit(compiled.status ?? 1);
const emitted = join(root, 'build', 'run', file.replace(/\.ts$/, '.js'));
process.argv = [process.argv[0], emitted, ...args];
await import(pathToFileURL(emitted).href);
