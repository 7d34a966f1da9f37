// SPDX-License-Identifier: MIT
import { randomUUID } from 'node:crypto';
import { isAbsolute, join, relative } from 'node:path';
import { CodedError } from '../../common/coded-error.js';
import type { Finding } from '../../common/finding.js';
import { exitStatus } from '../../common/outcome.js';
import type { Progress } from '../../common/progress.js';
import { renderGithub } from '../../common/render/github.js';
import { renderReleaseSummary } from '../github/release-summary.js';
import { release, type ReleaseReport } from '../release.js';
import { Steps } from '../steps.js';
import { type RunnerContext, readActionInputs } from './action-inputs.js';
import { readReleaseInputs } from './release-inputs.js';
import { terminalProgress } from './terminal-progress.js';

/** What the Action uses of its runner; the entry hands in `@actions/core`. */
export interface Runner {
  readonly context: RunnerContext;
  input(name: string): string;
  setOutput(name: string, value: string): void;
  mask(secret: string): void;
  /** one line or more of the job's log */
  log(text: string): void;
  writeSummary(markdown: string): Promise<void>;
}

const secrets = ['private-key', 'store-token', 'github-token'];

/** The Action: inputs, one release, outputs, annotations, summary. Returns the exit status. */
export async function runAction(runner: Runner): Promise<number> {
  maskSecrets(runner);
  const steps = new Steps(runnerProgress(runner));
  let place = (finding: Finding): Finding => finding;
  try {
    const inputs = await readReleaseInputs(readActionInputs((name) => runner.input(name), runner.context));
    place = inWorkspace(runner.context.workspace, inputs.dir);
    const report = await release(inputs, { steps });
    setOutputs(runner, report);
    runner.log(renderGithub(report.findings.map(place)));
    await runner.writeSummary(summaryOf(report, steps));
    return exitStatus.fine;
  } catch (error) {
    const failure = failureOf(error);
    const findings = [...(error instanceof CodedError ? error.findings : []), failure].map(place);
    runner.log(renderGithub(findings));
    await runner.writeSummary(
      renderReleaseSummary({
        app: 'Release',
        version: '',
        outcome: `Not released: ${failure.message}`,
        steps: steps.all,
        links: [],
        findings,
      }),
    );
    return error instanceof CodedError ? exitStatus[error.outcome] : exitStatus.unusable;
  }
}

/**
 * The runner obeys workflow commands wherever they stand in the log. What a build prints is not ours: while it runs, no
 * command counts but the one that ends this, whose word nobody can guess (GitHub: workflow commands, stop-commands).
 */
function runnerProgress(runner: Runner): Progress {
  const progress = terminalProgress({ isTerminal: false, err: (text) => runner.log(text) });
  const word = randomUUID();
  let stopped = false;
  const resume = (): void => {
    if (stopped) runner.log(`::${word}::\n`);
    stopped = false;
  };
  return {
    ...progress,
    begin: (step) => {
      stopped = step === 'build';
      if (stopped) runner.log(`::stop-commands::${word}\n`);
      progress.begin(step);
    },
    end: (detail) => {
      progress.end(detail);
      resume();
    },
    fail: () => {
      progress.fail();
      resume();
    },
  };
}

/** Annotations name files from the workspace's root; findings name them from the app's. */
function inWorkspace(workspace: string, dir: string): (finding: Finding) => Finding {
  const prefix = relative(workspace, dir);
  return (finding) =>
    finding.file === undefined || isAbsolute(finding.file) ? finding : { ...finding, file: join(prefix, finding.file) };
}

/** The runner masks whole values; a key's lines could still be printed one by one, so each of them is masked. */
function maskSecrets(runner: Runner): void {
  for (const name of secrets) {
    const value = runner.input(name);
    for (const part of new Set([value, ...value.split(/\r?\n/)])) {
      if (part.trim().length >= 8 && !part.startsWith('-----')) runner.mask(part);
    }
  }
}

function setOutputs(runner: Runner, { app, archive, signature, downloadUrl, storeStatus }: ReleaseReport): void {
  const outputs = {
    'app-id': app.id,
    version: app.version,
    archive: archive.path,
    sha256: archive.sha256,
    sha512: archive.sha512,
    signature: signature ?? '',
    'download-url': downloadUrl ?? '',
    'store-status': storeStatus,
  };
  for (const [name, value] of Object.entries(outputs)) runner.setOutput(name, value);
}

function summaryOf(report: ReleaseReport, steps: Steps): string {
  const { app, archive, downloadUrl, releasePage, storeStatus, findings } = report;
  const isDryRun = storeStatus === 'dry-run';
  return renderReleaseSummary({
    app: app.id,
    version: app.version,
    outcome: isDryRun
      ? 'Dry run: nothing was written; this release could be made.'
      : 'Released, and read back from the store.',
    steps: steps.all,
    archive: { ...archive, name: archive.path.split('/').at(-1) ?? '' },
    links: [
      ...(releasePage === undefined ? [] : [{ text: 'GitHub release', url: releasePage }]),
      ...(downloadUrl === undefined ? [] : [{ text: 'Archive', url: downloadUrl }]),
      ...(isDryRun ? [] : [{ text: 'App Store', url: `https://apps.nextcloud.com/apps/${app.id}` }]),
    ],
    findings,
  });
}

/** The error itself as a finding: the last annotation, and the head of the summary. */
function failureOf(error: unknown): Finding {
  if (!(error instanceof CodedError)) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { rule: 'internal', severity: 'error', message };
  }
  const { code, message, hint, file, line } = error as CodedError;
  const at = { ...(file !== undefined && { file }), ...(line !== undefined && { line }) };
  return { rule: code, severity: 'error', message, fix: hint, ...at };
}
