// SPDX-License-Identifier: MIT
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type EndedJob, runJob, runtimes } from '../support/runner.js';
import { crlOf, sharedIdentity, World } from '../support/world.js';

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

  async function run(inputs: Record<string, string> = {}, environment: Record<string, string> = {}): Promise<EndedJob> {
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
    return runJob({
      node: path,
      bundle: 'action',
      temp,
      cwd: world.app,
      inputs: all,
      environment: {
        GITHUB_WORKSPACE: world.app,
        GITHUB_REPOSITORY: 'owner/news',
        GITHUB_API_URL: world.github.url,
        GITHUB_REF_TYPE: 'tag',
        GITHUB_REF_NAME: 'v1.0.0',
        GITHUB_EVENT_PATH: file('event.json', '{}'),
        ...environment,
      },
    });
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
