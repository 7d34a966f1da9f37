// SPDX-License-Identifier: MIT
import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keyHash } from '../../../ca/review/review-subject.js';
import { readLinkedRepository } from '../../../bot/github/linked-repository.js';
import type { LinkedRepository } from '../../../bot/situation.js';
import { infoXml } from '../../support/world.js';
import { Stage } from '../support/stage.js';

let stage: Stage;

function generatePair(): { pem: string; encrypted: string; hash: string } {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const encrypted = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' });
  return {
    pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    encrypted: encrypted.toString(),
    hash: keyHash(publicKey.export({ type: 'spki', format: 'der' })),
  };
}

beforeEach(async () => {
  stage = await Stage.open();
});

afterEach(() => stage.close());

const look = (texts: readonly string[], apps = ['mail'], who = stage.alice): Promise<LinkedRepository> =>
  readLinkedRepository(
    stage.github(),
    texts.map((text) => text.replaceAll('WEB', stage.server.web)),
    who.account,
    Promise.resolve(apps),
  );

describe('the linked repository', () => {
  it('may have the app in a folder, on a branch with a slash', async () => {
    await stage.repository(stage.alice, 'alice/apps', { 'README.md': 'x' });
    await stage.commit(stage.alice, {
      ...{ repository: 'alice/apps', branch: 'feature/one' },
      files: { 'mail/appinfo/info.xml': infoXml({ id: 'mail' }) },
    });
    for (const path of ['tree/feature/one/mail', 'blob/feature/one/mail/appinfo/info.xml']) {
      expect(await look([`WEB/alice/apps/${path}`])).toMatchObject({
        kind: 'found',
        infoXml: { kind: 'read', path: 'mail/appinfo/info.xml', id: 'mail' },
      });
    }
    expect(await look(['WEB/alice/apps/tree/nowhere/mail'])).toMatchObject({ infoXml: { kind: 'absent' } });
  });

  it('is the one with the right id, of several', async () => {
    await stage.repository(stage.alice, 'alice/library', { 'README.md': 'x' });
    await stage.repository(stage.alice, 'alice/mail', { 'appinfo/info.xml': infoXml({ id: 'mail' }) });
    expect(await look(['see WEB/alice/library', 'and WEB/alice/mail'])).toMatchObject({ name: 'alice/mail' });
    expect(await look(['see WEB/alice/library and WEB/alice/mail'], ['other'])).toMatchObject({
      name: 'alice/library',
    });
  });

  it.each([
    [['nothing'], { kind: 'none' }],
    [['https://codeberg.org/alice/mail'], { kind: 'elsewhere', url: 'https://codeberg.org/alice/mail' }],
    [['WEB/alice/nowhere'], { kind: 'unreachable' }],
    [['WEB/alice/secret'], { kind: 'unreachable' }],
    [['WEB/our-org/certificates/blob/main/README.md'], { kind: 'not-an-app' }],
    [['WEB/Our-Org/Certificates', 'WEB/alice/nowhere'], { kind: 'unreachable' }],
    [['WEB/alice/empty'], { kind: 'found', infoXml: { kind: 'absent', path: 'appinfo/info.xml' }, keyFiles: 0 }],
  ])('may be nothing to look into: %j', async (texts, linked) => {
    stage.server.state.addRepository('alice/secret', { private: true });
    stage.server.state.addRepository('alice/empty', { empty: true });
    expect(await look(texts)).toMatchObject(linked);
  });

  it('is not called unreachable for a limit of GitHub', async () => {
    const headers = { 'retry-after': '3600' };
    stage.server.faults.add({ effect: { kind: 'answer', status: 403, headers }, path: /alice/ });
    await expect(look(['WEB/alice/nowhere'])).rejects.toMatchObject({ code: 'rate-limited' });
  });

  it('is none where it is a fork of the certificate repository', async () => {
    const fork = await stage.fork(stage.alice);
    expect(await look([`WEB/${fork}`])).toMatchObject({ kind: 'not-an-app' });
  });

  it.each([
    ['<info><id>x</id>', 'unreadable'],
    ['x'.repeat(1_100_000), 'unreadable'],
  ])('may have an info.xml that nobody can read', async (text, kind) => {
    await stage.repository(stage.alice, 'alice/mail', { 'appinfo/info.xml': text });
    expect(await look(['WEB/alice/mail'])).toMatchObject({ kind: 'found', infoXml: { kind } });
  });

  it('shows how the requester stands to it', async () => {
    const { state } = stage.server;
    const organization = state.addOrganization('apps-org', [stage.maintainer.user]);
    organization.members.set(stage.alice.account.id, { user: stage.alice.user, role: 'member', public: true });
    organization.members.set(stage.second.account.id, { user: stage.second.user, role: 'member', public: false });
    await stage.repository(stage.maintainer, 'apps-org/mail', { 'appinfo/info.xml': infoXml({ id: 'mail' }) });
    const relation = async (who: typeof stage.alice) => {
      const linked = await look(['WEB/apps-org/mail'], ['mail'], who);
      return linked.kind === 'found' && linked.relation;
    };
    expect(await relation(stage.alice)).toBe('member');
    // whoever hides it, is none
    expect(await relation(stage.second)).toBeUndefined();
    expect(await relation(stage.mallory)).toBeUndefined();
    state.repository('apps-org', 'mail')?.collaborators.set(stage.second.account.id, 'write');
    await stage.commit(stage.second, { repository: 'apps-org/mail', branch: 'main', files: { x: 'y' } });
    expect(await relation(stage.second)).toBe('committer');
  });

  it('counts the files with private keys, and not what only looks like it', async () => {
    const key = '-----BEGIN EC PRIVATE KEY-----\nAAAA\n';
    await stage.repository(stage.alice, 'alice/mail', {
      'appinfo/info.xml': infoXml({ id: 'mail' }),
      'a.key': key,
      'certificates/ca.pem': '-----BEGIN CERTIFICATE-----\nAAAA\n',
      'deploy/id_rsa': '-----BEGIN OPENSSH PRIVATE KEY-----\n',
      'deploy/id_rsa.pub': 'ssh-rsa AAAA',
      'node_modules/x/y.key': key,
      'slides.key': 'keynote',
      'store.p12': '\0\0',
      'tests/fixtures/y.pem': key,
    });
    // a.key, id_rsa and store.p12
    expect(await look(['WEB/alice/mail'])).toMatchObject({ keyFiles: 3, privateKeys: [] });
  });

  it('tells which private keys lie there, each once, and not where', async () => {
    const [one, other] = [generatePair(), generatePair()];
    await stage.repository(stage.alice, 'alice/mail', {
      'certificates/mail.key': one.pem,
      'certificates/both.pem': one.pem + other.pem,
      'certificates/closed.pem': one.encrypted,
      'tests/server.key': generatePair().pem,
    });
    const linked = await look(['WEB/alice/mail']);
    expect(linked).toMatchObject({ keyFiles: 3, privateKeys: [one.hash, other.hash] });
    expect(JSON.stringify(linked)).not.toContain('certificates/');
  });

  it('costs little where it is full of private keys, and less the next time', async () => {
    const curve = generateKeyPairSync('ec', { namedCurve: 'sect571r1' }).privateKey;
    const slow = ['sec1', 'pkcs8'].map((type) => curve.export({ type: type as 'sec1', format: 'pem' }).toString());
    const pem = generatePair().pem + slow.join('');
    const files = Array.from({ length: 30 }, (_, at) => [`certs/${at}.pem`, `${at}\n${pem.repeat(6)}`]);
    await stage.repository(stage.alice, 'alice/mail', Object.fromEntries(files) as Record<string, string>);
    const github = stage.github();
    const seconds = async (): Promise<number> => {
      const texts = [`${stage.server.web}/alice/mail`];
      const before = process.cpuUsage();
      const linked = await readLinkedRepository(github, texts, stage.alice.account, Promise.resolve(['mail']));
      const { user, system } = process.cpuUsage(before);
      // the first twenty files
      expect(linked).toMatchObject({ keyFiles: 20, privateKeys: [expect.any(String)] });
      return (user + system) / 1e6;
    };
    expect(await seconds()).toBeLessThan(3);
    expect(await seconds()).toBeLessThan(1);
  });
});
