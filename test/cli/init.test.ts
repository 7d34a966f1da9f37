// SPDX-License-Identifier: MIT
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { init } from '../../src/cli/init.js';
import { temporaryFolder, writeTree } from '../integrity/support/tree.js';
import { runCommand } from '../support/terminal.js';

const parent = temporaryFolder();
const newApp = (): string => writeTree(parent, { 'appinfo/info.xml': '<info/>' });
const workflowOf = (app: string): string => join(app, '.github', 'workflows', 'release.yml');
const action = `octo/nextcloud-release@${'a'.repeat(40)}`;

describe('init', () => {
  it.each([action, `${action} # v1.2.3`, 'octo/mono/release@v1', 'octo/release@feature/x'])('uses %s', async (uses) => {
    const app = newApp();
    expect((await runCommand(init, [app, '--action', uses])).status).toBe(0);
    expect(readFileSync(workflowOf(app), 'utf8')).toContain(`      - uses: ${uses}\n`);
  });

  it.each(['foo', 'foo/bar', 'foo@v1', '/bar@v1', 'foo/bar@', 'foo/bar@v 1', 'foo/bar@v1\n      - run: id', ''])(
    'refuses %j as an Action before it looks at any file: status 2',
    async (uses) => {
      const app = newApp();
      const words = ['--action', uses];
      const first = await runCommand(init, [app, ...words]);
      expect([first.status, first.err]).toEqual([2, expect.stringContaining('OWNER/NAME@REF')]);
      expect(existsSync(join(app, '.github'))).toBe(false);
      await runCommand(init, [app, '--action', action]);
      expect((await runCommand(init, [app, ...words])).err).toBe(first.err);
      expect((await runCommand(init, [parent, ...words])).err).toBe(first.err);
    },
  );

  it('leaves a file that is there alone, and names it once: status 2', async () => {
    const app = newApp();
    await runCommand(init, [app, '--action', action]);
    writeFileSync(workflowOf(app), 'mine');
    const { status, err } = await runCommand(init, [app, '--action', action]);
    expect(status).toBe(2);
    expect(err).toBe(
      `error: ${workflowOf(app)} is there already; it was not changed.\n  fix: Move it away first, or edit it by hand.\n`,
    );
    expect(readFileSync(workflowOf(app), 'utf8')).toBe('mine');
  });
});
