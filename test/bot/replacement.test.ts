// SPDX-License-Identifier: MIT
import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PemSigner } from '../../ca/key/pem-signer.js';
import { crlPath, ledgerPath } from '../../ca/repository/repository.js';
import { createRequest } from '../../ca/request/create-request.js';
import { needs } from '../support/needs.js';
import { sharedKey, testKey } from '../support/test-keys.js';
import { approve, askAgain, certified, changedIn, comment, type Opened } from './support/acts.js';
import { signAsTold } from './support/old-key.js';
import { World } from './support/world.js';

const app = 'weather_maps';
const day = 86_400_000;
const itOpenssl = needs('openssl', 'openssl') ? it : it.skip;

describe('another key for a certified app', () => {
  const old = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  let next: PemSigner;
  let world: World;

  beforeAll(async () => {
    next = await testKey();
  });
  beforeEach(async () => {
    world = await World.open();
    await certified(world, app, new PemSigner(old));
  });
  afterEach(() => world.close());

  /** Asked for by somebody who never had the app's certificate. */
  function askedByOther(): Promise<Opened> {
    return world.appRepository(world.stage.mallory, app).then(() => askAgain(world, app, next, world.stage.mallory));
  }

  const verdictOf = async (number: number): Promise<string> => (await world.ownComments(number)).join('\n');

  const issued = async (number: number): Promise<boolean> => (await world.ledger()).issuedFor(number) !== undefined;

  /** The command of the comment, run where the old key lies. */
  async function signWithOldKey(number: number): Promise<string> {
    return signAsTold(await verdictOf(number), app, old);
  }

  it('waits for people: label, who holds it, why and proof', async () => {
    const { number, head } = await askedByOther();
    expect(await world.labels(number)).toEqual(['ready to approve', 'replaces a certificate']);
    const words = await verdictOf(number);
    expect(words).toContain('### This replaces a certificate');
    expect(words).toContain('alice');
    expect(words).toContain('/replace WHY REASON');
    await approve(world.stage.maintainer, number, head);
    await approve(world.stage.second, number, head);
    await world.look(number);
    expect(await issued(number)).toBe(false);
  });

  itOpenssl('one approval is enough with a signature by the old key, made by the printed command', async () => {
    const { number, head } = await askedByOther();
    const { maintainer, mallory } = world.stage;
    await comment(mallory, number, '/replace lost the disk died');
    await approve(maintainer, number, head);
    await world.look(number);
    expect(await issued(number)).toBe(false);
    await comment(mallory, number, await signWithOldKey(number));
    await world.look(number);
    expect(await issued(number)).toBe(true);
  });

  itOpenssl('a signature for another commit is worth nothing', async () => {
    const first = await askedByOther();
    const proof = await signWithOldKey(first.number);
    const { maintainer, mallory } = world.stage;
    const { number, head } = await askAgain(world, app, await testKey(), mallory);
    await comment(mallory, number, `/replace lost the disk died\n\n${proof}`);
    await approve(maintainer, number, head);
    await world.look(number);
    expect(await issued(number)).toBe(false);
  });

  it('without proof two have to approve; the end of the old one is announced in the ledger and in the comment', async () => {
    const { number, head } = await askedByOther();
    const { maintainer, second, mallory } = world.stage;
    await comment(mallory, number, '/replace lost the disk died');
    await approve(maintainer, number, head);
    await world.look(number);
    expect(await issued(number)).toBe(false);
    expect(await verdictOf(number)).toContain('two people have to approve');
    await approve(second, number, head);
    await world.look(number);
    const ledger = await world.ledger();
    const [before, after] = ledger.certificatesOf(app);
    expect(after?.pullRequest).toBe(number);
    const announced = ledger.announcementOf(before?.serial ?? 0n);
    expect(announced).toMatchObject({ app, reason: 'superseded' });
    const days = ((announced?.on.getTime() ?? 0) - world.stage.clock.now().getTime()) / day;
    expect(Math.round(days)).toBe(90);
    expect(await verdictOf(number)).toContain(announced?.on.toISOString().slice(0, 10));
    expect(ledger.revocationOf(before?.serial ?? 0n)).toBeUndefined();
    expect(await world.labels(number)).toEqual(['signed']);
  });

  it('whoever asked before needs one approval', async () => {
    const { number, head } = await askAgain(world, app, next);
    await comment(world.stage.alice, number, '/replace lost the disk died');
    await approve(world.stage.maintainer, number, head);
    await world.look(number);
    expect(await issued(number)).toBe(true);
  });

  it('after a take-over the overlap is 14 days, and two approve', async () => {
    const { number, head } = await askAgain(world, app, next);
    await comment(world.stage.alice, number, '/replace take-over somebody else goes on with it');
    await approve(world.stage.maintainer, number, head);
    await world.look(number);
    expect(await issued(number)).toBe(false);
    await approve(world.stage.second, number, head);
    await world.look(number);
    const [announced] = (await world.ledger()).announcements;
    expect(announced?.reason).toBe('affiliationChanged');
    expect(Math.round(((announced?.on.getTime() ?? 0) - world.stage.clock.now().getTime()) / day)).toBe(14);
  });

  it('a leaked key is revoked at once, with the list in the same commit', async () => {
    const { number, head } = await askAgain(world, app, next);
    await comment(world.stage.alice, number, '/replace leaked it was in a log');
    await approve(world.stage.maintainer, number, head);
    await world.look(number);
    const ledger = await world.ledger();
    const [before, after] = ledger.certificatesOf(app);
    expect(after?.pullRequest).toBe(number);
    expect(ledger.revocationOf(before?.serial ?? 0n)?.reason).toBe('keyCompromise');
    expect(await changedIn(world, world.stage.main)).toEqual(
      [crlPath, ledgerPath, `${app}/${app}.crt`, `${app}/${app}.csr`].toSorted(),
    );
    // the leaked key never comes back
    const again = await askAgain(world, app, new PemSigner(old));
    expect(await world.labels(again.number)).toContain('needs changes');
  });

  it('an outsider can neither give the reason nor lend his word', async () => {
    const { number, head } = await askAgain(world, app, next);
    await comment(world.stage.mallory, number, '/replace leaked revoke it now');
    await approve(world.stage.maintainer, number, head);
    await approve(world.stage.second, number, head);
    await world.look(number);
    expect(await issued(number)).toBe(false);
    expect(await verdictOf(number)).toContain('Only whoever opened the pull request');
  });

  it('a reason that changes after the approvals needs them again', async () => {
    const { number, head } = await askedByOther();
    const { maintainer, second, mallory } = world.stage;
    await approve(maintainer, number, head);
    await approve(second, number, head);
    await comment(mallory, number, '/replace leaked it was in a log');
    await world.look(number);
    expect(await issued(number)).toBe(false);
    await approve(maintainer, number, head);
    await approve(second, number, head);
    await world.look(number);
    expect(await issued(number)).toBe(true);
  });
});

describe('the same key once more', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open();
    await certified(world, app);
  });
  afterEach(() => world.close());

  it('is nothing to do until 180 days before the end, and then a renewal that revokes nothing', async () => {
    const { clock, maintainer } = world.stage;
    const early = await askAgain(world, app, await sharedKey());
    expect(await world.labels(early.number)).toEqual([]);
    expect(await verdict(early.number)).toMatch(/nothing to do/i);

    const [first] = (await world.ledger()).certificatesOf(app);
    await clock.sleep((first?.notAfter.getTime() ?? 0) - clock.now().getTime() - 100 * day);
    world.restart();
    await world.look(early.number);
    expect(await world.labels(early.number)).toEqual(['ready to approve']);
    await approve(maintainer, early.number, early.head);
    await world.look(early.number);
    const ledger = await world.ledger();
    expect(ledger.certificatesOf(app)).toHaveLength(2);
    expect(ledger.announcements).toEqual([]);
    expect(ledger.revocationOf(first?.serial ?? 0n)).toBeUndefined();
    expect(await verdict(early.number)).toContain('also with the same key');
  });

  const verdict = async (number: number): Promise<string> => (await world.ownComments(number)).join('\n');

  it('of another app is refused', async () => {
    await world.appRepository(world.stage.mallory, 'star_charts');
    const request = (await createRequest(await sharedKey(), 'star_charts')).toPem();
    const { number, head } = await world.request('star_charts', {
      by: world.stage.mallory,
      body: world.linkTo(world.stage.mallory, 'star_charts'),
      files: { 'star_charts/star_charts.csr': request },
    });
    await world.pushed(number, head, world.stage.mallory);
    await approve(world.stage.maintainer, number, head);
    await approve(world.stage.second, number, head);
    await world.look(number);
    expect((await world.ledger()).issuedFor(number)).toBeUndefined();
  });
});
