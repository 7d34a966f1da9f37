// SPDX-License-Identifier: MIT
import type { Authority } from '../../ca/authority.js';
import { type Issued, issueForApp } from '../../ca/issue/issue-for-app.js';
import { MemoryStore } from '../../ca/repository/store.js';
import { Repository, requestPath } from '../../ca/repository/repository.js';
import { serialText } from '../../ca/x509/serial.js';
import type { Judgement } from '../judgement.js';
import type { Situation } from '../situation.js';
import type { Account } from '../situation.js';
import type { Decision } from '../standing.js';
import type { PreparedCommit } from './prepared-commit.js';

export interface PreparedIssue {
  readonly commit: PreparedCommit;
  readonly issued: Issued;
}

/**
 * Issues in memory, over the base branch as it stands: what is signed is the blob at the approved commit, and everything
 * that comes of it is one commit. Nothing has happened until the base branch moves to that.
 *
 * It is a merge of the pull request's head, so that the pull request shows as merged; but a merge drags all of its
 * history into the base branch, so where any of that touches anything beyond the request, the commit has one parent.
 * @throws AuthorityError as `issueForApp`
 */
export async function prepareIssue(
  situation: Situation,
  judgement: Judgement & { readonly appId: string; readonly request: NonNullable<Judgement['request']> },
  decision: Extract<Decision, { kind: 'issue' }>,
  authority: Authority,
): Promise<PreparedIssue> {
  const { base, pullRequest, now } = situation;
  const { appId, request, purpose } = judgement;
  const store = new MemoryStore(base.repository.store);
  const renamedFrom = purpose.kind === 'rename' ? purpose.from : undefined;
  if (renamedFrom !== undefined) await store.remove(requestPath(renamedFrom));
  await store.replace(requestPath(appId), request.file.bytes);
  const issued = await issueForApp(await Repository.open(store), authority, {
    appId,
    now,
    requestedBy: nameOf(pullRequest.author),
    requestedAt: pullRequest.createdAt,
    approvals: decision.approvals.map(({ by, source, commit }) => {
      return { by: nameOf(by), review: source, commit, pullRequest: pullRequest.number };
    }),
    ...(decision.reason !== undefined && { reason: decision.reason }),
    ...(decision.replacement !== undefined && {
      replacement: { why: decision.replacement, ...(renamedFrom !== undefined && { from: renamedFrom }) },
    }),
  });
  return {
    issued,
    commit: {
      before: base.commit,
      parents: judgement.foreignHistory ? [base.commit] : [base.commit, pullRequest.head.sha],
      changes: store.changes,
      message: message(situation, judgement.appId, decision, issued),
    },
  };
}

/** As accounts stand in the ledger: the name, which people know, and the id, which nobody can take over. */
export function nameOf({ login, id }: Account): string {
  return `${login} (${id})`;
}

function message(
  { pullRequest }: Situation,
  appId: string,
  { approvals }: Extract<Decision, { kind: 'issue' }>,
  { certificate }: Issued,
): string {
  const trailers = [
    `Serial: ${serialText(certificate.serial)}`,
    `Request-commit: ${pullRequest.head.sha}`,
    ...approvals.map(({ by, source }) => `Approved-by: ${nameOf(by)}, ${source}`),
  ];
  return `Certify ${appId} (#${pullRequest.number})\n\n${trailers.join('\n')}\n`;
}
