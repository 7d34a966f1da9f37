// SPDX-License-Identifier: MIT
import { actorOf, badCredentials, routeRefusal, tokenIn } from './access.js';
import { type Answer, notFound, problem } from './answer.js';
import type { Actor, App } from './app.js';
import { appOfJwt } from './app-jwt.js';
import type { Effect } from './faults.js';
import type { Received } from './listener.js';
import type { RateLimits } from './rate-limits.js';
import { Refused } from './refused.js';
import type { Call, Found, Router, World } from './router.js';

/** Looks at each request to the API and at its answer; see contract/contract.ts. */
export interface Contract {
  /** @returns GitHub's refusal for a request that breaks its own description, or undefined */
  request(request: Received, url: URL): Answer | undefined;
  /** @throws Error where an answer of ours is not as GitHub describes it */
  answer(request: Received, url: URL, answer: Answer): void;
  /** @throws Error where a webhook's payload is not as GitHub describes it */
  webhook(event: string, payload: Readonly<Record<string, unknown>>): void;
}

export interface Desk extends World {
  readonly router: Router;
  readonly rateLimits: RateLimits;
  readonly contract: Contract | undefined;
}

/** Answers one request: who asks, may he, and then the route's handler. */
export async function dispatch(desk: Desk, request: Received, effect?: Effect): Promise<Answer> {
  if (effect?.kind === 'answer') return failure(effect);
  const url = new URL(request.path, desk.origins.web);
  const answer = url.pathname.startsWith('/api/')
    ? await viaApi(desk, request, url, effect)
    : await direct(desk, request, url, effect);
  return effect?.kind === 'answer-after' ? problem(effect.status, 'Server Error') : answer;
}

/** The web, git over HTTP, the object store. */
async function direct(desk: Desk, request: Received, url: URL, effect: Effect | undefined): Promise<Answer> {
  const found = desk.router.find(request.method, url.pathname);
  if (found === undefined) return notFound;
  // A download's address carries its own permission; git sends a token.
  const isGit = /^\/[^/]+\/[^/]+\/(info\/refs|git-(upload|receive)-pack)$/.test(url.pathname);
  const actor = isGit ? actorOf(request.headers.authorization, desk.state) : undefined;
  if (actor === 'bad') return badCredentials;
  return handled(desk, request, url, { found, actor, effect });
}

async function viaApi(desk: Desk, request: Received, url: URL, effect: Effect | undefined): Promise<Answer> {
  const found = desk.router.find(request.method, url.pathname);
  const { authorization, 'user-agent': userAgent } = request.headers;
  // "All API requests must include a valid User-Agent header" (REST documentation, "User agent").
  if (userAgent === undefined) return problem(403, 'Request forbidden by administrative rules.');
  if (found?.route.forApps === true) {
    const app = appOfJwt(tokenIn(authorization ?? '') ?? '', desk.state);
    return 'status' in app ? app : handled(desk, request, url, { found, app, effect });
  }
  const actor = actorOf(authorization, desk.state);
  if (actor === 'bad') return badCredentials;
  const { headers, spent } = desk.rateLimits.count(actor, url.pathname);
  const answer = spent ?? (found ? await handled(desk, request, url, { found, actor, effect }) : notFound);
  return { ...answer, headers: { ...headers, ...answer.headers } };
}

interface Asked {
  readonly found: Found;
  readonly actor?: Actor | undefined;
  readonly app?: App;
  readonly effect: Effect | undefined;
}

async function handled(desk: Desk, request: Received, url: URL, asked: Asked): Promise<Answer> {
  const { route, params } = asked.found;
  const { state, origins, contract } = desk;
  const call: Call = {
    ...request,
    state,
    origins,
    url,
    actor: asked.actor,
    app: asked.app,
    params,
    effect: asked.effect,
  };
  const answer =
    routeRefusal(route, call) ?? contract?.request(request, url) ?? (await outcome(() => route.handle(call)));
  contract?.answer(request, url, answer);
  return answer;
}

async function outcome(handle: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await handle();
  } catch (error) {
    if (error instanceof Refused) return error.answer;
    throw error;
  }
}

function failure(effect: Effect & { readonly kind: 'answer' }): Answer {
  const answer = problem(effect.status, effect.message ?? 'Server Error');
  return { ...answer, headers: { ...answer.headers, ...effect.headers } };
}
