// SPDX-License-Identifier: MIT
import { may, mayPush } from '../access.js';
import type { Actor } from '../app.js';
import { noObject } from '../git/object-store.js';
import { editIssue, setDraft } from '../issue-edit.js';
import { fromNodeId } from '../json/node-id.js';
import type { PullRequest } from '../pull-request.js';
import { push } from '../pushes/push.js';
import type { RefRefusal, RefUpdate } from '../pushes/ref-update.js';
import { rulesMessage } from '../pushes/refusal-answer.js';
import type { Repository } from '../repository.js';
import type { Call } from '../router.js';
import { pullObject } from './conversation-objects.js';
import { Failure } from './failure.js';
import { refObject } from './git-objects.js';
import { gitNodeOf, notResolved, repositoryOf } from './node.js';

interface Input<Fields> {
  readonly input: Fields & { readonly clientMutationId?: string | null };
}

interface RefUpdateInput {
  readonly name: string;
  readonly afterOid: string;
  readonly beforeOid?: string | null;
  readonly force: boolean;
}

interface PullInput {
  readonly pullRequestId: string;
}

/** The mutations of the schema, for one caller. */
export function mutations(call: Call, by: Actor) {
  const update = async (repository: Repository, wishes: readonly RefUpdate[]): Promise<void> => {
    if (!mayPush(by, repository)) forbidden(by);
    const refusal = await push(call, repository, wishes, by);
    if (refusal !== undefined) throw failureOf(refusal);
  };

  /** A pull request that the caller may change. */
  const pullOf = ({ pullRequestId }: PullInput): PullRequest => {
    const { kind, id } = fromNodeId(pullRequestId) ?? {};
    const pulls = call.state.repositories.flatMap((repository) => [...repository.pulls.values()]);
    const pull = kind === 'PullRequest' ? pulls.find((each) => each.id === id) : undefined;
    if (pull === undefined) return notResolved(pullRequestId);
    const triages = may(by, pull.repository, { role: 'triage', anyOf: [{ pull_requests: 'write' }] });
    return triages || pull.issue.user === by.user ? pull : forbidden(by);
  };

  return {
    /**
     * "All updates are performed atomically, meaning that if one of them is rejected, no other ref will be modified."
     * `beforeOid`, where given, is what the ref must be; forty zeros: that it must not be there. `afterOid` of forty zeros
     * deletes it (GraphQL reference, updateRefs). What GitHub says where `beforeOid` is something else is not documented.
     */
    updateRefs: async ({ input }: Input<{ repositoryId: string; refUpdates: readonly RefUpdateInput[] }>) => {
      const wishes = input.refUpdates.map(({ name, afterOid, beforeOid, force }) => ({
        name,
        after: afterOid,
        before: beforeOid ?? undefined,
        force,
      }));
      await update(repositoryOf(call, input.repositoryId), wishes);
      return payload(input);
    },

    updateRef: async ({ input }: Input<{ refId: string; oid: string; force: boolean }>) => {
      const { repository, name } = gitNodeOf(call, input.refId);
      await update(repository, [{ name, after: input.oid, force: input.force }]);
      return { ...payload(input), ref: refObject(call, repository, name) };
    },

    createRef: async ({ input }: Input<{ repositoryId: string; name: string; oid: string }>) => {
      const repository = repositoryOf(call, input.repositoryId);
      await update(repository, [{ name: input.name, after: input.oid, before: noObject, force: false }]);
      return { ...payload(input), ref: refObject(call, repository, input.name) };
    },

    closePullRequest: ({ input }: Input<PullInput>) => {
      const pull = pullOf(input);
      editIssue(call, pull.issue, { state: 'closed' }, by);
      return { ...payload(input), pullRequest: pullObject(call, pull) };
    },

    convertPullRequestToDraft: ({ input }: Input<PullInput>) => {
      const pull = pullOf(input);
      setDraft(call, pull, true, by);
      return { ...payload(input), pullRequest: pullObject(call, pull) };
    },

    markPullRequestReadyForReview: ({ input }: Input<PullInput>) => {
      const pull = pullOf(input);
      setDraft(call, pull, false, by);
      return { ...payload(input), pullRequest: pullObject(call, pull) };
    },
  };
}

function payload({ clientMutationId }: { readonly clientMutationId?: string | null }) {
  return { clientMutationId: clientMutationId ?? null };
}

function forbidden(by: Actor): never {
  const person = `${by.user.login} does not have the correct permissions to execute this`;
  throw new Failure('FORBIDDEN', by.installation === undefined ? person : 'Resource not accessible by integration');
}

/** Types and words are ours but for those of broken rules: GitHub documents none. */
function failureOf({ reason, rules, update }: RefRefusal): Failure {
  const { name, after, before } = update;
  switch (reason) {
    case 'stale':
      return new Failure('STALE_DATA', `Expected ${name} to point to ${before ?? ''}, but it did not.`);
    case 'not-fast-forward':
      return new Failure('UNPROCESSABLE', `Update of ${name} to ${after} is not a fast forward.`);
    case 'no-object':
    case 'no-commit':
      return new Failure('UNPROCESSABLE', `No commit exists with the oid ${after}.`);
    case 'missing':
      return new Failure('UNPROCESSABLE', `Reference ${name} does not exist.`);
    case 'workflow':
      return new Failure('FORBIDDEN', 'Resource not accessible by integration');
    case 'rules':
      return new Failure('UNPROCESSABLE', rulesMessage(rules));
    default:
      return new Failure('UNPROCESSABLE', `Reference ${name} cannot be updated.`);
  }
}
