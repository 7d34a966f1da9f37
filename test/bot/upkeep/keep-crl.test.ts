// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Bot } from '../../../bot/bot.js';
import { keepCrl } from '../../../bot/upkeep/keep-crl.js';
import type { Waiting } from '../../../bot/waiting.js';
import { crlPath, ledgerPath } from '../../../ca/repository/repository.js';
import { CertificateRevocationList } from '../../../common/crl.js';
import { testKey } from '../../support/test-keys.js';
import { approve, askAgain, certified, changedIn, comment } from '../support/acts.js';
import { World } from '../support/world.js';

const app = 'weather_maps';
const day = 86_400_000;

describe('the list', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open();
    await certified(world, app);
  });
  afterEach(() => world.close());

  async function list(): Promise<CertificateRevocationList> {
    const reply = await world.stage.maintainer.visitor.must<{ content: string }>('GET', `contents/${crlPath}`);
    return CertificateRevocationList.from(Buffer.from(reply.content, 'base64'));
  }

  it('is made first, refreshed before it ends, and left alone between, each in one commit', async () => {
    const { clock } = world.stage;
    expect(await world.file(crlPath)).toBeUndefined();
    await keepCrl(world.workshop);
    const first = await list();
    const commit = world.stage.main;
    expect(await changedIn(world, commit)).toEqual([ledgerPath, crlPath].toSorted());
    await clock.sleep(29 * day);
    world.restart();
    await keepCrl(world.workshop);
    expect(world.stage.main).toBe(commit);
    await clock.sleep(2 * day);
    world.restart();
    await keepCrl(world.workshop);
    const next = await list();
    expect(next.number).toBe((first.number ?? 0n) + 1n);
    expect(await changedIn(world, world.stage.main)).toEqual([ledgerPath, crlPath].toSorted());
  });

  it('takes announced revocations in when they are due', async () => {
    const { clock, alice, maintainer } = world.stage;
    const { number, head } = await askAgain(world, app, await testKey());
    await comment(alice, number, '/replace lost the disk died');
    await approve(maintainer, number, head);
    await world.look(number);
    await keepCrl(world.workshop);
    expect((await list()).revoked.size).toBe(0);
    const [announced] = (await world.ledger()).announcements;
    const serial = announced?.serial ?? 0n;
    await clock.sleep((announced?.on.getTime() ?? 0) - clock.now().getTime() + day);
    world.restart();
    await keepCrl(world.workshop);
    expect((await world.ledger()).revocationOf(serial)?.reason).toBe('superseded');
    expect((await world.ledger()).announcements).toEqual([]);
    expect([...(await list()).revoked.keys()]).toEqual([serial]);
    expect(await changedIn(world, world.stage.main)).toEqual([ledgerPath, crlPath].toSorted());
  });

  it('has no number twice where replicas race', async () => {
    const before = world.stage.main;
    const replicas = [0, 1, 2].map(() => ({ ...world.workshop, github: world.stage.github() }));
    await Promise.all(replicas.map((replica) => keepCrl(replica)));
    const lines = (await world.file(ledgerPath))?.trim().split('\n') ?? [];
    const numbers = lines
      .map((line) => JSON.parse(line) as { kind: string; number?: string })
      .filter(({ kind }) => kind === 'crl');
    expect(numbers).toHaveLength(1);
    const { parents } = await world.stage.maintainer.visitor.must<{ parents: { sha: string }[] }>(
      'GET',
      `commits/${world.stage.main}`,
    );
    expect(parents.map(({ sha }) => sha)).toEqual([before]);
  });

  it('waits for whoever has the key where it is not at hand', async () => {
    const before = world.stage.main;
    const told: Waiting[] = [];
    world.workshop = { ...world.workshop, authority: undefined, waits: (what) => void told.push(what) };
    world.bot = new Bot(world.workshop);
    await keepCrl(world.workshop);
    expect(told).toEqual([{ kind: 'upkeep' }]);
    expect(world.stage.main).toBe(before);
  });
});
