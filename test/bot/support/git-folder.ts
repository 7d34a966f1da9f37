// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Account, Change, PullRequestCommit, Situation } from '../../../bot/situation.js';
import { alice, type Outline, situationOf } from './situation.js';

const upstream = 'https://github.com/nextcloud/app-certificate-requests';

/** A requester’s clone of a fork, with git as it is: what the comment tells people to run is run here. */
export class GitFolder {
  readonly folder: string;
  readonly #env: NodeJS.ProcessEnv;

  /** @param root empty, and gone after the test */
  constructor(private readonly root: string) {
    this.folder = join(root, 'clone');
    const config = join(root, 'gitconfig');
    writeFileSync(
      config,
      `[user]\nname = Alice\nemail = alice@example.org\n[init]\ndefaultBranch = master\n[url "${root}/base.git"]\ninsteadOf = ${upstream}\n`,
    );
    this.#env = {
      PATH: process.env.PATH,
      HOME: root,
      GIT_CONFIG_GLOBAL: config,
      GIT_CONFIG_NOSYSTEM: '1',
      LC_ALL: 'C.UTF-8',
    };
    mkdirSync(join(root, 'seed'));
    this.#run('git init -q . && echo hello > README.md && git add . && git commit -qm first', join(root, 'seed'));
    this.#run(
      'git clone -q --bare seed base.git && git clone -q --bare base.git fork.git && git clone -q fork.git clone',
      root,
    );
    this.run('git checkout -q -b request');
  }

  /** Runs lines of a shell as somebody does who copies them; the first that fails ends it. */
  run(script: string): string {
    return this.#run(script, this.folder);
  }

  write(path: string, content: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), content);
  }

  /** What the pull request of the pushed branch is. */
  situation(outline: Outline = {}): Promise<Situation> {
    const base = this.#run('git rev-parse master', join(this.root, 'base.git')).trim();
    const head = this.#run('git rev-parse request', join(this.root, 'fork.git')).trim();
    this.run('git fetch -q origin');
    const blobs = new Map<string, Uint8Array>();
    const fork = this.run(`git merge-base ${base} ${head}`).trim();
    const commits = this.run(`git rev-list --reverse ${base}..${head}`).split('\n').filter(Boolean);
    return situationOf(outline).then((situation) => ({
      ...situation,
      commits: commits.map((sha) => this.#commit(sha, blobs)),
      changes: this.#changes(`${fork} ${head}`, blobs),
      blobs,
      pullRequest: { ...situation.pullRequest, head: { ...situation.pullRequest.head, sha: head } },
    }));
  }

  #commit(sha: string, blobs: Map<string, Uint8Array>): PullRequestCommit {
    const [authorName = '', authorEmail = '', committerEmail = '', parents = '', ...message] = this.run(
      `git log -1 --format='%an%n%ae%n%ce%n%P%n%B' ${sha}`,
    ).split('\n');
    const accountOf = (email: string): Account | undefined => (email.endsWith('.unlinked') ? undefined : alice);
    return {
      sha,
      authorName,
      authorEmail,
      message: message.join('\n'),
      author: accountOf(authorEmail),
      committer: accountOf(committerEmail),
      parents: parents.split(' ').filter(Boolean),
      changes: this.#changes(`${sha}^ ${sha}`, blobs),
    };
  }

  #changes(range: string, blobs: Map<string, Uint8Array>): Change[] {
    const fields = this.run(`git diff --raw -z --no-abbrev --no-renames ${range}`).split('\0').slice(0, -1);
    return fields.flatMap((field, at): Change[] => {
      const [, mode = '', , blob = '', letter = ''] = field.split(' ');
      if (!field.startsWith(':')) return [];
      const path = fields[at + 1] ?? '';
      if (letter === 'D') return [{ path, status: 'deleted' }];
      const { stdout } = spawnSync('git', ['cat-file', 'blob', blob], { cwd: this.folder });
      blobs.set(blob, stdout);
      return [{ path, status: letter === 'A' ? 'added' : 'modified', mode, blob }];
    });
  }

  #run(script: string, cwd: string): string {
    const { status, stdout, stderr } = spawnSync('sh', ['-euc', script], { cwd, env: this.#env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${script}\n${stderr}`);
    return stdout;
  }
}
