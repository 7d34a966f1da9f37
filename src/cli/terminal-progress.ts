// SPDX-License-Identifier: MIT
import type { Terminal } from '../../common/command.js';
import { printable, printableLines } from '../../common/render/printable.js';
import type { Progress } from '../../common/progress.js';

const barWidth = 24;
const nameWidth = 15;

/** On a terminal a bar that is drawn over itself; elsewhere, and in a job's log, one plain line per step. */
export function terminalProgress(terminal: Pick<Terminal, 'err' | 'isTerminal'>): Progress {
  let step = '';
  let drawn = '';
  const draw = (line: string): void => {
    if (!terminal.isTerminal || line === drawn) return;
    drawn = line;
    terminal.err(`\r\u001b[K${line}`);
  };
  const clear = (): void => {
    if (drawn !== '') terminal.err('\r\u001b[K');
    drawn = '';
  };
  return {
    begin: (name) => {
      step = name;
      draw(`… ${name}`);
    },
    update: (share) => {
      const filled = Math.round(Math.min(1, Math.max(0, share)) * barWidth);
      draw(`… ${step.padEnd(nameWidth)} [${'#'.repeat(filled)}${'.'.repeat(barWidth - filled)}]`);
    },
    end: (detail) => {
      clear();
      terminal.err(`✓ ${step.padEnd(nameWidth)} ${printable(detail)}\n`);
    },
    fail: () => {
      clear();
      terminal.err(`✗ ${step}\n`);
    },
    note: (line) => {
      clear();
      terminal.err(`  ${printableLines(line)}\n`);
    },
  };
}
