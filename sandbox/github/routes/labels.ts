// SPDX-License-Identifier: MIT
import { readable } from '../access.js';
import { type Answer, json, noContent, problem } from '../answer.js';
import { labelIssue, unlabelIssue } from '../issue-edit.js';
import type { Issue, Label } from '../issue.js';
import { labelJson } from '../json/issue-json.js';
import { page } from '../paging.js';
import { found, invalid, refuse } from '../refused.js';
import { RequestFields } from '../request-fields.js';
import type { Repository } from '../repository.js';
import type { Call, Needs, Route } from '../router.js';
import { caller, issueNamed } from './issues.js';

const repositoryLabels = '/api/v3/repos/:owner/:name/labels';
const issueLabels = '/api/v3/repos/:owner/:name/issues/:number/labels';
const read: Needs = { anyOf: [{ issues: 'read' }, { pull_requests: 'read' }] };
const write: Needs = { anyOf: [{ issues: 'write' }, { pull_requests: 'write' }], role: 'triage' };
const define: Needs = { ...write, role: 'write' };

export const labelRoutes: readonly Route[] = [
  { method: 'GET', path: repositoryLabels, needs: read, handle: list },
  { method: 'POST', path: repositoryLabels, needs: define, handle: create },
  { method: 'GET', path: `${repositoryLabels}/:label`, needs: read, handle: get },
  { method: 'PATCH', path: `${repositoryLabels}/:label`, needs: define, handle: update },
  { method: 'DELETE', path: `${repositoryLabels}/:label`, needs: define, handle: remove },
  { method: 'GET', path: issueLabels, needs: read, handle: listOfIssue },
  { method: 'POST', path: issueLabels, needs: write, handle: add },
  { method: 'PUT', path: issueLabels, needs: write, handle: set },
  { method: 'DELETE', path: issueLabels, needs: write, handle: clear },
  { method: 'DELETE', path: `${issueLabels}/:label`, needs: write, handle: take },
];

/** The label of that name, in any case; one that is not there yet is made, in grey, as GitHub does. */
export function labelNamed(call: Call, repository: Repository, name: string): Label {
  return repository.labels.get(name.toLowerCase()) ?? newLabel(call, repository, { name });
}

function newLabel(
  call: Call,
  repository: Repository,
  wish: { readonly name: string; readonly color?: string; readonly description?: string | null },
): Label {
  const { name, color = 'ededed', description = null } = wish;
  checkName(name);
  checkColor(color);
  const label: Label = { id: call.state.newId(), name, color: color.toLowerCase(), description, default: false };
  repository.labels.set(name.toLowerCase(), label);
  return label;
}

function checkName(name: string): void {
  if (name.trim() === '') invalid({ resource: 'Label', code: 'missing_field', field: 'name' });
  if (name.length <= 50) return;
  invalid({ resource: 'Label', code: 'custom', field: 'name', message: 'name is too long (maximum is 50 characters)' });
}

function checkColor(color: string): void {
  if (!/^[0-9a-f]{6}$/i.test(color)) invalid({ resource: 'Label', code: 'invalid', field: 'color' });
}

function list(call: Call): Answer {
  const repository = found(readable(call));
  return page(call, [...repository.labels.values()], (label) => labelJson(label, repository, call.origins));
}

function create(call: Call): Answer {
  const repository = found(readable(call));
  const fields = RequestFields.of(call.body);
  const name = fields.requiredText('name');
  if (repository.labels.has(name.toLowerCase())) {
    return invalid({ resource: 'Label', code: 'already_exists', field: 'name' });
  }
  const color = fields.text('color');
  const description = fields.textOrNull('description') ?? null;
  const label = newLabel(call, repository, { name, description, ...(color !== undefined && { color }) });
  return json(201, labelJson(label, repository, call.origins));
}

function namedLabel(call: Call): { readonly repository: Repository; readonly label: Label } {
  const repository = found(readable(call));
  return { repository, label: found(repository.labels.get((call.params.label ?? '').toLowerCase())) };
}

function get(call: Call): Answer {
  const { repository, label } = namedLabel(call);
  return json(200, labelJson(label, repository, call.origins));
}

function update(call: Call): Answer {
  const { repository, label } = namedLabel(call);
  const fields = RequestFields.of(call.body);
  const name = fields.text('new_name') ?? label.name;
  const color = fields.text('color') ?? label.color;
  checkName(name);
  checkColor(color);
  const other = repository.labels.get(name.toLowerCase());
  if (other !== undefined && other !== label) invalid({ resource: 'Label', code: 'already_exists', field: 'name' });
  repository.labels.delete(label.name.toLowerCase());
  Object.assign(label, { name, color: color.toLowerCase() });
  if (fields.has('description')) label.description = fields.textOrNull('description') ?? null;
  repository.labels.set(name.toLowerCase(), label);
  return json(200, labelJson(label, repository, call.origins));
}

function remove(call: Call): Answer {
  const { repository, label } = namedLabel(call);
  repository.labels.delete(label.name.toLowerCase());
  for (const issue of repository.issues.values()) unlabelIssue(call, issue, label, caller(call));
  return noContent;
}

function listOfIssue(call: Call): Answer {
  const issue = issueNamed(call);
  return page(call, issue.labels, (label) => labelJson(label, issue.repository, call.origins));
}

function shown(call: Call, issue: Issue): Answer {
  return json(
    200,
    issue.labels.map((label) => labelJson(label, issue.repository, call.origins)),
  );
}

/** `{labels: [name, …]}`, `{labels: [{name}, …]}` or the list alone. */
function namesIn(call: Call): readonly string[] {
  return RequestFields.of(call.body, 'labels').names('labels') ?? [];
}

function add(call: Call): Answer {
  const issue = issueNamed(call);
  for (const name of namesIn(call)) labelIssue(call, issue, labelNamed(call, issue.repository, name), caller(call));
  return shown(call, issue);
}

function set(call: Call): Answer {
  const issue = issueNamed(call);
  const wanted = namesIn(call).map((name) => labelNamed(call, issue.repository, name));
  for (const label of issue.labels.filter((each) => !wanted.includes(each)))
    unlabelIssue(call, issue, label, caller(call));
  for (const label of wanted) labelIssue(call, issue, label, caller(call));
  return shown(call, issue);
}

function clear(call: Call): Answer {
  const issue = issueNamed(call);
  for (const label of [...issue.labels]) unlabelIssue(call, issue, label, caller(call));
  return noContent;
}

function take(call: Call): Answer {
  const issue = issueNamed(call);
  const name = (call.params.label ?? '').toLowerCase();
  const label = issue.labels.find((each) => each.name.toLowerCase() === name);
  if (label === undefined) return refuse(problem(404, 'Label does not exist'));
  unlabelIssue(call, issue, label, caller(call));
  return shown(call, issue);
}
