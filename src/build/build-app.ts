// SPDX-License-Identifier: MIT
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Finding } from '../../common/finding.js';
import { applyRules } from '../../common/rule.js';
import { buildEnvironment } from './build-environment.js';
import { BuildError, buildItYourself } from './build-error.js';
import { planBuild } from './build-plan.js';
import { buildRules } from './build-rules.js';
import { type Checkout, readCheckout } from './checkout.js';
import { copyFolder, copyPaths } from './clean-copy.js';
import { runCommand } from './run-command.js';

export interface BuildOrder {
  /** the app's folder */
  readonly dir: string;
  /** the environment; build commands see only what `buildEnvironment` lets pass */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** gets the output of the commands as it comes */
  readonly output: (text: string) => void;
  /** where the copy is made; default: the system's folder for temporary files */
  readonly temporary?: string;
}

export interface BuiltApp {
  /** what is to be packed: the copy, or the folder itself where it is no checkout and nothing is built */
  readonly dir: string;
  /** the commands that were run */
  readonly commands: readonly string[];
  readonly findings: readonly Finding[];
  /** Deletes the copy. To be called whatever happens next; calling it again does nothing. */
  dispose(): void;
}

/**
 * Builds an app in a clean copy of its checkout: the files that are tracked or could be, as they lie there, and nothing
 * that git ignores, so that no leftover of an earlier build gets into the archive. The checkout itself is not touched.
 * @throws BuildError
 */
export async function buildApp(order: BuildOrder): Promise<BuiltApp> {
  const source = resolve(order.dir);
  const env = buildEnvironment(order.environment);
  const checkout = await readCheckout(source, env);
  const uncommitted = checkout?.uncommitted ?? [];
  if (checkout === undefined && planBuild(source).length === 0) {
    // Nothing would be changed in a copy, and copying 8,000 files takes longer than packing them.
    const findings = applyRules(buildRules, { dir: source, uncommitted });
    return { dir: source, commands: [], findings, dispose: () => undefined };
  }
  const temporary = makeFolder(order.temporary ?? tmpdir());
  const dispose = (): void => rmSync(temporary, { recursive: true, force: true });
  // Whoever ends the process without coming back here leaves nothing behind either.
  process.once('exit', dispose);
  const done = (): void => {
    process.removeListener('exit', dispose);
    dispose();
  };
  try {
    // Named as the source: programs write the name of the folder they are in into what they make.
    const dir = join(temporary, source.slice(source.lastIndexOf('/') + 1));
    copy(source, dir, checkout);
    const commands = planBuild(dir);
    for (const command of commands) {
      order.output(`$ ${command.join(' ')}\n`);
      await runCommand(command, { cwd: dir, env, output: order.output });
    }
    const findings = applyRules(buildRules, { dir, uncommitted });
    return { dir, commands: commands.map((command) => command.join(' ')), findings, dispose: done };
  } catch (error) {
    done();
    throw error;
  }
}

function copy(from: string, to: string, checkout: Checkout | undefined): void {
  try {
    mkdirSync(to, { recursive: true });
    if (checkout === undefined) copyFolder(from, to);
    else copyPaths(from, to, checkout.files);
  } catch (cause) {
    throw copyFailed(to, cause);
  }
}

function makeFolder(parent: string): string {
  try {
    return mkdtempSync(join(parent, 'nextcloud-release-build-'));
  } catch (cause) {
    throw copyFailed(parent, cause);
  }
}

function copyFailed(to: string, cause: unknown): BuildError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new BuildError('copy-failed', `The app could not be copied to ${to}: ${why}.`, {
    hint: `Make room or name another folder in TMPDIR, or ${buildItYourself}.`,
    cause,
  });
}
