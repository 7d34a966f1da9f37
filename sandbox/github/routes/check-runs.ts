// SPDX-License-Identifier: MIT
import { readable } from '../access.js';
import { type Answer, json, notFound, problem } from '../answer.js';
import type { Actor, App } from '../app.js';
import { type CheckRun, checkConclusions, checkStatuses, type CheckSuite } from '../check-run.js';
import { checkRunJson, webhookCheckRunJson } from '../json/check-run-json.js';
import { page, pageWithin } from '../paging.js';
import { found, refuse } from '../refused.js';
import { RequestFields } from '../request-fields.js';
import type { Repository } from '../repository.js';
import type { Call, Needs, Route } from '../router.js';
import { readActions, readAnnotations } from './check-output.js';
import { caller } from './issues.js';

const repo = '/api/v3/repos/:owner/:name';
const read: Needs = { anyOf: [{ checks: 'read' }] };
const write: Needs = { anyOf: [{ checks: 'write' }], role: 'read' };

export const checkRunRoutes: readonly Route[] = [
  { method: 'POST', path: `${repo}/check-runs`, needs: write, handle: create },
  { method: 'GET', path: `${repo}/check-runs/:id`, needs: read, handle: get },
  { method: 'PATCH', path: `${repo}/check-runs/:id`, needs: write, handle: update },
  { method: 'GET', path: `${repo}/check-runs/:id/annotations`, needs: read, handle: annotations },
  { method: 'POST', path: `${repo}/check-runs/:id/rerequest`, needs: { ...write, role: 'write' }, handle: rerequest },
  { method: 'GET', path: `${repo}/commits/:ref/check-runs`, needs: read, handle: listForRef },
  { method: 'GET', path: `${repo}/check-suites/:suite/check-runs`, needs: read, handle: listInSuite },
];

/** Only Apps write check runs (REST documentation, "Check runs"). */
function app(call: Call): App {
  return caller(call).installation?.app ?? refuse(problem(403, 'You must authenticate via a GitHub App.'));
}

function runNamed(call: Call): CheckRun {
  const repository = found(readable(call));
  const run = call.state.checkRuns.get(Number(call.params.id));
  return found(run?.suite.repository === repository ? run : undefined);
}

function create(call: Call): Answer {
  const repository = found(readable(call));
  const fields = RequestFields.of(call.body);
  const name = fields.requiredText('name');
  const sha = fields.requiredText('head_sha');
  if (repository.git.resolve(sha)?.id !== sha) return problem(422, `No commit found for SHA: ${sha}`);
  const now = call.state.now();
  const run: CheckRun = {
    id: call.state.newId(),
    suite: suiteOf(call, repository, sha, app(call)),
    annotations: [],
    name,
    externalId: null,
    detailsUrl: null,
    status: 'queued',
    conclusion: null,
    startedAt: now,
    completedAt: null,
    title: null,
    summary: null,
    text: null,
    actions: [],
  };
  apply(fields, run, now);
  run.suite.runs.push(run);
  call.state.checkRuns.set(run.id, run);
  emit(call, run, 'created', caller(call));
  if (run.status === 'completed') emit(call, run, 'completed', caller(call));
  return json(201, checkRunJson(run, call.origins));
}

/** One suite for each App and commit. */
function suiteOf(call: Call, repository: Repository, headSha: string, app: App): CheckSuite {
  const suites = repository.checkSuites.get(headSha) ?? [];
  const known = suites.find((suite) => suite.app === app);
  if (known !== undefined) return known;
  const suite: CheckSuite = { id: call.state.newId(), app, repository, headSha, createdAt: call.state.now(), runs: [] };
  call.state.checkSuites.set(suite.id, suite);
  repository.checkSuites.set(headSha, [...suites, suite]);
  return suite;
}

function update(call: Call): Answer {
  const run = runNamed(call);
  if (app(call) !== run.suite.app) {
    // Words of OP5dev/TF-via-PR#538.
    const owner = run.suite.app.id;
    return problem(
      403,
      `Invalid app_id \`${owner}\` - check run can only be modified by the GitHub App that created it.`,
    );
  }
  const before = run.status;
  apply(RequestFields.of(call.body), run, call.state.now());
  if (run.status === 'completed' && before !== 'completed') emit(call, run, 'completed', caller(call));
  return json(200, checkRunJson(run, call.origins));
}

/** Takes over what a request sets. Everything is read before anything changes, so that a refused request changes nothing. */
function apply(fields: RequestFields, run: CheckRun, now: Date): void {
  const conclusion = fields.oneOf('conclusion', checkConclusions);
  const completedAt = fields.time('completed_at');
  const status = conclusion === undefined ? fields.oneOf('status', checkStatuses) : 'completed';
  if (conclusion === undefined && (status === 'completed' || completedAt !== undefined) && run.conclusion === null) {
    refuse(problem(422, 'Invalid request.\n\nMissing required keys "conclusion".'));
  }
  const output = fields.object('output');
  const summary = output && (output.limitedText('summary', 65_535) ?? output.requiredText('summary'));
  const more = readAnnotations(output);
  const next = {
    name: fields.text('name') ?? run.name,
    externalId: fields.text('external_id') ?? run.externalId,
    detailsUrl: fields.text('details_url') ?? run.detailsUrl,
    startedAt: fields.time('started_at') ?? run.startedAt,
    title: output?.text('title') ?? run.title,
    summary: summary ?? run.summary,
    text: output?.limitedText('text', 65_535) ?? (output ? null : run.text),
    actions: readActions(fields) ?? run.actions,
    status: status ?? run.status,
  };
  Object.assign(run, next);
  run.annotations.push(...more);
  run.conclusion = run.status === 'completed' ? (conclusion ?? run.conclusion) : null;
  run.completedAt = run.status === 'completed' ? (completedAt ?? run.completedAt ?? now) : null;
}

function get(call: Call): Answer {
  return json(200, checkRunJson(runNamed(call), call.origins));
}

function annotations(call: Call): Answer {
  const run = runNamed(call);
  const { repository, headSha } = run.suite;
  return page(call, run.annotations, (annotation) => ({
    ...annotation,
    blob_href: `${call.origins.web}/${repository.owner}/${repository.name}/blob/${headSha}/${annotation.path}`,
  }));
}

/** In the web interface whoever may write asks for it; the run itself stays as it is (REST documentation, the same). */
function rerequest(call: Call): Answer {
  const run = runNamed(call);
  emit(call, run, 'rerequested', caller(call));
  return json(201, {});
}

function listForRef(call: Call): Answer {
  const repository = found(readable(call));
  const sha = repository.git.resolve(call.params.ref ?? '')?.id;
  if (sha === undefined) return problem(422, `No commit found for SHA: ${call.params.ref ?? ''}`);
  const appId = call.url.searchParams.get('app_id');
  const suites = (repository.checkSuites.get(sha) ?? []).filter(
    ({ app }) => appId === null || String(app.id) === appId,
  );
  return listed(call, suites);
}

function listInSuite(call: Call): Answer {
  const suite = call.state.checkSuites.get(Number(call.params.suite));
  return suite === undefined || suite.repository !== readable(call) ? notFound : listed(call, [suite]);
}

/** With `filter=latest`, the default, of each App and name the newest. */
function listed(call: Call, suites: readonly CheckSuite[]): Answer {
  const query = call.url.searchParams;
  const [name, status] = [query.get('check_name'), query.get('status')];
  const shown = suites
    .flatMap(({ runs }) => (query.get('filter') === 'all' ? runs : latest(runs)))
    .filter((run) => (name === null || run.name === name) && (status === null || run.status === status))
    .sort((one, other) => other.id - one.id);
  return pageWithin(call, 'check_runs', shown, (run) => checkRunJson(run, call.origins));
}

function latest(runs: readonly CheckRun[]): CheckRun[] {
  return [...new Map(runs.map((run) => [run.name, run])).values()];
}

type Action = 'created' | 'completed' | 'rerequested';

/** Only the App that made a run hears of it, and of asking for it again (webhook documentation, `check_run`). */
function emit({ state, origins }: Call, run: CheckRun, action: Action, by: Actor): void {
  state.events.emit({
    event: 'check_run',
    action,
    repository: run.suite.repository,
    onlyFor: run.suite.app,
    sender: by.user,
    facts: () => ({ check_run: webhookCheckRunJson(run, origins) }),
  });
}
