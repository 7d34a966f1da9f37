// SPDX-License-Identifier: MIT
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { changeTree, emptyTree, modes, type Mode, type TreeChange } from './git/tree.js';
import type { User } from './people.js';
import type { Repository } from './repository.js';

/**
 * Makes what is in a folder the default branch, in one commit; `.git` is left out.
 * @returns the commit
 */
export function seedRepository(repository: Repository, folder: string, by: User, date: Date): string {
  const { network, refs } = repository.git;
  const changes = [...filesBelow(folder)].map(({ path, mode, bytes }): TreeChange => {
    return { path, mode, id: network.objects.write('blob', bytes) };
  });
  const author = { name: by.name ?? by.login, email: by.emails[0] ?? '', date, zone: '+0000' };
  const tree = changeTree(network.objects, emptyTree, changes);
  const commit = network.writeCommit({ tree, parents: [], author, committer: author, message: 'Initial commit\n' });
  refs.set(`refs/heads/${repository.defaultBranch}`, commit.id);
  repository.contributors.set(by.id, 1);
  return commit.id;
}

function* filesBelow(root: string, below = ''): Generator<{ path: string; mode: Mode; bytes: Buffer }> {
  for (const name of readdirSync(join(root, below)).sort()) {
    if (name === '.git') continue;
    const path = below === '' ? name : `${below}/${name}`;
    const stats = lstatSync(join(root, path));
    if (stats.isDirectory()) yield* filesBelow(root, path);
    else if (stats.isSymbolicLink())
      yield { path, mode: modes.symlink, bytes: Buffer.from(readlinkSync(join(root, path))) };
    else if (stats.isFile()) {
      const mode = (stats.mode & 0o111) === 0 ? modes.file : modes.executable;
      yield { path, mode, bytes: readFileSync(join(root, path)) };
    }
  }
}
