// SPDX-License-Identifier: MIT
import { readable } from '../access.js';
import { type Answer, json, problem } from '../answer.js';
import { commitJson } from '../json/commit-json.js';
import { repositoryUrl, webUrl } from '../json/repository-json.js';
import { page } from '../paging.js';
import { rulesetsFor } from '../pushes/rules.js';
import { found, refuse } from '../refused.js';
import type { Repository } from '../repository.js';
import type { Call, Route } from '../router.js';
import { contentsRead } from './git-blobs.js';

const branches = '/api/v3/repos/:owner/:name/branches';

export const branchRoutes: readonly Route[] = [
  { method: 'GET', path: branches, needs: contentsRead, handle: list },
  { method: 'GET', path: `${branches}/*branch`, needs: contentsRead, handle: get },
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
  const sha = repository.git.refs.late(`refs/heads/${branch}`) ?? refuse(problem(404, 'Branch not found'));
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
