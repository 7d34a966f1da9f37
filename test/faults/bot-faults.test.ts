// SPDX-License-Identifier: MIT
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Fault } from '../../sandbox/github/faults.js';
import { type Outcome, runScenario } from './bot-scenario.js';
import { certification } from './certification-scenario.js';
import { upkeep } from './upkeep-scenario.js';

/** The short form of `npm run faults:bot`: where it hurts most. */
/** The branch is moved over GraphQL; what was asked there before is which reviews were edited. */
const pastReading = { after: 1 };

describe('a trouble at one call of the bot', () => {
  let undisturbed: Outcome;
  beforeAll(async () => {
    undisturbed = await runScenario(certification);
  }, 60_000);

  it('is compared with a run that issues, revokes and has a clean audit', () => {
    const [pull] = undisturbed.end.threads;
    expect(pull).toMatchObject({ state: 'closed', labels: ['signed'], conclusion: 'success' });
    expect(undisturbed.end).toMatchObject({ findings: [], crlEntries: 1 });
    expect(undisturbed.end.ledger.filter((kind) => kind === 'issue')).toHaveLength(1);
  });

  it.each<[name: string, fault: Fault, dies: boolean]>([
    [
      'the branch moves, and nobody says so',
      { path: /graphql$/, ...pastReading, effect: { kind: 'drop-after' } },
      false,
    ],
    [
      'the branch moves, and the gateway fails',
      { path: /graphql$/, ...pastReading, effect: { kind: 'answer-after', status: 502 } },
      false,
    ],
    [
      'the bot is killed before the branch moves',
      { path: /graphql$/, ...pastReading, effect: { kind: 'drop-before' } },
      true,
    ],
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
      'a label stays',
      { method: 'DELETE', path: /labels/, effect: { kind: 'answer', status: 422, message: 'Validation Failed' } },
      false,
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
      const everything = dies ? { ...fault, times: Number.POSITIVE_INFINITY } : fault;
      const { end, struck } = await runScenario(certification, everything, dies);
      expect(struck).toBe(true);
      expect(end).toEqual(undisturbed.end);
    },
    60_000,
  );
});

describe('a trouble at what follows certificates', () => {
  let undisturbed: Outcome;
  beforeAll(async () => {
    undisturbed = await runScenario(upkeep);
  }, 60_000);

  it('is compared with a run in which everything happens', () => {
    const { ledger, threads, copies, findings } = undisturbed.end;
    for (const kind of ['announce', 'block-key', 'revoke', 'crl']) expect(ledger).toContain(kind);
    expect(threads.flatMap(({ labels }) => labels)).toEqual(expect.arrayContaining(['alarm', 'expiry', 'signed']));
    expect(copies).toHaveLength(1);
    expect(findings).toEqual([]);
  });

  it.each<[name: string, fault: Fault, dies: boolean]>([
    ['no issue can be made', { method: 'POST', path: /issues$/, effect: { kind: 'drop-before' } }, true],
    [
      'the issue is there, and nobody says so',
      { method: 'POST', path: /issues$/, effect: { kind: 'drop-after' } },
      true,
    ],
    [
      'the bot is killed after the first commit',
      { path: /graphql$/, ...pastReading, effect: { kind: 'drop-after' } },
      true,
    ],
    [
      'the bot is killed before the copy is proposed',
      { method: 'POST', path: /pulls$/, effect: { kind: 'drop-before' } },
      true,
    ],
  ])(
    '%s: the same end',
    async (_, fault, dies) => {
      const { end, struck } = await runScenario(upkeep, { ...fault, times: Number.POSITIVE_INFINITY }, dies);
      expect(struck).toBe(true);
      expect(end).toEqual(undisturbed.end);
    },
    60_000,
  );
});
