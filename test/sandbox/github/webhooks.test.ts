// SPDX-License-Identifier: MIT
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAppAuth } from '@octokit/auth-app';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Octokit } from '@octokit/rest';
import { createNodeMiddleware, createProbot } from 'probot';
import { addApp, addInstallation, tellInstallation } from '../../../sandbox/github/app-registry.js';
import { type Community, type CommunityOptions, startCommunity } from '../../../sandbox/github/community.js';
import { GithubContract } from '../../../sandbox/github/contract/contract.js';

const contract = new GithubContract();
/** for payloads that tests make up */
const uncritical = { request: () => undefined, answer: () => undefined, webhook: () => undefined };

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly payload: Payload;
}

interface Payload {
  readonly action?: string;
  readonly sender?: { readonly login: string };
  readonly comment?: { readonly body: string };
  readonly [name: string]: unknown;
}

/** What an App's server hears. */
class Ear {
  readonly heard: Received[] = [];
  status = 200;
  silent = false;

  private constructor(private readonly server: Server) {}

  static async open(): Promise<Ear> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        ear.heard.push({ headers: request.headers, text, payload: JSON.parse(text) as Payload });
        if (!ear.silent) response.writeHead(ear.status).end('heard');
      });
    });
    const ear = new Ear(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return ear;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`;
  }

  /** Event and action of each, in order. */
  get names(): string[] {
    return this.heard.map(({ headers, payload }) =>
      [headers['x-github-event'], payload.action].filter(Boolean).join('.'),
    );
  }

  get comments(): (string | undefined)[] {
    return this.heard.map(({ payload }) => payload.comment?.body);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

let ear: Ear;
let community: Community;

async function start(options: Partial<CommunityOptions> = {}): Promise<void> {
  community = await startCommunity({ repository: 'acme/requests', contract, webhook: ear.url, ...options });
}

const idle = () => community.github.webhooks.idle();

async function comments(count: number): Promise<void> {
  for (let n = 0; n < count; n++) await community.people.requester.comment(1, `n${n}`);
  await idle();
}

beforeEach(async () => {
  ear = await Ear.open();
  await start();
});

afterEach(async () => {
  await community.github.close();
  await ear.close();
});

describe('a delivery', () => {
  it('is signed, names itself, and says where the App is installed', async () => {
    await community.people.requester.openIssue('Help', 'grüß dich');
    await idle();
    const [{ headers, text, payload }] = ear.heard as [Received];
    const signature = createHmac('sha256', community.webhookSecret).update(text).digest('hex');
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'x-github-event': 'issues',
      'x-github-delivery': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'x-github-hook-installation-target-id': String(community.app.id),
      'x-github-hook-installation-target-type': 'integration',
      'x-hub-signature-256': `sha256=${signature}`,
      'user-agent': expect.stringMatching(/^GitHub-Hookshot\//),
    });
    expect(payload).toMatchObject({
      action: 'opened',
      installation: { id: community.installation.id },
      organization: { login: 'acme' },
      repository: { full_name: 'acme/requests' },
      sender: { login: 'requester' },
    });
  });

  it('comes for what the App is subscribed to, and where it is installed', async () => {
    await community.github.close();
    await start({ events: ['issue_comment'] });
    const { requester } = community.people;
    await requester.openIssue('Help', '');
    await requester.comment(1, 'Hello');
    community.github.state.addRepository('requester/app');
    await requester.must('POST', '/repos/requester/app/issues', { title: 'x' });
    await requester.must('POST', '/repos/requester/app/issues/1/comments', { body: 'x' });
    await idle();
    expect(ear.names).toEqual(['issue_comment.created']);
  });

  it('of one event has one GUID, whichever App hears of it', async () => {
    const { github, organization, app } = community;
    const { publicKey, hook, events, permissions } = app;
    const other = addApp(github.state, { name: 'Other', slug: 'other', publicKey, events, permissions, hook: hook! });
    addInstallation(github.state, other, organization.account, permissions);
    await community.people.requester.openIssue('Help', '');
    await idle();
    expect(ear.names).toEqual(['issues.opened', 'issues.opened']);
    const [one, another] = ear.heard.map(({ headers }) => headers);
    expect(one?.['x-github-delivery']).toBe(another?.['x-github-delivery']);
    expect(one?.['x-github-hook-id']).not.toBe(another?.['x-github-hook-id']);
  });

  it('tells an App that it was installed', async () => {
    const { github, installation, users } = community;
    tellInstallation({ state: github.state, origins: github }, installation, 'created', users.maintainer);
    await idle();
    expect(ear.heard[0]?.payload).toMatchObject({
      action: 'created',
      installation: { id: installation.id, app_id: community.app.id, account: { login: 'acme' } },
      repositories: [{ full_name: 'acme/requests' }],
    });
  });

  it('tells what the App itself did, too', async () => {
    const { github, installation } = community;
    const bot = github.as(github.state.addInstallationToken(installation).token);
    await bot.openIssue('Report', '');
    await idle();
    expect(ear.heard[0]?.payload.sender).toMatchObject({ login: 'certificate-bot[bot]', type: 'Bot' });
  });
});

describe('the life of a pull request', () => {
  it('is told as GitHub describes it, in order', async () => {
    const { requester, maintainer } = community.people;
    const { number, head } = await requester.propose({ branch: 'hello', files: { 'a.txt': 'a' }, title: 'Hello' });
    await requester.edit(number, { title: 'Hello, world', body: 'Please' });
    const next = await requester.push({ branch: 'hello', files: { 'a.txt': 'b' } });
    await maintainer.label(number, 'seen');
    await maintainer.request('DELETE', `issues/${number}/labels/seen`);
    const review = await maintainer.requestChanges(number, 'No');
    await maintainer.must('PUT', `pulls/${number}/reviews/${review}`, { body: 'Not yet' });
    await maintainer.dismiss(number, review, 'fine now');
    const comment = await requester.comment(number, 'Look');
    await requester.editComment(comment, 'Look again');
    await requester.request('DELETE', `issues/comments/${comment}`);
    await requester.close(number);
    await requester.reopen(number);
    await maintainer.must('PUT', `pulls/${number}/merge`, { sha: next });
    await idle();
    expect(ear.names).toEqual([
      'pull_request.opened',
      'pull_request.edited',
      'pull_request.synchronize',
      'pull_request.labeled',
      'pull_request.unlabeled',
      'pull_request_review.submitted',
      'pull_request_review.edited',
      'pull_request_review.dismissed',
      'issue_comment.created',
      'issue_comment.edited',
      'issue_comment.deleted',
      'pull_request.closed',
      'pull_request.reopened',
      'pull_request.closed',
      'push',
    ]);
    const [opened, edited, synchronize] = ear.heard.map(({ payload }) => payload);
    expect(opened).toMatchObject({
      number,
      pull_request: { head: { sha: head, repo: { fork: true } }, state: 'open' },
    });
    expect(edited).toMatchObject({ changes: { title: { from: 'Hello' }, body: { from: '' } } });
    expect(synchronize).toMatchObject({ before: head, after: next, pull_request: { head: { sha: next } } });
    expect(ear.heard[5]?.payload.review).toMatchObject({ state: 'changes_requested', commit_id: next, body: 'No' });
    expect(ear.heard[8]?.payload.issue).toMatchObject({ number, pull_request: { merged_at: null } });
    expect(ear.heard[9]?.payload.changes).toEqual({ body: { from: 'Look' } });
    expect(ear.heard[13]?.payload.pull_request).toMatchObject({ merged: true, merged_by: { login: 'maintainer' } });
  });

  it('tells a draft, and its being ready', async () => {
    const { requester } = community.people;
    await requester.propose({ branch: 'hello', files: { 'a.txt': 'a' }, title: 'Hello', draft: true });
    await expect(community.people.outsider.markReady(1)).rejects.toThrow('FORBIDDEN');
    await requester.markReady(1);
    await idle();
    expect(ear.names).toEqual(['pull_request.opened', 'pull_request.ready_for_review']);
    expect(ear.heard.map(({ payload }) => payload.pull_request)).toMatchObject([{ draft: true }, { draft: false }]);
  });

  it('tells check runs to the App that made them', async () => {
    const { github, installation, people } = community;
    const { head } = await people.requester.propose({ branch: 'hello', files: { 'a.txt': 'a' }, title: 'Hello' });
    const bot = github.as(github.state.addInstallationToken(installation).token);
    const { id } = await bot.must<{ id: number }>('POST', 'check-runs', {
      name: 'verdict',
      head_sha: head,
      conclusion: 'failure',
    });
    await people.maintainer.rerun(id);
    await idle();
    expect(ear.names).toEqual([
      'pull_request.opened',
      'check_run.created',
      'check_run.completed',
      'check_run.rerequested',
    ]);
    expect(ear.heard[3]?.payload).toMatchObject({
      sender: { login: 'maintainer' },
      check_run: { id, head_sha: head, pull_requests: [], check_suite: { head_sha: head } },
    });
  });
});

describe('what may go wrong with deliveries', () => {
  beforeEach(async () => {
    await community.people.requester.openIssue('Help', '');
    await idle();
    ear.heard.length = 0;
  });

  it('is nothing by default: each once, in order', async () => {
    await comments(20);
    expect(ear.comments).toEqual(Array.from({ length: 20 }, (_, n) => `n${n}`));
  });

  it('may be all twice, each under one GUID', async () => {
    community.github.webhooks.faults.twice = 1;
    await comments(5);
    expect(ear.heard).toHaveLength(10);
    expect(new Set(ear.heard.map(({ headers }) => headers['x-github-delivery'])).size).toBe(5);
  });

  it('may be a share that is lost, the same in each run with the same seed', async () => {
    const heard: unknown[] = [];
    for (let run = 0; run < 2; run++) {
      community.github.webhooks.faults.lost = 0.5;
      await comments(20);
      heard.push(ear.comments);
      await community.github.close();
      ear.heard.length = 0;
      await start();
      await community.people.requester.openIssue('Help', '');
      await idle();
      ear.heard.length = 0;
    }
    expect(heard[0]).toEqual(heard[1]);
    expect((heard[0] as unknown[]).length).toBeGreaterThan(3);
    expect((heard[0] as unknown[]).length).toBeLessThan(17);
  });

  it('may be their order, and lateness', async () => {
    Object.assign(community.github.webhooks.faults, { delay: 50, jitter: 100 });
    const started = performance.now();
    await comments(20);
    expect(performance.now() - started).toBeGreaterThan(50);
    expect(ear.comments).toHaveLength(20);
    expect(ear.comments).not.toEqual(Array.from({ length: 20 }, (_, n) => `n${n}`));
  });

  it('may be the sender that is missing', async () => {
    community.github.webhooks.faults.withoutSender = true;
    await comments(1);
    expect(ear.heard[0]?.payload).not.toHaveProperty('sender');
  });

  it('may be the App’s server: its failure is logged, not tried again, and delivered again on request', async () => {
    ear.status = 500;
    await comments(1);
    ear.status = 200;
    await comments(1);
    const app = new Octokit({
      baseUrl: community.github.url,
      authStrategy: createAppAuth,
      auth: { appId: community.app.id, privateKey: community.appKey },
    });
    const { data } = await app.apps.listWebhookDeliveries({ per_page: 2 });
    expect(data).toMatchObject([
      { event: 'issue_comment', action: 'created', status: 'OK', status_code: 200, redelivery: false },
      { status: 'Invalid HTTP Response: 500', status_code: 500 },
    ]);
    const failed = data[1]!;
    expect((await app.apps.getWebhookDelivery({ delivery_id: failed.id })).data).toMatchObject({
      request: { payload: { comment: { body: 'n0' } }, headers: { 'x-github-delivery': failed.guid } },
      response: { payload: 'heard' },
    });
    await app.apps.redeliverWebhookDelivery({ delivery_id: failed.id });
    await idle();
    expect(ear.heard).toHaveLength(3);
    expect(ear.heard[2]?.text).toBe(ear.heard[0]?.text);
    expect(ear.heard[2]?.headers['x-github-delivery']).toBe(failed.guid);
    const again = await app.apps.listWebhookDeliveries({ per_page: 1 });
    expect(again.data).toMatchObject([{ guid: failed.guid, redelivery: true, status_code: 200 }]);
    expect(again.headers.link).toMatch(/cursor=\d+>; rel="next"/);
  });

  it('may be an App’s server that takes its time: it is not waited for, nor asked again', async () => {
    await community.github.close();
    await start({ webhooks: { timeout: 50 } });
    ear.silent = true;
    await community.people.requester.openIssue('Help', '');
    await idle();
    expect([...community.github.webhooks.deliveries.values()]).toMatchObject([{ status: 'timed out', statusCode: 0 }]);
    expect(ear.heard).toHaveLength(1);
  });

  it('may be that there is too much to tell', async () => {
    await community.github.close();
    await start({ contract: uncritical });
    const { github, users } = community;
    const facts = () => ({ ref: 'x'.repeat(26 * 1024 * 1024) });
    github.state.events.emit({ event: 'push', repository: github.repository, sender: users.requester, facts });
    await idle();
    expect([...github.webhooks.deliveries.values()]).toMatchObject([{ status: 'payload too large' }]);
    expect(ear.heard).toHaveLength(0);
  });

  it('may be that nobody listens', async () => {
    community.app.hook = { url: 'http://127.0.0.1:9/', secret: 'x' };
    await comments(1);
    expect([...community.github.webhooks.deliveries.values()].at(-1)).toMatchObject({
      status: 'failed to connect to host',
      statusCode: 0,
    });
  });
});

describe('a Probot app', () => {
  it('hears, and answers as its installation', async () => {
    const { github } = community;
    const overrides = {
      appId: community.app.id,
      privateKey: community.appKey,
      secret: community.webhookSecret,
      baseUrl: github.url,
      logLevel: 'fatal',
    } as const;
    const middleware = await createNodeMiddleware(
      (app) => {
        app.on('pull_request.opened', async (context) => {
          await context.octokit.rest.issues.createComment(
            context.issue({ body: `Hello @${context.payload.sender.login}` }),
          );
        });
      },
      { probot: createProbot({ overrides }), webhooksPath: '/hook' },
    );
    const server = createServer((request, response) => void middleware(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
      community.app.hook = { url, secret: community.webhookSecret };
      await community.people.requester.propose({ branch: 'hello', files: { 'a.txt': 'a' }, title: 'Hello' });
      await idle();
      expect(await community.people.outsider.must('GET', 'issues/1/comments')).toMatchObject([
        { body: 'Hello @requester', user: { login: 'certificate-bot[bot]' } },
      ]);
      community.app.hook = { url, secret: 'another' };
      await community.people.requester.openIssue('x', '');
      await idle();
      expect([...github.webhooks.deliveries.values()].at(-1)).toMatchObject({ event: 'issues', statusCode: 400 });
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });
});
