// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { generateRsaKey } from '../../ca/key/encrypted-key.js';
import { PemSigner } from '../../ca/key/pem-signer.js';
import { ledgerPath } from '../../ca/repository/repository.js';
import { Ledger } from '../../ca/ledger/ledger.js';
import { certifiedModuli } from '../../bot/certified-moduli.js';
import { readBase } from '../../bot/read-base.js';
import { testCertificate } from '../ca/support/authority.js';
import { issued } from '../ca/support/knowledge.js';
import { keyHash } from '../../ca/review/review-subject.js';
import { certified } from './support/acts.js';
import { keyOfPrimes, primesOf } from './support/odd-requests.js';
import { World } from './support/world.js';

const app = 'weather_maps';

let world: World;

beforeEach(async () => {
  world = await World.open();
});
afterEach(() => world.close());

/** What is known at the tip, and in how many calls of GraphQL it was learned. */
async function known(github = world.workshop.github): Promise<{ moduli: readonly bigint[]; calls: number }> {
  const base = await readBase(github);
  const before = world.stage.server.requests.length;
  const moduli = await certifiedModuli(github, base);
  return { moduli, calls: world.stage.server.requests.length - before };
}

it('a key that shares a prime with a certified one is refused', async () => {
  const [one, other] = [await generateRsaKey(2048), await generateRsaKey(2048)];
  await certified(world, app, new PemSigner(one));
  const sharing = new PemSigner(keyOfPrimes(primesOf(one).p, primesOf(other).q));
  const { number, head } = await world.request('sunshine', { key: sharing });
  await world.pushed(number, head, world.stage.alice);
  expect(await world.labels(number)).toEqual(['needs changes']);
  expect((await world.ownComments(number)).join()).toContain('The key shares a prime with another key');
  // one that shares none is none the worse for it
  const sound = await world.request('rainfall', { key: new PemSigner(other) });
  await world.pushed(sound.number, sound.head, world.stage.alice);
  expect(await world.labels(sound.number)).toEqual(['ready to approve']);
});

it('each certificate is read once, a hundred in a call', async () => {
  const certificate = await testCertificate(app);
  const key = keyHash(certificate.spki);
  const apps = Array.from({ length: 150 }, (_, at) => `app_${at}`);
  const lines = new Ledger().append(
    apps.map((one, at) => issued(one, (at + 4096).toString(16), at === 0 ? key : at.toString(16).padStart(64, '0'))),
    new Date('2026-01-01T00:00:00Z'),
  );
  await world.stage.seed({
    [ledgerPath]: Buffer.from(lines).toString('utf8'),
    'app_0/app_0.crt': certificate.toPem(),
    // another key's, and no certificate: as some of the hand-made ones are
    'app_1/app_1.crt': certificate.toPem(),
    'app_2/app_2.crt': 'no certificate',
  });
  const first = await known();
  expect(first.moduli).toHaveLength(1);
  expect(first.calls).toBe(2);
  expect((await known()).calls).toBe(0);
  await world.stage.seed({ 'README.md': 'another tip' });
  expect(await known()).toEqual({ moduli: first.moduli, calls: 0 });
});
