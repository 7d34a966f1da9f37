// SPDX-License-Identifier: MIT
import type { Answer } from './answer.js';
import type { Effect } from './faults.js';
import type { Actor, GithubState } from './state.js';

/** Addresses that answers point to. */
export interface Origins {
  /** REST API, as on GitHub Enterprise Server: `…/api/v3` */
  readonly api: string;
  /** where assets are posted: `…/api/uploads` */
  readonly uploads: string;
  readonly web: string;
  /** object store: another origin, as on github.com */
  readonly objects: string;
}

export interface Call {
  readonly method: string;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
  /** who asks; undefined without a token */
  readonly actor: Actor | undefined;
  readonly state: GithubState;
  readonly origins: Origins;
  readonly effect: Effect | undefined;
}

export interface Route {
  readonly method: string;
  /** `:name` takes one segment, `*name` the rest up to what follows */
  readonly path: string;
  readonly handle: (call: Call) => Answer | Promise<Answer>;
}

/** The route for a path, with its parameters decoded. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { readonly route: Route; readonly params: Record<string, string> } | undefined {
  for (const route of routes) {
    if (route.method !== method) continue;
    const match = patternOf(route.path).exec(path);
    if (match === null) continue;
    const params = Object.entries(match.groups ?? {}).map(([name, value]) => [name, decode(value)] as const);
    return { route, params: Object.fromEntries(params) };
  }
  return undefined;
}

function patternOf(path: string): RegExp {
  const source = path.replace(/:(\w+)/g, '(?<$1>[^/]+)').replace(/\*(\w+)/g, '(?<$1>.+)');
  return new RegExp(`^${source}/?$`);
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
