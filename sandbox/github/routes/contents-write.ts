// SPDX-License-Identifier: MIT
import { readable } from '../access.js';
import { type Answer, json, problem } from '../answer.js';
import { changeTree, emptyTree, entryAt, modes } from '../git/tree.js';
import { gitCommitJson } from '../json/commit-json.js';
import { push } from '../pushes/push.js';
import { refusalAnswer } from '../pushes/refusal-answer.js';
import { found, refuse } from '../refused.js';
import type { Repository } from '../repository.js';
import { RequestFields } from '../request-fields.js';
import type { Call, Route } from '../router.js';
import { contentJson } from './contents.js';
import { contentsWrite } from './git-blobs.js';
import { writeFor } from './git-commits.js';
import { caller } from './issues.js';

const file = '/api/v3/repos/:owner/:name/contents/*path';

export const contentsWriteRoutes: readonly Route[] = [
  { method: 'PUT', path: file, needs: contentsWrite, handle: put },
  { method: 'DELETE', path: file, needs: contentsWrite, handle: remove },
];

/** Makes or replaces one file, in a commit of its own. */
async function put(call: Call): Promise<Answer> {
  const change = new FileCommit(call);
  const { repository, path, fields } = change;
  const isNew = change.before === undefined;
  if (!isNew) change.checkSha();
  const bytes = Buffer.from(fields.requiredText('content'), 'base64');
  const blob = repository.git.network.objects.write('blob', bytes);
  const commit = await change.commit(blob);
  const content = contentJson({ call, repository, commit, ref: change.branch }, path);
  return json(isNew ? 201 : 200, { content, commit: gitCommitJson(commit, repository, call.origins) });
}

async function remove(call: Call): Promise<Answer> {
  const change = new FileCommit(call);
  found(change.before);
  change.checkSha();
  const commit = await change.commit(null);
  return json(200, { content: null, commit: gitCommitJson(commit, change.repository, call.origins) });
}

/** A commit that changes one file of a branch. */
class FileCommit {
  readonly fields: RequestFields;
  readonly repository: Repository;
  readonly path: string;
  readonly branch: string;
  /** the branch's tip, which the commit goes upon */
  readonly #tip: string | undefined;
  /** what is there now */
  readonly before: string | undefined;

  constructor(private readonly call: Call) {
    this.fields = RequestFields.of(call.body);
    this.repository = found(readable(call));
    this.path = call.params.path ?? '';
    this.branch = this.fields.text('branch') ?? this.repository.defaultBranch;
    this.#tip = this.repository.branches.get(this.branch);
    const isEmpty = this.repository.branches.names().length === 0;
    if (this.#tip === undefined && !isEmpty) refuse(problem(404, `Branch ${this.branch} not found`));
    if (this.path.split('/').some((part) => /^(|\.|\.\.|\.git)$/i.test(part))) {
      refuse(problem(422, 'path contains a malformed path component'));
    }
    this.before = entryAt(this.repository.git.network.objects, this.#tree, this.path)?.id;
  }

  get #tree(): string {
    return this.#tip === undefined ? emptyTree : this.repository.git.network.commit(this.#tip).tree;
  }

  checkSha(): void {
    const sha = this.fields.requiredText('sha');
    if (sha !== this.before) refuse(problem(409, `${this.path} does not match ${sha}`));
  }

  /** @param blob null takes the file away */
  async commit(blob: string | null) {
    const { call, fields, repository, path } = this;
    const { network } = repository.git;
    const by = caller(call);
    const change = {
      tree: changeTree(network.objects, this.#tree, [{ path, mode: modes.file, id: blob }]),
      parents: this.#tip === undefined ? [] : [this.#tip],
      message: fields.requiredText('message'),
    };
    const commit = writeFor(by, repository, change, fields, call.state.now());
    const update = { name: `refs/heads/${this.branch}`, after: commit.id, force: false };
    const refusal = await push(call, repository, [update], by);
    if (refusal !== undefined) refuse({ ...refusalAnswer(refusal, false), status: 409 });
    return commit;
  }
}
