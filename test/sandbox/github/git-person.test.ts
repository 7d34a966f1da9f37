// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Community, startCommunity } from '../../../sandbox/github/community.js';
import { GithubContract } from '../../../sandbox/github/contract/contract.js';
import { readTree } from '../../../sandbox/github/git/tree.js';

let community: Community;

beforeEach(async () => {
  community = await startCommunity({ repository: 'acme/certificates', contract: new GithubContract() });
});

afterEach(() => community.github.close());

describe('a person', () => {
  it('proposes what is no plain text, in the name of whomever', async () => {
    const { requester } = community.people;
    const mallory = { name: 'Mallory', email: 'mia@example.org', date: '2020-01-02T03:04:05Z' };
    const { number, head } = await requester.propose({
      branch: 'odd',
      title: 'Odd',
      files: {
        text: 'text\n',
        bytes: { mode: '100755', content: Buffer.from([0, 255]) },
        link: { mode: '120000', content: '../../etc/passwd' },
        module: { mode: '160000', sha: '1'.repeat(40) },
      },
      author: mallory,
      committer: { ...mallory, email: 'nobody@example.org' },
    });
    const { git } = community.github.repository;
    expect(readTree(git.network.objects, git.network.commit(head).tree).map(({ mode, name }) => [mode, name])).toEqual([
      ['100644', 'README.md'],
      ['100755', 'bytes'],
      ['120000', 'link'],
      ['160000', 'module'],
      ['100644', 'text'],
    ]);
    const [commit] = await requester.must<unknown[]>('GET', `pulls/${number}/commits`);
    expect(commit).toMatchObject({
      sha: head,
      author: { login: 'maintainer' },
      committer: null,
      commit: { author: { name: 'Mallory', date: '2020-01-02T03:04:05Z' } },
    });
  });

  it('brings a history in which something came and went, and merges', async () => {
    const { requester } = community.people;
    const { number, head } = await requester.propose({ branch: 'a', title: 'A', files: { key: 'secret' } });
    const to = await requester.fork();
    const side = await requester.commit({ to, parents: [head], files: { other: '1' } });
    const merge = await requester.commit({ to, parents: [head, side], files: { key: null, request: '1' } });
    await requester.moveBranch(to, 'a', merge, false);
    const commits = await requester.must<{ sha: string }[]>('GET', `pulls/${number}/commits`);
    expect(commits.map(({ sha }) => sha)).toEqual([head, side, merge]);
    const files = await requester.must<{ filename: string }[]>('GET', `pulls/${number}/files`);
    expect(files.map(({ filename }) => filename)).toEqual(['request']);
  });
});
