// SPDX-License-Identifier: MIT
import { may, readable } from '../access.js';
import { type Answer, json, noContent, problem } from '../answer.js';
import type { Actor } from '../app.js';
import { editIssue, emitIssue, labelIssue, lockIssue, unlabelIssue } from '../issue-edit.js';
import { type Issue, openIssue } from '../issue.js';
import { issueJson } from '../json/issue-json.js';
import { page } from '../paging.js';
import { prepareReopen } from '../pulls/prepare-reopen.js';
import { found, invalid, refuse } from '../refused.js';
import { RequestFields } from '../request-fields.js';
import type { Repository } from '../repository.js';
import type { Call, Needs, Route } from '../router.js';
import { labelNamed } from './labels.js';

const issues = '/api/v3/repos/:owner/:name/issues';

/** Issues, and what pull requests have of one, may be read and written with either permission. */
export const issueRead: Needs = { anyOf: [{ issues: 'read' }, { pull_requests: 'read' }] };
export const issueWrite: Needs = { anyOf: [{ issues: 'write' }, { pull_requests: 'write' }], role: 'read' };
const triage: Needs = { ...issueWrite, role: 'triage' };

export const issueRoutes: readonly Route[] = [
  { method: 'GET', path: issues, needs: issueRead, handle: list },
  { method: 'POST', path: issues, needs: { anyOf: [{ issues: 'write' }], role: 'read' }, handle: create },
  { method: 'GET', path: `${issues}/:number`, needs: issueRead, handle: get },
  { method: 'PATCH', path: `${issues}/:number`, needs: issueWrite, handle: update },
  { method: 'PUT', path: `${issues}/:number/lock`, needs: triage, handle: lock },
  { method: 'DELETE', path: `${issues}/:number/lock`, needs: triage, handle: unlock },
];

export const mustBeAdmin = problem(403, 'Must have admin rights to Repository.');

/** The repository and the issue or pull request that a call names. */
export function issueNamed(call: Call): Issue {
  const repository = found(readable(call));
  return found(repository.issues.get(Number(call.params.number)));
}

/** Who calls; there is always one behind a route whose `needs` refuse everybody else. */
export function caller(call: Call): Actor {
  return call.actor ?? refuse(problem(401, 'Requires authentication'));
}

export function mayTriage(actor: Actor, repository: Repository): boolean {
  return may(actor, repository, { role: 'triage', anyOf: issueWrite.anyOf });
}

function get(call: Call): Answer {
  return json(200, issueJson(issueNamed(call), call.origins));
}

function list(call: Call): Answer {
  const repository = found(readable(call));
  const query = call.url.searchParams;
  const state = query.get('state') ?? 'open';
  const labels = (query.get('labels') ?? '').split(',').filter((name) => name !== '');
  const creator = query.get('creator');
  const since = new Date(query.get('since') ?? 0);
  const wanted = [...repository.issues.values()].filter(
    (issue) =>
      (state === 'all' || issue.state === state) &&
      (creator === null || issue.user.login === creator) &&
      issue.updatedAt >= since &&
      labels.every((name) => issue.labels.some((label) => label.name.toLowerCase() === name.toLowerCase())),
  );
  return page(call, sorted(wanted, query), (issue) => issueJson(issue, call.origins));
}

function sorted(issues: Issue[], query: URLSearchParams): Issue[] {
  const keys: Record<string, (issue: Issue) => number> = {
    created: ({ number }) => number,
    updated: ({ updatedAt }) => updatedAt.getTime(),
    comments: ({ comments }) => comments.size,
  };
  const key = keys[query.get('sort') ?? 'created'] ?? (({ number }: Issue) => number);
  const sign = query.get('direction') === 'asc' ? 1 : -1;
  return issues.sort((one, other) => sign * (key(one) - key(other) || one.number - other.number));
}

/** Whoever may not triage has the labels of his new issue dropped without a word (REST documentation, "Create an issue"). */
function create(call: Call): Answer {
  const repository = found(readable(call));
  const by = caller(call);
  const fields = RequestFields.of(call.body);
  const title = checkedTitle(titleIn(fields) ?? '');
  const body = checkedBody(fields.textOrNull('body') ?? null);
  const app = by.installation?.app ?? null;
  const issue = openIssue(
    repository,
    { user: by.user, app },
    { id: call.state.newId(), title, body, now: call.state.now() },
  );
  emitIssue(call, issue, 'opened', by);
  if (mayTriage(by, repository)) setLabels(call, issue, fields, by);
  return json(201, issueJson(issue, call.origins));
}

async function update(call: Call): Promise<Answer> {
  const issue = issueNamed(call);
  const by = caller(call);
  if (issue.user.id !== by.user.id && !mayTriage(by, issue.repository)) return mustBeAdmin;
  const fields = RequestFields.of(call.body);
  const title = titleIn(fields);
  const body = fields.textOrNull('body');
  const changes = {
    title: title === undefined ? undefined : checkedTitle(title),
    body: body === undefined ? undefined : checkedBody(body),
    state: fields.oneOf('state', ['open', 'closed']),
    stateReason: fields.has('state_reason')
      ? fields.oneOf('state_reason', ['completed', 'not_planned', 'reopened'])
      : undefined,
  };
  if (issue.pull !== undefined && issue.state === 'closed' && changes.state === 'open') await prepareReopen(issue.pull);
  editIssue(call, issue, changes, by);
  if (mayTriage(by, issue.repository)) setLabels(call, issue, fields, by);
  return json(200, issueJson(issue, call.origins));
}

function titleIn(fields: RequestFields): string | undefined {
  const title = fields.raw('title');
  return typeof title === 'number' ? String(title) : fields.text('title');
}

/** 256 characters at most, and not none: the limits and words are those of many public reports. */
export function checkedTitle(title: string): string {
  const resource = 'Issue';
  if (title.trim() === '') return invalid({ resource, code: 'missing_field', field: 'title' });
  if (title.length <= 256) return title;
  return invalid({
    resource,
    code: 'custom',
    field: 'title',
    message: 'title is too long (maximum is 256 characters)',
  });
}

/** @param body at most 65,536 characters, counted as Unicode code points */
export function checkedBody(body: string | null): string | null {
  if (body === null || !isTooLong(body)) return body;
  const message = 'body is too long (maximum is 65536 characters)';
  return invalid({ resource: 'Issue', code: 'custom', field: 'body', message });
}

export function isTooLong(text: string): boolean {
  return text.length > 65_536 && Array.from(text).length > 65_536;
}

function setLabels(call: Call, issue: Issue, fields: RequestFields, by: Actor): void {
  const names = fields.names('labels');
  if (names === undefined) return;
  const wanted = names.map((name) => labelNamed(call, issue.repository, name));
  for (const label of issue.labels.filter((each) => !wanted.includes(each))) unlabelIssue(call, issue, label, by);
  for (const label of wanted) labelIssue(call, issue, label, by);
}

function lock(call: Call): Answer {
  const reasons = ['off-topic', 'too heated', 'resolved', 'spam'] as const;
  const reason = RequestFields.of(call.body).oneOf('lock_reason', reasons) ?? null;
  lockIssue(call, issueNamed(call), true, reason, caller(call));
  return noContent;
}

function unlock(call: Call): Answer {
  lockIssue(call, issueNamed(call), false, null, caller(call));
  return noContent;
}
