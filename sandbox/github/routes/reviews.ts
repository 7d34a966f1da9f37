// SPDX-License-Identifier: MIT
import { may, readable } from '../access.js';
import { type Answer, json, problem } from '../answer.js';
import type { Actor } from '../app.js';
import { touch } from '../issue-edit.js';
import { reviewJson } from '../json/review-json.js';
import { page } from '../paging.js';
import type { PullRequest } from '../pull-request.js';
import { found, refuse } from '../refused.js';
import { RequestFields } from '../request-fields.js';
import { emitReview, type Review, type ReviewState } from '../review.js';
import type { Call, Needs, Route } from '../router.js';
import { caller, isTooLong } from './issues.js';

const reviews = '/api/v3/repos/:owner/:name/pulls/:number/reviews';
const read: Needs = { anyOf: [{ pull_requests: 'read' }] };
/** Everyone may review who may read. */
const write: Needs = { anyOf: [{ pull_requests: 'write' }], role: 'read' };

export const reviewRoutes: readonly Route[] = [
  { method: 'GET', path: reviews, needs: read, handle: list },
  { method: 'POST', path: reviews, needs: write, handle: create },
  { method: 'GET', path: `${reviews}/:review`, needs: read, handle: get },
  { method: 'PUT', path: `${reviews}/:review`, needs: write, handle: update },
  { method: 'DELETE', path: `${reviews}/:review`, needs: write, handle: remove },
  { method: 'POST', path: `${reviews}/:review/events`, needs: write, handle: submit },
  { method: 'PUT', path: `${reviews}/:review/dismissals`, needs: { ...write, role: 'write' }, handle: dismiss },
];

const verdicts = ['APPROVE', 'REQUEST_CHANGES', 'COMMENT'] as const;

type Verdict = (typeof verdicts)[number];

const stateAfter: Readonly<Record<Verdict, ReviewState>> = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
};

const unprocessable = (reason: string) => refuse(problem(422, 'Unprocessable Entity', [reason]));

function pullNamed(call: Call): PullRequest {
  return found(found(readable(call)).pulls.get(Number(call.params.number)));
}

/** A pending review is there for its author alone. */
function visible(review: Review, call: Call): boolean {
  return review.state !== 'PENDING' || review.user === call.actor?.user;
}

function reviewNamed(call: Call): Review {
  const review = pullNamed(call).reviews.get(Number(call.params.review));
  return found(review !== undefined && visible(review, call) ? review : undefined);
}

/** Oldest first (REST documentation, "List reviews": chronological). */
function list(call: Call): Answer {
  const shown = [...pullNamed(call).reviews.values()].filter((review) => visible(review, call));
  return page(call, shown, (review) => reviewJson(review, call.origins));
}

function get(call: Call): Answer {
  return json(200, reviewJson(reviewNamed(call), call.origins));
}

function create(call: Call): Answer {
  const pull = pullNamed(call);
  const by = caller(call);
  const fields = RequestFields.of(call.body);
  const verdict = fields.oneOf('event', verdicts);
  const body = checkedBody(fields.textOrNull('body') ?? '');
  const commitId = commitNamed(fields.text('commit_id'), pull);
  if (fields.objects('comments')?.length) unprocessable('Comments on lines are not kept by this GitHub');
  checkVerdict(verdict, body, pull, by);
  const pending = [...pull.reviews.values()].some((each) => each.state === 'PENDING' && each.user === by.user);
  if (pending) unprocessable('User can only have one pending review per pull request');
  const review: Review = {
    id: call.state.newId(),
    pull,
    user: by.user,
    app: by.installation?.app ?? null,
    body,
    state: 'PENDING',
    commitId,
    submittedAt: null,
    updatedAt: call.state.now(),
    lastEditedAt: null,
  };
  pull.reviews.set(review.id, review);
  if (verdict !== undefined) submitted(call, review, verdict, by);
  return json(200, reviewJson(review, call.origins));
}

/** The commit that is reviewed: by default the head. It need not be the head, nor be a commit of the pull request. */
function commitNamed(wished: string | undefined, pull: PullRequest): string {
  if (wished === undefined) return pull.head.sha;
  return pull.repository.git.resolve(wished)?.id ?? unprocessable('Commit is not part of the pull request');
}

function checkVerdict(verdict: Verdict | undefined, body: string, pull: PullRequest, by: Actor): void {
  const own = pull.issue.user === by.user;
  // Words of hubtty/hubtty#33 and others.
  if (own && verdict === 'APPROVE') unprocessable('Can not approve your own pull request');
  if (own && verdict === 'REQUEST_CHANGES') unprocessable('Can not request changes on your own pull request');
  const needsBody = verdict === 'REQUEST_CHANGES' || verdict === 'COMMENT';
  if (needsBody && body.trim() === '') unprocessable('Body can not be blank');
  const writes = may(by, pull.repository, { role: 'write', anyOf: write.anyOf });
  if (pull.issue.locked && !writes) refuse(problem(403, 'Unable to create review because issue is locked.'));
}

function checkedBody(body: string): string {
  return isTooLong(body) ? unprocessable('Body is too long (maximum is 65536 characters)') : body;
}

function submit(call: Call): Answer {
  const review = reviewNamed(call);
  const by = caller(call);
  const fields = RequestFields.of(call.body);
  const verdict = fields.oneOf('event', verdicts) ?? unprocessable('Event can not be blank');
  if (review.state !== 'PENDING') unprocessable('Can not submit a review that is not pending');
  review.body = checkedBody(fields.textOrNull('body') ?? review.body);
  checkVerdict(verdict, review.body, review.pull, by);
  submitted(call, review, verdict, by);
  return json(200, reviewJson(review, call.origins));
}

function submitted(call: Call, review: Review, verdict: Verdict, by: Actor): void {
  touch(call, review.pull.issue);
  review.state = stateAfter[verdict];
  review.submittedAt = review.updatedAt = review.pull.issue.updatedAt;
  emitReview(call, review, 'submitted', by);
}

function update(call: Call): Answer {
  const review = reviewNamed(call);
  const by = caller(call);
  const writes = may(by, review.pull.repository, { role: 'write', anyOf: write.anyOf });
  if (review.user !== by.user && !writes) return problem(403, 'Must have admin rights to Repository.');
  const body = checkedBody(RequestFields.of(call.body).requiredText('body'));
  const from = review.body;
  if (body !== from) {
    Object.assign(review, { body, updatedAt: call.state.now(), lastEditedAt: call.state.now() });
    if (review.state !== 'PENDING') emitReview(call, review, 'edited', by, { changes: { body: { from } } });
  }
  return json(200, reviewJson(review, call.origins));
}

function remove(call: Call): Answer {
  const review = reviewNamed(call);
  if (review.state !== 'PENDING') unprocessable('Can not delete a non-pending pull request review');
  review.pull.reviews.delete(review.id);
  return json(200, reviewJson(review, call.origins));
}

/** Only a verdict can be dismissed: "Can not dismiss a dismissed pull request review" (defenseunicorns/lula#207). */
function dismiss(call: Call): Answer {
  const review = reviewNamed(call);
  RequestFields.of(call.body).requiredText('message');
  if (review.state !== 'APPROVED' && review.state !== 'CHANGES_REQUESTED') {
    const reason = `Can not dismiss a ${review.state.toLowerCase()} pull request review`;
    return problem(422, 'Validation Failed', [reason]);
  }
  review.state = 'DISMISSED';
  review.updatedAt = call.state.now();
  emitReview(call, review, 'dismissed', caller(call));
  return json(200, reviewJson(review, call.origins));
}
