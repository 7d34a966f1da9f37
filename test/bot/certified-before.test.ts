// SPDX-License-Identifier: MIT
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { revoke } from '../../ca/crl/revoke.js';
import type { RevocationReason } from '../../ca/crl/revocation-reason.js';
import { MemoryStore } from '../../ca/repository/store.js';
import { Repository } from '../../ca/repository/repository.js';
import { land } from '../../bot/land.js';
import { testKey } from '../support/test-keys.js';
import { approve, askAgain, certified, comment } from './support/acts.js';
import { World } from './support/world.js';

const app = 'weather_maps';

/** As the command of the authority does it. */
async function revokeAll(world: World, reason: RevocationReason): Promise<void> {
  await land(world.workshop, async (base) => {
    const store = new MemoryStore(base.repository.store);
    const told = { why: 'it was in a log', by: 'its key' };
    const now = world.stage.clock.now();
    await revoke(await Repository.open(store), world.authority, { target: app, reason, now, told });
    return { before: base.commit, parents: [base.commit], changes: store.changes, message: 'Revoke\n' };
  });
}

describe('an id whose certificates are all revoked', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open();
    await certified(world, app);
    await revokeAll(world, 'keyCompromise');
  });
  afterEach(() => world.close());

  const issued = async (number: number): Promise<boolean> => (await world.ledger()).issuedFor(number) !== undefined;
  const verdictOf = async (number: number): Promise<string> => (await world.ownComments(number)).join('\n');

  it('needs two approvals where a stranger asks, and the comment says who held it and how that ended', async () => {
    const { mallory, maintainer, second } = world.stage;
    await world.appRepository(mallory, app);
    const { number, head } = await askAgain(world, app, await testKey(), mallory);
    const [last] = (await world.ledger()).certificatesOf(app);
    const words = await verdictOf(number);
    expect(words).toContain('### This id was certified before');
    expect(words).toMatch(/asked for by `alice`, since \d{4}-\d\d-\d\d/);
    const day =
      (await world.ledger())
        .revocationOf(last?.serial ?? 0n)
        ?.date.toISOString()
        .slice(0, 10) ?? '';
    expect(words).toContain(`It was revoked on ${day} by its key: keyCompromise (it was in a log).`);
    expect(words).toContain('The key of this request is another one.');
    expect(words).not.toContain('openssl dgst');
    expect(await world.labels(number)).toContain('replaces a certificate');
    await comment(mallory, number, '/replace other I go on with it');
    await approve(maintainer, number, head);
    await world.look(number);
    expect(await issued(number)).toBe(false);
    expect(await verdictOf(number)).toContain('the id was certified before, and whoever asked for that does not stand');
    expect(await verdictOf(number)).toContain('Noted why the key is replaced');
    await approve(second, number, head);
    await world.look(number);
    expect(await issued(number)).toBe(true);
  });

  it('needs one where the account comes back that asked for the last one', async () => {
    const { number, head } = await askAgain(world, app, await testKey());
    await approve(world.stage.maintainer, number, head);
    await world.look(number);
    expect(await issued(number)).toBe(true);
  });
});

describe('an id that the store has', () => {
  let world: World;
  let store: Server;
  let answer: string;
  beforeEach(async () => {
    answer = JSON.stringify([{ id: app, releases: [] }, null, { id: 7 }]);
    store = createServer((_, response) => void response.end(answer));
    await new Promise<void>((resolve) => store.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(store.address() as AddressInfo).port}`;
    world = await World.open({
      files: { 'authority/bot.yml': `approvers:\n  permission: maintain\nstore: ${address}\n` },
    });
  });
  afterEach(async () => {
    await world.close();
    await new Promise((resolve) => store.close(resolve));
  });

  /** Approved without a word. @returns what the bot says, and whether it issued */
  const asked = async (id: string): Promise<[words: string, isIssued: boolean]> => {
    const { number, head } = await world.request(id);
    await world.pushed(number, head, world.stage.alice);
    await approve(world.stage.maintainer, number, head, '');
    await world.look(number);
    return [(await world.ownComments(number)).join('\n'), (await world.ledger()).issuedFor(number) !== undefined];
  };

  it('and that was never certified here waits for a person with a reason', async () => {
    const [words, isIssued] = await asked(app);
    expect(isIssued).toBe(false);
    expect(words).toContain(`**store-app**: The store has an app with the id "weather\\_maps"`);
    expect(await asked('star_charts')).toEqual([expect.not.stringContaining('store-app'), true]);
  });

  it('or may have, where it does not answer, waits as well', async () => {
    answer = '<html>';
    const [words, isIssued] = await asked(app);
    expect(isIssued).toBe(false);
    expect(words).toContain('The store did not answer');
  });
});
