// SPDX-License-Identifier: MIT
import { readable } from '../access.js';
import { type Answer, json, problem } from '../answer.js';
import { commitJson } from '../json/commit-json.js';
import { repositoryUrl, webUrl } from '../json/repository-json.js';
import { page } from '../paging.js';
import { rulesetsFor } from '../pushes/rules.js';
import { found, refuse } from '../refused.js';
import type { Repository } from '../repository.js';
import type { Call, Needs, Route } from '../router.js';
import type { Ruleset } from '../ruleset.js';
import { contentsRead } from './git-blobs.js';

const repos = '/api/v3/repos/:owner/:name';
const metadata: Needs = { anyOf: [{ metadata: 'read' }] };

export const branchRoutes: readonly Route[] = [
  { method: 'GET', path: `${repos}/branches`, needs: contentsRead, handle: list },
  { method: 'GET', path: `${repos}/branches/*branch`, needs: contentsRead, handle: get },
  { method: 'GET', path: `${repos}/rules/branches/*branch`, needs: metadata, handle: listRules },
  { method: 'GET', path: `${repos}/rulesets`, needs: metadata, handle: listRulesets },
  { method: 'GET', path: `${repos}/rulesets/:id`, needs: metadata, handle: getRuleset },
];

function list(call: Call): Answer {
  const repository = found(readable(call));
  const names = repository.branches.names();
  const wanted = call.url.searchParams.get('protected');
  const chosen = names.filter((name) => wanted === null || isProtected(repository, name) === (wanted === 'true'));
  return page(call, chosen, (name) => {
    const sha = repository.branches.get(name) ?? '';
    return {
      name,
      commit: { sha, url: `${repositoryUrl(repository, call.origins)}/commits/${sha}` },
      ...protection(repository, name, call),
    };
  });
}

function get(call: Call): Answer {
  const repository = found(readable(call));
  const { branch = '' } = call.params;
  const sha = repository.branches.get(branch) ?? refuse(problem(404, 'Branch not found'));
  return json(200, {
    name: branch,
    commit: commitJson(repository.git.network.commit(sha), repository, call),
    _links: {
      self: `${repositoryUrl(repository, call.origins)}/branches/${branch}`,
      html: `${webUrl(repository, call.origins)}/tree/${branch}`,
    },
    ...protection(repository, branch, call),
  });
}

/** Rulesets make a branch show as protected; what classic branch protection says of it is off. */
function protection(repository: Repository, name: string, call: Call): Record<string, unknown> {
  return {
    protected: isProtected(repository, name),
    protection: {
      enabled: false,
      required_status_checks: { enforcement_level: 'off', contexts: [], checks: [] },
    },
    protection_url: `${repositoryUrl(repository, call.origins)}/branches/${name}/protection`,
  };
}

function isProtected(repository: Repository, name: string): boolean {
  return rulesetsFor(repository, `refs/heads/${name}`).length > 0;
}

/** The rules that hold for a branch, of all rulesets; who may bypass them is not told. */
function listRules(call: Call): Answer {
  const repository = found(readable(call));
  const rulesets = rulesetsFor(repository, `refs/heads/${call.params.branch ?? ''}`);
  const rules = rulesets.flatMap((ruleset) => ruleset.rules.map((type) => ({ type, ruleset })));
  return page(call, rules, ({ type, ruleset }) => ({
    type,
    ...parametersOf(type),
    ruleset_source_type: 'Repository',
    ruleset_source: `${repository.owner}/${repository.name}`,
    ruleset_id: ruleset.id,
  }));
}

function listRulesets(call: Call): Answer {
  const repository = found(readable(call));
  return page(call, repository.rulesets, (ruleset) => rulesetJson(ruleset, repository, call));
}

function getRuleset(call: Call): Answer {
  const repository = found(readable(call));
  const ruleset = found(repository.rulesets.find(({ id }) => String(id) === call.params.id));
  return json(200, {
    ...rulesetJson(ruleset, repository, call),
    conditions: { ref_name: { include: ruleset.include, exclude: [] } },
    rules: ruleset.rules.map((type) => ({ type, ...parametersOf(type) })),
  });
}

function rulesetJson(ruleset: Ruleset, repository: Repository, call: Call): Record<string, unknown> {
  return {
    id: ruleset.id,
    name: ruleset.name,
    target: 'branch',
    source_type: 'Repository',
    source: `${repository.owner}/${repository.name}`,
    enforcement: 'active',
    node_id: `RRS_${Buffer.from(String(ruleset.id)).toString('base64url')}`,
    _links: { self: { href: `${repositoryUrl(repository, call.origins)}/rulesets/${ruleset.id}` } },
  };
}

function parametersOf(type: string): Record<string, unknown> {
  if (type === 'update') return { parameters: { update_allows_fetch_and_merge: false } };
  if (type !== 'pull_request') return {};
  return {
    parameters: {
      required_approving_review_count: 0,
      dismiss_stale_reviews_on_push: false,
      require_code_owner_review: false,
      require_last_push_approval: false,
      required_review_thread_resolution: false,
    },
  };
}
