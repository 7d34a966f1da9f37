// SPDX-License-Identifier: MIT
import { createPublicKey } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { addApp, addInstallation } from '../../../sandbox/github/app-registry.js';
import { type Community, startCommunity } from '../../../sandbox/github/community.js';
import { GithubContract } from '../../../sandbox/github/contract/contract.js';
import type { Person } from '../../../sandbox/github/person.js';

const contract = new GithubContract();
let community: Community;
let now: Date;
let head: string;
let bot: Person;

beforeEach(async () => {
  now = new Date('2026-03-01T12:00:00Z');
  contract.violations.length = 0;
  community = await startCommunity({ repository: 'acme/requests', contract, now: () => now });
  bot = community.github.as(community.github.state.addInstallationToken(community.installation).token);
  const files = { 'hello/hello.csr': 'csr\n' };
  ({ head } = await community.people.requester.propose({ branch: 'hello', files, title: 'Hello' }));
});

afterEach(() => community.github.close());

const create = (wish: object, person = bot) =>
  person.request<{ id: number }>('POST', 'check-runs', { name: 'verdict', head_sha: head, ...wish });
const annotation = (line: number) => ({
  path: 'hello/hello.csr',
  start_line: line,
  end_line: line,
  annotation_level: 'failure',
  message: `line ${line}`,
});
const output = (more: object = {}) => ({ output: { title: 'No', summary: 'Not yet', ...more } });

describe('check runs', () => {
  it('are made by Apps alone', async () => {
    expect(await create({}, community.people.maintainer)).toMatchObject({
      status: 403,
      body: { message: 'You must authenticate via a GitHub App.' },
    });
    expect((await create({})).body).toMatchObject({
      status: 'queued',
      conclusion: null,
      started_at: '2026-03-01T12:00:00Z',
      completed_at: null,
      app: { slug: 'certificate-bot' },
      output: { title: null, annotations_count: 0 },
    });
  });

  it('are completed by their conclusion, which a completed one must have', async () => {
    const { body } = await create({ status: 'in_progress', external_id: 'x-1' });
    now = new Date('2026-03-01T12:00:07Z');
    const path = `check-runs/${body.id}`;
    expect((await bot.request('PATCH', path, { status: 'completed' })).status).toBe(422);
    expect(await bot.must('PATCH', path, { conclusion: 'success', ...output() })).toMatchObject({
      status: 'completed',
      conclusion: 'success',
      completed_at: '2026-03-01T12:00:07Z',
      external_id: 'x-1',
      output: { title: 'No', summary: 'Not yet' },
    });
    expect(await bot.must('PATCH', path, { status: 'in_progress' })).toMatchObject({
      status: 'in_progress',
      conclusion: null,
      completed_at: null,
    });
    expect((await bot.request('PATCH', path, { conclusion: 'splendid' })).status).toBe(422);
  });

  it('take 50 annotations a request, and keep those of all', async () => {
    const lines = Array.from({ length: 51 }, (_, n) => annotation(n + 1));
    expect((await create(output({ annotations: lines }))).status).toBe(422);
    const { body } = await create(output({ annotations: lines.slice(0, 50) }));
    const path = `check-runs/${body.id}`;
    expect(await bot.must('PATCH', path, output({ annotations: lines.slice(50) }))).toMatchObject({
      output: { annotations_count: 51 },
    });
    const shown = await bot.must<unknown[]>('GET', `${path}/annotations?per_page=100`);
    expect(shown).toHaveLength(51);
    expect(shown[50]).toMatchObject({ message: 'line 51', title: null, start_column: null });
  });

  it.each<[string, object]>([
    ['a summary of 65,536 characters', output({ summary: 'x'.repeat(65_536) })],
    ['a text of 65,536 characters', output({ text: 'x'.repeat(65_536) })],
    ['an output without a summary', { output: { title: 'No' } }],
    ['an annotation of no level', output({ annotations: [{ ...annotation(1), annotation_level: 'loud' }] })],
    ['columns over several lines', output({ annotations: [{ ...annotation(1), end_line: 2, start_column: 1 }] })],
    [
      'an annotation’s message above 64 KB',
      output({ annotations: [{ ...annotation(1), message: 'x'.repeat(65_537) }] }),
    ],
    [
      'four buttons',
      { actions: Array.from({ length: 4 }, (_, n) => ({ label: `${n}`, description: 'd', identifier: `${n}` })) },
    ],
    ['a button with a long label', { actions: [{ label: 'x'.repeat(21), description: 'd', identifier: 'i' }] }],
    ['a commit that is not there', { head_sha: '0'.repeat(40) }],
  ])('are refused with %s', async (_, wish) => {
    expect((await create(wish)).status).toBe(422);
  });

  it('are changed by the App that made them alone', async () => {
    const { body } = await create({});
    const { github, organization } = community;
    const publicKey = createPublicKey(community.appKey);
    const other = addApp(github.state, { name: 'Other', slug: 'other', publicKey });
    const installation = addInstallation(github.state, other, organization.account, { checks: 'write' });
    const second = github.as(github.state.addInstallationToken(installation).token);
    expect(await second.request('PATCH', `check-runs/${body.id}`, { conclusion: 'success' })).toMatchObject({
      status: 403,
      body: { message: expect.stringContaining('can only be modified by the GitHub App that created it') },
    });
  });

  it('are listed by commit, the newest of each name or all', async () => {
    const first = await create({ conclusion: 'failure' });
    const second = await create({ conclusion: 'success' });
    await create({ name: 'other' });
    const ids = async (query: string, ref = head) => {
      const { check_runs } = await bot.must<{ check_runs: { id: number }[] }>(
        'GET',
        `commits/${ref}/check-runs${query}`,
      );
      return check_runs.map(({ id }) => id);
    };
    expect(await ids('?check_name=verdict')).toEqual([second.body.id]);
    expect(await ids('?check_name=verdict&filter=all')).toEqual([second.body.id, first.body.id]);
    expect(await ids('')).toHaveLength(2);
    expect(await ids(`?app_id=${community.app.id + 1}`)).toEqual([]);
    expect(await ids('', 'main')).toEqual([]);
    expect((await bot.request('GET', 'commits/nowhere/check-runs')).status).toBe(422);
  });

  it('name no pull request from a fork, only those from the repository itself', async () => {
    expect((await create({})).body).toMatchObject({ pull_requests: [] });
    const { maintainer } = community.people;
    const own = await maintainer.push({
      branch: 'own',
      files: { 'x.txt': 'x' },
      from: 'acme/requests#main',
      to: 'acme/requests',
    });
    await maintainer.must('POST', 'pulls', { base: 'main', head: 'own', title: 'Own' });
    expect((await create({ head_sha: own })).body).toMatchObject({
      pull_requests: [{ number: 2, head: { sha: own } }],
    });
  });

  it('are asked for again by those who may write, and stay as they are', async () => {
    const { body } = await create({ conclusion: 'failure' });
    expect((await community.people.outsider.request('POST', `check-runs/${body.id}/rerequest`)).status).toBe(404);
    await community.people.maintainer.rerun(body.id);
    expect(await bot.must('GET', `check-runs/${body.id}`)).toMatchObject({ conclusion: 'failure' });
  });
});

describe('commit statuses', () => {
  it('count by the newest of each context', async () => {
    const set = (state: string, context: string) =>
      community.people.maintainer.must('POST', `statuses/${head}`, { state, context });
    const combined = async () => (await bot.must<{ state: string }>('GET', `commits/${head}/status`)).state;
    expect(await combined()).toBe('pending');
    await set('failure', 'DCO');
    expect(await combined()).toBe('failure');
    await set('success', 'DCO');
    expect(await combined()).toBe('success');
    await set('pending', 'other');
    expect(await combined()).toBe('pending');
    expect(await bot.must('GET', `commits/${head}/statuses`)).toMatchObject([
      { state: 'pending', context: 'other', creator: { login: 'maintainer' } },
      { state: 'success', context: 'DCO' },
      { state: 'failure', context: 'DCO' },
    ]);
  });
});
