// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type LocalGithub, startGithub } from '../../sandbox/github/server.js';

let github: LocalGithub;

beforeEach(async () => {
  github = await startGithub({ repository: 'jane/hello' });
});

afterEach(() => github.close());

/** What answers hold, as far as these tests look at it: a release, an asset, a tag or an error. */
interface Shown {
  readonly id: number;
  readonly tag_name: string;
  readonly upload_url: string;
  readonly immutable: boolean;
  readonly assets: readonly Shown[];
  readonly name: string;
  readonly browser_download_url: string;
  readonly object: { readonly sha: string };
  readonly errors: readonly { readonly message: string }[];
}

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Shown;
}

const listIn = ({ body }: Reply) => body as unknown as Shown[];

async function call(method: string, path: string, body?: unknown, token = github.tokens.maintainer): Promise<Reply> {
  const response = await fetch(path.startsWith('http') ? path : `${github.url}/repos/jane/hello${path}`, {
    method,
    redirect: 'manual',
    headers: token === '' ? {} : { authorization: `token ${token}` },
    ...(body !== undefined && { body: body instanceof Uint8Array ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: (isJson(response) ? JSON.parse(text) : text) as Shown,
  };
}

function isJson(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('application/json') === true;
}

const draft = (tag: string) => call('POST', '/releases', { tag_name: tag, draft: true });

async function upload(release: Reply, name: string, bytes = Buffer.from('bytes')): Promise<Reply> {
  return call('POST', `${release.body.upload_url.replace(/\{.*/, '')}?name=${encodeURIComponent(name)}`, bytes);
}

describe('who may do what', () => {
  it('shows drafts in the list to whoever may push, and to nobody by tag', async () => {
    const made = await draft('v1.0.0');
    expect(made.status).toBe(201);
    expect((await call('GET', '/releases')).body).toHaveLength(1);
    expect((await call('GET', '/releases', undefined, github.tokens.outsider)).body).toHaveLength(0);
    expect((await call('GET', '/releases', undefined, '')).body).toHaveLength(0);
    expect((await call('GET', '/releases/tags/v1.0.0')).status).toBe(404);
    expect((await call('GET', `/releases/${made.body.id}`, undefined, github.tokens.outsider)).status).toBe(404);
  });

  it('refuses as GitHub does: 401 for a wrong token, 404 for a stranger, 403 for a workflow that may only read', async () => {
    const wish = { tag_name: 'v1.0.0', draft: true };
    expect(await call('POST', '/releases', wish, 'ghp_wrong')).toMatchObject({
      status: 401,
      body: { message: 'Bad credentials', status: '401' },
    });
    expect((await call('POST', '/releases', wish, github.tokens.outsider)).status).toBe(404);
    expect(await call('POST', '/releases', wish, github.tokens.readOnlyWorkflow)).toMatchObject({
      status: 403,
      body: { message: 'Resource not accessible by integration' },
    });
    expect(github.repository.releases).toHaveLength(0);
  });

  it('has no private repository for a stranger', async () => {
    await github.close();
    github = await startGithub({ repository: 'jane/hello', private: true });
    expect((await call('GET', '/releases')).status).toBe(200);
    expect((await call('GET', '/releases', undefined, github.tokens.outsider)).status).toBe(404);
    expect((await call('GET', '/releases', undefined, '')).status).toBe(404);
  });
});

describe('the list of releases', () => {
  it('comes in pages, newest first, with a Link header that leads through all of them', async () => {
    for (let n = 0; n < 7; n++) await draft(`v1.0.${n}`);
    const tags: string[] = [];
    let next: string | undefined = `${github.url}/repos/jane/hello/releases?per_page=3`;
    let pages = 0;
    while (next !== undefined) {
      const reply = await call('GET', next);
      tags.push(...listIn(reply).map((release) => release.tag_name));
      next = /<([^>]+)>; rel="next"/.exec(reply.headers.get('link') ?? '')?.[1];
      pages++;
    }
    expect(pages).toBe(3);
    expect(tags).toEqual(['v1.0.6', 'v1.0.5', 'v1.0.4', 'v1.0.3', 'v1.0.2', 'v1.0.1', 'v1.0.0']);
  });

  it('takes several drafts for one tag, and one published release', async () => {
    const [first, second] = [await draft('v1.0.0'), await draft('v1.0.0')];
    expect(second.status).toBe(201);
    expect((await call('PATCH', `/releases/${first.body.id}`, { draft: false })).status).toBe(200);
    expect(await call('PATCH', `/releases/${second.body.id}`, { draft: false })).toMatchObject({
      status: 422,
      body: {
        message: 'Validation Failed',
        errors: [{ resource: 'Release', code: 'already_exists', field: 'tag_name' }],
      },
    });
  });
});

describe('publishing', () => {
  it('makes the tag, and changes the addresses of the assets', async () => {
    const made = await draft('v1.0.0');
    await upload(made, 'hello-1.0.0.tar.gz');
    const before = (await call('GET', `/releases/${made.body.id}`)).body;
    expect(before.assets[0]!.browser_download_url).toContain('/releases/download/untagged-');
    expect((await call('GET', '/git/ref/tags/v1.0.0')).status).toBe(404);
    const after = (await call('PATCH', `/releases/${made.body.id}`, { draft: false })).body;
    expect(after.assets[0]!.browser_download_url).toBe(
      `${github.web}/jane/hello/releases/download/v1.0.0/hello-1.0.0.tar.gz`,
    );
    expect((await call('GET', '/git/ref/tags/v1.0.0')).body.object.sha).toBe(github.repository.branches.get('main'));
    expect((await call('GET', '/releases/tags/v1.0.0', undefined, '')).body.id).toBe(made.body.id);
  });

  it.each(['', 'a..b', 'v 1', '.hidden', 'v1.lock', 'v1~2', '-v1'])('refuses "%s", which is no tag', async (tag) => {
    const made = await draft(tag);
    expect((await call('PATCH', `/releases/${made.body.id}`, { draft: false })).status).toBe(422);
  });

  it('with `legacy` leaves the latest release to the highest version', async () => {
    for (const tag of ['v2.0.0', 'v1.9.1']) {
      const made = await draft(tag);
      await call('PATCH', `/releases/${made.body.id}`, { draft: false, make_latest: 'legacy' });
    }
    expect((await call('GET', '/releases/latest')).body.tag_name).toBe('v2.0.0');
    const made = await draft('v1.9.2');
    await call('PATCH', `/releases/${made.body.id}`, { draft: false });
    expect((await call('GET', '/releases/latest')).body.tag_name).toBe('v1.9.2');
  });
});

describe('assets', () => {
  it('are served by a redirect to another origin, which takes no Authorization header', async () => {
    const made = await draft('v1.0.0');
    const asset = await upload(made, 'hello-1.0.0.tar.gz', Buffer.from('hello'));
    expect(asset.body).toMatchObject({
      state: 'uploaded',
      size: 5,
      digest: 'sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
    });
    expect((await call('GET', asset.body.browser_download_url)).status).toBe(404);
    const { body } = await call('PATCH', `/releases/${made.body.id}`, { draft: false });
    const found = await call('GET', body.assets[0]!.browser_download_url, undefined, '');
    expect(found.status).toBe(302);
    const object = String(found.headers.get('location'));
    expect(new URL(object).origin).not.toBe(new URL(github.web).origin);
    expect(await call('GET', object, undefined, '')).toMatchObject({ status: 200, body: 'hello' });
    expect((await call('GET', object)).status).toBe(400);
  });

  it.each([
    ['my app.tar.gz', 'my.app.tar.gz'],
    ['app-1.0.0~rc1.tar.gz', 'app-1.0.0.rc1.tar.gz'],
    ['fake.      file.txt', 'fake.file.txt'],
    ['.config', 'default.config'],
    ['app (1).tar.gz', 'app.1.tar.gz'],
  ])('"%s" is renamed to "%s"', async (wished, name) => {
    expect((await upload(await draft('v1.0.0'), wished)).body.name).toBe(name);
  });

  it('of one name are refused: 422 already_exists', async () => {
    const made = await draft('v1.0.0');
    await upload(made, 'a.tar.gz');
    expect(await upload(made, 'a.tar.gz')).toMatchObject({
      status: 422,
      body: { errors: [{ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' }] },
    });
  });

  it('whose upload broke off stay as `starter`, without a digest, and hold their name', async () => {
    github.faults.add({ method: 'POST', path: /\/assets\?/, effect: { kind: 'half-upload' } });
    const made = await draft('v1.0.0');
    expect((await upload(made, 'a.tar.gz')).status).toBe(502);
    const [asset] = listIn(await call('GET', `/releases/${made.body.id}/assets`));
    expect(asset).toMatchObject({ name: 'a.tar.gz', state: 'starter', size: 0, digest: null });
    expect((await upload(made, 'a.tar.gz')).status).toBe(422);
    expect((await call('DELETE', `/releases/assets/${asset!.id}`)).status).toBe(204);
    expect((await upload(made, 'a.tar.gz')).status).toBe(201);
  });
});

describe('immutable releases', () => {
  it('take no asset after publishing, keep what they have, and use up their tag for ever', async () => {
    github.repository.immutableReleases = true;
    const made = await draft('v1.0.0');
    const asset = await upload(made, 'a.tar.gz');
    expect((await call('PATCH', `/releases/${made.body.id}`, { draft: false })).body.immutable).toBe(true);
    expect(await upload(made, 'b.tar.gz')).toMatchObject({
      status: 422,
      body: { message: 'Cannot upload assets to an immutable release.' },
    });
    expect((await call('DELETE', `/releases/assets/${asset.body.id}`)).status).toBe(422);
    expect((await call('DELETE', `/releases/${made.body.id}`)).status).toBe(204);
    const again = await draft('v1.0.0');
    const refused = await call('PATCH', `/releases/${again.body.id}`, { draft: false });
    expect(refused.body.errors[0]!.message).toBe('tag_name was used by an immutable release');
  });
});

describe('faults', () => {
  it('strike as often as they should, and tell when they are spent', async () => {
    github.faults.add({ times: 2, method: 'GET', effect: { kind: 'answer', status: 503 } });
    expect(github.faults.spent).toBe(false);
    const statuses = [];
    for (let n = 0; n < 3; n++) statuses.push((await call('GET', '/releases')).status);
    expect(statuses).toEqual([503, 503, 200]);
    expect(github.faults.spent).toBe(true);
  });

  it('drop the connection before or after the work', async () => {
    github.faults.add({ method: 'POST', effect: { kind: 'drop-before' } });
    await expect(draft('v1.0.0')).rejects.toThrow('fetch failed');
    expect(github.repository.releases).toHaveLength(0);
    github.faults.add({ method: 'POST', effect: { kind: 'drop-after' } });
    await expect(draft('v1.0.0')).rejects.toThrow('fetch failed');
    expect(github.repository.releases).toHaveLength(1);
  });
});
