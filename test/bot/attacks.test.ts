// SPDX-License-Identifier: MIT
// Each of these is somebody's way to a certificate that he should not have, played on the local GitHub with the whole bot.
import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { generateRsaKey } from '../../ca/key/encrypted-key.js';
import { PemSigner } from '../../ca/key/pem-signer.js';
import type { Signer } from '../../ca/key/signer.js';
import { ledgerPath } from '../../ca/repository/repository.js';
import { createRequest } from '../../ca/request/create-request.js';
import { keyHash } from '../../ca/review/review-subject.js';
import { sharedKey } from '../support/test-keys.js';
import type { Person } from './support/stage.js';
import { World } from './support/world.js';

const app = 'weather_maps';
const path = `${app}/${app}.csr`;
const signedOff = (login: string): string => `Request\n\nSigned-off-by: ${login} <${login}@users.noreply.github.com>`;

describe('attacks', () => {
  let world: World;
  let alice: Person;
  let maintainer: Person;
  let second: Person;
  let mallory: Person;

  beforeEach(async () => {
    world = await World.open();
    ({ alice, maintainer, second, mallory } = world.stage);
  });
  afterEach(() => world.close());

  const approve = (by: Person, number: number, commit: string): Promise<{ id: number }> =>
    by.visitor.must('POST', `pulls/${number}/reviews`, { event: 'APPROVE', commit_id: commit });

  const comment = (by: Person, number: number, body: string): Promise<{ id: number }> =>
    by.visitor.must('POST', `issues/${number}/comments`, { body });

  async function expectNoCertificate(number: number): Promise<void> {
    expect((await world.ledger()).certificatesOf(app)).toEqual([]);
    expect(await world.file(`${app}/${app}.crt`)).toBeUndefined();
    expect((await world.pull(number)).state).toBe('open');
  }

  /** A good request, looked at. */
  async function asked(): Promise<{ number: number; head: string; fork: string }> {
    const made = await world.request(app);
    await world.pushed(made.number, made.head, alice);
    expect(await world.labels(made.number)).toEqual(['ready to approve']);
    return made;
  }

  async function pushAgain(fork: string, message: string, key?: PemSigner): Promise<string> {
    const request = await createRequest(key ?? (await sharedKey()), app);
    return world.stage.commit(alice, {
      repository: fork,
      branch: `certificate-${app}`,
      parents: [world.stage.main],
      force: true,
      files: { [path]: request.toPem() },
      message,
    });
  }

  it('an approval that GitHub re-points at a rebased head', async () => {
    const { number, head, fork } = await asked();
    await approve(maintainer, number, head);
    // the base moves on, the patch stays the same: GitHub says that the review is of the new head
    await world.stage.seed({ 'README.md': 'another day\n' });
    const rebased = await pushAgain(fork, signedOff('alice'));
    const [review] = await maintainer.visitor.must<{ commit_id: string }[]>('GET', `pulls/${number}/reviews`);
    expect(review?.commit_id).toBe(rebased);
    await world.pushed(number, rebased, alice);
    await world.look(number);
    await expectNoCertificate(number);
    expect((await world.ownComments(number)).join()).toContain('before the check of');
    // looked at again, it counts
    await approve(second, number, rebased);
    await world.look(number);
    expect((await world.ledger()).certificatesOf(app)).toHaveLength(1);
  });

  it('a push after the approval', async () => {
    const { number, head, fork } = await asked();
    await approve(maintainer, number, head);
    const other = await pushAgain(fork, signedOff('alice'), new PemSigner(await generateRsaKey(2048)));
    await world.pushed(number, other, alice);
    await world.look(number);
    await expectNoCertificate(number);
  });

  it.each(['outsider', 'the opener', 'a bot'])('an approval by %s', async (who) => {
    const { number, head } = await asked();
    if (who === 'the opener') {
      const refused = await alice.visitor.request('POST', `pulls/${number}/reviews`, { event: 'APPROVE' });
      expect(refused.status).toBe(422);
      await comment(alice, number, `/sign ${head}`);
    } else if (who === 'outsider') {
      await approve(mallory, number, head);
      await comment(mallory, number, `/sign ${head}`);
    } else {
      const { state } = world.stage.server;
      const bot = world.stage.server.as(state.addToken(state.addUser('helper[bot]', { type: 'Bot' })));
      await bot.must('POST', `issues/${number}/comments`, { body: `/sign ${head}` });
    }
    await world.look(number);
    await expectNoCertificate(number);
  });

  it('an approval by whoever authored one of its commits, under an address that no account has', async () => {
    const { number, fork } = await asked();
    const email = 'maintainer@home.example';
    const head = await world.stage.commit(alice, {
      repository: fork,
      branch: `certificate-${app}`,
      files: { [path]: (await createRequest(await sharedKey(), app)).toPem() + '\n' },
      message: `Request\n\nSigned-off-by: maintainer <${email}>`,
      author: maintainer,
      email,
    });
    await world.pushed(number, head, alice);
    await approve(maintainer, number, head);
    await world.look(number);
    await expectNoCertificate(number);
    const words = (await world.ownComments(number)).join();
    expect(words).toContain('GitHub knows no account for who made a commit');
    expect(words).toContain('commit --amend --reset-author');
    // whoever looks into it and says so, decides
    await comment(second, number, `/sign ${head} Alice showed me the address in her settings.`);
    await world.look(number);
    expect((await world.ledger()).certificatesOf(app)).toHaveLength(1);
  });

  it('an approval by whoever authored one of its commits', async () => {
    const { number, fork } = await asked();
    const head = await world.stage.commit(alice, {
      repository: fork,
      branch: `certificate-${app}`,
      files: { [path]: (await createRequest(await sharedKey(), app)).toPem() + '\n' },
      message: signedOff('maintainer'),
      author: maintainer,
    });
    await world.pushed(number, head, alice);
    await approve(maintainer, number, head);
    await world.look(number);
    await expectNoCertificate(number);
  });

  it('an approval by whoever pushed the head', async () => {
    const { number, head } = await world.request(app);
    await world.pushed(number, head, maintainer);
    await approve(maintainer, number, head);
    await world.look(number);
    await expectNoCertificate(number);
    await approve(second, number, head);
    await world.look(number);
    expect((await world.ledger()).certificatesOf(app)).toHaveLength(1);
  });

  it('one approval, where nobody knows who pushed', async () => {
    const { number, head } = await world.request(app);
    await world.look(number);
    await approve(maintainer, number, head);
    await world.look(number);
    await expectNoCertificate(number);
    expect((await world.ownComments(number)).join()).toContain('nobody knows who pushed the head');
  });

  it('an approval that was dismissed, one that a later review took the place of, one of an older commit', async () => {
    const { number, head, fork } = await asked();
    const { id } = await approve(maintainer, number, head);
    await second.visitor.must('PUT', `pulls/${number}/reviews/${id}/dismissals`, { message: 'no' });
    await approve(second, number, head);
    await second.visitor.must('POST', `pulls/${number}/reviews`, { event: 'COMMENT', body: 'wait' });
    await world.look(number);
    await expectNoCertificate(number);
    const next = await pushAgain(fork, signedOff('alice'), new PemSigner(await generateRsaKey(2048)));
    await world.pushed(number, next, alice);
    await approve(maintainer, number, head);
    await comment(second, number, `/sign ${head.slice(0, 12)}`);
    await world.look(number);
    await expectNoCertificate(number);
  });

  it('a /sign that somebody wrote into the comment of another, and a short one', async () => {
    const { number, head } = await asked();
    const { id } = await comment(maintainer, number, 'I will look at it.');
    await second.visitor.must('PATCH', `issues/comments/${id}`, { body: `/sign ${head}` });
    await comment(second, number, `/sign ${head.slice(0, 11)}`);
    await world.look(number);
    await expectNoCertificate(number);
  });

  it('a /hold that stands first on the second page of comments, while somebody deletes one on the first', async () => {
    const { number, head } = await asked();
    const { id } = await comment(alice, number, 'please');
    while ((world.stage.server.repository.issues.get(number)?.comments.size ?? 0) < 100) {
      await comment(alice, number, 'please');
    }
    await comment(second, number, '/hold');
    await approve(maintainer, number, head);
    let deleted: Promise<unknown> | undefined;
    world.workshop.github.octokit.hook.after('request', async (_, { method, url }) => {
      if (method === 'GET' && /\/issues\/[^/]+\/comments/.test(url)) {
        await (deleted ??= alice.visitor.must('DELETE', `issues/comments/${id}`));
      }
    });
    await world.look(number);
    expect(deleted).toBeDefined();
    await expectNoCertificate(number);
    expect((await world.ownComments(number)).join()).toContain('on hold by second');
  });

  it('a request that changes between the look and the signature', async () => {
    const { number, head, fork } = await asked();
    const evil = new PemSigner(await generateRsaKey(2048));
    const { authority } = world;
    let pushed: Promise<unknown> | undefined;
    const signer: Signer = {
      publicKey: authority.signer.publicKey,
      sign: async (hash, data) => {
        await (pushed ??= pushAgain(fork, signedOff('alice'), evil));
        return authority.signer.sign(hash, data);
      },
    };
    world.useAuthority({ ...authority, signer });
    await approve(maintainer, number, head);
    await world.look(number);
    const [issued] = (await world.ledger()).certificatesOf(app);
    const { spki } = await createRequest(await sharedKey(), app);
    // what was approved was signed, and nothing else ever is in this pull request
    expect(issued?.key).toBe(keyHash(spki));
    expect((await world.ledger()).certificatesOf(app)).toHaveLength(1);
    expect(await world.file(path)).toBe((await createRequest(await sharedKey(), app)).toPem());
    for (const intent of world.waiting.splice(0)) await world.bot.do(intent);
    world.stage.clock.sleep(120_000).catch(() => undefined);
    await world.look(number);
    expect((await world.pull(number)).state).toBe('closed');
  });

  it('the base branch forced back between reading and writing', async () => {
    const { number, head } = await asked();
    const { stage, authority } = world;
    await stage.seed({ 'README.md': 'one more commit\n' });
    const before = stage.main;
    const parent = await maintainer.visitor.must<{ parents: { sha: string }[] }>('GET', `git/commits/${before}`);
    const [older] = parent.parents;
    let forced = false;
    const signer: Signer = {
      publicKey: authority.signer.publicKey,
      sign: async (hash, data) => {
        if (!forced) {
          forced = true;
          await maintainer.visitor.must('PATCH', 'git/refs/heads/main', { sha: older?.sha, force: true });
        }
        return authority.signer.sign(hash, data);
      },
    };
    world.useAuthority({ ...authority, signer });
    await approve(maintainer, number, head);
    await world.look(number);
    // judged and signed again over what is there now: what was taken away by force did not come back with our commit
    expect((await world.ledger()).certificatesOf(app)).toHaveLength(1);
    expect(await world.file('README.md')).not.toBe('one more commit\n');
  });

  it('a private key in a commit that a later one takes away again', async () => {
    const key = await generateRsaKey(2048);
    const signer = new PemSigner(key);
    const pem = key.export({ type: 'pkcs8', format: 'pem' }).toString();
    const { number, fork } = await world.request(app, { key: signer, files: { [`${app}/${app}.key`]: pem } });
    const head = await world.stage.commit(alice, {
      repository: fork,
      branch: `certificate-${app}`,
      files: { [`${app}/${app}.key`]: undefined },
      message: signedOff('alice'),
    });
    await world.pushed(number, head, alice);
    await approve(maintainer, number, head);
    await world.look(number);
    await expectNoCertificate(number);
    const { spki } = await createRequest(signer, app);
    expect((await world.ledger()).blockedKey(keyHash(spki))).toBeDefined();
    expect((await world.ownComments(number)).join()).not.toContain(pem.split('\n')[1]);
  });

  it('other private keys with every push, to fill the ledger', async () => {
    const keys = (): string =>
      Array.from({ length: 15 }, () =>
        generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      ).join('\n');
    const { number, fork } = await world.request(app, { files: { 'keys.txt': keys() } });
    await world.look(number);
    for (let push = 0; push < 2; push++) {
      await world.stage.commit(alice, {
        repository: fork,
        branch: `certificate-${app}`,
        parents: [world.stage.main],
        force: true,
        files: { [path]: (await createRequest(await sharedKey(), app)).toPem(), 'keys.txt': keys() },
      });
      await world.look(number);
    }
    const { lines } = await world.ledger();
    expect(lines.filter(({ kind }) => kind === 'block-key')).toHaveLength(20);
    await expectNoCertificate(number);
  });

  it.each(['the message of a commit', 'the description'])('words in %s that close an alarm', async (where) => {
    const alarm = await maintainer.visitor.openIssue('Audit', 'It does not agree.');
    const words = `Closes: #${alarm}`;
    const { number, fork } = await world.request(app);
    const head = await world.stage.commit(alice, {
      repository: fork,
      branch: `certificate-${app}`,
      files: { [path]: `${(await createRequest(await sharedKey(), app)).toPem()}\n` },
      message: where === 'the description' ? signedOff('alice') : signedOff('alice').replace('Request', words),
    });
    if (where === 'the description') {
      await alice.visitor.must('PATCH', `pulls/${number}`, { body: `${world.linkTo(alice, app)}\n\n${words}` });
    }
    await world.pushed(number, head, alice);
    await approve(maintainer, number, head);
    await world.look(number);
    expect((await world.ledger()).certificatesOf(app)).toHaveLength(1);
    // neither are the commits in the base branch, nor is the pull request merged
    const tip = await maintainer.visitor.must<{ parents: object[] }>('GET', `git/commits/${world.stage.main}`);
    expect(tip.parents).toHaveLength(1);
    expect(await world.pull(number)).toMatchObject({ merged: false });
  });

  it('a foreign file in a commit that a later one takes away again never gets into the base branch', async () => {
    const { number, fork } = await world.request(app, { files: { 'evil.sh': 'echo evil\n' } });
    const head = await world.stage.commit(alice, {
      repository: fork,
      branch: `certificate-${app}`,
      files: { 'evil.sh': undefined },
      message: signedOff('alice'),
    });
    await world.pushed(number, head, alice);
    await approve(maintainer, number, head);
    await world.look(number);
    expect((await world.ledger()).certificatesOf(app)).toHaveLength(1);
    const tip = await maintainer.visitor.must<{ parents: { sha: string }[] }>('GET', `git/commits/${world.stage.main}`);
    expect(tip.parents).toHaveLength(1);
    await world.stage.clock.sleep(120_000);
    await world.look(number);
    expect(await world.pull(number)).toMatchObject({ state: 'closed', merged: false });
  });

  it.each([
    [ledgerPath, '{}\n'],
    ['authority/nextcloud.crl', 'x'],
    ['authority/policy.yml', 'key:\n  minimum-bits: 3072\n'],
    ['authority/bot.yml', 'approvers:\n  permission: write\n'],
    ['.github/workflows/evil.yml', 'on: push\n'],
    ['another_app/another_app.csr', 'x'],
  ])('a pull request that changes %s beside its request', async (foreign, content) => {
    const { number, head } = await world.request(app, { files: { [foreign]: content } });
    await world.pushed(number, head, alice);
    await approve(maintainer, number, head);
    await approve(second, number, head);
    await world.look(number);
    await expectNoCertificate(number);
    expect(await world.labels(number)).toEqual(['needs changes']);
  });

  it.each([
    ['in capitals', 'Weather_Maps/Weather_Maps.csr'],
    ['with a look-alike letter', 'we\u0430ther_maps/we\u0430ther_maps.csr'],
    ['in another folder', 'other_app/weather_maps.csr'],
    ['at the root', 'weather_maps.csr'],
  ])('a request %s', async (_, where) => {
    const pem = (await createRequest(await sharedKey(), app)).toPem();
    await world.appRepository(alice, app);
    const { number, head } = await world.stage.pullRequest(
      alice,
      { [where]: pem },
      { body: world.linkTo(alice, app), message: signedOff('alice') },
    );
    await world.pushed(number, head, alice);
    await approve(maintainer, number, head);
    await approve(second, number, head);
    await world.look(number);
    await expectNoCertificate(number);
  });

  it.each([
    ['a symbolic link', { mode: '120000', content: '../authority/ledger.jsonl' }],
    ['a submodule', { mode: '160000', sha: 'a'.repeat(40) }],
  ])('a request that is %s', async (_, file) => {
    await world.appRepository(alice, app);
    const { number, head } = await world.stage.pullRequest(
      alice,
      { [path]: file },
      { body: world.linkTo(alice, app), message: signedOff('alice') },
    );
    await world.pushed(number, head, alice);
    await approve(maintainer, number, head);
    await world.look(number);
    await expectNoCertificate(number);
  });

  it('markup, mentions and commands in title, body, CN and file names', async () => {
    const evil = '@everyone <img src=x> [click](https://evil.example) `x` ::error::x';
    const { number, head } = await world.request(app, { files: { [`${app}/${evil.replaceAll('/', '_')}.txt`]: 'x' } });
    await alice.visitor.must('PATCH', `pulls/${number}`, { title: evil, body: `${evil}\n/sign ${head}` });
    await world.pushed(number, head, alice);
    // nothing in code is markup or a mention
    const text = (await world.ownComments(number)).join().replace(/(`+)[^]*?[^`]\1(?!`)/g, '');
    expect(text).not.toMatch(/@everyone\b|<img|\]\(https:|^::/m);
    await expectNoCertificate(number);
  });
});
