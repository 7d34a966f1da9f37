// SPDX-License-Identifier: MIT
import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Finding } from '../../common/finding.js';
import { printable } from '../../common/render/printable.js';
import { applyRules, type Rule } from '../../common/rule.js';
import { walkApp, type AppWalk, type LeftOut, type StagedFile } from './app-walk.js';
import { stageRules } from './stage-rules.js';

/** A sealed list of what will be packed: not a copy. */
export interface Stage {
  readonly dir: string;
  /** in the order of the bytes of their paths */
  readonly files: readonly StagedFile[];
  readonly leftOut: readonly LeftOut[];
  readonly findings: readonly Finding[];
}

export interface StageOptions {
  /** what is about to be written, and is no part of the app even where it lies inside of it */
  readonly outputs?: readonly string[];
  /** more rules over what was found, e.g. over names that no server can verify */
  readonly rules?: readonly Rule<AppWalk>[];
}

/**
 * Chooses the files of an app: all that neither a `.nextcloudignore` (the language of gitignore(5), in any folder) nor a
 * safe default (leave-out-rules.ts) leaves out. What is wrong with them is in `findings`, all at once.
 *
 * @throws PackageError where a folder or an ignore file cannot be read
 */
export function stageApp(dir: string, options: StageOptions = {}): Stage {
  const walk = walkApp(dir, (options.outputs ?? []).map(withoutLinks));
  const findings = applyRules([...stageRules, ...(options.rules ?? [])], walk);
  return {
    dir,
    files: walk.files,
    leftOut: walk.leftOut,
    findings: findings.map((finding) => ({ ...finding, message: printable(finding.message) })),
  };
}

/** The path as it will be met in the app's folder: the file itself may not be there yet. */
export function withoutLinks(path: string): string {
  const absolute = resolve(path);
  try {
    return join(realpathSync.native(dirname(absolute)), basename(absolute));
  } catch {
    return absolute;
  }
}
