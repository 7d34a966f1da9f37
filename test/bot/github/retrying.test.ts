// SPDX-License-Identifier: MIT
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Octokit } from '@octokit/rest';
import type { BotError } from '../../../bot/bot-error.js';
import type { Github } from '../../../bot/github/github.js';
import { retrying } from '../../../bot/github/retrying.js';
import type { Effect } from '../../../sandbox/github/faults.js';
import { SteppingClock } from '../../support/stepping-clock.js';
import { Stage } from '../support/stage.js';

let stage: Stage;
let github: Github;
let clock: SteppingClock;

beforeEach(async () => {
  clock = new SteppingClock();
  stage = await Stage.open({ clock });
  github = stage.github();
});

afterEach(() => stage.close());

const nothing = (): void => undefined;
const quiet = { debug: nothing, info: nothing, warn: nothing, error: nothing };
const read = () => github.octokit.request('GET /repos/{owner}/{repo}', { ...github.repository });
const comment = async () => {
  const number = await stage.alice.visitor.openIssue('x', 'y');
  const { octokit, repository } = github;
  return octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    ...repository,
    issue_number: number,
    body: 'once',
  });
};
const comments = () => [...stage.server.state.comments.values()].length;

async function failure(work: Promise<unknown>): Promise<BotError> {
  return work.then(
    () => {
      throw new Error('it did not fail');
    },
    (error: unknown) => error as BotError,
  );
}

describe('reading', () => {
  it.each<[string, Effect]>([
    ['500', { kind: 'answer', status: 500 }],
    ['502 after the work', { kind: 'answer-after', status: 502 }],
    ['a connection that breaks before', { kind: 'drop-before' }],
    ['a connection that breaks after', { kind: 'drop-after' }],
    ['half an answer', { kind: 'truncate' }],
  ])('is done again after %s', async (_, effect) => {
    stage.server.faults.add({ effect, times: 2 });
    expect((await read()).data.full_name).toBe('our-org/certificates');
    expect(clock.slept).toHaveLength(2);
    expect(stage.server.faults.spent).toBe(true);
  });

  it('ends when it fails too often, with a message that names the route and nothing secret', async () => {
    stage.server.faults.add({ effect: { kind: 'answer', status: 503 }, times: 4 });
    const error = await failure(read());
    expect(error).toMatchObject({ code: 'github-failed', status: 503, outcome: 'outside' });
    expect(error.message).toMatch(/^GET \/repos\/our-org\/certificates: GitHub answered 503/);
    expect(error.message + error.hint).not.toMatch(/ghs_|Bearer|127\.0\.0\.1/);
    expect(stage.server.faults.spent).toBe(true);
  });

  it('says so where nobody answers at all', async () => {
    stage.server.faults.add({ effect: { kind: 'drop-before' }, times: 4 });
    expect(await failure(read())).toMatchObject({ code: 'github-unreachable', status: undefined });
  });
});

it('ends where nobody answers in time', async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  const Client = Octokit.plugin(retrying({ clock, random: () => 0.5, attemptMs: 50 }));
  const client = new Client({ baseUrl: `http://127.0.0.1:${port}`, log: quiet });
  try {
    const error = await failure(client.request('GET /repos/{owner}/{repo}', { ...github.repository }));
    expect(error).toMatchObject({ code: 'github-unreachable' });
    expect(error.message).toBe('GET /repos/our-org/certificates: no answer in time.');
    expect(clock.slept).toHaveLength(3);
  } finally {
    silent.closeAllConnections();
    silent.close();
  }
});

describe('writing what would be there twice', () => {
  it.each<[string, Effect, string]>([
    ['502 after the work', { kind: 'answer-after', status: 502 }, 'github-failed'],
    ['a connection that breaks after', { kind: 'drop-after' }, 'github-unreachable'],
    ['half an answer', { kind: 'truncate' }, 'github-unreachable'],
  ])('is not done again after %s', async (_, effect, code) => {
    stage.server.faults.add({ effect, method: 'POST' });
    expect(await failure(comment())).toMatchObject({ code });
    expect(comments()).toBe(1);
    expect(clock.slept).toEqual([]);
  });

  it('is done again after a limit, since then nothing was done', async () => {
    stage.server.faults.add({
      effect: { kind: 'answer', status: 403, headers: { 'retry-after': '7' } },
      method: 'POST',
    });
    await comment();
    expect(comments()).toBe(1);
    expect(clock.slept).toEqual([7000]);
  });
});

describe('GraphQL', () => {
  const effect: Effect = { kind: 'answer-after', status: 502 };

  it('is asked again, since a question changes nothing', async () => {
    stage.server.faults.add({ effect, path: /graphql$/, times: 2 });
    const question = 'query ($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { id } }';
    expect(await github.octokit.graphql(question, { ...github.repository })).toHaveProperty('repository.id');
    expect(clock.slept).toHaveLength(2);
  });

  it('is not told again to change something', async () => {
    stage.server.faults.add({ effect, path: /graphql$/ });
    const order =
      'mutation ($id: ID!) { updateRefs(input: { repositoryId: $id, refUpdates: [] }) { clientMutationId } }';
    expect(await failure(github.octokit.graphql(order, { id: 'x' }))).toMatchObject({ code: 'github-failed' });
    expect(clock.slept).toEqual([]);
  });
});

describe("git's objects", () => {
  it('are made again, since that changes nothing', async () => {
    stage.server.faults.add({ effect: { kind: 'answer-after', status: 502 }, method: 'POST', times: 2 });
    const { octokit, repository } = github;
    const { data } = await octokit.request('POST /repos/{owner}/{repo}/git/blobs', { ...repository, content: 'x' });
    expect(data.sha).toHaveLength(40);
  });
});

describe('a limit', () => {
  const limited = (headers: Record<string, string>, status = 403): Effect => ({ kind: 'answer', status, headers });

  it("is waited for by GitHub's clock, where it ends within a minute", async () => {
    const reset = Math.floor(Date.parse('2026-11-20T12:00:40Z') / 1000);
    const headers = {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(reset),
      date: 'Fri, 20 Nov 2026 12:00:10 GMT',
    };
    stage.server.faults.add({ effect: limited(headers) });
    await read();
    expect(clock.slept).toEqual([31_000]);
  });

  it.each([
    ['retry-after', limited({ 'retry-after': '61' })],
    ['a reset in an hour', limited({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '9999999999' })],
  ])('is an error where it lasts longer: %s', async (_, effect) => {
    stage.server.faults.add({ effect });
    expect(await failure(read())).toMatchObject({ code: 'rate-limited', outcome: 'outside' });
    expect(clock.slept).toEqual([]);
  });

  it('without a time is a minute', async () => {
    stage.server.faults.add({ effect: limited({}, 429) });
    await read();
    expect(clock.slept).toEqual([60_000]);
  });
});

describe('a refusal', () => {
  it.each([
    [403, 'not-permitted'],
    [404, 'not-found'],
    [409, 'request-refused'],
    [422, 'request-refused'],
  ])('%i is not asked for again', async (status, code) => {
    stage.server.faults.add({ effect: { kind: 'answer', status, message: 'No\u001b[31m' } });
    const error = await failure(read());
    expect(error).toMatchObject({ code, status });
    expect(error.message).toContain('"No\\x1b[31m"');
    expect(clock.slept).toEqual([]);
  });
});
