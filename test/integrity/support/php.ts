// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { it } from '@jest/globals';
import { needsPhp } from '../../support/needs.js';

/** Major version: 2 is what servers up to stable34 carry. */
export type Phpseclib = 2 | 3;

const available: Readonly<Record<Phpseclib, boolean>> = {
  2: needsPhp('phpseclib/autoload.php', 'php-phpseclib'),
  3: needsPhp('phpseclib3/autoload.php', 'php-phpseclib3'),
};

/** Both libraries where both are here, else what is. */
export const phpseclibs = ([2, 3] as const).filter((version) => available[version]);
export const itPhp = available[2] ? it : it.skip;

/** One question to test/interop/php/ask.php. */
export type Question = Readonly<Record<string, unknown>> & { readonly ask: string };

/** All answers in one process: PHP takes 50 ms to start. */
export function askPhp(questions: readonly Question[], phpseclib: Phpseclib = 2): unknown[] {
  const input = questions.map((question) => `${JSON.stringify(question)}\n`).join('');
  const answers = runPhp('ask.php', [`--phpseclib=${phpseclib}`], input)
    .trimEnd()
    .split('\n');
  if (answers.length !== questions.length) throw new Error(`${questions.length} questions, ${answers.length} answers`);
  return answers.map((answer): unknown => JSON.parse(answer));
}

export function runPhp(script: string, args: readonly string[], input = ''): string {
  const path = fileURLToPath(new URL(`../../interop/php/${script}`, import.meta.url));
  const { status, stdout, stderr } = spawnSync('php', ['-d', 'display_errors=stderr', path, ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${script} ended with ${status}: ${stdout}${stderr}`);
  return stdout;
}

export function hex(text: string | Uint8Array): string {
  return Buffer.from(text).toString('hex');
}
