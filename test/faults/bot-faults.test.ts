// SPDX-License-Identifier: MIT
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Fault } from '../../sandbox/github/faults.js';
import { type Outcome, runScenario } from './bot-scenario.js';

/** The short form of `npm run faults:bot`: where it hurts most. */
describe('a trouble at one call of the bot', () => {
  let undisturbed: Outcome;
  beforeAll(async () => {
    undisturbed = await runScenario();
  }, 60_000);

  it('is compared with a run that issues, revokes and has a clean audit', () => {
    expect(undisturbed.end).toMatchObject({ state: 'closed', labels: ['signed'], findings: [], crlEntries: 1 });
    expect(undisturbed.end.ledger.filter((kind) => kind === 'issue')).toHaveLength(1);
  });

  it.each<[name: string, fault: Fault, dies: boolean]>([
    ['the branch moves, and nobody says so', { path: /graphql$/, effect: { kind: 'drop-after' } }, false],
    [
      'the branch moves, and the gateway fails',
      { path: /graphql$/, effect: { kind: 'answer-after', status: 502 } },
      false,
    ],
    ['the bot is killed before the branch moves', { path: /graphql$/, effect: { kind: 'drop-before' } }, true],
    [
      'the comment is there, and nobody says so',
      { method: 'POST', path: /comments$/, effect: { kind: 'drop-after' } },
      false,
    ],
    [
      'the bot is killed after the check',
      { method: 'POST', path: /check-runs$/, effect: { kind: 'drop-after' } },
      true,
    ],
    [
      'the rate limit',
      {
        method: 'POST',
        effect: {
          kind: 'answer',
          status: 403,
          message: 'You have exceeded a secondary rate limit',
          headers: { 'retry-after': '1' },
        },
      },
      false,
    ],
  ])(
    '%s: the same end',
    async (_, fault, dies) => {
      // a process that was killed asks for nothing more
      const everything = dies ? { ...fault, times: 1 } : fault;
      const { end, struck } = await runScenario(everything, dies);
      expect(struck).toBe(true);
      expect(end).toEqual(undisturbed.end);
    },
    60_000,
  );
});
