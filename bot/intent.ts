// SPDX-License-Identifier: MIT

/** Who pushed a head, which GitHub tells once, in the event of the push, and never again. */
export interface Pushed {
  readonly head: string;
  /** account id */
  readonly by: number;
}

/**
 * What an event asks for. An event never says what is: it says where to look again. So lost, late, doubled and disordered
 * ones do no harm.
 */
export type Intent =
  | { readonly kind: 'look'; readonly pullRequest: number; readonly pushed?: Pushed }
  /** the pull request of a commit: for forks the event names none */
  | { readonly kind: 'look-at-head'; readonly sha: string }
  /** somebody wrote in an issue: there may be a revocation in it */
  | { readonly kind: 'read-issue'; readonly issue: number }
  /** a branch moved; `by`: login of whoever pushed */
  | {
      readonly kind: 'watch';
      readonly ref: string;
      readonly before: string;
      readonly after: string;
      readonly by: string | undefined;
    }
  /** everything that was missed */
  | { readonly kind: 'reconcile' }
  | { readonly kind: 'nothing' };

/** Pull request events after which another answer may be right. Our own labels and our own closing are not among them. */
const pullRequestActions = new Set([
  'opened',
  'synchronize',
  'reopened',
  'edited',
  'ready_for_review',
  'converted_to_draft',
  'closed',
]);

/** Issue events after which something else may be asked for: an issue's opening text is read like a comment. */
const issueActions = new Set(['opened', 'reopened', 'edited']);

/** Events that begin with a push: their sender is who pushed. Whoever opens a pull request may not approve it anyway. */
const pushActions = new Set(['opened', 'synchronize']);

const nothing: Intent = { kind: 'nothing' };

/**
 * @param name of the event, as in `X-GitHub-Event`
 * @param payload parsed and of a verified signature, yet nothing in it is taken for granted
 * @param ourselves login of our App's account: what it did itself, it knows
 */
export function intentOf(name: string, payload: unknown, ourselves?: string): Intent {
  if (ourselves !== undefined && field(payload, 'sender', 'login') === ourselves) return nothing;
  const action = text(field(payload, 'action'));
  switch (name) {
    case 'pull_request':
    case 'pull_request_target':
      return action !== undefined && pullRequestActions.has(action) ? ofPullRequest(payload, action) : nothing;
    case 'pull_request_review':
      return look(field(payload, 'pull_request', 'number'));
    case 'issue_comment':
      return field(payload, 'issue', 'pull_request') !== undefined
        ? look(field(payload, 'issue', 'number'))
        : readIssue(field(payload, 'issue', 'number'));
    case 'issues':
      return action !== undefined && issueActions.has(action) ? readIssue(field(payload, 'issue', 'number')) : nothing;
    case 'check_run':
      return action === 'rerequested' ? ofHead(field(payload, 'check_run', 'head_sha')) : nothing;
    case 'check_suite':
      return action === 'rerequested' ? ofHead(field(payload, 'check_suite', 'head_sha')) : nothing;
    case 'push':
      return ofPush(payload);
    default:
      return nothing;
  }
}

function ofPullRequest(payload: unknown, action: string): Intent {
  const intent = look(field(payload, 'pull_request', 'number'));
  const head = commitId(field(payload, 'pull_request', 'head', 'sha'));
  const by = count(field(payload, 'sender', 'id'));
  const isPush = pushActions.has(action) && head !== undefined && by !== undefined;
  return intent.kind === 'look' && isPush ? { ...intent, pushed: { head, by } } : intent;
}

function ofPush(payload: unknown): Intent {
  const ref = text(field(payload, 'ref'));
  const [before, after] = [commitId(field(payload, 'before')), commitId(field(payload, 'after'))];
  const known = ref !== undefined && before !== undefined && after !== undefined;
  return known ? { kind: 'watch', ref, before, after, by: text(field(payload, 'sender', 'login')) } : nothing;
}

function ofHead(value: unknown): Intent {
  const sha = commitId(value);
  return sha === undefined ? nothing : { kind: 'look-at-head', sha };
}

function look(value: unknown): Intent {
  const pullRequest = count(value);
  return pullRequest === undefined ? nothing : { kind: 'look', pullRequest };
}

function readIssue(value: unknown): Intent {
  const issue = count(value);
  return issue === undefined ? nothing : { kind: 'read-issue', issue };
}

function field(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, name)
        ? (inner as Record<string, unknown>)[name]
        : undefined,
    value,
  );
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const count = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;

const commitId = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[0-9a-f]{40}$/.test(value) ? value : undefined;
