// SPDX-License-Identifier: MIT
// Runs a TypeScript file of this project: node scripts/run.mjs FILE [ARGUMENT...]
// What it imports is compiled into build/run/ (incremental), then the emitted JavaScript is imported.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [file, ...args] = process.argv.slice(2);
const out = join(root, 'build', 'run');
const config = join(root, 'build', `run-${file.replace(/\W+/g, '-')}.json`);
mkdirSync(out, { recursive: true });
writeFileSync(
  config,
  JSON.stringify({
    extends: join(root, 'tsconfig.json'),
    compilerOptions: {
      noEmit: false,
      outDir: out,
      rootDir: root,
      incremental: true,
      tsBuildInfoFile: `${config}.tsbuildinfo`,
      typeRoots: [join(root, 'node_modules', '@types')],
    },
    include: [],
    files: [join(root, file)],
  }),
);
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const compiled = spawnSync(process.execPath, [tsc, '-p', config], { stdio: 'inherit' });
if (compiled.status !== 0) process.exit(compiled.status ?? 1);
// What modules read beside themselves.
const data = join('sandbox', 'github', 'contract');
cpSync(join(root, data), join(out, data), { recursive: true, filter: (name) => !name.endsWith('.ts') });
const emitted = join(out, file.replace(/\.ts$/, '.js'));
process.argv = [process.argv[0], emitted, ...args];
await import(pathToFileURL(emitted).href);
