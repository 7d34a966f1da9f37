// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Community, startCommunity } from '../../../sandbox/github/community.js';
import { faultEffects, primaryLimit, secondaryLimit } from '../../../sandbox/github/fault-effects.js';
import type { Effect } from '../../../sandbox/github/faults.js';

let community: Community;

beforeEach(async () => {
  community = await startCommunity({ repository: 'acme/requests' });
  await community.people.requester.openIssue('Help', '');
});

afterEach(() => community.github.close());

const comment = () =>
  fetch(`${community.github.url}/repos/acme/requests/issues/1/comments`, {
    method: 'POST',
    headers: { authorization: `token ${community.tokens.requester}` },
    body: '{"body":"Hello"}',
  });
const made = () => community.github.state.comments.size;

describe('faults', () => {
  it.each<[string, Effect, number, number]>([
    ['500', faultEffects.internalError, 500, 0],
    ['502 before the work', faultEffects.badGateway, 502, 0],
    ['502 after the work', faultEffects.badGatewayAfter, 502, 1],
    ['503', faultEffects.unavailable, 503, 0],
    ['409', faultEffects.conflict, 409, 0],
    ['422', faultEffects.unprocessable, 422, 0],
    ['a secondary limit', secondaryLimit(7), 403, 0],
    ['a used up hour', primaryLimit(new Date()), 403, 0],
  ])('answer %s', async (_, effect, status, comments) => {
    community.github.faults.add({ effect });
    expect((await comment()).status).toBe(status);
    expect(made()).toBe(comments);
    expect(community.github.faults.spent).toBe(true);
    expect((await comment()).status).toBe(201);
  });

  it.each<[string, Effect, number]>([
    ['before', faultEffects.dropBefore, 0],
    ['after', faultEffects.dropAfter, 1],
  ])('break the connection %s the work', async (_, effect, comments) => {
    community.github.faults.add({ effect });
    await expect(comment()).rejects.toThrow('fetch failed');
    expect(made()).toBe(comments);
  });

  it('tell when to come again, as GitHub does', async () => {
    const until = new Date('2026-03-01T13:00:00.500Z');
    community.github.faults.add({ effect: secondaryLimit(7) });
    community.github.faults.add({ effect: primaryLimit(until) });
    expect((await comment()).headers.get('retry-after')).toBe('7');
    const { headers } = await comment();
    expect(headers.get('x-ratelimit-remaining')).toBe('0');
    expect(headers.get('x-ratelimit-reset')).toBe(String(Date.parse('2026-03-01T13:00:01Z') / 1000));
  });

  it('strike the n-th request of all, or of a kind', async () => {
    community.github.faults.add({ effect: faultEffects.badGateway, after: 2 });
    community.github.faults.add({ effect: faultEffects.conflict, method: 'POST', path: /\/comments$/, after: 1 });
    const statuses = [];
    for (let n = 0; n < 5; n++) statuses.push((await comment()).status);
    expect(statuses).toEqual([201, 409, 502, 201, 201]);
  });

  it('leave alone who comes without the network, and count only what came over it', async () => {
    community.github.faults.add({ effect: faultEffects.badGateway });
    await community.people.requester.comment(1, 'Hello');
    expect(community.github.requests).toHaveLength(0);
    expect((await comment()).status).toBe(502);
    expect(community.github.requests).toMatchObject([{ method: 'POST', authorized: true }]);
  });
});
