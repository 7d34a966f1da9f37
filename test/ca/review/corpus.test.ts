// SPDX-License-Identifier: MIT
import { expect, it } from '@jest/globals';
import { measureRequestHistory, measureRequests } from '../../corpus/requests.js';
import { recorded } from '../../support/needs.js';

const requests = recorded('data/requests');
const history = recorded('data/request-history');

(requests ? it : it.skip)('agrees with what was signed, or refuses by a rule that is stricter on purpose', async () => {
  const { disagreements, summary } = await measureRequests(requests!);
  expect(disagreements).toEqual([]);
  expect(summary.at(-1)).toMatch(/^450 requests that were signed: 438 accepted, 12 refused by a stricter rule/);
});

(history ? it : it.skip)('agrees with the whole history, and says of each unsigned request why', async () => {
  const { disagreements, summary } = await measureRequestHistory(history!);
  expect(disagreements).toEqual([]);
  expect(summary.filter((line) => line.startsWith('never signed: '))).toHaveLength(17);
  expect(summary.at(-1)).toMatch(/^539 requests of the history: 522 were signed, of which 479 accepted/);
});
