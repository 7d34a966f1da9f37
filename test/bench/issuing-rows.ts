// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Rates } from './issuing-worker.js';
import { median } from './pair.js';
import { makeAuthority, makeRequests } from './sample-authority.js';
import { printTable } from './table.js';

const modes: readonly (readonly [mode: keyof Rates['ours'], what: string, wanted: string])[] = [
  ['sign', '`crypto.sign` of Node alone', ''],
  ['issue', 'issue a request that was reviewed: reserve a serial, lint, sign, verify, record; in memory', '≥ 85 %'],
  ['durable', 'the same in a folder, each line and file synced to the disk', '≥ 60 %'],
  ['read', 'with the reading of the request and the check of its signature; in memory', ''],
  ['review', 'with the whole review; in memory', ''],
  ['program', 'with the whole review, in a folder: all that `issue` does', ''],
];

/** Issuing beside `openssl speed rsa4096`: on one core, in one process, in turns. */
export async function benchIssuing(work: string): Promise<void> {
  await makeAuthority(work);
  await makeRequests(work, 250);
  const worker = fileURLToPath(new URL('issuing-worker.js', import.meta.url));
  const { status, stdout } = spawnSync('taskset', ['-c', '0', process.execPath, worker], {
    cwd: work,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`issuing ended with ${status}`);
  const rounds = JSON.parse(stdout) as Rates[];
  const row = (what: string, of: (round: Rates) => { processor: number; wall: number }, wanted: string): string[] => {
    const part = (by: 'processor' | 'wall'): string => {
      const rate = median(rounds.map((round) => of(round)[by]));
      const share = median(rounds.map((round) => of(round)[by] / round.openssl[by]));
      return `${rate.toFixed(0)} (**${(share * 100).toFixed(0)} %**)`;
    };
    return [what, part('processor'), part('wall'), wanted];
  };
  printTable(
    ['RSA-4096, one core, 200 certificates', 'per second of the processor', 'per second of the clock', 'wanted'],
    [
      row('`openssl speed rsa4096`', ({ openssl }) => openssl, ''),
      ...modes.map(([mode, what, wanted]) => row(what, ({ ours }) => ours[mode], wanted)),
    ],
  );
}
