// SPDX-License-Identifier: MIT
// app-certificate-requests#1006: private keys that are public, in pull requests, comments and the apps' repositories.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { generateRsaKey } from '../../ca/key/encrypted-key.js';
import { PemSigner } from '../../ca/key/pem-signer.js';
import { crlPath, ledgerPath } from '../../ca/repository/repository.js';
import { createRequest } from '../../ca/request/create-request.js';
import { keyHash } from '../../ca/review/review-subject.js';
import { CertificateRevocationList } from '../../common/crl.js';
import { Bot } from '../../bot/bot.js';
import type { Waiting } from '../../bot/waiting.js';
import type { Workshop } from '../../bot/workshop.js';
import { infoXml } from '../support/world.js';
import { approve, askAgain, certified, changedIn, comment, openRequest } from './support/acts.js';
import { World } from './support/world.js';

const app = 'weather_maps';
const hidden = 'deploy/secret-place.key';

async function newKey() {
  const key = await generateRsaKey(2048);
  const signer = new PemSigner(key);
  const { spki } = await createRequest(signer, app);
  const pem = key.export({ type: 'pkcs8', format: 'pem' }).toString();
  const encrypted = key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' });
  return { signer, pem, encrypted: encrypted.toString(), hash: keyHash(spki) };
}

const own = await newKey();
const other = await newKey();

let world: World;

beforeEach(async () => {
  world = await World.open();
});
afterEach(() => world.close());

/** Alice's request with `own`, of an app whose repository has these files too; looked at. */
async function asked(files: Readonly<Record<string, string>>): Promise<{ number: number; head: string }> {
  const { alice } = world.stage;
  await world.stage.repository(alice, `alice/${app}`, { 'appinfo/info.xml': infoXml({ id: app }), ...files });
  const opened = await world.request(app, { key: own.signer, body: world.linkTo(alice, app) });
  await world.pushed(opened.number, opened.head, alice);
  return opened;
}

function useWorkshop(workshop: Workshop): void {
  world.workshop = workshop;
  world.bot = new Bot(workshop);
}

/** Two who may approve do so, with a reason. */
async function approved(number: number, head: string): Promise<void> {
  const { maintainer, second } = world.stage;
  await approve(maintainer, number, head);
  await approve(second, number, head);
  await world.look(number);
}

/** One commit wrote that the key is burnt, and revoked what was certified with it. */
async function expectRevoked(before: string): Promise<void> {
  const { maintainer } = world.stage;
  const tip = world.stage.main;
  const { parents } = await maintainer.visitor.must<{ parents: { sha: string }[] }>('GET', `git/commits/${tip}`);
  expect(parents.map(({ sha }) => sha)).toEqual([before]);
  expect(await changedIn(world, tip)).toEqual([ledgerPath, crlPath].toSorted());
  const ledger = await world.ledger();
  const [certificate, ...more] = ledger.certificatesOf(app);
  const serial = certificate?.serial ?? 0n;
  expect(more).toEqual([]);
  expect(ledger.blockedKey(own.hash)).toContain('its private key was public');
  expect(ledger.revocationOf(serial)).toMatchObject({ app, reason: 'keyCompromise' });
  expect(ledger.lines.slice(-3).map(({ kind }) => kind)).toEqual(['block-key', 'revoke', 'crl']);
  const list = CertificateRevocationList.from(Buffer.from((await world.file(crlPath)) ?? ''));
  expect([...list.revoked.keys()]).toEqual([serial]);
}

/** Whoever asks again with the key, and whoever approves that. */
async function expectNeverAgain(): Promise<void> {
  const count = (await world.ledger()).certificatesOf(app).length;
  const { number, head } = await askAgain(world, app, own.signer);
  await approved(number, head);
  expect((await world.ledger()).certificatesOf(app)).toHaveLength(count);
  expect(await world.labels(number)).toContain('needs changes');
}

describe('the request’s own private key in the app’s repository', () => {
  it('is never certified, whoever approves it, and nobody is told where it lies', async () => {
    const { number, head } = await asked({ [hidden]: own.pem });
    await approved(number, head);
    const ledger = await world.ledger();
    expect(ledger.certificatesOf(app)).toEqual([]);
    expect(ledger.blockedKey(own.hash)).toContain(`#${number}`);
    expect(await world.labels(number)).toEqual(['needs changes']);
    const said = (await world.ownComments(number)).join('\n') + JSON.stringify(ledger.lines);
    expect(said).toContain('lies in a file of the app’s repository');
    expect(said).not.toContain('secret-place');
    expect(said).not.toContain('/blob/');

    const { alice } = world.stage;
    await world.stage.commit(alice, { repository: `alice/${app}`, branch: 'main', files: { [hidden]: undefined } });
    await expectNeverAgain();
  });

  it('revokes at once where it is certified, whoever links that repository', async () => {
    await certified(world, app, own.signer);
    const { alice, mallory } = world.stage;
    await world.stage.commit(alice, { repository: `alice/${app}`, branch: 'main', files: { [hidden]: own.pem } });
    const before = world.stage.main;
    const files = { 'README.md': `see ${world.linkTo(alice, app)}` };
    const { number } = await world.stage.pullRequest(mallory, files, { body: world.linkTo(alice, app) });
    await world.look(number);
    await expectRevoked(before);
    await expectNeverAgain();
  });

  it('is told from all others: those burn nothing, and a person decides', async () => {
    const { number, head } = await asked({ [hidden]: other.pem, 'tests/server.key': other.pem });
    expect((await world.ledger()).lines).toEqual([]);
    expect((await world.ownComments(number)).join()).toContain('holds a file that looks like a private key');
    await approve(world.stage.maintainer, number, head);
    await world.look(number);
    expect((await world.ledger()).certificatesOf(app)).toHaveLength(1);
  });
});

describe('the private key of a certified app', () => {
  it('in a stranger’s pull request revokes in one commit, without approval', async () => {
    await certified(world, app, own.signer);
    const before = world.stage.main;
    const { mallory } = world.stage;
    const { number } = await openRequest(world, { app: 'sunshine', by: mallory, files: { 'notes.txt': own.pem } });
    await world.look(number);
    await expectRevoked(before);
    expect((await world.ownComments(number)).join()).toContain('what was certified with it is revoked.');
    await expectNeverAgain();
    // seen again, it is known
    const after = world.stage.main;
    await world.look(number);
    expect(world.stage.main).toBe(after);
  });

  it('in a stranger’s comment revokes in one commit, and leaves the pull request alone', async () => {
    await certified(world, app, own.signer);
    const { number } = await world.request('sunshine', { key: other.signer });
    const before = world.stage.main;
    await comment(world.stage.mallory, number, `Look what I found:\n\n${own.pem}`);
    await world.look(number);
    await expectRevoked(before);
    expect(await world.labels(number)).toEqual(['ready to approve']);
    expect((await world.ledger()).blockedKey(other.hash)).toBeUndefined();
    await expectNeverAgain();
  });

  it('revokes also where somebody blocked the key before', async () => {
    await certified(world, app, own.signer);
    const ledger = await world.ledger();
    const text = (await world.file(ledgerPath)) ?? '';
    const line = ledger.append([{ kind: 'block-key', key: own.hash, why: 'its private key was public' }], new Date());
    await world.stage.seed({ [ledgerPath]: text + Buffer.from(line).toString('utf8') });
    const before = world.stage.main;
    const { number } = await world.request('sunshine', { key: other.signer });
    await comment(world.stage.mallory, number, own.pem);
    await world.look(number);
    expect(world.stage.main).not.toBe(before);
    const after = await world.ledger();
    expect(after.lines.slice(-3).map(({ kind }) => kind)).toEqual(['block-key', 'revoke', 'crl']);
    expect(after.revocationOf(after.certificatesOf(app)[0]?.serial ?? 0n)).toMatchObject({ reason: 'keyCompromise' });
  });

  it('waits for whoever has the authority’s key where the bot only reviews, and says so', async () => {
    await certified(world, app, own.signer);
    const { number, head } = await openRequest(world, {
      app: 'sunshine',
      by: world.stage.mallory,
      files: { 'notes.txt': own.pem + other.pem },
    });
    const before = world.stage.main;
    const waiting: Waiting[] = [];
    const withKey = world.workshop;
    useWorkshop({ ...withKey, authority: undefined, waits: (what) => void waiting.push(what) });
    await world.look(number);
    // a key that nobody has a certificate for is burnt all the same
    expect((await world.ledger()).blockedKey(other.hash)).toBeDefined();
    expect((await world.ledger()).blockedKey(own.hash)).toBeUndefined();
    expect(await changedIn(world, world.stage.main)).toEqual([ledgerPath]);
    expect(world.stage.main).not.toBe(before);
    expect(waiting).toContainEqual({ kind: 'pull-request', number, head });
    const said = 'what was certified with it is revoked as soon as the authority’s key is at hand.';
    expect((await world.ownComments(number)).join()).toContain(said);

    const reviewed = world.stage.main;
    useWorkshop(withKey);
    await world.look(number);
    await expectRevoked(reviewed);
    expect((await world.ownComments(number)).join()).not.toContain(said);
  });
});

it('a private key that cannot be opened stops its pull request, and nothing is promised of it', async () => {
  const files = { [`${app}/${app}.key`]: own.encrypted };
  const { number, head } = await world.request(app, { key: own.signer, files });
  await approved(number, head);
  expect((await world.ledger()).lines).toEqual([]);
  expect(await world.labels(number)).toEqual(['needs changes']);
  const said = (await world.ownComments(number)).join();
  expect(said).toContain('nothing is blocked or revoked for it');
  expect(said).not.toMatch(/never (?:be )?certified/);
});
