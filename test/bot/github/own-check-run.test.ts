// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Pushers, readMemory } from '../../../bot/check-memory.js';
import {
  type Annotation,
  checkName,
  readCheckRuns,
  type Verdict,
  writeVerdict,
} from '../../../bot/github/own-check-run.js';
import type { Github } from '../../../bot/github/github.js';
import { Stage } from '../support/stage.js';

let stage: Stage;
let github: Github;
let number: number;
let head: string;

beforeEach(async () => {
  stage = await Stage.open();
  github = stage.github();
  ({ number, head } = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'a' }));
});

afterEach(() => stage.close());

const verdict = (changes: Partial<Verdict> = {}): Verdict => ({
  ...{ head, pullRequest: number, conclusion: 'action_required', title: 'Title', summary: 'Summary' },
  ...{ annotations: [], rules: '1', pushers: [5] },
  ...changes,
});
const annotations = (count: number, message = 'wrong'): Annotation[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ path: 'mail/mail.csr', line: index + 1, level: 'failure', title: 'Key', message },
  }));
const runs = () => [...stage.server.state.checkRuns.values()];
const write = async (changes: Partial<Verdict> = {}) =>
  writeVerdict(github, await readCheckRuns(github, head, number), verdict(changes));

describe('a verdict', () => {
  it('is one check run, and is not written twice', async () => {
    expect(await write({ text: 'Text', annotations: annotations(2) })).toBe(true);
    expect(runs()).toMatchObject([
      {
        ...{ name: checkName, status: 'completed', conclusion: 'action_required' },
        ...{ title: 'Title', summary: 'Summary', text: 'Text' },
        annotations: [
          { path: 'mail/mail.csr', start_line: 1, end_line: 1, annotation_level: 'failure', message: 'wrong' },
          { start_line: 2 },
        ],
      },
    ]);
    const before = stage.server.requests.length;
    expect(await write({ text: 'Text', annotations: annotations(2) })).toBe(false);
    expect(stage.server.requests.length - before).toBe(1);
  });

  it('is changed in place, and keeps the time at which the first one was there', async () => {
    await write();
    const [first] = await readCheckRuns(github, head, number);
    expect(await write({ conclusion: 'success', title: 'Good', pushers: [] })).toBe(true);
    expect(runs()).toMatchObject([{ conclusion: 'success', title: 'Good' }]);
    const [second] = await readCheckRuns(github, head, number);
    expect(second?.startedAt).toEqual(first?.startedAt);
  });

  it('has all of its annotations, in portions of fifty', async () => {
    await write({ annotations: annotations(120) });
    expect(runs()).toHaveLength(1);
    expect(runs()[0]?.annotations.map(({ start_line: line }) => line)).toEqual(
      Array.from({ length: 120 }, (_, index) => index + 1),
    );
    expect(await write({ annotations: annotations(120) })).toBe(false);
  });

  it('gets annotations later where it had none, and is a new run where others would have to go', async () => {
    await write();
    await write({ annotations: annotations(60) });
    expect(runs().map((run) => run.annotations.length)).toEqual([60]);
    await write({ annotations: annotations(60), title: 'Other words' });
    expect(runs().map((run) => run.annotations.length)).toEqual([60]);
    await write({ annotations: annotations(1, 'something else') });
    expect(runs().map((run) => run.annotations.length)).toEqual([60, 1]);
    expect(await write({ annotations: annotations(1, 'something else') })).toBe(false);
  });

  it('that was left half done is written anew', async () => {
    stage.server.faults.add({ effect: { kind: 'answer', status: 500 }, method: 'PATCH' });
    await expect(write({ annotations: annotations(70) })).rejects.toMatchObject({ code: 'github-failed' });
    expect(await write({ annotations: annotations(70) })).toBe(true);
    expect(runs().map((run) => run.annotations.length)).toEqual([50, 70]);
    expect(await write({ annotations: annotations(70) })).toBe(false);
  });

  it('says how much of a long text was left out', async () => {
    await write({ summary: 'x'.repeat(100_000), text: '😀'.repeat(50_000) });
    const [run] = runs();
    expect(run?.summary?.length).toBeLessThanOrEqual(60_000);
    expect(run?.summary?.slice(-60)).toMatch(/^x+\n\n… 400\d\d more characters are left out here\.$/);
    // lone halves of a character become another one on the way
    expect(run?.text?.includes('\ufffd')).toBe(false);
  });

  it.each([
    ['after the work', 'drop-after', 1],
    ['before it', 'drop-before', 0],
  ] as const)('is one run, though the connection was closed under its feet %s', async (_, kind, there) => {
    // the connection was used before, and is idle: as where the other side closes it for that just then
    await readCheckRuns(github, head, number);
    stage.server.faults.add({ effect: { kind }, method: 'POST' });
    const error: unknown = await write({ annotations: annotations(2) }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'github-unreachable' });
    expect(error).toHaveProperty('cause.cause.cause.code', 'UND_ERR_SOCKET');
    expect(runs()).toHaveLength(there);
    expect(await write({ annotations: annotations(2) })).toBe(there === 0);
    expect(runs()).toHaveLength(1);
    expect(runs()[0]?.annotations).toHaveLength(2);
  });

  it('is that of this pull request, though another has the same head', async () => {
    await write();
    const other = verdict({ pullRequest: number + 1 });
    expect(await writeVerdict(github, await readCheckRuns(github, head, number + 1), other)).toBe(true);
    expect(runs().map(({ externalId }) => readMemory(externalId ?? '')?.pullRequest)).toEqual([number, number + 1]);
    expect(await readCheckRuns(github, head, number)).toHaveLength(1);
  });

  it('is written once more where somebody else changed its conclusion', async () => {
    await write();
    runs()[0]!.conclusion = 'success';
    expect(await write()).toBe(true);
    expect(runs()).toMatchObject([{ conclusion: 'action_required' }]);
  });
});

describe('who pushed', () => {
  it.each<[told: readonly Pushers[], remembered: Pushers]>([
    [[[5], [5]], [5]],
    [[[], [5]], [5]],
    [[[5], []], [5]],
    [
      [[5], [6]],
      [5, 6],
    ],
    [[[5], 'many'], 'many'],
    [[[]], []],
  ])('%j are remembered as %j', async (told, remembered) => {
    for (const pushers of told) await write({ pushers });
    expect(runs()).toHaveLength(1);
    expect(readMemory(runs()[0]?.externalId ?? '')?.pushers).toEqual(remembered);
  });
});
