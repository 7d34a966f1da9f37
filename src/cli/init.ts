// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Command } from '../../common/command.js';
import { InputError } from '../../common/input-error.js';
import { version } from '../../common/version.js';
import { releaseWorkflow } from '../release-workflow.js';

const workflowPath = join('.github', 'workflows', 'release.yml');
const defaultRepository = 'nextcloud-releases/nextcloud-release';

export const init: Command = {
  name: 'init',
  usage: '[DIR] [--action OWNER/NAME@REF]',
  summary: `Writes ${workflowPath} into an app's repository; a file that is there already is left alone.`,
  options: {
    action: {
      type: 'string',
      value: 'OWNER/NAME@REF',
      help: 'the Action to use; REF is best a full commit (default: the commit of this checkout)',
    },
  },
  positionals: [0, 1],
  run: async (args, terminal) => {
    const given = args.text('action');
    if (given !== undefined) checkAction(given);
    const dir = resolve(terminal.cwd, args.positionals[0] ?? '.');
    if (!existsSync(join(dir, 'appinfo', 'info.xml'))) {
      throw new InputError('bad-usage', `${dir} is no app: it has no appinfo/info.xml.`, {
        hint: 'Name the folder of the app: nextcloud-release init DIR',
      });
    }
    const file = join(dir, workflowPath);
    mkdirSync(dirname(file), { recursive: true });
    const action = given ?? thisAction(terminal.packageRoot);
    try {
      writeFileSync(file, releaseWorkflow(action), { flag: 'wx' });
    } catch (cause) {
      if (typeof cause !== 'object' || cause === null || !('code' in cause) || cause.code !== 'EEXIST') throw cause;
      throw new InputError('bad-usage', `${file} is there already; it was not changed.`, {
        hint: 'Move it away first, or edit it by hand.',
        cause,
        file,
      });
    }
    terminal.out(
      `wrote ${workflowPath}\n\nNext:\n` +
        '  1. Settings → Environments → New environment "release", with the secrets that the file names.\n' +
        '  2. Settings → Rules: let only maintainers push tags "v*".\n' +
        '  3. Commit the file, then push a tag that is the version in appinfo/info.xml.\n',
    );
    return 'fine';
  },
};

/** OWNER/NAME@REF, as `uses:` has it; a path below the repository may follow the name. */
function checkAction(text: string): void {
  if (/^[\w-]+\/[\w.-]+(?:\/[\w./-]+)?@[\w./+-]+(?: # [\w./ +-]+)?$/.test(text)) return;
  throw new InputError('bad-usage', `"${text}" is no Action of the shape OWNER/NAME@REF.`, {
    hint: `Give one like ${defaultRepository}@v${version}.`,
  });
}

/** A checkout knows its own commit, which is what a workflow should pin; a package from npm knows its version. */
function thisAction(packageRoot: string): string {
  const git = (...args: string[]): string =>
    execFileSync('git', ['-C', packageRoot, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    const commit = git('rev-parse', 'HEAD');
    return `${repositoryOf(git)}@${commit} # v${version}`;
  } catch {
    return `${defaultRepository}@v${version}`;
  }
}

function repositoryOf(git: (...args: string[]) => string): string {
  try {
    const [, repository] =
      /github\.com[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(git('remote', 'get-url', 'origin')) ?? [];
    return repository ?? defaultRepository;
  } catch {
    return defaultRepository;
  }
}
