// SPDX-License-Identifier: MIT
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { secretInputs } from '../../../bot/entries/job-inputs.js';
import { systemClock } from '../../../common/clock.js';
import { type EndedJob, runJob, runtimes } from '../../support/runner.js';
import { World } from '../support/world.js';
import { keyInputs, listen, passphrase, payloadOf } from './support.js';

let world: World;
let temp: string;
let payloads: ReadonlyMap<string, string>;
beforeEach(async () => {
  world = await World.open({ clock: systemClock });
  payloads = listen(world);
  temp = mkdtempSync(join(tmpdir(), 'runner-'));
});
afterEach(async () => {
  await world.close();
  rmSync(temp, { recursive: true, force: true });
});

function run(event: string, inputs: Record<string, string>, node = process.execPath): Promise<EndedJob> {
  const { app, appKey } = world.stage.community;
  const eventFile = join(temp, 'event.json');
  writeFileSync(eventFile, payloadOf(payloads, event));
  return runJob({
    node,
    bundle: 'bot',
    temp,
    inputs: { 'app-id': String(app.id), 'app-private-key': appKey, repository: 'our-org/certificates', ...inputs },
    environment: {
      GITHUB_REPOSITORY: 'our-org/certificates',
      GITHUB_API_URL: world.stage.server.api,
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: eventFile,
    },
  });
}

/** GitHub's times have seconds: an approval counts in a later one than that in which the check began. */
const aSecond = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1100));

describe.each(runtimes)('the bundle on $name', ({ path: node }) => {
  it('reviews what the event is about, tells what waits for the key, and signs that in another job', async () => {
    const { alice, maintainer } = world.stage;
    const { number, head } = await world.request('weather_maps');
    const first = await run('pull_request_target', { mode: 'review' }, node);
    expect([first.status, first.outputs]).toEqual([0, { waiting: '[]', upkeep: 'false' }]);
    expect(await world.labels(number)).toEqual(['ready to approve']);

    await aSecond();
    await maintainer.visitor.must('POST', `issues/${number}/comments`, { body: `/sign ${head}` });
    const second = await run('issue_comment', { mode: 'review' }, node);
    expect(second.status).toBe(0);
    expect(JSON.parse(second.outputs.waiting ?? '')).toEqual([{ number, head }]);
    expect(second.summary).toContain(`| #${number} | \`${head.slice(0, 12)}\` |`);
    expect((await world.ledger()).issuedFor(number)).toBeUndefined();

    const wish = { mode: 'issue', number: String(number), head, ...(await keyInputs()) };
    const third = await run('issue_comment', wish, node);
    expect([third.status, third.outputs]).toEqual([0, { waiting: '[]', upkeep: 'false', issued: 'true' }]);
    expect(third.log).toContain(`info  Certify weather_maps (#${number}) {`);
    expect(third.summary).toContain('Certify weather\\_maps');
    const { login, id } = alice.account;
    expect((await world.ledger()).issuedFor(number)).toMatchObject({
      app: 'weather_maps',
      requestedBy: `${login} (${id})`,
    });
    expect(await world.pull(number)).toMatchObject({ state: 'closed', merged: true });
    expect(await world.labels(number)).toEqual(['signed']);
  });
});

describe('the log of a job', () => {
  it('masks every secret, and has it nowhere else', async () => {
    const { number, head } = await world.request('weather_maps');
    const inputs = await keyInputs();
    const { log, summary } = await run('schedule', { mode: 'issue', number: String(number), head, ...inputs });
    const { appKey } = world.stage.community;
    const secrets = [appKey, inputs['ca-key'] ?? '']
      .flatMap((text) => text.split('\n'))
      .filter((line) => line.length > 40 && !line.startsWith('---'));
    const printed = log.replace(/^::add-mask::.*$/gm, '') + summary;
    for (const secret of [...secrets, passphrase]) {
      expect(log).toContain(`::add-mask::${secret}`);
      expect(printed).not.toContain(secret);
    }
    // tokens of installations, JSON web tokens
    expect(printed).not.toMatch(/gh[a-z]_|eyJ/);
  });

  it('has no command that a stranger wrote into a file name, a text or a branch', async () => {
    await world.request('weather_maps', {
      files: { '##[add-mask]a\n::add-mask::b/x.txt': 'x', '::set-output name=waiting::[1].txt': 'x' },
      body: '::stop-commands::word\n##[error]no\n',
    });
    const { log, status, outputs } = await run('pull_request_target', { mode: 'review' });
    expect([status, outputs.waiting]).toEqual([0, '[]']);
    const [, word = ''] = /^::stop-commands::([0-9a-f-]{36})$/m.exec(log) ?? [];
    const commands = log.split('\n').filter((line) => /^\s*::|##\[/.test(line) && !line.startsWith('::add-mask::'));
    expect(commands).toEqual([`::stop-commands::${word}`, `::${word}::`]);
  });

  it('ends with what went wrong, how to mend it, and a status', async () => {
    const missing = await run('schedule', { mode: 'review', 'app-private-key': '' });
    expect([missing.status, missing.outputs]).toEqual([2, { waiting: '[]', upkeep: 'false' }]);
    expect(missing.log).toMatch(/^::error title=bad-environment::The input app-private-key: .*%0AFix: Give /m);
    expect(missing.summary).toContain('Nothing was begun.');
    const { number, head } = await world.request('weather_maps');
    const keys = await keyInputs();
    const closed = { mode: 'issue', number: String(number), head, ...keys, 'ca-passphrase': 'another' };
    expect(await run('schedule', closed)).toMatchObject({
      status: 2,
      log: expect.stringContaining('The input ca-key cannot be opened: the passphrase is wrong'),
    });
  });
});

describe('action.yml', () => {
  const action = parse(readFileSync(new URL('../../../bot/action.yml', import.meta.url), 'utf8')) as {
    inputs: Record<string, { description: string }>;
    outputs: Record<string, unknown>;
    runs: unknown;
  };
  const source = readFileSync(new URL('../../../bot/entries/job-inputs.ts', import.meta.url), 'utf8');

  it('names the inputs that are read, and no others', () => {
    const read = [...source.matchAll(/(?:input\(|\(\s*input,\s*)'([a-z-]+)'/g)].map(([, name]) => name);
    expect(Object.keys(action.inputs).toSorted()).toEqual([...new Set(read)].toSorted());
    expect(Object.keys(action.outputs)).toEqual(['waiting', 'upkeep', 'issued']);
    expect(action.runs).toEqual({ using: 'node24', main: '../dist/bot/index.js' });
  });

  it('says of every secret that it is one', () => {
    for (const name of secretInputs) expect(action.inputs[name]?.description).toContain('Use a secret');
  });
});
