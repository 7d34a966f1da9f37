// SPDX-License-Identifier: MIT
import { readable } from '../access.js';
import { type Answer, json, problem } from '../answer.js';
import type { Actor } from '../app.js';
import type { Commit, NewCommit, Signature } from '../git/commit.js';
import { githubSignature, signatureOf } from '../git/signature-of.js';
import { gitCommitJson } from '../json/commit-json.js';
import { found, refuse } from '../refused.js';
import type { Repository } from '../repository.js';
import { RequestFields } from '../request-fields.js';
import type { Call, Route } from '../router.js';
import { contentsRead, contentsWrite } from './git-blobs.js';
import { caller } from './issues.js';

const commits = '/api/v3/repos/:owner/:name/git/commits';

export const gitCommitRoutes: readonly Route[] = [
  { method: 'POST', path: commits, needs: contentsWrite, handle: create },
  { method: 'GET', path: `${commits}/:sha`, needs: contentsRead, handle: get },
];

function get(call: Call): Answer {
  const repository = found(readable(call));
  const { sha = '' } = call.params;
  const commit = found(repository.git.network.findCommit(sha));
  return commit.id === sha
    ? json(200, gitCommitJson(commit, repository, call.origins))
    : refuse(problem(404, 'Not Found'));
}

/** Makes a commit, which no ref names yet. */
function create(call: Call): Answer {
  const repository = found(readable(call));
  const { network } = repository.git;
  const fields = RequestFields.of(call.body);
  const message = fields.requiredText('message');
  const tree = fields.requiredText('tree');
  const parents = fields.texts('parents') ?? [];
  if (network.objects.read(tree)?.type !== 'tree') invalid('Tree SHA does not exist');
  if (parents.some((parent) => network.objects.read(parent)?.type !== 'commit')) {
    invalid('Parent SHA does not exist or is not a commit object');
  }
  const signature = fields.textOrNull('signature') ?? null;
  const commit = writeFor(caller(call), repository, { tree, parents, message, signature }, fields, call.state.now());
  const shown = gitCommitJson(commit, repository, call.origins);
  return json(201, shown, { location: String(shown.url) });
}

/**
 * The commit of whoever asks. What an App commits without naming anybody, and without a signature of its own, GitHub signs
 * ("Signature verification for bots"); its committer is then GitHub, as of everything that is signed so.
 */
export function writeFor(
  by: Actor,
  { git: { network } }: Repository,
  commit: Omit<NewCommit, 'author' | 'committer'>,
  fields: RequestFields,
  now: Date,
): Commit {
  const [author, committer] = [fields.object('author'), fields.object('committer')];
  const own = signatureOf(by.user, now);
  const isSigned = by.installation !== undefined && typeof commit.signature !== 'string' && !author && !committer;
  if (isSigned) return network.writeSigned({ ...commit, author: own, committer: githubSignature(now) });
  const named = signatureIn(author, own);
  return network.writeCommit({ ...commit, author: named, committer: signatureIn(committer, named) });
}

/** "If omitted, committer will be filled in with author data; author with the authenticated user and the current date". */
function signatureIn(fields: RequestFields | undefined, instead: Signature): Signature {
  if (fields === undefined) return instead;
  const date = fields.text('date');
  return {
    name: fields.requiredText('name'),
    email: fields.requiredText('email'),
    date: date === undefined ? instead.date : parseDate(date),
    zone: date === undefined ? instead.zone : zoneIn(date),
  };
}

function parseDate(text: string): Date {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? invalid(`Invalid request.\n\n${text} is not a valid date-time.`) : date;
}

function zoneIn(date: string): string {
  return /[+-]\d\d:?\d\d$/.exec(date)?.[0].replace(':', '') ?? '+0000';
}

function invalid(message: string): never {
  return refuse(problem(422, message));
}
