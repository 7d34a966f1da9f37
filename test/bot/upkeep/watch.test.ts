// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeAuditRun } from '../../../bot/github/audit-check-run.js';
import { BaseBranch } from '../../../bot/github/base-branch.js';
import { keepCrl } from '../../../bot/upkeep/keep-crl.js';
import { watchTip } from '../../../bot/upkeep/watch.js';
import { crlPath, ledgerPath } from '../../../ca/repository/repository.js';
import { testKey } from '../../support/test-keys.js';
import { certified } from '../support/acts.js';
import type { Files } from '../support/stage.js';
import { World } from '../support/world.js';

const app = 'weather_maps';

describe('a push past the bot', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open();
    await certified(world, app);
    await keepCrl(world.workshop);
  });
  afterEach(() => world.close());

  async function push(files: Files): Promise<{ before: string; after: string }> {
    const before = world.stage.main;
    return { before, after: await world.stage.seed(files) };
  }

  const told = (moved: { before: string; after: string }, by = 'maintainer'): Promise<void> =>
    world.bot.do({ kind: 'watch', ref: 'refs/heads/main', by, ...moved });

  const alarms = () =>
    world.stage.maintainer.visitor.must<{ title: string; body: string }[]>('GET', 'issues?labels=alarm&state=open');

  async function auditOf(commit: string): Promise<string[]> {
    const { check_runs: runs } = await world.stage.maintainer.visitor.must<{
      check_runs: { name: string; conclusion: string }[];
    }>('GET', `commits/${commit}/check-runs`);
    return runs.filter(({ name }) => name === 'certificate audit').map(({ conclusion }) => conclusion);
  }

  it.each([
    ['a certificate', `${app}/${app}.crt`],
    ['the ledger', ledgerPath],
    ['the list', crlPath],
  ])('that changes %s is audited, and reported in one issue', async (_, path) => {
    const moved = await push({ [path]: 'changed\n' });
    await told(moved);
    await told(moved);
    expect(await auditOf(moved.after)).toEqual(['failure']);
    const found = await alarms();
    expect(found).toHaveLength(1);
    expect(found[0]?.title).toContain(moved.after.slice(0, 12));
    expect(found[0]?.body.replaceAll('\\', '')).toContain(path);
  });

  it('that touches something else is nobody’s business', async () => {
    const moved = await push({ 'README.md': 'new\n' });
    await told(moved);
    expect(await auditOf(moved.after)).toEqual([]);
    expect(await alarms()).toEqual([]);
  });

  it('is found by the next reconciliation where its event was lost', async () => {
    const { after } = await push({ [`${app}/${app}.crt`]: 'changed\n' });
    await push({ 'README.md': 'behind it\n' });
    await watchTip(world.workshop);
    expect(await alarms()).toHaveLength(1);
    expect(await auditOf(after)).toEqual([]);
    expect(await auditOf(world.stage.main)).toEqual(['failure']);
  });

  it('is found behind what the bot did since, and named itself', async () => {
    const { after } = await push({ [`${app}/${app}.crt`]: 'changed\n' });
    await certified(world, 'star_charts', await testKey());
    await watchTip(world.workshop);
    await watchTip(world.workshop);
    expect(await auditOf(after)).toEqual(['failure']);
    expect(await auditOf(world.stage.main)).toEqual(['success']);
    expect((await alarms()).map(({ title }) => title)).toEqual([expect.stringContaining(after.slice(0, 12))]);
  });

  it('is audited though it names the bot as its author', async () => {
    const { login } = world.workshop.github.ourselves;
    const ourselves = { user: world.stage.community.app.bot, account: { id: 0, login, isBot: true } };
    const after = await world.stage.commit(world.stage.maintainer, {
      branch: 'main',
      files: { [`${app}/${app}.crt`]: 'changed\n' },
      author: { ...world.stage.maintainer, ...ourselves },
    });
    const { author, commit } = await world.stage.maintainer.visitor.must<{
      author: { login: string };
      commit: { verification: { verified: boolean } };
    }>('GET', `commits/${after}`);
    expect([author.login, commit.verification.verified]).toEqual([login, false]);
    await watchTip(world.workshop);
    expect(await auditOf(after)).toEqual(['failure']);
    const [alarm] = await alarms();
    expect(alarm?.body).toContain('outside of the bot');
  });

  it('with a symbolic link in place of a certificate is reported as well', async () => {
    const link = { mode: '120000', content: '/etc/passwd' };
    const moved = await push({ [`${app}/${app}.crt`]: link });
    await told(moved);
    expect((await alarms())[0]?.body).toContain('symbolic link');
    expect(await auditOf(moved.after)).toEqual(['failure']);
  });

  it('of a ledger that was written anew is found, though its chain is whole', async () => {
    const lines = (await world.file(ledgerPath)) ?? '';
    const shorter = `${lines.trimEnd().split('\n').slice(0, -1).join('\n')}\n`;
    const moved = await push({ [ledgerPath]: shorter });
    await told(moved);
    expect((await alarms())[0]?.body).toContain('ledger-prefix');
  });
});

describe('commits in the name of the bot', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open();
    await certified(world, app);
    await keepCrl(world.workshop);
    await watchTip(world.workshop);
  });
  afterEach(() => world.close());

  const alarms = () =>
    world.stage.maintainer.visitor.must<{ title: string; body: string }[]>('GET', 'issues?labels=alarm&state=open');
  const audits = () =>
    [...world.stage.server.state.checkRuns.values()].filter(({ name }) => name === 'certificate audit');

  /** By whoever has the App's key: GitHub signs it as it signs ours. */
  async function forge(changes: Readonly<Record<string, string | undefined>>): Promise<string> {
    const bytes = Object.entries(changes).map(
      ([path, text]) => [path, text === undefined ? undefined : Buffer.from(text)] as const,
    );
    const before = world.stage.main;
    const prepared = { before, parents: [before], changes: new Map(bytes), message: 'Certify\n' };
    const committed = await new BaseBranch(world.stage.github(), 'main').commit(prepared);
    return committed.kind === 'done' ? committed.commit : '';
  }

  it('are audited once at a reconciliation, by what they changed, and raise nothing where it did them', async () => {
    const first = audits().length;
    expect(await alarms()).toEqual([]);
    await certified(world, 'star_charts', await testKey());
    await certified(world, 'tide_tables', await testKey());
    const before = world.stage.server.requests.length;
    await watchTip(world.workshop);
    const asked = world.stage.server.requests.slice(before);
    // of the apps that were there before nothing is read; reading everything is another matter
    expect(asked.length).toBeLessThan(30);
    expect(audits().slice(first)).toMatchObject([{ suite: { headSha: world.stage.main }, conclusion: 'success' }]);
    await watchTip(world.workshop);
    world.restart();
    await watchTip(world.workshop);
    expect(audits()).toHaveLength(first + 1);
    expect(await alarms()).toEqual([]);
  });

  it.each<[string, string, (world: World) => Promise<Record<string, string | undefined>>]>([
    [
      'a certificate that no line knows',
      'own-commit-unrecorded',
      async (world) => {
        return { 'star_charts/star_charts.crt': (await world.file(`${app}/${app}.crt`)) ?? '' };
      },
    ],
    ['a request that no line knows', 'own-commit-unrecorded', async () => ({ 'star_charts/star_charts.csr': 'x' })],
    ['a certificate that goes', 'own-commit-unrecorded', async () => ({ [`${app}/${app}.crt`]: undefined })],
    ['a list that no line knows', 'own-commit-unrecorded', async () => ({ [crlPath]: 'x' })],
    ['settings', 'own-commit-elsewhere', async () => ({ 'authority/bot.yml': 'approvers:\n  permission: write\n' })],
    [
      'a ledger that was cut off',
      'ledger-prefix',
      async (world) => {
        const lines = (await world.file(ledgerPath)) ?? '';
        return { [ledgerPath]: `${lines.trimEnd().split('\n').slice(0, -1).join('\n')}\n` };
      },
    ],
    [
      'a line for a certificate that nobody can have signed',
      'certificate-unreadable',
      async (world) => {
        const ledger = await world.ledger();
        const [{ serial, key } = { serial: 1n, key: '' }] = ledger.certificatesOf(app);
        const line = ledger.append(
          [
            {
              ...{
                kind: 'issue',
                serial: `${serial.toString(16)}1`,
                app,
                key,
                fingerprint: '0'.repeat(64),
                imported: true,
              },
              ...{ notBefore: '2026-11-21T12:00:00Z', notAfter: '2036-11-21T12:00:00Z' },
            },
          ],
          new Date('2026-11-22T12:00:00Z'),
        );
        const before = (await world.file(ledgerPath)) ?? '';
        return { [ledgerPath]: before + Buffer.from(line).toString(), [`${app}/${app}.crt`]: 'x' };
      },
    ],
  ])('that the bot did not make are reported once: %s', async (_, rule, changesIn) => {
    const commit = await forge(await changesIn(world));
    await watchTip(world.workshop);
    await certified(world, 'tide_tables', await testKey()).catch(() => undefined);
    await watchTip(world.workshop);
    world.restart();
    await watchTip(world.workshop);
    const found = await alarms();
    expect(found.map(({ title }) => title)).toEqual([expect.stringContaining(commit.slice(0, 12))]);
    expect(found[0]?.body).toContain(rule);
  });

  it.each(['drop-after', 'drop-before'] as const)(
    'are told of once, though the connection breaks while the audit is written: %s',
    async (kind) => {
      const first = audits().length;
      await forge({ 'authority/bot.yml': 'approvers:\n  permission: write\n' });
      world.stage.server.faults.add({ effect: { kind }, method: 'POST', path: /\/check-runs$/ });
      await expect(watchTip(world.workshop)).rejects.toMatchObject({ code: 'github-unreachable' });
      world.restart();
      await watchTip(world.workshop);
      expect(audits()).toHaveLength(first + 1);
      expect(await alarms()).toHaveLength(1);
    },
  );

  it('are looked at though somebody put an audit beside them', async () => {
    const commit = await forge({ 'authority/bot.yml': 'approvers:\n  permission: write\n' });
    await writeAuditRun(world.stage.github(), commit, []);
    await watchTip(world.workshop);
    expect(await alarms()).toHaveLength(1);
  });
});
