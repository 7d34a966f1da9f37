// SPDX-License-Identifier: MIT
import { CodedError } from '../../common/coded-error.js';
import { printable } from '../../common/render/printable.js';
import type { Log } from '../workshop.js';

export interface JobLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly sentence: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The log of a job: a line each, a sentence and its facts as JSON. What strangers wrote stays within its line. */
export class JobLog implements Log {
  readonly lines: JobLine[] = [];

  /** @param write text with a newline at its end */
  constructor(private readonly write: (text: string) => void) {}

  info(facts: object, sentence: string): void {
    this.#add('info', facts, sentence);
  }

  warn(facts: object, sentence: string): void {
    this.#add('warn', facts, sentence);
  }

  error(facts: object, sentence: string): void {
    this.#add('error', facts, sentence);
  }

  #add(level: JobLine['level'], facts: object, sentence: string): void {
    const line = { level, sentence, facts: { ...facts } };
    this.lines.push(line);
    this.write(`${printable(`${level.padEnd(5)} ${sentence} ${JSON.stringify(line.facts, shown)}`)}\n`);
  }
}

/** Causes are left out: they carry requests, and requests carry tokens. */
function shown(_: string, value: unknown): unknown {
  if (value instanceof CodedError) return `${String(value.code)}: ${value.message} ${value.hint}`;
  if (value instanceof Error) return value.stack ?? value.message;
  return typeof value === 'bigint' ? String(value) : value;
}
