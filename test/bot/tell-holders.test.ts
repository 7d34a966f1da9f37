// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { PemSigner } from '../../ca/key/pem-signer.js';
import { createRequest } from '../../ca/request/create-request.js';
import { keepAnnouncements } from '../../bot/upkeep/keep-announcements.js';
import { testKey } from '../support/test-keys.js';
import { approve, askAgain, certified, comment, openRequest } from './support/acts.js';
import { World } from './support/world.js';

const app = 'weather_maps';
const day = 86_400_000;

/** Owners were told by nobody: app-certificate-requests#667, #688. */
describe('whoever holds a certificate', () => {
  let old: KeyObject;
  let world: World;
  beforeEach(async () => {
    old = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    world = await World.open();
    await certified(world, app, new PemSigner(old));
    await world.appRepository(world.stage.mallory, app);
  });
  afterEach(() => world.close());

  /** Our comments that mention alice. */
  const mentions = async (number: number): Promise<string[]> =>
    (await world.ownComments(number)).filter((body) => body.includes('@alice'));

  /** Everything again, by another replica that missed all events. */
  const reconciled = async (): Promise<void> => {
    world.restart();
    await world.bot.do({ kind: 'reconcile' });
    await world.bot.do({ kind: 'reconcile' });
  };

  it('is told once that somebody else asks, once that it is decided and until when, and once before that day', async () => {
    const { mallory, maintainer, second, clock } = world.stage;
    const { number, head } = await askAgain(world, app, await testKey(), mallory);
    await reconciled();
    const [asked, ...more] = await mentions(number);
    expect(more).toEqual([]);
    expect(asked).toMatch(/^<!--.*-->\n@alice, for your information: `mallory` asks here/);

    await comment(mallory, number, '/replace take-over I go on with it');
    await approve(maintainer, number, head);
    await approve(second, number, head);
    await world.look(number);
    await reconciled();
    const [announced] = (await world.ledger()).announcements;
    const told = await mentions(number);
    expect(told).toHaveLength(2);
    expect(told[1]).toContain('@alice, the request of `mallory` was approved');
    expect(told[1]).toContain(`is revoked on **${announced?.on.toISOString().slice(0, 10)}**`);

    await clock.sleep((announced?.on.getTime() ?? 0) - clock.now().getTime() - 2 * day);
    world.restart();
    await keepAnnouncements(world.workshop);
    await keepAnnouncements(world.workshop);
    const [, , near, ...others] = await mentions(number);
    expect(others).toEqual([]);
    expect(near).toContain('@mallory, @alice, the certificate');
  });

  it('is not told of a draft, of what cannot be certified, of his own request, nor where he spoke', async () => {
    const { mallory, alice } = world.stage;
    const request = (await createRequest(await testKey(), app)).toPem();
    const files = { [`${app}/${app}.csr`]: request };
    const draft = await openRequest(world, { app, by: mallory, files, draft: true });
    await world.pushed(draft.number, draft.head, mallory);
    expect(await mentions(draft.number)).toEqual([]);
    const bad = await openRequest(world, { app, by: mallory, files: { ...files, 'README.md': 'x' } });
    await world.pushed(bad.number, bad.head, mallory);
    expect(await mentions(bad.number)).toEqual([]);
    const own = await askAgain(world, app, await testKey());
    expect(await world.ownComments(own.number)).toHaveLength(1);
    const spoken = await openRequest(world, { app, by: mallory, files });
    await comment(alice, spoken.number, '/replace other mallory goes on with it');
    await world.pushed(spoken.number, spoken.head, mallory);
    expect(await mentions(spoken.number)).toEqual([]);
  });

  it('is told once where the key leaked in a pull request of somebody else', async () => {
    const { mallory } = world.stage;
    const pem = old.export({ type: 'pkcs8', format: 'pem' }).toString();
    const { number, head } = await openRequest(world, { app, by: mallory, files: { 'notes.txt': pem } });
    await world.pushed(number, head, mallory);
    await reconciled();
    const [told, ...more] = await mentions(number);
    expect(more).toEqual([]);
    expect(told).toContain('a certificate that you asked for is revoked');
    expect(told).toContain('by its key: keyCompromise');
    expect(told).not.toContain(pem.split('\n')[3]);
  });

  it('is told once of a revocation that others ask for, by whichever replica finds that nobody was told', async () => {
    const { maintainer, second } = world.stage;
    const issue = await maintainer.visitor.openIssue('Revoke it', 'please');
    await comment(maintainer, issue, `/revoke ${app} superseded nobody answers`);
    await comment(second, issue, `/revoke ${app} superseded nobody answers`);
    await world.bot.do({ kind: 'read-issue', issue });
    await reconciled();
    const [told, ...more] = await mentions(issue);
    expect(more).toEqual([]);
    expect(told).toContain(': superseded (nobody answers).');
  });

  it('of an issue of his own is not told of what he asked for', async () => {
    const { maintainer, second, alice } = world.stage;
    const issue = await alice.visitor.openIssue('Revoke it', 'please');
    await comment(maintainer, issue, `/revoke ${app} superseded`);
    await comment(second, issue, `/revoke ${app} superseded`);
    await world.bot.do({ kind: 'read-issue', issue });
    await reconciled();
    expect((await world.ownComments(issue)).filter((body) => body.includes('@alice,'))).toEqual([]);
  });
});
