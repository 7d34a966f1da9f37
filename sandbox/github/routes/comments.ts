// SPDX-License-Identifier: MIT
import { may, readable } from '../access.js';
import { type Answer, json, noContent, problem } from '../answer.js';
import type { Actor } from '../app.js';
import { emitComment, touch } from '../issue-edit.js';
import type { Comment } from '../issue.js';
import { commentJson, isReactionKind } from '../json/issue-json.js';
import { nodeId } from '../json/node-id.js';
import { timestamp } from '../json/timestamp.js';
import { userJson } from '../json/user-json.js';
import { page } from '../paging.js';
import { found, invalid, refuse } from '../refused.js';
import { RequestFields } from '../request-fields.js';
import type { Call, Route } from '../router.js';
import { caller, isTooLong, issueNamed, issueRead, issueWrite, mustBeAdmin } from './issues.js';

const issues = '/api/v3/repos/:owner/:name/issues';

export const commentRoutes: readonly Route[] = [
  { method: 'GET', path: `${issues}/comments`, needs: issueRead, handle: listAll },
  { method: 'GET', path: `${issues}/comments/:id`, needs: issueRead, handle: get },
  { method: 'PATCH', path: `${issues}/comments/:id`, needs: issueWrite, handle: update },
  { method: 'DELETE', path: `${issues}/comments/:id`, needs: issueWrite, handle: remove },
  { method: 'GET', path: `${issues}/comments/:id/reactions`, needs: issueRead, handle: listReactions },
  { method: 'POST', path: `${issues}/comments/:id/reactions`, needs: issueWrite, handle: react },
  { method: 'GET', path: `${issues}/:number/comments`, needs: issueRead, handle: list },
  { method: 'POST', path: `${issues}/:number/comments`, needs: issueWrite, handle: create },
];

function commentNamed(call: Call): Comment {
  const repository = found(readable(call));
  const comment = call.state.comments.get(Number(call.params.id));
  return found(comment?.issue.repository === repository ? comment : undefined);
}

function since(call: Call): Date {
  return new Date(call.url.searchParams.get('since') ?? 0);
}

function list(call: Call): Answer {
  const comments = [...issueNamed(call).comments.values()].filter(({ updatedAt }) => updatedAt >= since(call));
  return page(call, comments, (comment) => commentJson(comment, call.origins));
}

function listAll(call: Call): Answer {
  const repository = found(readable(call));
  const query = call.url.searchParams;
  const comments = [...call.state.comments.values()].filter(
    ({ issue, updatedAt }) => issue.repository === repository && updatedAt >= since(call),
  );
  const time = (comment: Comment) =>
    (query.get('sort') === 'updated' ? comment.updatedAt : comment.createdAt).getTime();
  const sign = query.get('direction') === 'desc' ? -1 : 1;
  if (query.has('sort')) comments.sort((one, other) => sign * (time(one) - time(other) || one.id - other.id));
  return page(call, comments, (comment) => commentJson(comment, call.origins));
}

function get(call: Call): Answer {
  return json(200, commentJson(commentNamed(call), call.origins));
}

function create(call: Call): Answer {
  const issue = issueNamed(call);
  const by = caller(call);
  const body = checkedComment(RequestFields.of(call.body).requiredText('body'));
  if (issue.locked && !mayWrite(by, call)) {
    return problem(403, 'Unable to create comment because issue is locked.');
  }
  touch(call, issue);
  const comment: Comment = {
    id: call.state.newId(),
    issue,
    user: by.user,
    app: by.installation?.app ?? null,
    createdAt: issue.updatedAt,
    reactions: [],
    body,
    updatedAt: issue.updatedAt,
    lastEditedAt: null,
    editor: null,
  };
  issue.comments.set(comment.id, comment);
  call.state.comments.set(comment.id, comment);
  emitComment(call, comment, 'created', by);
  return json(201, commentJson(comment, call.origins));
}

function update(call: Call): Answer {
  const comment = commentNamed(call);
  const by = caller(call);
  if (comment.user.id !== by.user.id && !mayWrite(by, call)) return mustBeAdmin;
  const body = checkedComment(RequestFields.of(call.body).requiredText('body'));
  const from = comment.body;
  comment.updatedAt = call.state.now();
  if (body !== from) {
    Object.assign(comment, { body, lastEditedAt: comment.updatedAt, editor: by.user });
    emitComment(call, comment, 'edited', by, { changes: { body: { from } } });
  }
  return json(200, commentJson(comment, call.origins));
}

function remove(call: Call): Answer {
  const comment = commentNamed(call);
  const by = caller(call);
  if (comment.user.id !== by.user.id && !mayWrite(by, call)) return mustBeAdmin;
  comment.issue.comments.delete(comment.id);
  call.state.comments.delete(comment.id);
  emitComment(call, comment, 'deleted', by);
  return noContent;
}

function mayWrite(actor: Actor, call: Call): boolean {
  return may(actor, found(readable(call)), { role: 'write', anyOf: issueWrite.anyOf });
}

/** The limit of 65,536 characters, in the words of many public reports. */
function checkedComment(body: string): string {
  const error = { resource: 'IssueComment', code: 'unprocessable', field: 'data' };
  if (body.trim() === '') return invalid({ ...error, message: 'Body cannot be blank' });
  if (!isTooLong(body)) return body;
  return invalid({ ...error, message: 'Body is too long (maximum is 65536 characters)' });
}

function listReactions(call: Call): Answer {
  return page(call, commentNamed(call).reactions, (reaction) => reactionJson(reaction, call));
}

/** One reaction of a kind and person: 201 for a new one, 200 where it is there. */
function react(call: Call): Answer {
  const comment = commentNamed(call);
  const { user } = caller(call);
  const content = RequestFields.of(call.body).requiredText('content');
  if (!isReactionKind(content)) return refuse(problem(422, 'Invalid request.\n\nInvalid reaction.'));
  const known = comment.reactions.find((each) => each.user === user && each.content === content);
  if (known !== undefined) return json(200, reactionJson(known, call));
  const reaction = { id: call.state.newId(), user, content, createdAt: call.state.now() };
  comment.reactions.push(reaction);
  return json(201, reactionJson(reaction, call));
}

function reactionJson({ id, user, content, createdAt }: Comment['reactions'][number], call: Call): unknown {
  const author = userJson(user, call.origins);
  return { id, node_id: nodeId('Reaction', id), user: author, content, created_at: timestamp(createdAt) };
}
