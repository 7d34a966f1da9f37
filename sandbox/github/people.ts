// SPDX-License-Identifier: MIT

/** An account: a person, the bot of an App, or an organisation. */
export interface User {
  readonly id: number;
  readonly login: string;
  readonly type: 'User' | 'Bot' | 'Organization';
  readonly name: string | null;
  /** addresses by which commits are attributed to the account, lower case, the noreply addresses included */
  readonly emails: string[];
  readonly createdAt: Date;
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

export interface Organization {
  readonly account: User;
  /** by id of the account */
  readonly members: Map<number, Member>;
  /** by slug */
  readonly teams: Map<string, Team>;
  /** what every member may do in all of its repositories ("base permissions") */
  baseRole: Role;
}

export interface Member {
  readonly user: User;
  /** `admin` is an owner of the organisation */
  readonly role: 'admin' | 'member';
  /** a private membership is hidden from outsiders */
  readonly public: boolean;
}

export interface Team {
  readonly id: number;
  readonly organization: Organization;
  readonly slug: string;
  readonly name: string;
  /** by id of the account */
  readonly members: Map<number, TeamMembership>;
  /** what its members may do, by id of the repository */
  readonly roles: Map<number, Role>;
}

export interface TeamMembership {
  readonly user: User;
  /** `pending` until the invitation is accepted */
  readonly state: 'active' | 'pending';
  readonly role: 'member' | 'maintainer';
}
