// SPDX-License-Identifier: MIT
import type { User } from './people.js';
import { type Ask, Visitor } from './visitor.js';

/** Contents by path; null takes a file away. */
export type Files = Readonly<Record<string, string | null | OtherFile>>;

/** What is no text of its own: bytes, something executable, a symbolic link, or a submodule (`sha` of its commit). */
export interface OtherFile {
  readonly mode: '100644' | '100755' | '120000' | '160000';
  readonly content?: string | Uint8Array;
  readonly sha?: string;
}

/** Whom a commit says that it is by: nobody checks that. */
export interface Signer {
  readonly name: string;
  readonly email: string;
  /** ISO 8601; default: now */
  readonly date?: string;
}

export interface CommitWish {
  /** `OWNER/NAME` */
  readonly to: string;
  /** ids; what the first holds is changed */
  readonly parents: readonly [string, ...string[]];
  readonly files: Files;
  readonly message?: string | undefined;
  /** default: the person */
  readonly author?: Signer | undefined;
  /** default: the author */
  readonly committer?: Signer | undefined;
}

export interface Proposal {
  /** in the person's fork */
  readonly branch: string;
  readonly files: Files;
  readonly title: string;
  readonly body?: string;
  readonly message?: string;
  readonly draft?: boolean;
  readonly author?: Signer;
  readonly committer?: Signer;
}

export interface Proposed {
  readonly number: number;
  /** the head commit */
  readonly head: string;
}

/** What people do with a repository, in the words that people have for it. */
export class Person extends Visitor {
  constructor(
    ask: Ask,
    token: string,
    repository: string,
    readonly user: User,
  ) {
    super(ask, token, repository);
  }

  /** Opens a pull request from the person's own fork, made where there is none. */
  async propose(wish: Proposal): Promise<Proposed> {
    const fork = await this.fork();
    const { default_branch: base } = await this.must<{ default_branch: string }>('GET', `/repos/${this.repository}`);
    const head = await this.push({ ...wish, from: `${this.repository}#${base}`, to: fork });
    const { number } = await this.must<{ number: number }>('POST', 'pulls', {
      base,
      head: `${this.user.login}:${wish.branch}`,
      title: wish.title,
      body: wish.body ?? '',
      draft: wish.draft ?? false,
    });
    return { number, head };
  }

  /** @returns `OWNER/NAME` of the person's fork */
  async fork(): Promise<string> {
    return (await this.must<{ full_name: string }>('POST', 'forks', {})).full_name;
  }

  /**
   * Commits changes and moves a branch there, by force where that is asked for.
   * @param wish.from `OWNER/NAME#REF` of the parent; default: the branch itself
   * @param wish.to repository; default: the person's fork
   * @returns the commit
   */
  async push(wish: {
    readonly branch: string;
    readonly files: Files;
    readonly message?: string;
    readonly from?: string;
    readonly to?: string;
    readonly force?: boolean;
    readonly author?: Signer;
    readonly committer?: Signer;
  }): Promise<string> {
    const to = wish.to ?? (await this.fork());
    const [source = to, ref = wish.branch] = (wish.from ?? '').split('#').filter((part) => part !== '');
    const parent = await this.must<{ sha: string }>('GET', `/repos/${source}/commits/${ref}`);
    const sha = await this.commit({ ...wish, to, parents: [parent.sha] });
    await this.moveBranch(to, wish.branch, sha, wish.force ?? false);
    return sha;
  }

  /** Makes a commit that no branch has yet. @returns its id */
  async commit(wish: CommitWish): Promise<string> {
    const { to, parents, files, author, committer } = wish;
    const git = `/repos/${to}/git`;
    const tree = await Promise.all(Object.entries(files).map(([path, file]) => this.#treeEntry(git, path, file)));
    const before = await this.must<{ tree: { sha: string } }>('GET', `${git}/commits/${parents[0]}`);
    const after =
      tree.length === 0
        ? before.tree
        : await this.must<{ sha: string }>('POST', `${git}/trees`, { base_tree: before.tree.sha, tree });
    const [email = ''] = this.user.emails;
    const signedOff = `Signed-off-by: ${this.user.login} <${email}>`;
    const { sha } = await this.must<{ sha: string }>('POST', `${git}/commits`, {
      message: wish.message ?? `Change ${Object.keys(files).join(', ')}\n\n${signedOff}\n`,
      tree: after.sha,
      parents,
      author: author ?? { name: this.user.name ?? this.user.login, email },
      ...(committer && { committer }),
    });
    return sha;
  }

  async #treeEntry(git: string, path: string, file: string | null | OtherFile): Promise<object> {
    if (file === null) return { path, mode: '100644', type: 'blob', sha: null };
    if (typeof file === 'string') return { path, mode: '100644', type: 'blob', content: file };
    const { mode, content, sha } = file;
    if (sha !== undefined) return { path, mode, type: mode === '160000' ? 'commit' : 'blob', sha };
    const bytes = Buffer.from(content ?? '').toString('base64');
    const blob = await this.must<{ sha: string }>('POST', `${git}/blobs`, { content: bytes, encoding: 'base64' });
    return { path, mode, type: 'blob', sha: blob.sha };
  }

  /** Moves a branch, made where it is not there. */
  async moveBranch(repository: string, branch: string, sha: string, force: boolean): Promise<void> {
    const refs = `/repos/${repository}/git/refs`;
    const known = await this.request('GET', `/repos/${repository}/git/ref/heads/${branch}`);
    if (known.status === 200) await this.must('PATCH', `${refs}/heads/${branch}`, { sha, force });
    else await this.must('POST', refs, { ref: `refs/heads/${branch}`, sha });
  }

  /** @returns id of the comment */
  async comment(number: number, body: string): Promise<number> {
    return (await this.must<{ id: number }>('POST', `issues/${number}/comments`, { body })).id;
  }

  async editComment(id: number, body: string): Promise<void> {
    await this.must('PATCH', `issues/comments/${id}`, { body });
  }

  /** @param commit default: the head. @returns id of the review */
  async approve(number: number, commit?: string): Promise<number> {
    return this.#review(number, { event: 'APPROVE', ...(commit !== undefined && { commit_id: commit }) });
  }

  async requestChanges(number: number, body: string): Promise<number> {
    return this.#review(number, { event: 'REQUEST_CHANGES', body });
  }

  async #review(number: number, wish: object): Promise<number> {
    return (await this.must<{ id: number }>('POST', `pulls/${number}/reviews`, wish)).id;
  }

  async dismiss(number: number, review: number, message: string): Promise<void> {
    await this.must('PUT', `pulls/${number}/reviews/${review}/dismissals`, { message, event: 'DISMISS' });
  }

  /** @returns number of the issue */
  async openIssue(title: string, body: string): Promise<number> {
    return (await this.must<{ number: number }>('POST', 'issues', { title, body })).number;
  }

  async edit(number: number, changes: { readonly title?: string; readonly body?: string }): Promise<void> {
    await this.must('PATCH', `issues/${number}`, changes);
  }

  async close(number: number): Promise<void> {
    await this.must('PATCH', `issues/${number}`, { state: 'closed' });
  }

  async reopen(number: number): Promise<void> {
    await this.must('PATCH', `issues/${number}`, { state: 'open' });
  }

  /** Takes a draft out of being one. */
  async markReady(number: number): Promise<void> {
    const { node_id: id } = await this.must<{ node_id: string }>('GET', `pulls/${number}`);
    const query =
      'mutation ($id: ID!) { markPullRequestReadyForReview(input: { pullRequestId: $id }) { clientMutationId } }';
    const { errors } = await this.graphql(query, { id });
    if (errors !== undefined) throw new Error(`markPullRequestReadyForReview: ${JSON.stringify(errors)}`);
  }

  async label(number: number, ...labels: string[]): Promise<void> {
    await this.must('POST', `issues/${number}/labels`, { labels });
  }

  /** What the button "Re-run" of a check run does. */
  async rerun(checkRun: number): Promise<void> {
    await this.must('POST', `check-runs/${checkRun}/rerequest`);
  }
}
