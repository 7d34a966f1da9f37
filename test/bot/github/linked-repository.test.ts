// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readLinkedRepository } from '../../../bot/github/linked-repository.js';
import type { LinkedRepository } from '../../../bot/situation.js';
import { infoXml } from '../../support/world.js';
import { Stage } from '../support/stage.js';

let stage: Stage;

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
    [['WEB/alice/empty'], { kind: 'found', infoXml: { kind: 'absent', path: 'appinfo/info.xml' }, keyFiles: [] }],
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

  it('shows where private keys lie, and not what only looks like it', async () => {
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
    expect(await look(['WEB/alice/mail'])).toMatchObject({ keyFiles: ['a.key', 'deploy/id_rsa', 'store.p12'] });
  });
});
