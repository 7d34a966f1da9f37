// SPDX-License-Identifier: MIT
// All checks of the project: types, lint, format, fresh dist/, then Jest. Each counts as one; the last line is the sum.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAddon } from './build-addon.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (...path) => join(root, 'node_modules', ...path);
const resultFile = join(root, 'build', 'jest.json');
let passed = 0;
let failed = 0;

const checks = [
  ['types', [bin('typescript', 'bin', 'tsc'), '-p', '.']],
  ['lint', [bin('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0']],
  ['format', [bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  ['dist/ is fresh', [join(root, 'scripts', 'build.mjs'), '--check']],
];
// The slowest keeps one core busy; the others share what else there is.
for (const { name, status, output, seconds } of await Promise.all(checks.map(run))) {
  process.stdout.write(output);
  console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${name} (${seconds} s)`);
  if (status === 0) passed++;
  else failed++;
}

buildAddon(root);
mkdirSync(join(root, 'build'), { recursive: true });
rmSync(resultFile, { force: true });
const jest = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--no-warnings',
    bin('jest', 'bin', 'jest.js'),
    '--json',
    '--outputFile',
    resultFile,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
);
try {
  const result = JSON.parse(readFileSync(resultFile, 'utf8'));
  passed += result.numPassedTests;
  failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  if (result.numPendingTests > 0) console.log(`skipped: ${result.numPendingTests} tests, for the reasons above`);
} catch {
  failed++;
  console.log('FAILED: Jest left no result');
}
if (jest.status !== 0 && failed === 0) failed++;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** One check, with what it said. */
function run([name, args]) {
  const start = Date.now();
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve) => {
    child.on('close', (status) => resolve({ name, status, output, seconds: ((Date.now() - start) / 1000).toFixed(1) }));
  });
}
