// SPDX-License-Identifier: MIT
import { accountRules } from './account-rules.js';
import { duplicateRules } from './duplicate-rules.js';
import { extentRules } from './extent-rules.js';
import { leakedKeyRules } from './leaked-key-rules.js';
import { pathRules } from './path-rules.js';
import type { PullRequestRule } from './pull-request-subject.js';
import { repositoryLinkRules } from './repository-link-rules.js';
import { signOffRules } from './sign-off-rules.js';
import { storeRules } from './store-rules.js';

/** Every rule about a pull request beside those about the request itself, in the order of docs/bot-rules.md. */
export const pullRequestRules: readonly PullRequestRule[] = [
  ...leakedKeyRules,
  ...extentRules,
  ...pathRules,
  ...signOffRules,
  ...accountRules,
  ...repositoryLinkRules,
  ...storeRules,
  ...duplicateRules,
];
