// SPDX-License-Identifier: MIT
import type { CheckRun, CheckSuite } from '../check-run.js';
import type { PullRequest } from '../pull-request.js';
import type { Repository } from '../repository.js';
import type { Origins } from '../router.js';
import { appJson } from './app-json.js';
import { nodeId } from './node-id.js';
import { repositoryUrl, webUrl } from './repository-json.js';
import { timestamp, timestampOrNull } from './timestamp.js';

export function checkRunJson(run: CheckRun, origins: Origins): Record<string, unknown> {
  const { app, repository, headSha } = run.suite;
  const url = `${repositoryUrl(repository, origins)}/check-runs/${run.id}`;
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId('CheckRun', run.id),
    head_sha: headSha,
    external_id: run.externalId ?? '',
    url,
    html_url: `${webUrl(repository, origins)}/runs/${run.id}`,
    details_url: run.detailsUrl ?? `${origins.web}/apps/${app.slug}`,
    status: run.status,
    conclusion: run.conclusion,
    started_at: timestamp(run.startedAt),
    completed_at: timestampOrNull(run.completedAt),
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: run.suite.id },
    app: appJson(app, origins),
    pull_requests: pullsAt(repository, headSha).map((pull) => minimalPullJson(pull, origins)),
  };
}

/** The same in webhooks, where the suite stands in it with more of its fields. */
export function webhookCheckRunJson(run: CheckRun, origins: Origins): Record<string, unknown> {
  return { ...checkRunJson(run, origins), check_suite: checkSuiteJson(run.suite, origins) };
}

export function checkSuiteJson(suite: CheckSuite, origins: Origins): Record<string, unknown> {
  const { repository, headSha } = suite;
  const url = `${repositoryUrl(repository, origins)}/check-suites/${suite.id}`;
  const pulls = pullsAt(repository, headSha);
  const concluded = suite.runs.every(({ conclusion }) => conclusion !== null);
  const failed = suite.runs.some(({ conclusion }) => conclusion !== 'success');
  return {
    id: suite.id,
    node_id: nodeId('CheckSuite', suite.id),
    head_branch: pulls[0]?.head.ref ?? null,
    head_sha: headSha,
    status: concluded ? 'completed' : 'in_progress',
    conclusion: concluded ? (failed ? 'failure' : 'success') : null,
    url,
    before: null,
    after: headSha,
    pull_requests: pulls.map((pull) => minimalPullJson(pull, origins)),
    app: appJson(suite.app, origins),
    created_at: timestamp(suite.createdAt),
    updated_at: timestamp(suite.createdAt),
  };
}

/**
 * The open pull requests that a commit is the head of. Those from forks are not among them: "Pushes to a branch in a
 * forked repository are not detected and return an empty `pull_requests` array" (REST documentation, "Check runs").
 */
function pullsAt(repository: Repository, sha: string): PullRequest[] {
  const pulls = [...repository.pulls.values()];
  return pulls.filter(
    ({ issue, head }) => head.sha === sha && head.repository === repository && issue.state === 'open',
  );
}

function minimalPullJson({ id, issue, head, base, repository }: PullRequest, origins: Origins): unknown {
  const side = (ref: string, sha: string, where: Repository) => ({
    ref,
    sha,
    repo: { id: where.id, url: repositoryUrl(where, origins), name: where.name },
  });
  return {
    id,
    number: issue.number,
    url: `${repositoryUrl(repository, origins)}/pulls/${issue.number}`,
    head: side(head.ref, head.sha, head.repository ?? repository),
    base: side(base.ref, base.sha, repository),
  };
}
