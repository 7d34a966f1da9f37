// SPDX-License-Identifier: MIT
import type { Repository } from '../repository.js';
import type { Origins } from '../router.js';
import { nodeId } from './node-id.js';
import { timestamp } from './timestamp.js';
import { userJson } from './user-json.js';

export function repositoryUrl(repository: Repository, origins: Origins): string {
  return `${origins.api}/repos/${repository.owner}/${repository.name}`;
}

export function webUrl(repository: Repository, origins: Origins): string {
  return `${origins.web}/${repository.owner}/${repository.name}`;
}

/** Addresses in a repository's description, below its own; what stands in braces is for the client to fill in. */
const addresses = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
};

/** A repository in full, as REST and webhooks show it; what nobody counts here is zero. */
export function repositoryJson(repository: Repository, origins: Origins): Record<string, unknown> {
  const url = repositoryUrl(repository, origins);
  const web = webUrl(repository, origins);
  const host = new URL(origins.web).host;
  const openIssues = repository.openIssues;
  const json: Record<string, unknown> = {
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: `${repository.owner}/${repository.name}`,
    private: repository.private,
    owner: userJson(repository.account, origins),
    html_url: web,
    description: repository.description,
    fork: repository.parent !== undefined,
    url,
    git_url: `git://${host}/${repository.owner}/${repository.name}.git`,
    ssh_url: `git@${host}:${repository.owner}/${repository.name}.git`,
    clone_url: `${web}.git`,
    svn_url: web,
    mirror_url: null,
    homepage: null,
    size: 0,
    stargazers_count: 0,
    watchers_count: 0,
    language: null,
    has_issues: true,
    has_projects: false,
    has_downloads: false,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    forks_count: 0,
    archived: false,
    disabled: false,
    open_issues_count: openIssues,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    visibility: repository.private ? 'private' : 'public',
    forks: 0,
    open_issues: openIssues,
    watchers: 0,
    default_branch: repository.defaultBranch,
    created_at: timestamp(repository.createdAt),
    updated_at: timestamp(repository.createdAt),
    pushed_at: timestamp(repository.pushedAt),
  };
  for (const [name, path] of Object.entries(addresses)) json[name] = url + path;
  return json;
}

/** With what only the answer about the repository itself has. */
export function fullRepositoryJson(repository: Repository, origins: Origins): Record<string, unknown> {
  const parent = repository.parent && repositoryJson(repository.parent, origins);
  return {
    ...repositoryJson(repository, origins),
    network_count: 0,
    subscribers_count: 0,
    ...(parent && { parent, source: parent }),
  };
}
