// SPDX-License-Identifier: MIT
// npm run faults:bot -- [--scenario NAME] [--rotate] [--every 1] [--from 0]: GitHub fails, in every way that it fails in, at
// every call of the bot in turn; and the bot dies between any two calls. Whatever happened, after a reconciliation the end
// is the same.
import { isDeepStrictEqual, parseArgs } from 'node:util';
import type { Effect, Fault } from '../../sandbox/github/faults.js';
import { runScenario, type Scenario } from './bot-scenario.js';
import { certification } from './certification-scenario.js';
import type { EndState } from './end-state.js';
import { upkeep } from './upkeep-scenario.js';

interface Trouble {
  readonly name: string;
  readonly effect: Effect;
  /** every call from there on fails too, until the bot is started again */
  readonly dies?: boolean;
}

const troubles: readonly Trouble[] = [
  { name: '500', effect: { kind: 'answer', status: 500 } },
  { name: '502 after the work was done', effect: { kind: 'answer-after', status: 502 } },
  {
    name: '403 with retry-after',
    effect: {
      kind: 'answer',
      status: 403,
      message: 'You have exceeded a secondary rate limit',
      headers: { 'retry-after': '2' },
    },
  },
  { name: '409', effect: { kind: 'answer', status: 409, message: 'Conflict' } },
  { name: '422', effect: { kind: 'answer', status: 422, message: 'Validation Failed' } },
  { name: 'connection dropped', effect: { kind: 'drop-before' } },
  { name: 'connection dropped after the work was done', effect: { kind: 'drop-after' } },
  { name: 'killed before the call', effect: { kind: 'drop-before' }, dies: true },
  { name: 'killed after the call', effect: { kind: 'drop-after' }, dies: true },
];

const { values } = parseArgs({
  options: {
    every: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    scenario: { type: 'string' },
    // one kind of trouble for each call, another for the next, so that a short run meets all kinds
    rotate: { type: 'boolean', default: false },
  },
});
const every = Number(values.every);
let isSound = true;
for (const scenario of [certification, upkeep]) {
  if (values.scenario === undefined || values.scenario === scenario.name)
    isSound = (await trouble(scenario)) && isSound;
}
process.exitCode = isSound ? 0 : 1;

/** @returns whether every trouble struck, and led to the same end */
async function trouble(scenario: Scenario): Promise<boolean> {
  const undisturbed = await runScenario(scenario);
  const { ledger, findings } = undisturbed.end;
  console.log(`${scenario.name}: ${undisturbed.requests} calls; ledger: ${ledger.join(' ')}`);
  if (findings.length > 0) throw new Error(`the audit is not clean: ${findings.join(', ')}`);
  let [runs, struck] = [0, 0];
  const failures: string[] = [];
  for (let call = Number(values.from); call < undisturbed.requests; call += every) {
    const turn = Math.floor(call / every) % troubles.length;
    for (const one of values.rotate ? troubles.slice(turn, turn + 1) : troubles) {
      const outcome = await runScenario(scenario, faultAt(call, one), one.dies);
      runs++;
      struck += outcome.struck ? 1 : 0;
      const other = differences(undisturbed.end, outcome.end);
      if (other.length > 0) failures.push(`${one.name} at call ${call}: ${other.join('; ')}`);
      if (process.stderr.isTTY) process.stderr.write(`\r${runs} runs, ${failures.length} with another end`);
    }
  }
  for (const failure of failures) console.log(failure);
  console.log(
    `${scenario.name}: ${runs} troubles, ${struck} of them struck: ${runs - failures.length} times the same end as undisturbed`,
  );
  return failures.length === 0 && struck > 0;
}

function faultAt(call: number, { effect, dies = false }: Trouble): Fault {
  // a process that was killed does not go on: whatever it would have asked for next is not done
  return { effect, after: call, times: dies ? Number.POSITIVE_INFINITY : 1 };
}

function differences(wanted: EndState, got: EndState): string[] {
  return (Object.keys(wanted) as (keyof EndState)[])
    .filter((key) => !isDeepStrictEqual(wanted[key], got[key]))
    .map((key) => `${key} is ${JSON.stringify(got[key])}, not ${JSON.stringify(wanted[key])}`);
}
