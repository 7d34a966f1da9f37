// SPDX-License-Identifier: MIT
import { randomBytes } from 'node:crypto';
import type { Actor, App, Installation, IntegrationActor, Permissions } from './app.js';
import type { CheckRun, CheckSuite } from './check-run.js';
import { Events } from './events.js';
import { GitData } from './git/git-data.js';
import { RefNames } from './git/ref-names.js';
import { firstCommit } from './git/first-commit.js';
import type { Comment } from './issue.js';
import type { Organization, Role, Team, User } from './people.js';
import type { Repository } from './repository.js';

export type { Asset, Release } from './release.js';
export type { Repository } from './repository.js';

interface NewRepository {
  readonly private?: boolean;
  readonly immutableReleases?: boolean;
  readonly description?: string;
  readonly parent?: Repository;
  /** true: no branch yet. Default: one commit, as when GitHub adds a README. */
  readonly empty?: boolean;
}

/** Everything that this GitHub knows: in memory, and its repositories on disk. */
export class GithubState {
  readonly repositories: Repository[] = [];
  readonly events = new Events();
  readonly apps = new Map<number, App>();
  readonly installations = new Map<number, Installation>();
  /** by id */
  readonly comments = new Map<number, Comment>();
  readonly checkRuns = new Map<number, CheckRun>();
  readonly checkSuites = new Map<number, CheckSuite>();
  /** by token */
  readonly actors = new Map<string, Actor>();
  /** by login in lower case */
  readonly organizations = new Map<string, Organization>();
  readonly #users = new Map<string, User>();
  readonly #usersByEmail = new Map<string, User>();
  readonly #repositories = new Map<string, Repository>();
  #lastId = 1000;

  constructor(
    readonly now: () => Date,
    readonly data = new GitData(),
  ) {}

  newId(): number {
    return ++this.#lastId;
  }

  /** The account of that login, which does not depend on case. */
  user(login: string): User | undefined {
    return this.#users.get(login.toLowerCase());
  }

  get users(): Iterable<User> {
    return this.#users.values();
  }

  /** The account that a commit by this address is attributed to. */
  userByEmail(email: string): User | undefined {
    return this.#usersByEmail.get(email.toLowerCase());
  }

  /** The account of that login, made where there is none. */
  addUser(login: string, about: Partial<Pick<User, 'type' | 'name' | 'emails'>> = {}): User {
    const known = this.user(login);
    if (known !== undefined) return known;
    const id = this.newId();
    const noreply = [`${id}+${login}@users.noreply.github.com`, `${login}@users.noreply.github.com`];
    const emails = [...(about.emails ?? []), ...noreply].map((email) => email.toLowerCase());
    const user: User = {
      id,
      login,
      type: about.type ?? 'User',
      name: about.name ?? null,
      emails,
      createdAt: this.now(),
    };
    this.#users.set(login.toLowerCase(), user);
    for (const email of emails) this.#usersByEmail.set(email, user);
    return user;
  }

  /** A token with which its bearer is this person. */
  addToken(user: User): string {
    const token = `ghp_${randomBytes(18).toString('hex')}`;
    this.actors.set(token, { user });
    return token;
  }

  /** An installation's token: for an hour, and for no more than the installation itself has. */
  addInstallationToken(
    installation: Installation,
    narrowed: { readonly permissions?: Permissions; readonly repositories?: ReadonlySet<number> } = {},
  ): { readonly token: string; readonly actor: IntegrationActor } {
    const token = `ghs_${randomBytes(18).toString('hex')}`;
    const actor: IntegrationActor = {
      user: installation.app.bot,
      installation,
      permissions: narrowed.permissions ?? installation.permissions,
      repositories: narrowed.repositories ?? installation.repositories,
      expiresAt: new Date(this.now().getTime() + 3_600_000),
    };
    this.actors.set(token, actor);
    return { token, actor };
  }

  addOrganization(login: string, owners: readonly User[] = []): Organization {
    const account = this.addUser(login, { type: 'Organization' });
    const members = new Map(owners.map((user) => [user.id, { user, role: 'admin', public: true } as const]));
    const organization: Organization = { account, members, teams: new Map(), baseRole: 'read' };
    this.organizations.set(login.toLowerCase(), organization);
    return organization;
  }

  /** A team of active members, who thereby belong to the organisation. */
  addTeam(organization: Organization, name: string, members: readonly User[]): Team {
    const slug = name.toLowerCase().replace(/[^a-z0-9_]+/g, '-');
    const team: Team = { id: this.newId(), organization, slug, name, members: new Map(), roles: new Map() };
    for (const user of members) {
      team.members.set(user.id, { user, state: 'active', role: 'member' });
      if (!organization.members.has(user.id)) {
        organization.members.set(user.id, { user, role: 'member', public: true });
      }
    }
    organization.teams.set(slug, team);
    return team;
  }

  /** @param fullName `OWNER/NAME`; an owner that nobody made yet is a person */
  addRepository(fullName: string, options: NewRepository = {}): Repository {
    const [owner = '', name = ''] = fullName.split('/');
    const account = this.addUser(owner);
    const collaborators = new Map<number, Role>();
    if (account.type === 'User') collaborators.set(account.id, 'admin');
    const defaultBranch = options.parent?.defaultBranch ?? 'main';
    const parent = options.parent?.git;
    const git = this.data.open(account.login, name, { defaultBranch, ...(parent && { parent }) });
    if (parent === undefined && options.empty !== true && git.refs.list().length === 0) {
      git.refs.set(`refs/heads/${defaultBranch}`, firstCommit(git, { name, account, date: this.now() }).id);
    }
    const repository: Repository = {
      id: this.newId(),
      owner: account.login,
      account,
      organization: this.organizations.get(owner.toLowerCase()),
      name,
      private: options.private ?? false,
      description: options.description ?? null,
      createdAt: this.now(),
      pushedAt: this.now(),
      settings: { repointApprovals: true, dismissStaleReviews: false, mergedAfter: 0, mergeableAfter: 0 },
      collaborators,
      contributors: new Map(),
      parent: options.parent,
      immutableReleases: options.immutableReleases ?? false,
      defaultBranch,
      git,
      branches: new RefNames(git.refs, 'refs/heads/'),
      tags: new RefNames(git.refs, 'refs/tags/'),
      rulesets: [],
      releases: [],
      usedUpTags: new Set(),
      latest: undefined,
      lastNumber: 0,
      issues: new Map(),
      openIssues: 0,
      pulls: new Map(),
      labels: new Map(),
      checkSuites: new Map(),
      statuses: new Map(),
    };
    this.repositories.push(repository);
    this.#repositories.set(fullName.toLowerCase(), repository);
    return repository;
  }

  /** Takes a repository away; what others hold of it stays as it is. */
  removeRepository(repository: Repository): void {
    this.repositories.splice(this.repositories.indexOf(repository), 1);
    this.#repositories.delete(`${repository.owner}/${repository.name}`.toLowerCase());
  }

  /** Names of owners and repositories do not depend on case. */
  repository(owner: string, name: string): Repository | undefined {
    return this.#repositories.get(`${owner}/${name}`.toLowerCase());
  }
}
