// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The short form of `npm run faults`. Most of its time the compiler takes. */
it('finds everything that was done after it was killed, and the books right', () => {
  const args = ['scripts/run.mjs', 'test/faults/faults.ts', '--count', '5'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^killed 5 times, .* every audit is clean$/m);
}, 70_000);
