// SPDX-License-Identifier: MIT
import { createHash, createPublicKey, randomFillSync, verify } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CodedError } from '../../common/coded-error.js';
import { exitStatus } from '../../common/outcome.js';
import { silent } from '../../common/progress.js';
import { renderText } from '../../common/render/text.js';
import type { ReleaseInputs } from '../../src/release.js';
import { Steps } from '../../src/steps.js';
import { needs } from '../support/needs.js';
import { certify, crlOf, infoXml, sharedIdentity, World } from '../support/world.js';

const itOpenssl = needs('openssl', 'openssl') ? it : it.skip;

let world: World;
beforeEach(async () => {
  world = await World.open();
});
afterEach(() => world.close());

/** What a release that must not happen said, and with which exit status. */
async function refusal(
  changes: Partial<ReleaseInputs> = {},
): Promise<{ code: string; status: number; text: string; hint: string }> {
  try {
    await world.release(changes);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    const text = `${error.message}\n${renderText(error.findings)}`;
    return { code: error.code, status: exitStatus[error.outcome], text, hint: error.hint };
  }
  throw new Error('it was released');
}

/** Nothing half-written: no archive, no release, nothing in the store. */
function expectNothing(): void {
  expect(readdirSync(world.out)).toEqual([]);
  expect(world.github.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  expect(world.store.requests.filter((request) => !request.startsWith('GET'))).toEqual([]);
}

describe('a release', () => {
  it('goes the whole way, and the store lists it with our signature', async () => {
    const steps = new Steps(silent);
    const report = await world.release({}, steps);
    expect(report.storeStatus).toBe('created');
    expect(steps.all.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'plan done',
      'build skipped',
      'stage done',
      'validate done',
      'pack done',
      'verify done',
      'upload done',
      'publish release done',
      'fetch back done',
      'archive-sign done',
      'register done',
      'publish done',
      'read back done',
    ]);
    const served = new Uint8Array(await (await fetch(report.downloadUrl ?? '')).arrayBuffer());
    expect(createHash('sha512').update(served).digest('hex')).toBe(report.archive.sha512);
    const key = createPublicKey((await sharedIdentity()).key);
    expect(verify('sha512', served, key, Buffer.from(report.signature ?? '', 'base64'))).toBe(true);
  });

  itOpenssl('is signed so that openssl accepts the archive', async () => {
    const report = await world.release();
    const { certificate } = await sharedIdentity();
    const file = (name: string): string => join(world.folder, name);
    writeFileSync(file('key.pem'), certificate.publicKey.export({ type: 'spki', format: 'pem' }));
    writeFileSync(file('sig'), Buffer.from(report.signature ?? '', 'base64'));
    const words = ['dgst', '-sha512', '-verify', file('key.pem'), '-signature', file('sig'), report.archive.path];
    expect(execFileSync('openssl', words, { encoding: 'utf8' })).toBe('Verified OK\n');
  });

  it('is run again without harm: everything is found as it is', async () => {
    const first = await world.release();
    const second = await world.release();
    expect(second.storeStatus).toBe('already-published');
    expect(second.signature).toBe(first.signature);
    expect(world.store.requests.filter((request) => request === 'POST apps/releases')).toHaveLength(1);
  });

  it('writes nothing in a dry run, and asks the store all the same', async () => {
    await world.release();
    const writes = (): number =>
      world.store.requests.filter((request) => !request.startsWith('GET')).length +
      world.github.requests.filter(({ method }) => method !== 'GET').length;
    const before = writes();
    const report = await world.release({ dryRun: true, register: false });
    expect(report.storeStatus).toBe('dry-run');
    expect(writes()).toBe(before);
    expect(world.store.requests).toContain('GET apps/news/downloads');
  });

  it('signs what somebody else serves, when those are the very bytes', async () => {
    const first = await world.release();
    const url = first.downloadUrl ?? '';
    const report = await world.release({ target: { kind: 'url', url }, archive: first.archive.path });
    expect(report.downloadUrl).toBe(url);
    expect(report.signature).toBe(first.signature);
  });
});

describe('plan: what is wrong is said before anything is built or written', () => {
  it('wrong key', async () => {
    const { key } = await certify('other');
    const { code, status, text, hint } = await refusal({ key });
    expect([code, status]).toEqual(['plan-refused', 1]);
    expect(text).toContain('The private key is not the one of the certificate.');
    expect(hint).toContain('requested with');
    expectNothing();
  });

  it('expired certificate', async () => {
    const old = await certify('news', { notBefore: new Date(Date.now() - 20 * 86_400_000), days: 10 });
    const { status, text } = await refusal(old);
    expect(status).toBe(1);
    expect(text).toMatch(/The certificate expired on \d{4}-\d\d-\d\d/);
    expectNothing();
  });

  it('revoked certificate', async () => {
    const identity = await certify('news');
    const { status, text } = await refusal({ ...identity, crl: await crlOf([identity.certificate]) });
    expect(status).toBe(1);
    expect(text).toContain(`The certificate with serial ${identity.certificate.serial} was revoked on`);
    expectNothing();
  });

  it('a revocation list that cannot be had is a warning', async () => {
    const report = await world.release({ crl: { unavailable: 'it answered 500.' } });
    expect(report.findings.map(({ rule }) => rule)).toContain('crl-unavailable');
  });

  it('certificate of another app', async () => {
    const { status, text } = await refusal(await certify('notes'));
    expect(status).toBe(1);
    expect(text).toContain('The certificate is for "notes", the app is "news".');
    expectNothing();
  });

  it('a tag that is not the version', async () => {
    const { status, text, hint } = await refusal({ tag: 'v1.0.1' });
    expect(status).toBe(1);
    expect(text).toContain('The tag is "v1.0.1", the version in appinfo/info.xml is 1.0.0.');
    expect(hint).toContain('<version>1.0.1</version>');
    expectNothing();
  });

  it('a token whose user does not own the app', async () => {
    await world.release();
    const { token } = world.store.addUser('stranger', 'password');
    const { status, text } = await refusal({ storeToken: token, register: false });
    expect(status).toBe(1);
    expect(text).toContain('belongs to another user');
  });

  it('a token that the store does not know', async () => {
    const { status, hint } = await refusal({ storeToken: '0'.repeat(40) });
    expect(status).toBe(1);
    expect(hint).toContain('token');
    expectNothing();
  });

  it('an app that is not registered', async () => {
    const { status, hint } = await refusal({ register: false });
    expect(status).toBe(1);
    expect(hint).toContain('--register');
    expectNothing();
  });

  it('incident: re-registering with another certificate deleted all releases', async () => {
    await world.release();
    const other = await certify('news');
    const { status, text } = await refusal({ ...other, register: false });
    expect(status).toBe(1);
    expect(text).toContain('The store has another certificate registered');
    expect(world.store.requests.filter((request) => request === 'POST apps')).toHaveLength(1);
  });

  it('no token at all', async () => {
    const inputs = world.inputs();
    delete (inputs as { storeToken?: string }).storeToken;
    await expect(world.release({ ...inputs, storeToken: undefined } as never)).rejects.toMatchObject({
      code: 'nothing-to-publish-to',
      outcome: 'unusable',
    });
  });
});

describe('archive', () => {
  it('over the limit of the store', async () => {
    const noise = Buffer.alloc(4 * 1024 * 1024);
    for (let index = 0; index < 9; index++) {
      world.write(`img/noise-${index}.png`, randomFillSync(noise));
    }
    const { status, text, hint } = await refusal();
    expect(status).toBe(1);
    expect(text).toContain('31457280');
    expect(hint).toContain('.nextcloudignore');
    expectNothing();
  });

  it('a link that leaves the app', async () => {
    symlinkSync('/etc/hostname', join(world.app, 'host'));
    const { status, text } = await refusal();
    expect(status).toBe(1);
    expect(text).toContain('host');
    expectNothing();
  });

  const tar = needs('tar', 'tar') ? it : it.skip;

  tar('two top folders, given as a packed archive', async () => {
    const archive = join(world.folder, 'two.tar.gz');
    world.write('../pack/news/appinfo/info.xml', infoXml());
    world.write('../pack/other/file', 'x');
    execFileSync('tar', ['-czf', archive, '-C', join(world.folder, 'pack'), 'news', 'other']);
    const { status, text } = await refusal({ archive });
    expect(status).toBe(1);
    expect(text).toMatch(/more than one/i);
    expectNothing();
  });

  tar('names that begin with ./, given as a packed archive', async () => {
    const archive = join(world.folder, 'dot.tar.gz');
    world.write('../pack/news/appinfo/info.xml', infoXml());
    execFileSync('tar', ['-czf', archive, '-C', join(world.folder, 'pack'), './news']);
    const { status, text } = await refusal({ archive });
    expect(status).toBe(1);
    expect(text).toContain('./');
    expectNothing();
  });

  tar('incident: a missing signature.json shipped for months', async () => {
    const archive = join(world.folder, 'unsigned.tar.gz');
    world.write('../pack/news/appinfo/info.xml', infoXml());
    execFileSync('tar', ['-czf', archive, '-C', join(world.folder, 'pack'), 'news']);
    const { code, status, text } = await refusal({ archive });
    expect([code, status]).toEqual(['archive-refused', 1]);
    expect(text).toContain('Signature data not found.');
    expectNothing();
  });

  it('incident: signed the folder, then filtered the archive', async () => {
    // The list under the signature is the list of the archive: what is left out was never signed.
    world.write('.nextcloudignore', 'secret/\n');
    world.write('secret/notes.txt', 'not for the world');
    const report = await world.release();
    const words = ['-xzOf', report.archive.path, 'news/appinfo/signature.json'];
    const { hashes } = JSON.parse(execFileSync('tar', words, { encoding: 'utf8' })) as {
      hashes: Record<string, string>;
    };
    expect(Object.keys(hashes).toSorted()).toEqual(['CHANGELOG.md', 'appinfo/info.xml', 'lib/Application.php']);
  });
});

describe('info.xml: ten faults, each with its line and its fix', () => {
  const faults: readonly (readonly [string, (xml: string) => string, string])[] = [
    ['malformed', (xml) => xml.replace('</name>', ''), 'info.xml'],
    ['id with a dash', (xml) => xml.replace('<id>news<', '<id>my-news<'), 'id'],
    ['no version', (xml) => xml.replace(/<version>.*<\/version>/, ''), 'version'],
    ['version of two parts', (xml) => xml.replace('1.0.0', '1.0'), 'version'],
    ['unknown licence', (xml) => xml.replace('agpl', 'GPL-3.0'), 'licence'],
    ['unknown category', (xml) => xml.replace('multimedia', 'pim'), 'category'],
    ['no upper bound', (xml) => xml.replace(' max-version="34"', ''), 'max-version'],
    ['no bugs', (xml) => xml.replace(/<bugs>.*<\/bugs>/, ''), 'bugs'],
    ['summary too long', (xml) => xml.replace('Reads feeds<', `${'x'.repeat(129)}<`), 'summary'],
    [
      'screenshot over http',
      (xml) => xml.replace('</bugs>', '</bugs><screenshot>http://example.org/a.png</screenshot>'),
      'screenshot',
    ],
    [
      'an entity',
      (xml) => xml.replace('?>\n', '?>\n<!DOCTYPE info [<!ENTITY a "b">]>\n').replace('Somebody', '&a;'),
      'entit',
    ],
  ];

  it.each(faults)('%s', async (_name, change, word) => {
    world.write('appinfo/info.xml', change(infoXml()));
    const { status, text, hint } = await refusal();
    expect(status).toBe(1);
    expect(text).toMatch(/^appinfo\/info\.xml:\d+:\d+: error: /m);
    expect(text.toLowerCase()).toContain(word.toLowerCase());
    expect(hint).not.toBe('');
    expectNothing();
  });
});

describe('the outside fails', () => {
  it('store down', async () => {
    await world.store.close();
    const { status, hint } = await refusal();
    expect(status).toBe(3);
    expect(hint).toContain('run the same command again');
    expect(readdirSync(world.out)).toEqual([]);
  });

  it('store answers 503 twice, then it is fine', async () => {
    world.store.fail({ with: { status: 503, body: 'down' }, times: 2, on: 'POST apps/releases' });
    const report = await world.release();
    expect(report.storeStatus).toBe('created');
    expect(world.waits).toHaveLength(2);
  });

  it('incident: the CDN answers 404 right after the upload, twice', async () => {
    world.github.faults.add({
      effect: { kind: 'answer', status: 404 },
      times: 2,
      method: 'GET',
      path: /\/releases\/download\//,
    });
    const report = await world.release();
    expect(report.storeStatus).toBe('created');
    expect(world.github.faults.spent).toBe(true);
  });

  it('incident: the store could not download, and calls that no valid archive', async () => {
    const body = ['news-1.0.0.tar.gz is not a valid tar.gz archive '];
    world.store.fail({ with: { status: 400, body }, times: 2, on: 'POST apps/releases' });
    expect((await world.release()).storeStatus).toBe('created');
  });

  it('incident: the store refuses, and the job must not be green', async () => {
    world.store.fail({ with: { status: 400, body: ['Signature is invalid: '] }, on: 'POST apps/releases' });
    const { status, text } = await refusal();
    expect(status).toBe(1);
    expect(text).not.toBe('');
  });

  it('incident: the archive that is served is not the archive that was packed', async () => {
    world.github.faults.add({ effect: { kind: 'corrupt' }, path: /^\/github-production-release-asset\// });
    const { status, text } = await refusal();
    expect([1, 3]).toContain(status);
    expect(text).toContain('sha512');
    expect(world.store.requests).not.toContain('POST apps/releases');
  });

  it('a run that broke off goes on where it stopped', async () => {
    world.store.fail({ with: 'drop', times: 20, on: 'POST apps/releases' });
    const { status } = await refusal();
    expect(status).toBe(3);
    world.store.clearFaults();
    const steps = new Steps(silent);
    const report = await world.release({}, steps);
    expect(report.storeStatus).toBe('created');
    expect(steps.all.find(({ name }) => name === 'upload')?.detail).toContain('was there already');
  });

  it('two drafts for one tag stop the run with their names', async () => {
    for (const title of ['one', 'two']) {
      await fetch(`${world.github.url}/repos/owner/news/releases`, {
        method: 'POST',
        headers: { authorization: `Bearer ${world.github.tokens.maintainer}`, 'content-type': 'application/json' },
        body: JSON.stringify({ tag_name: 'v1.0.0', name: title, draft: true }),
      });
    }
    const { status, text } = await refusal();
    expect(status).toBe(1);
    expect(text).toContain('"one"');
    expect(text).toContain('"two"');
  });
});

describe('immutable releases', () => {
  it('incident: assets uploaded after publishing an immutable release', async () => {
    await world.close();
    world = await World.open({ immutableReleases: true });
    expect((await world.release()).storeStatus).toBe('created');
    const { status, text } = await refusal({ outDir: world.out, tag: 'v1.0.0', dir: changedCopy() });
    expect(status).toBe(1);
    expect(text).toContain('sha256');
  });

  function changedCopy(): string {
    world.write('lib/Application.php', '<?php // changed\n');
    return world.app;
  }
});

it('reads what it signs from the public address only', async () => {
  const report = await world.release();
  const downloads = world.github.requests.filter(({ path }) => path.includes('/releases/download/'));
  expect(downloads.length).toBeGreaterThan(0);
  expect(downloads.every(({ authorized }) => !authorized)).toBe(true);
  expect(readFileSync(report.archive.path).length).toBe(report.archive.size);
});
