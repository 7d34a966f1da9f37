// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Community, startCommunity } from '../../../sandbox/github/community.js';
import { GithubContract } from '../../../sandbox/github/contract/contract.js';

const contract = new GithubContract();
let community: Community;
let now: Date;
let head: string;

beforeEach(async () => {
  now = new Date('2026-03-01T12:00:00Z');
  community = await startCommunity({ repository: 'acme/requests', contract, now: () => now });
  const { requester } = community.people;
  ({ head } = await requester.propose({ branch: 'hello', files: { 'hello/hello.csr': 'csr\n' }, title: 'Hello' }));
});

afterEach(() => community.github.close());

interface ReviewShown {
  readonly id: number;
  readonly state: string;
  readonly commit_id: string;
  readonly submitted_at: string;
  readonly user: { readonly login: string };
}

const list = async (person = community.people.maintainer) => {
  const { body } = await person.request<ReviewShown[]>('GET', 'pulls/1/reviews');
  return body;
};

const submit = (person: keyof Community['people'], body: object) =>
  community.people[person].request('POST', 'pulls/1/reviews', body);

describe('reviews', () => {
  it('are listed in order, whoever wrote them, each with its commit and time', async () => {
    const { maintainer, outsider } = community.people;
    await outsider.approve(1);
    now = new Date('2026-03-01T12:01:00Z');
    await maintainer.requestChanges(1, 'Longer, please');
    await maintainer.approve(1);
    expect(await list()).toMatchObject([
      {
        user: { login: 'outsider' },
        state: 'APPROVED',
        author_association: 'NONE',
        submitted_at: '2026-03-01T12:00:00Z',
      },
      {
        user: { login: 'maintainer' },
        state: 'CHANGES_REQUESTED',
        commit_id: head,
        submitted_at: '2026-03-01T12:01:00Z',
      },
      { user: { login: 'maintainer' }, state: 'APPROVED', author_association: 'MEMBER' },
    ]);
  });

  it('are not for whoever opened the pull request', async () => {
    expect(await submit('requester', { event: 'APPROVE' })).toMatchObject({
      status: 422,
      body: { message: 'Unprocessable Entity', errors: ['Can not approve your own pull request'] },
    });
    expect((await submit('requester', { event: 'REQUEST_CHANGES', body: 'x' })).status).toBe(422);
    expect((await submit('requester', { event: 'COMMENT', body: 'x' })).status).toBe(200);
  });

  it('need words where they ask for something or only comment', async () => {
    expect((await submit('maintainer', { event: 'COMMENT' })).status).toBe(422);
    expect((await submit('maintainer', { event: 'REQUEST_CHANGES', body: ' ' })).status).toBe(422);
    expect(await list()).toEqual([]);
  });

  it('may be for an older commit', async () => {
    const { requester, maintainer } = community.people;
    const next = await requester.push({ branch: 'hello', files: { 'hello/hello.csr': 'another\n' } });
    await maintainer.approve(1, head);
    await maintainer.approve(1);
    expect((await list()).map(({ commit_id }) => commit_id)).toEqual([head, next]);
    expect((await submit('maintainer', { event: 'APPROVE', commit_id: '0'.repeat(40) })).status).toBe(422);
  });

  it('are their author’s alone while they are pending', async () => {
    const { body } = await submit('second', { body: 'thinking' });
    expect(body).toMatchObject({ state: 'PENDING' });
    expect(body).not.toHaveProperty('submitted_at');
    expect(await list()).toEqual([]);
    expect(await list(community.people.second)).toHaveLength(1);
    expect(await submit('second', { event: 'APPROVE' })).toMatchObject({
      body: { errors: ['User can only have one pending review per pull request'] },
    });
    const path = `pulls/1/reviews/${String(body.id)}`;
    expect((await community.people.maintainer.request('POST', `${path}/events`, { event: 'APPROVE' })).status).toBe(
      404,
    );
    await community.people.second.must('POST', `${path}/events`, { event: 'APPROVE' });
    expect(await list()).toMatchObject([{ state: 'APPROVED' }]);
    expect((await community.people.second.request('DELETE', path)).status).toBe(422);
  });

  it('are dismissed by those who may write, once', async () => {
    const { maintainer, second, outsider } = community.people;
    const id = await maintainer.approve(1);
    const dismiss = { message: 'stale', event: 'DISMISS' };
    expect((await outsider.request('PUT', `pulls/1/reviews/${id}/dismissals`, dismiss)).status).toBe(404);
    await second.dismiss(1, id, 'stale');
    expect(await list()).toMatchObject([{ state: 'DISMISSED', commit_id: head }]);
    expect(await second.request('PUT', `pulls/1/reviews/${id}/dismissals`, dismiss)).toMatchObject({
      status: 422,
      body: { message: 'Validation Failed', errors: ['Can not dismiss a dismissed pull request review'] },
    });
  });

  it('have their words changed by their author', async () => {
    const { maintainer, outsider } = community.people;
    const id = await maintainer.requestChanges(1, 'No');
    expect((await outsider.request('PUT', `pulls/1/reviews/${id}`, { body: 'Yes' })).status).toBe(403);
    await maintainer.must('PUT', `pulls/1/reviews/${id}`, { body: 'Not yet' });
    expect(await list()).toMatchObject([{ body: 'Not yet', state: 'CHANGES_REQUESTED' }]);
  });

  it('of an App need its permission', async () => {
    const { github, installation } = community;
    const token = (permissions: Record<string, 'read' | 'write'>) =>
      github.as(github.state.addInstallationToken(installation, { permissions }).token);
    expect(
      (await token({ pull_requests: 'read' }).request('POST', 'pulls/1/reviews', { event: 'APPROVE' })).status,
    ).toBe(403);
    await token({ pull_requests: 'write' }).must('POST', 'pulls/1/reviews', { event: 'APPROVE' });
    expect(await list()).toMatchObject([{ user: { login: 'certificate-bot[bot]', type: 'Bot' }, state: 'APPROVED' }]);
  });
});

describe('after a push, an approval', () => {
  const base = async () => {
    const { maintainer } = community.people;
    await maintainer.push({ branch: 'main', files: { 'other.txt': 'x\n' }, to: 'acme/requests' });
  };
  const rebase = async (content: string) => {
    await base();
    const { requester } = community.people;
    const files = { 'hello/hello.csr': content };
    return requester.push({ branch: 'hello', files, from: 'acme/requests#main', force: true });
  };

  it('keeps its commit', async () => {
    await community.people.maintainer.approve(1);
    await community.people.requester.push({ branch: 'hello', files: { 'hello/hello.csr': 'another\n' } });
    expect(await list()).toMatchObject([{ state: 'APPROVED', commit_id: head }]);
  });

  it('is shown at the new head where a rebase left the patch as it was', async () => {
    await community.people.maintainer.approve(1);
    await community.people.second.requestChanges(1, 'No');
    const next = await rebase('csr\n');
    expect(next).not.toBe(head);
    expect(await list()).toMatchObject([
      { state: 'APPROVED', commit_id: next, submitted_at: '2026-03-01T12:00:00Z' },
      { state: 'CHANGES_REQUESTED', commit_id: head },
    ]);
  });

  it('keeps its commit where a rebase changed the patch', async () => {
    await community.people.maintainer.approve(1);
    await rebase('another\n');
    expect(await list()).toMatchObject([{ state: 'APPROVED', commit_id: head }]);
  });

  it('keeps it after any rebase with re-pointing switched off', async () => {
    community.github.repository.settings.repointApprovals = false;
    await community.people.maintainer.approve(1);
    await rebase('csr\n');
    expect(await list()).toMatchObject([{ state: 'APPROVED', commit_id: head }]);
  });

  it('is dismissed where the repository is set so, requests for changes are not', async () => {
    community.github.repository.settings.dismissStaleReviews = true;
    await community.people.maintainer.approve(1);
    await community.people.second.requestChanges(1, 'No');
    await community.people.requester.push({ branch: 'hello', files: { 'hello/hello.csr': 'another\n' } });
    expect(await list()).toMatchObject([{ state: 'DISMISSED' }, { state: 'CHANGES_REQUESTED' }]);
  });
});
