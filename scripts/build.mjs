// SPDX-License-Identifier: MIT
// Builds dist/: each program and each Action as a bundle of its own that `node` runs from a clone. The same sources give
// the same bytes in every folder; `--check` builds beside dist/ and fails where the two differ.
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { licencesOf, modulesOf } from './licenses.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');
const committed = join(root, 'dist');
const out = check ? join(root, 'build', 'dist') : committed;
const emitted = join(root, 'build', 'bundle');
/** Folder in dist/, and the entry. */
const programs = [
  ['action', 'src/entries/action.js'],
  ['nextcloud-release', 'src/entries/nextcloud-release.js'],
  ['nextcloud-ca', 'src/entries/nextcloud-ca.js'],
  ['bot', 'bot/entries/action.js'],
];

const node = (script, ...args) =>
  execFileSync(process.execPath, [join(root, 'node_modules', ...script), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });

rmSync(emitted, { recursive: true, force: true });
node(['typescript', 'bin', 'tsc'], '-p', 'tsconfig.build.json', '--outDir', emitted);
// Without "type" in the nearest package.json, ncc emits CommonJS, which xmllint-wasm's worker needs.
writeFileSync(join(emitted, 'package.json'), '{}');

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'package.json'), '{ "type": "commonjs" }\n');
for (const [program, file] of programs) {
  const entry = join(emitted, file);
  const folder = join(out, program);
  const stats = join(root, 'build', `${program}.stats.json`);
  node(
    ['@vercel', 'ncc', 'dist', 'ncc', 'cli.js'],
    'build',
    entry,
    '-o',
    folder,
    '--stats-out',
    stats,
    // a native addon, loaded from node_modules where a key in a token asks for it
    '--external',
    'pkcs11js',
    '--no-cache',
    '-q',
  );
  const modules = modulesOf(JSON.parse(readFileSync(stats, 'utf8')));
  // ncc finds the worker of xmllint-wasm by itself, but not the file that the worker opens.
  if (existsSync(join(folder, 'xmllint-node.js'))) {
    const wasm = join(root, 'node_modules', 'xmllint-wasm', 'xmllint.wasm');
    copyFileSync(wasm, join(folder, 'xmllint.wasm'));
    modules.push(wasm);
  }
  writeFileSync(join(folder, 'licenses.txt'), licencesOf(modules));
  rmSync(join(folder, 'package.json'), { force: true });
}

const files = (folder) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => statSync(join(folder, name)).isFile())
    .toSorted();

if (check) {
  const stale = [...new Set([...files(out), ...files(committed)])].filter((name) => {
    const [built, kept] = [join(out, name), join(committed, name)];
    return !existsSync(built) || !existsSync(kept) || !readFileSync(built).equals(readFileSync(kept));
  });
  if (stale.length > 0) {
    console.error(`dist/ is stale: ${stale.join(', ')}\n  fix: npm run build, and commit dist/`);
    process.exit(1);
  }
  console.log('dist/ is fresh');
} else {
  const bytes = files(out).reduce((sum, name) => sum + statSync(join(out, name)).size, 0);
  console.log(`${relative(root, out)}/: ${files(out).length} files, ${(bytes / 1e6).toFixed(1)} MB`);
}
