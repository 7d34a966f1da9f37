// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';

export interface Measured {
  /** seconds of wall time, start-up included */
  readonly seconds: number;
  /** seconds of processor time, of all processes and threads */
  readonly processor: number;
  /** peak resident memory of the largest process, bytes */
  readonly memory: number;
}

export interface PairResult {
  readonly ours: Measured;
  readonly peer: Measured;
  /** ours / peer: the median of the ratios of runs made one after the other, which a drifting machine does not move */
  readonly ratio: number;
}

/** One shell command as a whole process. @throws where it fails: a figure of a failed run is no figure */
export function measure(command: string, cwd: string): Measured {
  const result = spawnSync('/usr/bin/time', ['-f', '%e %U %S %M', 'bash', '-c', `set -o pipefail; ${command}`], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const figures = result.stderr.trim().split('\n').at(-1) ?? '';
  const [seconds, user, system, kilobytes] = figures.split(' ').map(Number);
  if (result.status !== 0 || seconds === undefined || user === undefined || system === undefined || !kilobytes) {
    throw new Error(`"${command}" ended with ${result.status}: ${result.stderr}`);
  }
  return { seconds, processor: user + system, memory: kilobytes * 1024 };
}

/**
 * Two commands in turn, A B A B, after one run of each that is not counted.
 * @param takeOff seconds taken off ours in every run, e.g. the start of the runtime alone
 */
export function measurePair(ours: string, peer: string, cwd: string, runs = 5, takeOff = 0): PairResult {
  measure(ours, cwd);
  measure(peer, cwd);
  const pairs = Array.from({ length: runs }, () => ({ ours: measure(ours, cwd), peer: measure(peer, cwd) }));
  return {
    ours: medianOf(pairs.map((pair) => pair.ours)),
    peer: medianOf(pairs.map((pair) => pair.peer)),
    ratio: median(pairs.map((pair) => (pair.ours.seconds - takeOff) / pair.peer.seconds)),
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

function medianOf(runs: readonly Measured[]): Measured {
  return {
    seconds: median(runs.map(({ seconds }) => seconds)),
    processor: median(runs.map(({ processor }) => processor)),
    memory: Math.max(...runs.map(({ memory }) => memory)),
  };
}
