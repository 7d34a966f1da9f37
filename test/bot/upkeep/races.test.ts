// SPDX-License-Identifier: MIT
import { afterEach, describe, expect, it } from '@jest/globals';
import { keepIssue } from '../../../bot/github/issues.js';
import { keepAnnouncements } from '../../../bot/upkeep/keep-announcements.js';
import { keepCopies } from '../../../bot/upkeep/keep-copies.js';
import { keepCrl } from '../../../bot/upkeep/keep-crl.js';
import { readIssue } from '../../../bot/upkeep/read-issue.js';
import { warnOfExpiry } from '../../../bot/upkeep/warn-of-expiry.js';
import { testKey } from '../../support/test-keys.js';
import { approve, askAgain, certified, comment } from '../support/acts.js';
import { interleavings, withReplicas } from '../support/replicas.js';
import { World } from '../support/world.js';

const app = 'weather_maps';
const copy = 'our-org/server';
const path = 'resources/codesigning/root.crl';
const day = 86_400_000;

const races = interleavings.flatMap((interleaving) => [2, 4].map((count) => ({ count, interleaving })));

describe.each(races)('$count replicas $interleaving', (race) => {
  let world: World;
  afterEach(() => world.close());

  const asked = (method: string, wanted: RegExp): number =>
    world.stage.server.requests.filter((one) => one.method === method && wanted.test(one.path)).length;

  it('keep one issue: the first that was opened, and all of them say so', async () => {
    world = await World.open();
    const issue = { topic: 'audit 12', title: 'Audit', body: 'Something does not agree.', label: 'alarm' } as const;
    const kept = await withReplicas(world, race, ({ github }) => keepIssue(github, issue));
    const open = await world.stage.maintainer.visitor.must<{ number: number }[]>('GET', 'issues?labels=alarm');
    expect(open).toHaveLength(1);
    expect(new Set(kept.map(({ number }) => number))).toEqual(new Set(open.map(({ number }) => number)));
    expect(kept.filter(({ isNew }) => isNew).length).toBeLessThanOrEqual(1);
  });

  it('mention whom a certificate ends for in one comment, which is the only one that ever was', async () => {
    world = await World.open();
    await certified(world, app);
    const { clock, maintainer } = world.stage;
    const [certificate] = (await world.ledger()).certificatesOf(app);
    await clock.sleep((certificate?.notAfter.getTime() ?? 0) - clock.now().getTime() - 80 * day);
    const before = asked('POST', /\/comments$/);
    await withReplicas(world, race, warnOfExpiry);
    const open = await maintainer.visitor.must<{ number: number }[]>('GET', 'issues?labels=expiry');
    expect(open).toHaveLength(1);
    expect(await world.ownComments(open[0]?.number ?? 0)).toEqual([expect.stringContaining('@alice')]);
    expect(asked('POST', /\/comments$/) - before).toBe(1);
    expect(await maintainer.visitor.must('GET', 'git/matching-refs/nextcloud-ca/')).toEqual([]);
  });

  it('tell once more of a revocation that comes, once', async () => {
    world = await World.open();
    await certified(world, app);
    const { number, head } = await askAgain(world, app, await testKey());
    await comment(world.stage.alice, number, '/replace lost the disk died');
    await approve(world.stage.maintainer, number, head);
    await world.look(number);
    const [announced] = (await world.ledger()).announcements;
    const { clock } = world.stage;
    await clock.sleep((announced?.on.getTime() ?? 0) - clock.now().getTime() - 5 * day);
    const before = asked('POST', /\/comments$/);
    await withReplicas(world, race, keepAnnouncements);
    expect(asked('POST', /\/comments$/) - before).toBe(1);
    expect((await world.ownComments(number)).filter((body) => body.includes('A revocation comes'))).toHaveLength(1);
  });

  it('make one branch and one pull request for a copy of the list', async () => {
    const settings = `approvers:\n  permission: maintain\ncrl:\n  copies: ["${copy}:${path}"]\n`;
    world = await World.open({ files: { 'authority/bot.yml': settings } });
    world.stage.server.state.addRepository(copy);
    await certified(world, app);
    await keepCrl(world.workshop);
    await withReplicas(world, race, keepCopies);
    const { visitor } = world.stage.maintainer;
    expect(await visitor.must('GET', `/repos/${copy}/pulls?state=all`)).toHaveLength(1);
    const refs = await visitor.must<{ ref: string }[]>('GET', `/repos/${copy}/git/matching-refs/heads/`);
    expect(refs.map(({ ref }) => ref).toSorted()).toEqual(['refs/heads/main', 'refs/heads/nextcloud-ca/crl-main']);
    expect(await visitor.must('GET', `/repos/${copy}/pulls/1/commits`)).toHaveLength(1);
  });

  it('revoke once what an issue asks for, and leave one answer, which is right', async () => {
    world = await World.open();
    await certified(world, app);
    const { alice, maintainer, second } = world.stage;
    const issue = await alice.visitor.openIssue('Revoke it', 'please');
    await comment(maintainer, issue, `/revoke ${app} keyCompromise in a log`);
    await comment(second, issue, `/revoke ${app} keyCompromise in a log`);
    const before = world.stage.main;
    await withReplicas(world, race, (replica) => readIssue(replica, issue));
    const ledger = await world.ledger();
    const [certificate] = ledger.certificatesOf(app);
    expect(ledger.revocationOf(certificate?.serial ?? 0n)?.reason).toBe('keyCompromise');
    expect(await maintainer.visitor.must('GET', `compare/${before}...main`)).toMatchObject({ total_commits: 1 });
    expect(await world.ownComments(issue)).toEqual([expect.stringMatching(/(?:is revoked\.[^]*){2}/)]);
  });
});

it('an answer to half of what was said does not stay, though it was written last', async () => {
  const world = await World.open();
  try {
    await certified(world, app);
    const { alice, maintainer, second } = world.stage;
    const issue = await alice.visitor.openIssue('Revoke it', 'please');
    await comment(maintainer, issue, `/revoke ${app} superseded`);
    const github = world.stage.github();
    let isLate = true;
    github.octokit.hook.before('request', async ({ method, url }) => {
      if (!isLate || method === 'GET' || !url.includes('/comments')) return;
      isLate = false;
      // this one has read; meanwhile somebody goes on writing, and another replica does all of it
      await comment(second, issue, `/revoke ${app} superseded`);
      await readIssue({ ...world.workshop, github: world.stage.github() }, issue);
    });
    await readIssue({ ...world.workshop, github }, issue);
    expect(isLate).toBe(false);
    expect(await world.ownComments(issue)).toEqual([expect.stringMatching(/(?:is revoked\.[^]*){2}/)]);
  } finally {
    await world.close();
  }
});
