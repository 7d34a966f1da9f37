// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The short form of `npm run soak`. */
it('each pull request comes to one end, whatever replicas and events do', () => {
  const args = ['scripts/run.mjs', 'test/soak/soak.ts', '--pulls', '8'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    timeout: 170_000,
  });
  expect({ status, stdout, stderr }).toMatchObject({ status: 0, stderr: '' });
  expect(stdout).toMatch(/the audit is clean$/m);
}, 180_000);
