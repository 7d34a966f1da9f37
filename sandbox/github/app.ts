// SPDX-License-Identifier: MIT
import type { KeyObject } from 'node:crypto';
import type { User } from './people.js';

export type Level = 'read' | 'write' | 'admin';

/** Permissions of an App or of one of its tokens, by GitHub's names: `contents`, `pull_requests`, `members` … */
export type Permissions = Readonly<Record<string, Level>>;

/** A GitHub App, as registered by its owner. */
export interface App {
  readonly id: number;
  readonly clientId: string;
  readonly slug: string;
  readonly name: string;
  readonly owner: User;
  /** the account that acts when an installation token is used: `SLUG[bot]` */
  readonly bot: User;
  /** JSON web tokens are checked with it */
  readonly publicKey: KeyObject;
  readonly permissions: Permissions;
  /** names of the webhook events that it is subscribed to */
  readonly events: readonly string[];
  readonly createdAt: Date;
  /** where it is told of events; what it answers is in the delivery log */
  hook: { readonly url: string; readonly secret: string } | undefined;
}

export interface Installation {
  readonly id: number;
  readonly app: App;
  readonly account: User;
  permissions: Permissions;
  /** ids, or all of the account's */
  readonly repositories: 'all' | Set<number>;
  readonly createdAt: Date;
}

/** What a token stands for. A person's token may do what the person may; an installation's what it was given. */
export type Actor = PersonActor | IntegrationActor;

export interface PersonActor {
  readonly user: User;
  readonly installation?: undefined;
}

export interface IntegrationActor {
  /** the App's bot */
  readonly user: User;
  readonly installation: Installation;
  readonly permissions: Permissions;
  readonly repositories: 'all' | ReadonlySet<number>;
  readonly expiresAt: Date;
}

export function includesLevel(given: Level | undefined, wanted: Level): boolean {
  const levels = [undefined, 'read', 'write', 'admin'];
  return levels.indexOf(given) >= levels.indexOf(wanted);
}
