// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { blobId } from '../../../bot/github/git-objects.js';
import { objectsOf } from '../../../bot/github/github.js';
import { GithubStore } from '../../../bot/github/github-store.js';
import { Stage } from '../support/stage.js';

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

afterEach(() => stage.close());

describe("git's objects", () => {
  it('are read once, however often they are asked for', async () => {
    const tip = await stage.seed({ 'news/news.csr': 'a request\n' });
    const github = stage.github();
    const store = new GithubStore(objectsOf(github), tip);
    const before = stage.server.requests.length;
    const [one, other] = await Promise.all([store.read('news/news.csr'), store.read('news/news.csr')]);
    expect(Buffer.from(one!).toString()).toBe('a request\n');
    expect(other).toEqual(one);
    // commit, root, folder, blob
    expect(stage.server.requests.length - before).toBe(4);
    await new GithubStore(objectsOf(github), tip).read('news/news.csr');
    expect(stage.server.requests.length - before).toBe(4);
  });

  it('keep the bytes of what is no text', async () => {
    const bytes = Buffer.from([0, 255, 13, 10, 200]);
    const { sha } = await stage.maintainer.visitor.must<{ sha: string }>('POST', 'git/blobs', {
      content: bytes.toString('base64'),
      encoding: 'base64',
    });
    expect(sha).toBe(blobId(bytes));
    expect(await objectsOf(stage.github()).blob(sha)).toEqual(bytes);
  });

  it('are refused where the bytes are others than the name stands for', async () => {
    const tip = await stage.seed({ 'news/news.csr': 'x'.repeat(1000) });
    const store = new GithubStore(objectsOf(stage.github()), tip);
    const { sha } = (await store.find('news/news.csr'))!;
    stage.server.faults.add({ effect: { kind: 'corrupt' }, path: /git\/blobs/, times: 10 });
    // one bit of the answer: in the content, or in the JSON around it
    await expect(objectsOf(stage.github()).blob(sha)).rejects.toMatchObject({
      code: expect.stringMatching(/object-damaged|github-unreachable/) as unknown,
    });
  });
});

describe('the certificate repository at a commit', () => {
  it('has no file where there is none, or a folder', async () => {
    const tip = await stage.seed({ 'news/news.csr': 'a', 'authority/policy.yml': 'b' });
    const store = new GithubStore(objectsOf(stage.github()), tip);
    expect(await store.read('news')).toBeUndefined();
    expect(await store.read('news/mail.csr')).toBeUndefined();
    expect(await store.read('news/news.csr/deeper')).toBeUndefined();
    expect(await store.read('mail/mail.csr')).toBeUndefined();
    expect(await store.paths()).toEqual(expect.arrayContaining(['authority/policy.yml', 'news/news.csr']));
  });

  it('stays as it was at that commit', async () => {
    const tip = await stage.seed({ 'news/news.csr': 'old' });
    const store = new GithubStore(objectsOf(stage.github()), tip);
    await stage.seed({ 'news/news.csr': 'new' });
    expect(Buffer.from((await store.read('news/news.csr'))!).toString()).toBe('old');
  });

  it.each([
    ['a symbolic link', { mode: '120000', content: '../../etc/passwd' }],
    ['a submodule', { mode: '160000', sha: 'a'.repeat(40) }],
  ])('does not follow %s', async (what, file) => {
    const tip = await stage.seed({ 'authority/ledger.jsonl': file });
    const store = new GithubStore(objectsOf(stage.github()), tip);
    await expect(store.read('authority/ledger.jsonl')).rejects.toMatchObject({
      code: 'not-a-file',
      message: expect.stringContaining(what) as unknown,
    });
  });
});
