// SPDX-License-Identifier: MIT
import { readable } from '../access.js';
import { type Answer, json, problem } from '../answer.js';
import type { Signature } from '../git/commit.js';
import { signatureOf } from '../git/signature-of.js';
import { gitCommitJson } from '../json/commit-json.js';
import { found, refuse } from '../refused.js';
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
  const now = signatureOf(caller(call).user, call.state.now());
  const author = signatureIn(fields.object('author'), now);
  const committer = signatureIn(fields.object('committer'), author);
  const signature = fields.textOrNull('signature') ?? null;
  const commit = network.writeCommit({ tree, parents, message, author, committer, signature });
  const shown = gitCommitJson(commit, repository, call.origins);
  return json(201, shown, { location: String(shown.url) });
}

/** "If omitted, committer will be filled in with author data; author with the authenticated user and the current date". */
export function signatureIn(fields: RequestFields | undefined, instead: Signature): Signature {
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
