// SPDX-License-Identifier: MIT
import { issueJson } from './json/issue-json.js';
import type { PullRequest } from './pull-request.js';
import type { Origins } from './router.js';

/** A pull request in full, as REST and webhooks show it. */
export function pullRequestJson(pull: PullRequest, origins: Origins): Record<string, unknown> {
  return { ...issueJson(pull.issue, origins), draft: pull.draft, merged: pull.merged };
}
