// SPDX-License-Identifier: MIT

/** An account: a person, the bot of an App, or an organisation. */
export interface User {
  readonly id: number;
  readonly login: string;
  readonly type: 'User' | 'Bot' | 'Organization';
  readonly name: string | null;
  /** addresses by which commits are attributed to the account, lower case, the noreply addresses included */
  readonly emails: string[];
}

const roles = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const;

/** What a person may do in a repository, least first. */
export type Role = (typeof roles)[number];

export function atLeast(role: Role, wanted: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(wanted);
}

/** The higher of two roles. */
export function higher(one: Role, other: Role): Role {
  return atLeast(one, other) ? one : other;
}

export interface Team {
  readonly id: number;
  readonly organization: User;
  readonly slug: string;
  readonly name: string;
  /** by id of the account; `pending` until the invitation is accepted */
  readonly members: Map<number, Membership>;
}

export interface Membership {
  readonly user: User;
  readonly state: 'active' | 'pending';
  readonly role: 'member' | 'maintainer';
}
