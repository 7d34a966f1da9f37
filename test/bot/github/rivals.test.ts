// SPDX-License-Identifier: MIT
import { expect, it } from '@jest/globals';
import { GithubCaches } from '../../../bot/github/caches.js';
import type { Github } from '../../../bot/github/github.js';
import type { OpenPullRequest } from '../../../bot/github/open-pull-requests.js';
import { rivalsOf } from '../../../bot/github/rivals.js';

it('asks for the files of fifty that name the app, five at a time, however many somebody opens', async () => {
  let [asked, now, most] = [0, 0, 0];
  const request = async (): Promise<unknown> => {
    asked++;
    most = Math.max(most, ++now);
    await new Promise(setImmediate);
    now--;
    return { data: [{ filename: 'weather_maps/weather_maps.csr' }] };
  };
  const author = { id: 66, login: 'mallory', isBot: false };
  const open = Array.from({ length: 500 }, (_, at): OpenPullRequest => {
    return { number: 500 - at, head: `head ${at}`, author, createdAt: new Date(0), text: 'weather_maps' };
  });
  const caches = new GithubCaches();
  caches.open.set('open', open);
  const github = { octokit: { request }, repository: { owner: 'o', repo: 'r' }, caches } as unknown as Github;
  const rivals = await rivalsOf(github, 500, ['weather_maps']);
  expect(rivals.map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_, at) => 499 - at));
  expect([asked, most]).toEqual([50, 5]);
});
