// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepCrl } from '../../../bot/upkeep/keep-crl.js';
import { watchTip } from '../../../bot/upkeep/watch.js';
import { crlPath, ledgerPath } from '../../../ca/repository/repository.js';
import { testKey } from '../../support/test-keys.js';
import { certified } from '../support/acts.js';
import type { Files } from '../support/stage.js';
import { World } from '../support/world.js';

const app = 'weather_maps';

interface CommitAnswer {
  readonly author?: { readonly login: string } | null;
  readonly commit?: { readonly verification?: { verified: boolean } };
}

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
    const github = world.stage.github();
    // GitHub signs what an App commits, which the local one does not
    github.octokit.hook.after('request', ({ data }) => {
      const { author, commit } = (data ?? {}) as CommitAnswer;
      if (author?.login === github.ourselves.login && commit?.verification) commit.verification.verified = true;
    });
    await watchTip({ ...world.workshop, github });
    await watchTip({ ...world.workshop, github });
    expect(await auditOf(after)).toEqual(['failure']);
    expect(await auditOf(world.stage.main)).toEqual([]);
    expect((await alarms()).map(({ title }) => title)).toEqual([expect.stringContaining(after.slice(0, 12))]);
  });

  it('of a ledger that was written anew is found, though its chain is whole', async () => {
    const lines = (await world.file(ledgerPath)) ?? '';
    const shorter = `${lines.trimEnd().split('\n').slice(0, -1).join('\n')}\n`;
    const moved = await push({ [ledgerPath]: shorter });
    await told(moved);
    expect((await alarms())[0]?.body).toContain('ledger-prefix');
  });
});
