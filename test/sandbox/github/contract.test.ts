// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { json } from '../../../sandbox/github/answer.js';
import { GithubContract } from '../../../sandbox/github/contract/contract.js';
import type { Received } from '../../../sandbox/github/listener.js';
import { startGithub } from '../../../sandbox/github/server.js';

const contract = new GithubContract();

function request(method: string, path: string, body?: unknown): [Received, URL] {
  const bytes = body === undefined ? new Uint8Array() : Buffer.from(JSON.stringify(body));
  return [{ method, path, headers: {}, body: bytes }, new URL(path, 'http://localhost')];
}

const labels = '/api/v3/repos/acme/requests/labels';
const label = {
  id: 1,
  node_id: 'x',
  url: 'http://localhost/x',
  name: 'x',
  description: null,
  color: 'ffffff',
  default: false,
};

describe('the contract', () => {
  it('passes an answer that is as GitHub describes it', () => {
    expect(() => contract.answer(...request('GET', labels), json(200, [label]))).not.toThrow();
  });

  it.each<[string, number, unknown, string]>([
    ['a field is missing', 200, [{ ...label, color: undefined }], "must have required property 'color'"],
    ['a field has another type', 200, [{ ...label, id: 'one' }], "For '/0/id', must be integer"],
    ['a null stands where there is none', 200, [{ ...label, name: null }], "For '/0/name', must be string"],
    ['an address is none', 200, [{ ...label, url: 'labels/x' }], 'must match format "uri"'],
    ['the status is another', 201, [label], 'is not described by GitHub'],
  ])('throws where %s', (_, status, body, reason) => {
    expect(() => contract.answer(...request('GET', labels), json(status, body))).toThrow(reason);
  });

  it('throws where an answer comes on a route that it does not know', () => {
    expect(() => contract.answer(...request('GET', '/api/v3/gitignore/templates'), json(200, []))).toThrow(
      'operations.json does not list',
    );
  });

  it('takes the route with the most fixed words', () => {
    const runs = { total_count: 0, check_runs: [] };
    const path = '/api/v3/repos/acme/requests/commits/feature/x/check-runs';
    expect(() => contract.answer(...request('GET', path), json(200, runs))).not.toThrow();
    expect(() => contract.answer(...request('GET', path), json(200, {}))).toThrow('total_count');
  });

  it.each<[string, [Received, URL], string]>([
    ['a field that is missing', request('POST', labels, {}), "must have required property 'name'"],
    ['a field of another type', request('POST', labels, { name: 1 }), "For '/name', must be string"],
    ['a parameter that is no number', request('GET', `${labels}?per_page=many`), "For 'query/per_page'"],
    ['a parameter out of the list', request('GET', '/api/v3/repos/acme/requests/issues?state=ajar'), 'allowed values'],
  ])('refuses a request with %s, and records it', (_, asked, reason) => {
    contract.violations.length = 0;
    const answer = contract.request(...asked);
    expect(answer?.status).toBe(422);
    expect(Buffer.from(answer?.body ?? []).toString()).toContain('Invalid request.');
    expect(contract.violations).toMatchObject([{ path: asked[0].path, reason: expect.stringContaining(reason) }]);
  });

  it('throws where a webhook is not as GitHub describes it', () => {
    expect(() => contract.webhook('push', { ref: 'refs/heads/main' })).toThrow('webhook push');
    expect(() => contract.webhook('star', { action: 'created' })).toThrow('star-created, which');
  });

  it('makes the server fail at its end, so that no test passes over it', async () => {
    const github = await startGithub({
      repository: 'jane/hello',
      contract: {
        request: () => undefined,
        answer: () => {
          throw new Error('not as described');
        },
        webhook: () => undefined,
      },
    });
    expect((await fetch(`${github.url}/users/jane`)).status).toBe(500);
    await expect(github.close()).rejects.toThrow('not as described');
  });
});
