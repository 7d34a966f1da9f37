// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { parseCommandLine, type Terminal } from '../../common/command.js';
import { sandbox } from '../../src/cli/sandbox.js';
import { runCommand } from '../support/terminal.js';
import { startStore } from '../../sandbox/store/store-server.js';

describe('sandbox', () => {
  it('prints its address and a token as one JSON line first, says what it fetches, and stops when told', async () => {
    const said = { out: '', err: '' };
    const terminal: Terminal = {
      cwd: process.cwd(),
      env: {},
      isTerminal: false,
      packageRoot: process.cwd(),
      out: (text) => (said.out += text),
      err: (text) => (said.err += text),
      readInput: async () => new Uint8Array(),
    };
    const running = sandbox.run(parseCommandLine('program', sandbox, ['--port', '0', '--allow-loopback']), terminal);
    while (!said.out.includes('\n')) await new Promise((resolve) => setTimeout(resolve, 10));
    const { url, token } = JSON.parse(said.out) as { url: string; token: string };
    const answer = await fetch(`${url}/apps/news/downloads`, { headers: { authorization: `Token ${token}` } });
    expect(answer.status).toBe(404);
    process.emit('SIGTERM');
    expect(await running).toBe('fine');
    expect(said.err).toContain('the real store never does that');
    await expect(fetch(url)).rejects.toThrow();
  });

  it('says so where the port is taken or none: status 2', async () => {
    const other = await startStore({ trust: [] });
    const { port } = new URL(other.url);
    const { status, err } = await runCommand(sandbox, ['--port', port]);
    await other.close();
    expect([status, err]).toEqual([2, expect.stringContaining(`Port ${port} is taken`)]);
    expect((await runCommand(sandbox, ['--port', '99999'])).status).toBe(2);
  });
});
