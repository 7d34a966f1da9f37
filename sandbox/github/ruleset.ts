// SPDX-License-Identifier: MIT

/** The kinds of rules that are kept here, by GitHub's names. */
export type RuleType = 'creation' | 'update' | 'deletion' | 'non_fast_forward' | 'pull_request';

/** A ruleset of a repository: what may not be done to some of its branches, except by some. */
export interface Ruleset {
  readonly id: number;
  readonly name: string;
  /** whole ref names, `*` standing for any characters but a slash; or `~DEFAULT_BRANCH`, `~ALL` */
  readonly include: readonly string[];
  readonly rules: readonly RuleType[];
  /** who is not bound by it: ids of Apps, or roles in the repository */
  readonly bypass: { readonly apps?: readonly number[]; readonly roles?: readonly ('write' | 'maintain' | 'admin')[] };
}
