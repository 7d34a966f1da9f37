// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Community, startCommunity } from '../../../sandbox/github/community.js';
import { GithubContract } from '../../../sandbox/github/contract/contract.js';

let community: Community;
let ear: Server;
const heard: { readonly event: string; readonly payload: Record<string, unknown> }[] = [];

beforeEach(async () => {
  heard.length = 0;
  ear = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const payload = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
      heard.push({ event: String(request.headers['x-github-event']), payload });
      response.end();
    });
  });
  await new Promise<void>((resolve) => ear.listen(0, '127.0.0.1', resolve));
  community = await startCommunity({
    repository: 'acme/certificates',
    contract: new GithubContract(),
    webhook: `http://127.0.0.1:${(ear.address() as AddressInfo).port}/`,
    events: ['push', 'create', 'delete', 'pull_request'],
  });
});

afterEach(async () => {
  // Fails where a payload was not as GitHub describes it.
  await community.github.close();
  await new Promise((resolve) => ear.close(resolve));
});

/** Event, action and sender of what was heard, whatever the order of arrival. */
async function names(count: number): Promise<string[]> {
  for (let n = 0; n < 100 && heard.length < count; n++) await new Promise((resolve) => setTimeout(resolve, 20));
  const nameOf = ({ event, payload }: (typeof heard)[number]) => {
    const { action, sender } = payload as { readonly action?: string; readonly sender: { readonly login: string } };
    return `${event}${action === undefined ? '' : ` ${action}`} ${sender.login}`;
  };
  return heard.map(nameOf).sort();
}

describe('webhooks of the git side', () => {
  it('tell of the whole life of a pull request, as GitHub describes them', async () => {
    const { requester, maintainer } = community.people;
    const { number } = await requester.propose({ branch: 'a', title: 'A', files: { a: '1' }, draft: true });
    await requester.markReady(number);
    const head = await requester.push({ branch: 'a', files: { a: '2' } });
    const main = community.github.repository.branches.get('main')!;
    const to = 'acme/certificates';
    await maintainer.moveBranch(to, 'stable', main, false);
    await maintainer.must('PATCH', `pulls/${number}`, { base: 'stable' });
    await maintainer.must('PATCH', `pulls/${number}`, { base: 'main' });
    const merge = await maintainer.commit({ to, parents: [main, head], files: { b: '1' }, message: 'merge' });
    await maintainer.moveBranch(to, 'main', merge, false);
    await maintainer.must('DELETE', 'git/refs/heads/stable');
    expect(await names(11)).toEqual([
      'create maintainer',
      'delete maintainer',
      'pull_request closed maintainer',
      'pull_request edited maintainer',
      'pull_request edited maintainer',
      'pull_request opened requester',
      'pull_request ready_for_review requester',
      'pull_request synchronize requester',
      'push maintainer',
      'push maintainer',
      'push maintainer',
    ]);
    const closed = heard.find(({ payload }) => payload.action === 'closed');
    expect(closed?.payload.pull_request).toMatchObject({ merged: true, merge_commit_sha: merge, head: { sha: head } });
  });
});
