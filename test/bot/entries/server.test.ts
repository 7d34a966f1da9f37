// SPDX-License-Identifier: MIT
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CaFolder } from '../../../ca/cli/ca-folder.js';
import { systemClock } from '../../../common/clock.js';
import { testAuthority } from '../../support/test-keys.js';
import { World } from '../support/world.js';
import { passphrase } from './support.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const program = join(root, 'build', 'run', 'bot', 'entries', 'server.js');
const secret = 'the secret of the webhook';
const aSecond = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1100));

interface Line {
  readonly level: string;
  readonly msg: string;
  readonly pid: number;
  readonly port?: number;
}

let folder: string;
let world: World;
let running: Server | undefined;

/** The server as a process, and what it logs. */
class Server {
  text = '';
  errors = '';
  readonly ended: Promise<number | null>;

  constructor(readonly child: ChildProcess) {
    child.stdout?.on('data', (chunk: Buffer) => (this.text += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
    this.ended = once(child, 'close').then(([status]) => status as number | null);
  }

  get lines(): Line[] {
    return this.text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Line);
  }

  async line(sentence: string): Promise<Line> {
    const found = await until(async () => this.lines.find(({ msg }) => msg === sentence));
    return found;
  }
}

async function until<Value>(ask: () => Promise<Value | undefined>): Promise<Value> {
  for (let attempt = 0; attempt < 400; attempt++) {
    const value = await ask();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`it did not happen; the server says: ${running?.text ?? ''}${running?.errors ?? ''}`);
}

function environment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const { community, server } = world.stage;
  return {
    PATH: process.env.PATH ?? '',
    APP_ID: String(community.app.id),
    PRIVATE_KEY_PATH: join(folder, 'app.pem'),
    WEBHOOK_SECRET: secret,
    PORT: '0',
    GHE_HOST: new URL(server.api).host,
    GHE_PROTOCOL: 'http',
    CA_DIR: join(folder, 'ca'),
    CA_PASSPHRASE_FILE: join(folder, 'passphrase.txt'),
    ...more,
  };
}

function start(more: Readonly<Record<string, string>> = {}, command = [process.execPath, program]): Server {
  const [file = '', ...words] = command;
  running = new Server(spawn(file, words, { cwd: root, env: environment(more) }));
  return running;
}

/** Waits until it listens, and has the App tell it of events. */
async function listening(server: Server): Promise<string> {
  const { port } = await server.line('listening');
  const address = `http://127.0.0.1:${port ?? 0}`;
  world.stage.community.app.hook = { url: `${address}/api/github/webhooks`, secret };
  return address;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'server-'));
  const authority = await testAuthority();
  const encrypted = authority.encryptKey({ passphrase, iterations: 1000 });
  CaFolder.create(join(folder, 'ca'), authority, { encrypted });
  writeFileSync(join(folder, 'passphrase.txt'), `${passphrase}\n`, { mode: 0o600 });
  // as `npm run bot` does it: compiled once, and ended for want of any variable
  const first = spawnSync(process.execPath, ['scripts/run.mjs', 'bot/entries/server.ts'], { cwd: root, env: {} });
  expect([first.status, first.stderr.toString()]).toEqual([2, expect.stringContaining('The variable APP_ID')]);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(async () => {
  world = await World.open({ clock: systemClock });
  writeFileSync(join(folder, 'app.pem'), world.stage.community.appKey, { mode: 0o600 });
});
afterEach(async () => {
  running?.child.kill('SIGKILL');
  await running?.ended;
  running = undefined;
  await world.close();
});

describe('the server', () => {
  it('is healthy, looks at what it is told of, certifies, and ends with status 0', async () => {
    const server = start();
    const address = await listening(server);
    await server.line('reconciled');
    const health = await until(async () => {
      const answer = await fetch(`${address}/health`);
      const body = (await answer.json()) as { reconciledAt: string | null };
      return body.reconciledAt === null ? undefined : { status: answer.status, body };
    });
    expect(health).toMatchObject({ status: 200, body: { ok: true, repository: 'our-org/certificates' } });

    const { number, head } = await world.request('weather_maps');
    await until(async () => ((await world.labels(number)).includes('ready to approve') ? true : undefined));
    await aSecond();
    const wish = { event: 'APPROVE', commit_id: head };
    await world.stage.maintainer.visitor.must('POST', `pulls/${number}/reviews`, wish);
    await until(async () => ((await world.labels(number)).includes('signed') ? true : undefined));
    expect((await world.ledger()).issuedFor(number)).toMatchObject({ app: 'weather_maps' });

    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    // one JSON document a line, and nothing else
    expect(server.errors).toBe('');
    expect(server.lines.map(({ msg }) => msg)).toEqual(
      expect.arrayContaining([`Certify weather_maps (#${number})`, 'finishing what was begun']),
    );
    const { appKey } = world.stage.community;
    for (const told of [passphrase, secret, appKey.split('\n')[1] ?? '']) expect(server.text).not.toContain(told);
  }, 120_000);

  it('ends what it began before it ends itself', async () => {
    const server = start();
    await listening(server);
    await server.line('reconciled');
    const { number } = await world.request('weather_maps');
    const seen = world.stage.server.requests.length;
    await until(async () => {
      const asked = world.stage.server.requests.slice(seen);
      return asked.some(({ path }) => path.includes(`/pulls/${number}/`)) ? true : undefined;
    });
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(await world.labels(number)).toEqual(['ready to approve']);
  }, 120_000);

  it('does what it was not told of when it starts', async () => {
    const { number, head } = await world.request('weather_maps');
    const first = start();
    await first.line('reconciled');
    expect(await world.labels(number)).toEqual(['ready to approve']);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    await aSecond();
    // nobody knows who pushed, so two have to approve
    for (const { visitor } of [world.stage.maintainer, world.stage.second]) {
      await visitor.must('POST', `pulls/${number}/reviews`, { event: 'APPROVE', commit_id: head });
    }
    const second = start();
    await second.line('reconciled');
    expect((await world.ledger()).issuedFor(number)).toMatchObject({ app: 'weather_maps' });
  }, 120_000);

  it('reconciles on SIGUSR2, to the process that its log names', async () => {
    const server = start({}, ['npm', 'run', '--silent', 'bot']);
    const { pid } = await server.line('listening');
    await server.line('reconciled');
    // nobody tells it of this one
    const { number } = await world.request('weather_maps');
    process.kill(pid, 'SIGUSR2');
    await server.line('reconciling, as told');
    await until(async () => ((await world.labels(number)).includes('ready to approve') ? true : undefined));
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  }, 120_000);

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends with status 0 on %s to npm',
    async (signal) => {
      const server = start({}, ['npm', 'run', '--silent', 'bot']);
      await listening(server);
      server.child.kill(signal);
      expect(await server.ended).toBe(0);
    },
    120_000,
  );
});

describe('the server that cannot start says why', () => {
  const otherKey = (): string => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  };

  async function refused(more: Readonly<Record<string, string>>, status: number, words: string): Promise<void> {
    const server = start(more);
    expect(await server.ended).toBe(status);
    const [first = '', second = '', ...others] = server.errors.split('\n');
    expect(first).toContain(words);
    // how to mend it, and no trace of a stack
    expect(second).toMatch(/^[A-Z].*\.$/);
    expect(others).toEqual(['']);
  }

  it('no id', () => refused({ APP_ID: '' }, 2, 'bad-environment: The variable APP_ID: it is not set.'));

  it('another App’s key', async () => {
    writeFileSync(join(folder, 'other.pem'), otherKey());
    const words = `not-permitted: GitHub knows no App ${world.stage.community.app.id} with this private key.`;
    await refused({ PRIVATE_KEY_PATH: join(folder, 'other.pem') }, 2, words);
  });

  it('an App that GitHub does not know', () => refused({ APP_ID: '424242' }, 2, 'GitHub knows no App 424242'));

  it('a wrong passphrase', async () => {
    writeFileSync(join(folder, 'wrong.txt'), 'wrong');
    await refused({ CA_PASSPHRASE_FILE: join(folder, 'wrong.txt') }, 2, 'wrong-passphrase: ');
  });

  it('no CA', () => refused({ CA_DIR: join(folder, 'nowhere') }, 2, 'bad-ca-folder: '));

  it('an App that is installed nowhere', async () => {
    world.stage.server.state.installations.clear();
    await refused({}, 2, 'no-repository: The App is installed on no repository');
    const named = { CERTIFICATE_REPOSITORY: 'our-org/certificates' };
    await refused(named, 2, 'no-repository: The App is not installed on our-org/certificates.');
  });

  it('an address that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await refused({ PORT: String(port) }, 2, 'bad-environment: The variable PORT: it is not to be had: ');
    other.close();
  });

  it('an address that this machine has not', async () => {
    await refused({ HOST: '999.1.1.1' }, 2, 'bad-environment: The variable HOST: this machine has no such address: ');
    await refused({ HOST: '192.0.2.1' }, 2, 'bad-environment: The variable HOST: this machine has no such address: ');
  }, 60_000);

  it('no GitHub', async () => {
    const words = 'github-unreachable: No GitHub at http://127.0.0.1:9/api/v3: the port is one that HTTP never uses.';
    await refused({ GHE_HOST: '127.0.0.1:9' }, 3, words);
  }, 60_000);

  it('a GitHub that speaks another protocol', async () => {
    const { host } = new URL(world.stage.server.api);
    const words = `github-unreachable: No GitHub at https://${host}/api/v3: what answers there does not speak TLS.`;
    await refused({ GHE_PROTOCOL: 'https' }, 3, words);
  }, 60_000);
});
