// SPDX-License-Identifier: MIT
import type { Answer } from './answer.js';
import type { Actor, App, Permissions } from './app.js';
import type { Effect } from './faults.js';
import type { Role } from './people.js';
import type { GithubState } from './state.js';

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

export interface World {
  readonly state: GithubState;
  readonly origins: Origins;
}

export interface Call extends World {
  readonly method: string;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
  /** who asks; undefined without a token */
  readonly actor: Actor | undefined;
  /** the App that asks with its JSON web token, at the routes for that */
  readonly app: App | undefined;
  readonly effect: Effect | undefined;
}

/** What a route of a repository (`:owner/:name`) demands; the dispatcher refuses the others as GitHub does. */
export interface Needs {
  /** an App's token needs all of one of these sets (REST documentation, "Permissions required for GitHub Apps") */
  readonly anyOf: readonly Permissions[];
  /** what a person needs; default: `read` for GET, else `write` */
  readonly role?: Role;
  /** true for a GET that is not for everyone even where the repository is public */
  readonly signedIn?: boolean;
}

export interface Route {
  readonly method: string;
  /** `:name` takes one segment, `*name` the rest up to what follows */
  readonly path: string;
  /** none: the handler looks itself */
  readonly needs?: Needs;
  /** true where the JSON web token of an App is the credential */
  readonly forApps?: boolean;
  readonly handle: (call: Call) => Answer | Promise<Answer>;
}

export interface Found {
  readonly route: Route;
  /** decoded */
  readonly params: Record<string, string>;
}

/** Finds routes by method and path; the first that matches. Each pattern is compiled once. */
export class Router {
  readonly #byMethod = new Map<string, { readonly route: Route; readonly pattern: RegExp }[]>();

  constructor(routes: readonly Route[]) {
    for (const route of routes) {
      const same = this.#byMethod.get(route.method) ?? [];
      this.#byMethod.set(route.method, [...same, { route, pattern: patternOf(route.path) }]);
    }
  }

  find(method: string, path: string): Found | undefined {
    for (const { route, pattern } of this.#byMethod.get(method) ?? []) {
      const match = pattern.exec(path);
      if (match === null) continue;
      const params = Object.entries(match.groups ?? {}).map(([name, value]) => [name, decode(value)] as const);
      return { route, params: Object.fromEntries(params) };
    }
    return undefined;
  }
}

function patternOf(path: string): RegExp {
  const source = path
    .replace(/\./g, '\\.')
    .replace(/:(\w+)/g, '(?<$1>[^/]+)')
    .replace(/\*(\w+)/g, '(?<$1>.+)');
  return new RegExp(`^${source}/?$`);
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
