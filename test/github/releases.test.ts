// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Effect } from '../../sandbox/github/faults.js';
import { type LocalGithub, startGithub } from '../../sandbox/github/server.js';
import { GithubClient } from '../../src/github/github-client.js';
import { GithubError } from '../../src/github/github-error.js';
import type { GithubRelease } from '../../src/github/github-release.js';
import { ReleaseAssets } from '../../src/github/release-assets.js';
import { Releases } from '../../src/github/releases.js';
import { SteppingClock } from '../support/stepping-clock.js';

const archive = { name: 'hello-1.0.0.tar.gz', bytes: Buffer.from('the archive, as packed') };
const wish = { tag: 'v1.0.0', title: 'Hello 1.0.0', notes: '- first release', prerelease: false };

let github: LocalGithub;
let clock: SteppingClock;

beforeEach(async () => {
  github = await startGithub({ repository: 'jane/hello' });
  clock = new SteppingClock();
});

afterEach(() => github.close());

function clientFor(token = github.tokens.maintainer): GithubClient {
  return new GithubClient({ repository: 'jane/hello', token, apiUrl: github.url }, { clock, random: () => 0.5 });
}

interface Outcome {
  readonly release: GithubRelease;
  readonly url: string | undefined;
}

/** The whole way, as the pipeline goes it. */
async function release(client = clientFor(), wanted = wish, bytes: Uint8Array = archive.bytes): Promise<Outcome> {
  const [releases, assets] = [new Releases(client), new ReleaseAssets(client)];
  const prepared = await releases.prepare(wanted);
  await assets.attach(prepared, { ...archive, bytes });
  const published = await releases.publish(prepared);
  return { release: published, url: await assets.downloadUrl(published, archive.name) };
}

async function errorOf(work: Promise<unknown>): Promise<GithubError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(GithubError);
  return error as GithubError;
}

const writes = () => github.requests.filter(({ method }) => method !== 'GET').map(({ method }) => method);

/** One release, published, with the archive in it and nothing else: whatever happened on the way. */
function expectReleased(): void {
  expect(github.repository.releases.map(({ tag, draft }) => ({ tag, draft }))).toEqual([
    { tag: 'v1.0.0', draft: false },
  ]);
  expect(github.repository.releases[0]!.assets.map(({ name, state }) => ({ name, state }))).toEqual([
    { name: archive.name, state: 'uploaded' },
  ]);
  expect(Buffer.from(github.repository.releases[0]!.assets[0]!.bytes)).toEqual(archive.bytes);
  expect(github.repository.tags.has('v1.0.0')).toBe(true);
}

describe('a release', () => {
  it('is a draft, gets the archive, and is published, in this order', async () => {
    const { release: published, url } = await release();
    expect(writes()).toEqual(['POST', 'POST', 'PATCH']);
    expectReleased();
    expect(published).toMatchObject({ tag: 'v1.0.0', title: 'Hello 1.0.0', draft: false, prerelease: false });
    expect(url).toBe(`${github.web}/jane/hello/releases/download/v1.0.0/hello-1.0.0.tar.gz`);
    const served = await fetch(String(url));
    expect(Buffer.from(await served.arrayBuffer())).toEqual(archive.bytes);
  });

  it('with immutable releases on is published with its archive in it (svenstaro/upload-release-action#159)', async () => {
    github.repository.immutableReleases = true;
    expect((await release()).release.immutable).toBe(true);
    expectReleased();
  });

  it('of a version like 1.0.0-rc.1 is a prerelease, and never the latest', async () => {
    await release();
    const { release: candidate } = await release(clientFor(), { ...wish, tag: 'v1.1.0-rc.1', prerelease: true });
    expect(candidate.prerelease).toBe(true);
    expect(await latest()).toBe('v1.0.0');
  });

  it('of an old branch does not become the latest', async () => {
    await release(clientFor(), { ...wish, tag: 'v2.0.0' });
    await release(clientFor(), { ...wish, tag: 'v1.9.1' });
    expect(await latest()).toBe('v2.0.0');
  });

  it('makes the tag at the commit that was built', async () => {
    const { git, branches } = github.repository;
    const main = git.network.commit(branches.get('main')!);
    const { id: commit } = git.network.writeCommit({ ...main, parents: [main.id], message: 'built' });
    const releases = new Releases(clientFor());
    await releases.publish(await releases.prepare({ ...wish, commit }));
    expect(github.repository.tags.get('v1.0.0')).toBe(commit);
  });

  it('is found among more than one page of others, drafts included', async () => {
    const client = clientFor();
    const releases = new Releases(client);
    await releases.prepare(wish);
    for (let n = 0; n < 230; n++) {
      await client.send({
        what: 'Filling up',
        route: 'POST /repos/{owner}/{repo}/releases',
        parameters: { tag_name: `nightly-${n}`, draft: true },
      });
    }
    expect(await releases.find('v1.0.0')).toMatchObject({ draft: true, title: 'Hello 1.0.0' });
    expect(await releases.find('v0.0.1')).toBeUndefined();
  });

  async function latest(): Promise<unknown> {
    const response = await fetch(`${github.url}/repos/jane/hello/releases/latest`);
    return ((await response.json()) as { tag_name: string }).tag_name;
  }
});

describe('what a person did before', () => {
  it('a draft with notes of their own is taken as it is', async () => {
    const releases = new Releases(clientFor());
    await releases.prepare({ ...wish, title: 'A name of mine', notes: 'Written by hand.', prerelease: true });
    await release();
    expectReleased();
    expect(github.repository.releases[0]).toMatchObject({
      name: 'A name of mine',
      body: 'Written by hand.',
      prerelease: true,
    });
  });

  it('a published release gets the archive where it is not immutable', async () => {
    const releases = new Releases(clientFor());
    await releases.publish(await releases.prepare(wish));
    await release();
    expectReleased();
  });

  it('a published immutable release without the archive is said in words, and nothing is tried', async () => {
    github.repository.immutableReleases = true;
    const releases = new Releases(clientFor());
    const published = await releases.publish(await releases.prepare(wish));
    const before = writes().length;
    const error = await errorOf(new ReleaseAssets(clientFor()).attach(published, archive));
    expect(error).toMatchObject({ code: 'release-immutable', outcome: 'refused' });
    expect(error.message).toBe(
      'The release v1.0.0 is published and immutable, and hello-1.0.0.tar.gz is not among its assets.',
    );
    expect(error.hint).toContain('Raise the version');
    expect(writes()).toHaveLength(before);
    expect((await errorOf(new ReleaseAssets(clientFor()).inspect(published, archive))).code).toBe('release-immutable');
  });

  it('GitHub’s 422 for an immutable release is said in the same words where the release did not tell', async () => {
    const releases = new Releases(clientFor());
    const prepared = await releases.prepare(wish);
    github.repository.immutableReleases = true;
    await releases.publish(prepared);
    const error = await errorOf(new ReleaseAssets(clientFor()).attach({ ...prepared, immutable: false }, archive));
    expect(error).toMatchObject({ code: 'release-immutable' });
    expect(error.message).toContain('422, "Cannot upload assets to an immutable release" (request ');
  });

  it('the tag of an immutable release that was deleted cannot be used again', async () => {
    github.repository.usedUpTags.add('v1.0.0');
    const error = await errorOf(release());
    expect(error).toMatchObject({ code: 'tag-refused', outcome: 'refused' });
    expect(error.hint).toContain('raise the version');
  });

  it('two drafts for one tag (softprops/action-gh-release#705) stop everything, and both are named', async () => {
    const releases = new Releases(clientFor());
    const prepared = await releases.prepare(wish);
    github.repository.releases.push({ ...github.repository.releases[0]!, id: 77, assets: [], name: 'The other one' });
    for (const work of [releases.find('v1.0.0'), releases.prepare(wish), releases.publish(prepared)]) {
      const error = await errorOf(work);
      expect(error).toMatchObject({ code: 'several-releases', outcome: 'refused' });
      expect(error.message).toContain(`draft ${prepared.id} "Hello 1.0.0" (http`);
      expect(error.message).toContain('draft 77 "The other one" (http');
    }
    expect(writes()).toEqual(['POST']);
  });
});

describe('an asset of that name', () => {
  it('with the same bytes is success, and is not sent again', async () => {
    await release();
    const { release: published } = await release();
    expect(writes()).toEqual(['POST', 'POST', 'PATCH']);
    expect(await new ReleaseAssets(clientFor()).attach(published, archive)).toMatchObject({ created: false });
    expect(await new ReleaseAssets(clientFor()).inspect(published, archive)).toMatchObject({ name: archive.name });
  });

  it.each([
    ['of another size', Buffer.from('another archive')],
    ['of the same size', Buffer.from('THE ARCHIVE, AS PACKED')],
  ])('with other bytes %s fails loudly, and stays as it is', async (_, bytes) => {
    await release();
    const error = await errorOf(release(clientFor(), wish, bytes));
    expect(error).toMatchObject({ code: 'asset-differs', outcome: 'refused' });
    expect(error.message).toContain(createHash('sha256').update(bytes).digest('hex'));
    expect(error.message).toContain(createHash('sha256').update(archive.bytes).digest('hex'));
    expect(error.hint).toMatch(/delete the asset on http.*\/releases\/tag\/v1\.0\.0 and run this again/);
    expectReleased();
  });

  it('is compared byte by byte where the server has no digests, without the token going to the object store', async () => {
    await release();
    for (const [bytes, code] of [
      [archive.bytes, undefined],
      [Buffer.from('THE ARCHIVE, AS PACKED'), 'asset-differs'],
    ] as const) {
      const client = clientFor();
      withoutDigests(client);
      const work = release(client, wish, bytes);
      if (code === undefined) await work;
      else expect(await errorOf(work)).toMatchObject({ code });
    }
    const objects = github.requests.filter(({ path }) => path.startsWith('/github-production-release-asset/'));
    expect(objects.map(({ authorized }) => authorized)).toEqual([false, false]);
  });

  it('whose upload broke off is deleted and made again', async () => {
    github.faults.add({ method: 'POST', path: /\/assets\?/, effect: { kind: 'half-upload' } });
    await release();
    expect(writes()).toEqual(['POST', 'POST', 'DELETE', 'POST', 'PATCH']);
    expectReleased();
  });

  it('that arrives damaged is deleted and sent again', async () => {
    const prepared = await new Releases(clientFor()).prepare(wish);
    const client = clientFor();
    damageNextUpload(client);
    expect(await new ReleaseAssets(client).attach(prepared, archive)).toMatchObject({ created: true });
    expect(writes()).toEqual(['POST', 'POST', 'DELETE', 'POST']);
    expect(Buffer.from(github.repository.releases[0]!.assets[0]!.bytes)).toEqual(archive.bytes);
  });

  it('is named so that GitHub renames nothing', async () => {
    const prepared = await new Releases(clientFor()).prepare(wish);
    const odd = { ...archive, name: '.my app (final)~.tar.gz' };
    const assets = new ReleaseAssets(clientFor());
    expect(await assets.attach(prepared, odd)).toMatchObject({ name: 'my.app.final.tar.gz', created: true });
    expect(await assets.attach(prepared, odd)).toMatchObject({ created: false });
  });

  /** As GitHub Enterprise Server answers before 3.18. */
  function withoutDigests(client: GithubClient): void {
    const list = client.list.bind(client);
    client.list = async (request) => (await list(request)).map((item) => ({ ...(item as object), digest: null }));
  }

  function damageNextUpload(client: GithubClient): void {
    const send = client.send.bind(client);
    let damaged = false;
    client.send = async (request) => {
      if (damaged || !request.route.includes('/assets{?')) return send(request);
      damaged = true;
      return send({ ...request, parameters: { ...request.parameters, data: Buffer.from('changed on the way') } });
    };
  }
});

describe('a break', () => {
  const effects: Effect[] = [
    { kind: 'drop-before' },
    { kind: 'drop-after' },
    { kind: 'answer', status: 500 },
    { kind: 'answer', status: 502 },
    { kind: 'answer-after', status: 504 },
    { kind: 'truncate' },
  ];
  /** requests of a release when all goes well: the loop below strikes each of them */
  const requests = 7;

  it(`strikes ${requests} requests, no less`, async () => {
    await release();
    expect(github.requests).toHaveLength(requests);
  });

  for (const effect of effects) {
    const name = 'status' in effect ? `${effect.kind} ${effect.status}` : effect.kind;

    it(`once (${name}), at any request, is got over`, async () => {
      for (let at = 0; at < requests; at++) {
        github.faults.add({ after: at, effect });
        await release();
        expect([at, github.faults.spent]).toEqual([at, true]);
        expectReleased();
        await restart();
      }
    });

    it(`for good (${name}), from any request on, ends the run; the next one goes on from there`, async () => {
      for (let at = 0; at < requests; at++) {
        github.faults.add({ after: at, times: 1000, effect });
        const error = await errorOf(release());
        expect([at, error.outcome]).toEqual([at, 'outside']);
        expect(error.hint).toMatch(/run the same command again/i);
        github.faults.clear();
        await release();
        expectReleased();
        await restart();
      }
    });
  }

  it('of the network is told with the system’s reason', async () => {
    const { url } = github;
    await github.close();
    const client = new GithubClient({ repository: 'jane/hello', token: 'x', apiUrl: url }, { clock });
    const error = await errorOf(release(client));
    expect(error).toMatchObject({ code: 'unreachable', outcome: 'outside' });
    expect(error.message).toMatch(
      /^Looking for the release v1\.0\.0 of jane\/hello failed: GitHub did not answer \(connect ECONNREFUSED [^)]+\)\.$/,
    );
  });

  it('takes at most five minutes of trying: five times again for an outage, once for a 500', async () => {
    github.faults.add({ times: 1000, effect: { kind: 'answer', status: 503 } });
    expect(await errorOf(release())).toMatchObject({ code: 'github-failed', outcome: 'outside' });
    expect(github.requests).toHaveLength(6);
    expect(clock.slept.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(300_000);
    await restart();
    github.faults.add({ times: 1000, effect: { kind: 'answer', status: 500 } });
    expect(await errorOf(release())).toMatchObject({ code: 'github-failed' });
    expect(github.requests).toHaveLength(2);
  });

  async function restart(): Promise<void> {
    await github.close();
    github = await startGithub({ repository: 'jane/hello' });
    clock = new SteppingClock();
  }
});

describe('too many requests', () => {
  it.each([
    ['429 with Retry-After', 429, { 'retry-after': '40' }, 40_000],
    ['403, the secondary limit', 403, { 'retry-after': '60' }, 60_000],
    ['403, the limit of the hour', 403, hourly('2026-11-20T12:02:00Z'), 120_000],
    ['403 in words only', 403, {}, 60_000],
  ])('%s: waits as long as GitHub says, then goes on', async (_, status, headers, waitMs) => {
    const message = 'You have exceeded a secondary rate limit. Please wait a few minutes.';
    github.faults.add({ effect: { kind: 'answer', status, message, headers } });
    await release();
    expect(clock.slept).toEqual([waitMs]);
    expectReleased();
  });

  it('for longer than five minutes ends at once, and says until when', async () => {
    const headers = hourly('2026-11-20T12:40:00Z');
    github.faults.add({ effect: { kind: 'answer', status: 403, message: 'API rate limit exceeded', headers } });
    const error = await errorOf(release());
    expect(error).toMatchObject({ code: 'throttled', outcome: 'outside' });
    expect(error.hint).toContain('after 2026-11-20 12:40:00 UTC');
    expect(clock.slept).toEqual([]);
  });

  function hourly(reset: string): Record<string, string> {
    return { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Date.parse(reset) / 1000) };
  }
});

describe('the token', () => {
  it.each([
    ['nobody', 'not-authenticated', /a token that is valid/],
    ['outsider', 'not-found', /may write there/],
    ['readOnlyWorkflow', 'not-allowed', /contents: write/],
  ] as const)('of %s is refused in words, once', async (whose, code, hint) => {
    const tokens = { ...github.tokens, nobody: 'ghp_0123456789' };
    const error = await errorOf(release(clientFor(tokens[whose])));
    expect(error).toMatchObject({ code, outcome: 'refused' });
    expect(error.hint).toMatch(hint);
    expect(clock.slept).toEqual([]);
  });

  it('is never told: not in a message, a cause, or anything that an error carries', async () => {
    const token = github.tokens.maintainer;
    const failures: Effect[] = [
      { kind: 'answer', status: 403, message: `You sent ${token}, ${token}` },
      { kind: 'answer', status: 503 },
      { kind: 'drop-before' },
    ];
    for (const effect of failures) {
      github.faults.add({ times: 1000, effect });
      const error = await errorOf(release());
      expect(everythingIn(error)).not.toContain(token);
      github.faults.clear();
    }
  });

  it.each(['', ' ', 'two words', 'line\nbreak', 'ümlaut'])('"%s" is none, and is not shown', (token) => {
    const make = (): GithubClient => new GithubClient({ repository: 'jane/hello', token, apiUrl: github.url });
    expect(make).toThrow(GithubError);
    try {
      make();
    } catch (error) {
      expect(error).toMatchObject({ code: 'token-unusable', outcome: 'unusable' });
      if (token.trim() !== '') expect(everythingIn(error as Error)).not.toContain(token);
    }
  });

  it('goes over https, or to this machine', () => {
    const make = (apiUrl: string) => () => new GithubClient({ repository: 'jane/hello', token: 'x', apiUrl });
    expect(make('http://github.example/api/v3')).toThrow('no https address');
    expect(make('https://user:secret@github.example')).toThrow('no https address');
    expect(make('nonsense')).toThrow('no https address');
    expect(make('https://github.example/api/v3/')).not.toThrow();
  });

  function everythingIn(error: Error): string {
    const cause = error.cause instanceof Error ? everythingIn(error.cause) : String(error.cause);
    return [error.message, error.stack, JSON.stringify(Object.entries(error)), cause].join('\n');
  }
});

it.each(['hello', 'jane/', 'jane/hello/x', '../x', 'jane/he llo'])('"%s" is no repository', (repository) => {
  expect(() => new GithubClient({ repository, token: 'x' })).toThrow('is no repository');
});
