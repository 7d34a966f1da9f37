// SPDX-License-Identifier: MIT
import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { get } from 'node:http';
import { createAppAuth } from '@octokit/auth-app';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Octokit } from '@octokit/rest';
import { type Community, startCommunity } from '../../../sandbox/github/community.js';
import { GithubContract } from '../../../sandbox/github/contract/contract.js';

const contract = new GithubContract();
let community: Community;
let now = new Date('2026-03-01T12:00:00Z');

beforeEach(async () => {
  now = new Date();
  community = await startCommunity({ repository: 'acme/requests', contract, now: () => now });
});

afterEach(() => community.github.close());

const seconds = () => Math.floor(now.getTime() / 1000);

function jwt(claims: object, header: object = { alg: 'RS256', typ: 'JWT' }, key = community.appKey): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encode(header)}.${encode(claims)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), createPrivateKey(key)).toString('base64url')}`;
}

async function call(method: string, path: string, token: string, body?: unknown) {
  const response = await fetch(`${community.github.url}${path}`, {
    method,
    redirect: 'manual',
    headers: token === '' ? {} : { authorization: `Bearer ${token}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const shown = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
  return { status: response.status, headers: response.headers, body: shown };
}

const valid = () => ({ iat: seconds() - 30, exp: seconds() + 500, iss: community.app.id });
const tokens = () => `/app/installations/${community.installation.id}/access_tokens`;
const installationToken = async (body?: unknown) =>
  String((await call('POST', tokens(), jwt(valid()), body)).body.token);

describe('the JSON web token of an App', () => {
  it.each([
    ['its id', () => community.app.id],
    ['its id as a text', () => String(community.app.id)],
    ['its client id', () => community.app.clientId],
  ])('names it by %s', async (_, iss) => {
    const reply = await call('GET', '/app', jwt({ ...valid(), iss: iss() }));
    expect(reply).toMatchObject({ status: 200, body: { id: community.app.id, slug: 'certificate-bot' } });
  });

  it.each<[string, () => string, number, string]>([
    ['another key', () => jwt(valid(), undefined, otherKey()), 401, 'A JSON web token could not be decoded'],
    ['no signature', () => jwt(valid(), { alg: 'none' }), 401, 'A JSON web token could not be decoded'],
    ['no token', () => '', 401, 'A JSON web token could not be decoded'],
    ['a person’s token', () => community.tokens.maintainer, 401, 'A JSON web token could not be decoded'],
    ['an unknown App', () => jwt({ ...valid(), iss: 1 }), 404, 'Integration not found'],
    [
      'more than ten minutes',
      () => jwt({ ...valid(), exp: seconds() + 601 }),
      401,
      "'Expiration time' claim ('exp') is too far in the future",
    ],
    [
      'an end that has passed',
      () => jwt({ ...valid(), exp: seconds() - 1 }),
      401,
      "'Expiration time' claim ('exp') must",
    ],
    ['a beginning to come', () => jwt({ ...valid(), iat: seconds() + 5 }), 401, "'Issued at' claim ('iat') must"],
  ])('is refused with %s', async (_, token, status, message) => {
    const reply = await call('GET', '/app', token());
    expect([reply.status, String(reply.body.message).startsWith(message)]).toEqual([status, true]);
  });

  function otherKey(): string {
    return generateKeyPairSync('rsa', { modulusLength: 2048 })
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString();
  }
});

describe('an installation', () => {
  it('is found by App, repository, organisation', async () => {
    const token = jwt(valid());
    const { id } = community.installation;
    expect((await call('GET', '/app/installations', token)).body).toMatchObject([{ id, target_type: 'Organization' }]);
    for (const path of ['/repos/acme/requests/installation', '/orgs/acme/installation', `/app/installations/${id}`]) {
      expect((await call('GET', path, token)).body).toMatchObject({ id, repository_selection: 'all' });
    }
    expect((await call('GET', '/repos/requester/none/installation', token)).status).toBe(404);
    community.github.state.addRepository('requester/elsewhere');
    expect((await call('GET', '/repos/requester/elsewhere/installation', token)).status).toBe(404);
  });

  it('gives tokens for an hour', async () => {
    const token = await installationToken();
    expect((await call('GET', '/installation/repositories', token)).body).toMatchObject({
      total_count: 1,
      repositories: [{ full_name: 'acme/requests' }],
    });
    now = new Date(now.getTime() + 3_600_000);
    expect(await call('GET', '/installation/repositories', token)).toMatchObject({
      status: 401,
      body: { message: 'Bad credentials' },
    });
  });

  it('narrows its tokens, and gives none that is wider than itself', async () => {
    const token = await installationToken({ permissions: { issues: 'read' } });
    expect(await call('POST', '/repos/acme/requests/issues', token, { title: 'x' })).toMatchObject({
      status: 403,
      body: { message: 'Resource not accessible by integration' },
    });
    expect(await call('POST', tokens(), jwt(valid()), { permissions: { administration: 'write' } })).toMatchObject({
      status: 422,
      body: { message: 'The permissions requested are not granted to this installation.' },
    });
    expect((await call('POST', tokens(), jwt(valid()), { repositories: ['nothing'] })).status).toBe(422);
    community.github.state.addRepository('acme/other');
    const narrowed = await installationToken({ repositories: ['other'] });
    expect((await call('POST', '/repos/acme/requests/issues', narrowed, { title: 'x' })).status).toBe(403);
    expect((await call('POST', '/repos/acme/other/issues', narrowed, { title: 'x' })).status).toBe(201);
  });

  it('reads what is public wherever it is, and writes only where it is installed', async () => {
    const token = await installationToken();
    community.github.state.addRepository('requester/app');
    expect((await call('GET', '/repos/requester/app', token)).status).toBe(200);
    expect((await call('GET', '/repos/requester/app/contents/README.md', token)).status).toBe(200);
    expect((await call('POST', '/repos/requester/app/issues', token, { title: 'x' })).status).toBe(403);
    expect((await call('GET', '/repos/requester/app/collaborators/requester/permission', token)).status).toBe(403);
    community.github.state.addRepository('requester/secret', { private: true });
    expect((await call('GET', '/repos/requester/secret', token)).status).toBe(404);
  });

  it('works with the clients that bots use', async () => {
    const octokit = new Octokit({
      baseUrl: community.github.url,
      authStrategy: createAppAuth,
      auth: { appId: community.app.id, privateKey: community.appKey, installationId: community.installation.id },
    });
    const { data } = await octokit.issues.create({ owner: 'acme', repo: 'requests', title: 'Hello' });
    expect(data).toMatchObject({
      user: { login: 'certificate-bot[bot]', type: 'Bot' },
      performed_via_github_app: { slug: 'certificate-bot' },
    });
    expect((await octokit.apps.getAuthenticated()).data?.slug).toBe('certificate-bot');
  });
});

describe('a request', () => {
  it('says what it comes from', async () => {
    const { hostname, port } = new URL(community.github.url);
    const status = await new Promise((resolve) => {
      get({ hostname, port, path: '/api/v3/users/requester' }, (answer) => resolve(answer.resume().statusCode));
    });
    expect(status).toBe(403);
  });
});

describe('rate limits', () => {
  it('are told with every answer, by who asks', async () => {
    const first = await call('GET', '/repos/acme/requests', community.tokens.requester);
    const second = await call('GET', '/repos/acme/requests', community.tokens.requester);
    expect(
      Number(first.headers.get('x-ratelimit-remaining')) - Number(second.headers.get('x-ratelimit-remaining')),
    ).toBe(1);
    expect((await call('GET', '/repos/acme/requests', '')).headers.get('x-ratelimit-limit')).toBe('60');
    expect(second.headers.get('x-ratelimit-resource')).toBe('core');
  });

  it('refuse what is beyond them where that is asked for, until the hour is over', async () => {
    await community.github.close();
    community = await startCommunity({ repository: 'acme/requests', rateLimited: true, now: () => now });
    for (let n = 0; n < 60; n++) expect((await call('GET', '/users/requester', '')).status).toBe(200);
    const refused = await call('GET', '/users/requester', '');
    expect(refused).toMatchObject({ status: 403, body: { message: 'API rate limit exceeded for 127.0.0.1.' } });
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    now = new Date(Number(refused.headers.get('x-ratelimit-reset')) * 1000);
    expect((await call('GET', '/users/requester', '')).status).toBe(200);
  });
});
