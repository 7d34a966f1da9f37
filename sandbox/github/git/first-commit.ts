// SPDX-License-Identifier: MIT
import type { User } from '../people.js';
import type { Commit } from './commit.js';
import type { GitRepository } from './git-repository.js';
import { signatureOf } from './signature-of.js';
import { changeTree, emptyTree, modes } from './tree.js';

/** What GitHub puts into a repository that is made with a README. */
export function firstCommit(
  git: GitRepository,
  about: { readonly name: string; readonly account: User; readonly date: Date },
): Commit {
  const { account, date, name } = about;
  const { objects } = git.network;
  const readme = objects.write('blob', Buffer.from(`# ${name}\n`));
  const tree = changeTree(objects, emptyTree, [{ path: 'README.md', mode: modes.file, id: readme }]);
  const author = signatureOf(account, date);
  return git.network.writeCommit({ tree, parents: [], author, committer: author, message: 'Initial commit' });
}
