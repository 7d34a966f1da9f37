// SPDX-License-Identifier: MIT
import { gunzipSync } from 'node:zlib';
import { readable } from './access.js';
import type { Answer } from './answer.js';
import type { Actor } from './app.js';
import { runGit } from './git/git-process.js';
import { flush, pktLine } from './git/pkt-line.js';
import { advertiseForPush, mayPushSomething, receivePack } from './pushes/receive-pack.js';
import { refuse } from './refused.js';
import type { Repository } from './repository.js';
import type { Call, Route } from './router.js';

/** Git over HTTP ("smart", gitprotocol-http): `git clone http://x:TOKEN@HOST/OWNER/NAME.git`, with `.git` or without. */
export const httpGitRoutes: readonly Route[] = [
  { method: 'GET', path: '/:owner/:name/info/refs', handle: advertise },
  { method: 'POST', path: '/:owner/:name/git-upload-pack', handle: fetchObjects },
  { method: 'POST', path: '/:owner/:name/git-receive-pack', handle: push },
];

type Service = 'git-upload-pack' | 'git-receive-pack';

/** GitHub lets everyone fetch any commit of the network by its id. */
const uploadPack = ['-c', 'uploadpack.allowAnySHA1InWant=true', '-c', 'uploadpack.allowFilter=true', 'upload-pack'];

async function advertise(call: Call): Promise<Answer> {
  const service = call.url.searchParams.get('service');
  const type = `application/x-${service ?? ''}-advertisement`;
  if (service === 'git-receive-pack') {
    const { repository } = forPush(call);
    return answer(type, Buffer.concat([headingOf(service), advertiseForPush(repository.git)]));
  }
  if (service !== 'git-upload-pack') return plain(403, 'Please upgrade your git client.\n');
  const repository = forFetch(call);
  const version = call.headers['git-protocol'];
  const refs = await upload(repository, ['--http-backend-info-refs'], Buffer.alloc(0), version);
  // The second version of the protocol has no heading.
  return answer(type, version?.includes('version=2') === true ? refs : Buffer.concat([headingOf(service), refs]));
}

async function fetchObjects(call: Call): Promise<Answer> {
  const repository = forFetch(call);
  const result = await upload(repository, [], bodyOf(call), call.headers['git-protocol']);
  return answer('application/x-git-upload-pack-result', result);
}

async function push(call: Call): Promise<Answer> {
  const { repository, actor } = forPush(call);
  const result = await receivePack(call, repository, bodyOf(call), actor);
  return answer('application/x-git-receive-pack-result', result);
}

/** @param version what the client says of itself, for git's own program */
async function upload(
  { git }: Repository,
  options: readonly string[],
  body: Buffer,
  version: string | undefined,
): Promise<Buffer> {
  const words = [...uploadPack, '--stateless-rpc', ...options, git.folder];
  const protocol = /^[\w=:.-]+$/.test(version ?? '') ? { GIT_PROTOCOL: version ?? '' } : {};
  return (await runGit(words, body, protocol)).stdout;
}

/** Large requests come compressed. */
function bodyOf({ body, headers }: Call): Buffer {
  return headers['content-encoding'] === 'gzip' ? gunzipSync(body) : Buffer.from(body);
}

/** Whoever may not see the repository is asked who he is, and then told that it is not there. */
function forFetch(call: Call): Repository {
  const { state, actor, params } = call;
  const { owner = '', name = '' } = params;
  const repository = readable({ state, actor, params: { owner, name: name.replace(/\.git$/, '') } });
  return repository ?? refuse(actor === undefined ? whoAreYou : plain(404, 'Repository not found.\n'));
}

function forPush(call: Call): { readonly repository: Repository; readonly actor: Actor } {
  const { actor } = call;
  if (actor === undefined) return refuse(whoAreYou);
  const repository = forFetch(call);
  if (mayPushSomething(call, repository, actor)) return { repository, actor };
  const where = `${repository.owner}/${repository.name}.git`;
  return refuse(plain(403, `Permission to ${where} denied to ${actor.user.login}.\n`));
}

const whoAreYou: Answer = {
  ...plain(401, 'Authentication required.\n'),
  headers: { 'content-type': 'text/plain; charset=utf-8', 'www-authenticate': 'Basic realm="GitHub"' },
};

function headingOf(service: Service): Buffer {
  return Buffer.concat([pktLine(`# service=${service}\n`), flush]);
}

function answer(type: string, body: Buffer): Answer {
  return { status: 200, headers: { 'content-type': type, 'cache-control': 'no-cache' }, body };
}

function plain(status: number, text: string): Answer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: Buffer.from(text) };
}
