// SPDX-License-Identifier: MIT
import { roleOf } from '../access.js';
import type { Actor } from '../app.js';
import type { Repository } from '../repository.js';
import type { RuleType, Ruleset } from '../ruleset.js';
import { isAncestor } from '../git/history.js';
import { noObject } from '../git/object-store.js';

interface Change {
  /** whole ref name */
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What GitHub says where a rule is broken (as people quote it, and "Available rules for rulesets"). */
const words: Readonly<Record<RuleType, string>> = {
  creation: 'Cannot create ref due to creations being restricted.',
  update: 'Cannot update this protected ref.',
  deletion: 'Cannot delete this branch',
  non_fast_forward: 'Cannot force-push to this branch',
  pull_request: 'Changes must be made through a pull request.',
};

/** The rulesets that apply to a ref. */
export function rulesetsFor(repository: Repository, name: string): readonly Ruleset[] {
  return repository.rulesets.filter(({ include }) => include.some((pattern) => matches(repository, pattern, name)));
}

/** What rules of the repository a change to a ref would break, in GitHub's words. @param merging of a pull request */
export function violations(
  repository: Repository,
  change: Change,
  actor: Actor,
  options: { readonly merging?: boolean } = {},
): readonly string[] {
  const broken = new Set<RuleType>();
  for (const ruleset of rulesetsFor(repository, change.name)) {
    if (bypasses(ruleset, repository, actor)) continue;
    for (const rule of ruleset.rules) {
      if (rule === 'pull_request' && options.merging === true) continue;
      if (breaks(rule, repository, change)) broken.add(rule);
    }
  }
  return [...broken].map((rule) => words[rule]);
}

function breaks(rule: RuleType, repository: Repository, { before, after }: Change): boolean {
  switch (rule) {
    case 'creation':
      return before === noObject;
    case 'deletion':
      return after === noObject;
    case 'update':
    case 'pull_request':
      return before !== noObject && after !== noObject && before !== after;
    case 'non_fast_forward':
      return before !== noObject && after !== noObject && !isAncestor(repository.git.network.commit, before, after);
  }
}

function bypasses({ bypass }: Ruleset, repository: Repository, actor: Actor): boolean {
  if (actor.installation !== undefined) return bypass.apps?.includes(actor.installation.app.id) === true;
  return bypass.roles?.some((role) => role === roleOf(actor.user, repository)) === true;
}

function matches(repository: Repository, pattern: string, name: string): boolean {
  if (pattern === '~ALL') return name.startsWith('refs/heads/');
  if (pattern === '~DEFAULT_BRANCH') return name === `refs/heads/${repository.defaultBranch}`;
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]*')}$`).test(name);
}
