// SPDX-License-Identifier: MIT
import { cpus, totalmem } from 'node:os';
import type { Measured, PairResult } from './pair.js';

/** One line of the table: what was measured, beside what, and what is wanted. */
export interface Row {
  readonly what: string;
  readonly peer: string;
  readonly target: string;
  readonly result: PairResult;
}

export function printMachine(): void {
  const [cpu] = cpus();
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  console.log(
    `Node ${process.version}, ${cpus().length} × ${cpu?.model ?? 'unknown'}, ${memory} GiB; medians of interleaved runs of whole processes.`,
  );
}

export function printRows(rows: readonly Row[]): void {
  printTable(
    ['ours', 'peer', 'seconds', 'ratio', 'wanted', 'processor', 'memory'],
    rows.map(({ what, peer, target, result }) => {
      const both = (figure: (measured: Measured) => string): string =>
        `${figure(result.ours)} : ${figure(result.peer)}`;
      return [
        what,
        peer,
        both(({ seconds }) => seconds.toFixed(2)),
        `**${result.ratio.toFixed(2)}**`,
        target,
        `${both(({ processor }) => processor.toFixed(2))} s`,
        `${both(({ memory }) => (memory / 1e6).toFixed(0))} MB`,
      ];
    }),
  );
}

/** In Markdown, to be copied into docs/bench.md. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  console.log(`\n${lines.join('\n')}`);
}
