// SPDX-License-Identifier: MIT
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { serveGithub } from '../../sandbox/serve-github.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Announcement {
  readonly api: string;
  readonly git: string;
  readonly repository: string;
  readonly privateKeyPath: string;
  readonly tokens: Readonly<Record<string, string>>;
}

describe('npm run sandbox:github', () => {
  it('serves a folder as a repository, says how to reach it in one line, and stops', async () => {
    const seed = mkdtempSync(join(tmpdir(), 'seed-'));
    writeFileSync(join(seed, 'hello.txt'), 'hello\n');
    const child = spawn('node', ['scripts/run.mjs', 'sandbox/entries/github.ts', '--seed', seed], { cwd: root });
    const lines = createInterface({ input: child.stdout });
    const [line] = (await once(lines, 'line')) as [string];
    const announced = JSON.parse(line) as Announcement;
    expect(Object.keys(announced)).toEqual([
      'api',
      'git',
      'repository',
      'appId',
      'privateKeyPath',
      'webhookSecret',
      'tokens',
    ]);
    expect(Object.keys(announced.tokens)).toEqual(['maintainer', 'second', 'requester', 'outsider']);
    expect(readFileSync(announced.privateKeyPath, 'utf8')).toContain('PRIVATE KEY');
    expect(statSync(announced.privateKeyPath).mode & 0o777).toBe(0o600);
    const file = await fetch(`${announced.api}/repos/${announced.repository}/contents/hello.txt`);
    expect(await file.json()).toMatchObject({ content: 'aGVsbG8K\n' });
    child.kill('SIGTERM');
    const [status] = (await once(child, 'exit')) as [number];
    expect(status).toBe(0);
    expect(existsSync(announced.privateKeyPath)).toBe(false);
    rmSync(seed, { recursive: true });
  }, 120_000);

  it('says what a client does that GitHub would describe otherwise', async () => {
    const warnings: string[] = [];
    const served = await serveGithub({ port: 0, repository: 'acme/requests' }, (text) => warnings.push(text));
    const { api } = served.announcement as unknown as Announcement;
    expect((await fetch(`${api}/repos/acme/requests/issues?state=ajar`)).status).toBe(422);
    expect(warnings).toEqual([
      expect.stringMatching(/^GET \/api\/v3\/repos\/acme\/requests\/issues\?state=ajar: .*\n$/),
    ]);
    await served.close();
  });
});
