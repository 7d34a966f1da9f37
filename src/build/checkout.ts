// SPDX-License-Identifier: MIT
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { BuildError } from './build-error.js';

/** The files of a folder as git sees them. Paths are bytes, relative to the folder. */
export interface Checkout {
  /** tracked, or neither tracked nor ignored */
  readonly files: readonly Buffer[];
  /** of those, what no commit has as it is */
  readonly uncommitted: readonly string[];
}

const run = promisify(execFile);

/** paths of a large repository: 100,000 of 600 bytes */
const maxBuffer = 64 * 1024 * 1024;

/**
 * What belongs to the checkout in a folder, or undefined where the folder is none (or there is no git).
 * @throws BuildError `git-refused`
 */
export async function readCheckout(dir: string, env: Readonly<Record<string, string>>): Promise<Checkout | undefined> {
  const git = async (...words: string[]): Promise<Buffer> => {
    const options = { env: { ...env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' }, maxBuffer, encoding: 'buffer' } as const;
    return (await run('git', ['-C', dir, ...words], options)).stdout;
  };
  try {
    const files = split(await git('ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'));
    // A folder that git ignores as a whole is the user's choice of a folder, not an app without files.
    if (files.length === 0) return undefined;
    const status = await git('status', '--porcelain=v1', '-z', '--no-renames', '--', '.');
    const prefix = (await git('rev-parse', '--show-prefix')).toString('utf8').trimEnd();
    return { files, uncommitted: split(status).map((entry) => nameIn(entry, prefix)) };
  } catch (error) {
    const said = Buffer.from((error as { stderr?: Uint8Array }).stderr ?? []).toString('utf8');
    if ((error as { code?: unknown }).code === 'ENOENT' || said.includes('not a git repository')) return undefined;
    throw new BuildError('git-refused', `git does not tell which files belong to ${dir}: ${said.trim()}`, {
      hint: said.includes('dubious ownership')
        ? `Run git config --global --add safe.directory ${dir}, or pack the folder as it is, with --no-build.`
        : 'Mend what git names, or pack the folder as it is, with --no-build.',
      cause: error,
    });
  }
}

function split(output: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let from = 0; from < output.length;) {
    const end = output.indexOf(0, from);
    parts.push(output.subarray(from, end));
    from = end + 1;
  }
  return parts;
}

/** `XY path`, the path from the top of the repository; XY are the states in the index and in the folder. */
function nameIn(entry: Buffer, prefix: string): string {
  const path = entry.subarray(3).toString('utf8');
  return path.startsWith(prefix) ? path.slice(prefix.length) : path;
}
