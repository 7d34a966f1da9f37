// SPDX-License-Identifier: MIT
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../common/clock.js';
import { CodedError } from '../../common/coded-error.js';
import type { Finding } from '../../common/finding.js';
import { exitStatus } from '../../common/outcome.js';
import { renderGithub } from '../../common/render/github.js';
import { type JobResult, runJob } from './job.js';
import { type JobContext, readJobInputs, secretInputs } from './job-inputs.js';
import { JobLog } from './job-log.js';
import { renderJobSummary } from './job-summary.js';

/** What the Action uses of its runner; the entry hands in `@actions/core`. */
export interface Runner {
  readonly context: JobContext;
  input(name: string): string;
  setOutput(name: string, value: string): void;
  mask(secret: string): void;
  /** one line or more of the job's log */
  log(text: string): void;
  writeSummary(markdown: string): Promise<void>;
  readonly clock: Clock;
  readonly random: () => number;
}

/** The bot as an Action: inputs, one job, outputs, annotation, summary. @returns the exit status */
export async function runAction(runner: Runner): Promise<number> {
  const { clock, random } = runner;
  maskSecrets(runner);
  const log = new JobLog((text) => runner.log(text));
  let result: JobResult | undefined;
  let error: unknown;
  const resume = stopCommands(runner);
  try {
    result = await runJob(readJobInputs(runner.input, runner.context), { clock, random, log });
    ({ error } = result);
  } catch (thrown) {
    error = thrown;
  } finally {
    resume();
  }
  runner.setOutput('waiting', JSON.stringify(result?.waiting ?? []));
  runner.setOutput('upkeep', String(result?.upkeep ?? false));
  if (result?.issued !== undefined) runner.setOutput('issued', String(result.issued));
  const findings = error === undefined ? [] : [failureOf(error)];
  runner.log(renderGithub(findings));
  await runner.writeSummary(
    renderJobSummary({ mode: runner.input('mode').trim(), result, lines: log.lines, findings }),
  );
  if (error === undefined) return exitStatus.fine;
  return error instanceof CodedError ? exitStatus[error.outcome] : exitStatus.unusable;
}

/** The runner masks a secret as a whole; a key's lines could still be printed one by one, so each of them is masked. */
function maskSecrets(runner: Runner): void {
  for (const name of secretInputs) {
    const value = runner.input(name).trim();
    const lines = value.split(/\r?\n|\\n/).filter((line) => line.length >= 8 && !line.startsWith('-----'));
    for (const part of new Set([value, ...lines])) if (part !== '') runner.mask(part);
  }
}

/**
 * From here on no line of the log is a command for the runner, whoever wrote what stands in it, until the word comes that
 * nobody can guess (GitHub documentation, "Workflow commands": stopping and starting).
 */
function stopCommands(runner: Runner): () => void {
  const word = randomUUID();
  runner.log(`::stop-commands::${word}\n`);
  return () => runner.log(`::${word}::\n`);
}

/** The error as the one annotation of the job. */
function failureOf(error: unknown): Finding {
  if (!(error instanceof CodedError)) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { rule: 'internal', severity: 'error', message };
  }
  const { code, message, hint } = error as CodedError;
  return { rule: code, severity: 'error', message, fix: hint };
}
