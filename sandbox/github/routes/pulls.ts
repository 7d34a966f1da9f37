// SPDX-License-Identifier: MIT
import { mayPush, readable } from '../access.js';
import { type Answer, json, noContent, notFound } from '../answer.js';
import { editIssue } from '../issue-edit.js';
import { commitJson, fileChangeJson } from '../json/commit-json.js';
import { issueWebUrl } from '../json/issue-json.js';
import { page, pageOf } from '../paging.js';
import { pullRequestJson, pullRequestSimpleJson } from '../pull-request-json.js';
import type { PullRequest } from '../pull-request.js';
import { changeBase } from '../pulls/change-base.js';
import { limitPatches } from '../pulls/limit-patches.js';
import { askWhetherMergeable } from '../pulls/mergeability.js';
import { mergePull } from '../pulls/merge-pull.js';
import { openPull } from '../pulls/open-pull.js';
import { prepareReopen } from '../pulls/prepare-reopen.js';
import { pullCommits, pullFiles } from '../pulls/pull-diff.js';
import { updateBranch } from '../pulls/update-branch.js';
import { found, invalid, refuse } from '../refused.js';
import { RequestFields } from '../request-fields.js';
import type { Call, Needs, Route } from '../router.js';
import { caller, mayTriage, mustBeAdmin } from './issues.js';

const pulls = '/api/v3/repos/:owner/:name/pulls';
const read: Needs = { anyOf: [{ pull_requests: 'read' }] };
/** Everyone may propose who may read; what he may change is looked at in each handler. */
const write: Needs = { anyOf: [{ pull_requests: 'write' }], role: 'read' };

export const pullRoutes: readonly Route[] = [
  { method: 'GET', path: pulls, needs: read, handle: list },
  { method: 'POST', path: pulls, needs: write, handle: create },
  { method: 'GET', path: `${pulls}/:number`, needs: read, handle: get },
  { method: 'PATCH', path: `${pulls}/:number`, needs: write, handle: update },
  { method: 'GET', path: `${pulls}/:number/files`, needs: read, handle: listFiles },
  { method: 'GET', path: `${pulls}/:number/commits`, needs: read, handle: listCommits },
  { method: 'GET', path: `${pulls}/:number/merge`, needs: { anyOf: [{ contents: 'read' }] }, handle: isMerged },
  { method: 'PUT', path: `${pulls}/:number/update-branch`, needs: write, handle: updateHead },
  { method: 'PUT', path: `${pulls}/:number/merge`, needs: { anyOf: [{ contents: 'write' }] }, handle: merge },
];

/** "Responses include a maximum of 3000 files" and "a maximum of 250 commits" (REST documentation). */
const maxFiles = 3000;
const maxCommits = 250;

export function pullNamed(call: Call): PullRequest {
  return found(found(readable(call)).pulls.get(Number(call.params.number)));
}

function list(call: Call): Answer {
  const repository = found(readable(call));
  const query = call.url.searchParams;
  const state = query.get('state') ?? 'open';
  const [head, base] = [query.get('head'), query.get('base')];
  const wanted = [...repository.pulls.values()].filter(
    (pull) =>
      (state === 'all' || pull.issue.state === state) &&
      // "Filter pulls by head user or head organization and branch name": without a colon there is no filter.
      (head?.includes(':') !== true || pull.head.label.toLowerCase() === head.toLowerCase()) &&
      (base === null || base === '' || pull.base.ref === base),
  );
  return page(call, sorted(wanted, query), (pull) => pullRequestSimpleJson(pull, call.origins));
}

/** "Default: desc when sort is created or sort is not specified, otherwise asc" */
function sorted(list: PullRequest[], query: URLSearchParams): PullRequest[] {
  const sort = query.get('sort') ?? 'created';
  const keys: Record<string, (pull: PullRequest) => number> = {
    updated: ({ issue }) => issue.updatedAt.getTime(),
    popularity: ({ issue }) => issue.comments.size,
    'long-running': ({ issue }) => issue.createdAt.getTime(),
  };
  const key = keys[sort] ?? (({ issue }: PullRequest) => issue.number);
  const sign = (query.get('direction') ?? (sort === 'created' ? 'desc' : 'asc')) === 'asc' ? 1 : -1;
  return list.sort((one, other) => sign * (key(one) - key(other) || one.issue.number - other.issue.number));
}

function get(call: Call): Answer {
  const pull = pullNamed(call);
  const answer = json(200, pullRequestJson(pull, call.origins));
  askWhetherMergeable(call, pull);
  return answer;
}

async function create(call: Call): Promise<Answer> {
  const repository = found(readable(call));
  const fields = RequestFields.of(call.body);
  const wish = {
    title: fields.text('title') ?? '',
    body: fields.textOrNull('body') ?? null,
    head: fields.requiredText('head'),
    headRepository: fields.text('head_repo'),
    base: fields.requiredText('base'),
    draft: fields.flag('draft') ?? false,
    maintainerCanModify: fields.flag('maintainer_can_modify'),
  };
  const pull = await openPull(call, repository, wish, caller(call));
  const shown = pullRequestJson(pull, call.origins);
  return json(201, shown, { location: String(shown.url) });
}

async function update(call: Call): Promise<Answer> {
  const pull = pullNamed(call);
  const by = caller(call);
  const { issue, repository } = pull;
  const fields = RequestFields.of(call.body);
  if (issue.user !== by.user && !mayPush(by, repository) && !mayTriage(by, repository)) refuse(mustBeAdmin);
  const [title, body] = [fields.text('title'), fields.textOrNull('body')];
  const [state, base] = [fields.oneOf('state', ['open', 'closed']), fields.text('base')];
  if (title?.trim() === '') invalid({ resource: 'PullRequest', code: 'missing_field', field: 'title' });
  if (base !== undefined && base !== pull.base.ref) await changeBase(call, pull, base, by);
  if (state === 'open' && issue.state === 'closed') await prepareReopen(pull);
  pull.maintainerCanModify = fields.flag('maintainer_can_modify') ?? pull.maintainerCanModify;
  editIssue(call, issue, { title, body, state }, by);
  return json(200, pullRequestJson(pull, call.origins));
}

async function listFiles(call: Call): Promise<Answer> {
  const pull = pullNamed(call);
  const { repository, head } = pull;
  const { shown, headers } = pageOf(call, (await pullFiles(pull)).slice(0, maxFiles));
  const at = { repository: head.repository ?? repository, commit: head.sha, origins: call.origins };
  const files = limitPatches(shown).map((change) => fileChangeJson(change, at));
  return json(200, files, headers);
}

function listCommits(call: Call): Answer {
  const pull = pullNamed(call);
  return page(call, pullCommits(pull).slice(0, maxCommits), (commit) => commitJson(commit, pull.repository, call));
}

function isMerged(call: Call): Answer {
  return pullNamed(call).merged ? noContent : notFound;
}

async function merge(call: Call): Promise<Answer> {
  const pull = pullNamed(call);
  const fields = RequestFields.of(call.body);
  const wish = {
    method: fields.oneOf('merge_method', ['merge', 'squash', 'rebase']) ?? ('merge' as const),
    title: fields.text('commit_title'),
    message: fields.text('commit_message'),
    sha: fields.text('sha'),
  };
  const sha = await mergePull(call, pull, wish, caller(call));
  return json(200, { sha, merged: true, message: 'Pull Request successfully merged' });
}

/** "Updates the pull request branch with the latest upstream changes", which GitHub does after it has answered. */
async function updateHead(call: Call): Promise<Answer> {
  const pull = pullNamed(call);
  await updateBranch(call, pull, RequestFields.of(call.body).text('expected_head_sha'), caller(call));
  return json(202, { message: 'Updating pull request branch.', url: issueWebUrl(pull.issue, call.origins) });
}
