// SPDX-License-Identifier: MIT
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { addApp, addInstallation } from './app-registry.js';
import type { App, Installation, Permissions } from './app.js';
import type { Organization, Team, User } from './people.js';
import type { Person } from './person.js';
import { seedRepository } from './seed-repository.js';
import { type GithubOptions, type LocalGithub, startGithub } from './server.js';

/** The people of a repository that a bot looks after. */
export const roles = ['maintainer', 'second', 'requester', 'outsider'] as const;

export interface CommunityOptions extends Omit<GithubOptions, 'organization'> {
  /** folder whose content is the default branch; default: a README */
  readonly seed?: string | undefined;
  /** where the App is told of events; default: nowhere, until `app.hook` is set */
  readonly webhook?: string | undefined;
  readonly webhookSecret?: string;
  readonly permissions?: Permissions;
  readonly events?: readonly string[];
  /** PEM; default: one that is made once a process */
  readonly appKey?: string;
}

export interface Community {
  readonly github: LocalGithub;
  readonly organization: Organization;
  /** `signers`: those who may approve */
  readonly team: Team;
  readonly app: App;
  readonly installation: Installation;
  /** PEM, PKCS#8 */
  readonly appKey: string;
  readonly webhookSecret: string;
  readonly users: Readonly<Record<(typeof roles)[number], User>>;
  readonly tokens: Readonly<Record<(typeof roles)[number], string>>;
  readonly people: Readonly<Record<(typeof roles)[number], Person>>;
}

/** Those of bot/app.yml, which a bundle of this does not have at hand; a test holds them together. */
export const botPermissions: Permissions = {
  checks: 'write',
  contents: 'write',
  issues: 'write',
  members: 'read',
  metadata: 'read',
  pull_requests: 'write',
};

export const botEvents: readonly string[] = [
  'check_run',
  'check_suite',
  'issue_comment',
  'issues',
  'pull_request',
  'pull_request_review',
  'push',
];

/**
 * A GitHub on loopback with an organisation, its repository, and an App that is installed there. `maintainer` and
 * `second` are the team `signers` and may write; `requester` and `outsider` are anybody.
 */
export async function startCommunity(options: CommunityOptions): Promise<Community> {
  const { seed, webhook, webhookSecret = randomBytes(20).toString('hex'), appKey = ownKey() } = options;
  const github = await startGithub({ ...options, organization: true });
  const { state, repository } = github;
  const users = {
    maintainer: state.addUser('maintainer', { name: 'Mia Maintainer', emails: ['mia@example.org'] }),
    second: state.addUser('second', { name: 'Sam Second', emails: ['sam@example.org'] }),
    requester: state.addUser('requester', { name: 'Rae Requester', emails: ['rae@example.org'] }),
    outsider: state.addUser('outsider', { name: 'Ole Outsider', emails: ['ole@example.org'] }),
  };
  const organization = state.organizations.get(repository.owner.toLowerCase());
  if (organization === undefined) throw new Error(`${repository.owner} is no organisation`);
  const team = state.addTeam(organization, 'signers', [users.maintainer, users.second]);
  team.roles.set(repository.id, 'maintain');
  if (seed !== undefined) seedRepository(repository, seed, users.maintainer, state.now());
  const app = addApp(state, {
    name: 'Certificate bot',
    slug: 'certificate-bot',
    owner: organization.account,
    publicKey: createPublicKey(createPrivateKey(appKey)),
    permissions: options.permissions ?? botPermissions,
    events: options.events ?? botEvents,
  });
  if (webhook !== undefined) app.hook = { url: webhook, secret: webhookSecret };
  const installation = addInstallation(state, app, organization.account, app.permissions);
  const tokens = each((role) => state.addToken(users[role]));
  const people = each((role) => github.as(tokens[role]));
  return { github, organization, team, app, installation, appKey, webhookSecret, users, tokens, people };
}

let key: string | undefined;

function ownKey(): string {
  const make = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  return (key ??= make().export({ type: 'pkcs8', format: 'pem' }).toString());
}

function each<Value>(make: (role: (typeof roles)[number]) => Value): Record<(typeof roles)[number], Value> {
  return Object.fromEntries(roles.map((role) => [role, make(role)])) as Record<(typeof roles)[number], Value>;
}
