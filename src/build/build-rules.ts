// SPDX-License-Identifier: MIT
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../../common/rule.js';
import { buildItYourself } from './build-error.js';
import { objectOf, readJsonObject } from './build-plan.js';

/** What was found in the folder that will be packed, and in the checkout that it is a copy of. */
export interface BuildSubject {
  readonly dir: string;
  /** files of the checkout that no commit has as they are */
  readonly uncommitted: readonly string[];
}

/** Platform packages: they name what must be there, not what must be installed. */
const platform = /^(php(-64bit|-ipv6|-zts|-debug)?|hhvm|ext-.+|lib-.+|composer(-.+)?)$/;

const named = 5;

export const buildRules: readonly Rule<BuildSubject>[] = [
  {
    id: 'build-uncommitted',
    severity: 'warning',
    check: ({ uncommitted }) => (uncommitted.length > 0 ? [{ message: wordsFor(uncommitted) }] : []),
    message: 'The archive holds what no commit has.',
    fix: 'Commit the changes and tag that commit, so that the release can be made again.',
    source: 'krankerl, issue 21 and its clean clone',
  },
  {
    id: 'build-composer-missing',
    severity: 'warning',
    check: ({ dir }) => {
      const wanted = composerPackages(dir);
      if (wanted.length === 0) return [];
      return [{ message: `composer.json requires ${wanted.slice(0, named).join(', ')}, and nothing is installed.` }];
    },
    message: 'composer.json requires packages that are not installed.',
    fix: 'Composer is not run here: run "composer install --no-dev" first, and pack the folder as it is, with --no-build.',
    source: 'composer: vendor-dir',
  },
  {
    id: 'build-tool-not-run',
    severity: 'info',
    check: ({ dir }) =>
      ['krankerl.toml', 'Makefile']
        .filter((file) => existsSync(join(dir, file)))
        .map((file) => ({
          message: `${file} is there, and was not run.`,
          file,
        })),
    message: 'There is a build tool that this program does not run.',
    fix: `Where the app needs it, ${buildItYourself}; else nothing is to be done.`,
    source: 'krankerl: before_cmds',
  },
];

/** Packages that composer would have to install for users, and did not. */
function composerPackages(dir: string): string[] {
  const composer = readJsonObject(join(dir, 'composer.json'));
  const folder = objectOf(composer?.config)['vendor-dir'];
  const vendor = typeof folder === 'string' ? folder : 'vendor';
  if (existsSync(join(dir, vendor, 'autoload.php'))) return [];
  return Object.keys(objectOf(composer?.require)).filter((name) => !platform.test(name));
}

function wordsFor(uncommitted: readonly string[]): string {
  const some = uncommitted.slice(0, named).join(', ');
  const more = uncommitted.length > named ? ` and ${uncommitted.length - named} more` : '';
  return `The archive holds what no commit has: ${some}${more}.`;
}
