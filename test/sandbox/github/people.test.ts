// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Community, startCommunity } from '../../../sandbox/github/community.js';
import { GithubContract } from '../../../sandbox/github/contract/contract.js';
import type { Person } from '../../../sandbox/github/person.js';

let community: Community;
let maintainer: Person;
let outsider: Person;
let bot: Person;
/** the App without `members: read` */
let blind: Person;

beforeAll(async () => {
  community = await startCommunity({ repository: 'acme/requests', contract: new GithubContract() });
  ({ maintainer, outsider } = community.people);
  const { state, as } = community.github;
  bot = as(state.addInstallationToken(community.installation).token);
  blind = as(
    state.addInstallationToken(community.installation, { permissions: { contents: 'read', metadata: 'read' } }).token,
  );
  const invited = state.addUser('invited');
  community.team.members.set(invited.id, { user: invited, state: 'pending', role: 'member' });
  const hidden = state.addUser('hidden');
  community.organization.members.set(hidden.id, { user: hidden, role: 'member', public: false });
  community.github.repository.collaborators.set(state.addUser('helper').id, 'triage');
});

afterAll(() => community.github.close());

const status = async (person: Person, path: string) => (await person.request('GET', path)).status;

describe('accounts', () => {
  it('are found in any case, with what is public of them', async () => {
    expect(await outsider.must('GET', '/users/REQUESTER')).toMatchObject({
      login: 'requester',
      type: 'User',
      email: null,
    });
    expect(await outsider.must('GET', '/users/certificate-bot[bot]')).toMatchObject({ type: 'Bot' });
    expect(await status(outsider, '/users/nobody')).toBe(404);
    expect(await outsider.must('GET', '/user')).toMatchObject({ login: 'outsider' });
    expect(await status(bot, '/user')).toBe(403);
  });
});

describe('a team', () => {
  const membership = (user: string) => `/orgs/acme/teams/signers/memberships/${user}`;

  it('tells an App with `members: read` who is in it', async () => {
    expect(await bot.must('GET', membership('maintainer'))).toMatchObject({ state: 'active', role: 'member' });
    expect(await bot.must('GET', membership('invited'))).toMatchObject({ state: 'pending' });
    expect(await status(bot, membership('requester'))).toBe(404);
    expect(await status(bot, membership('nobody'))).toBe(404);
    expect(await status(bot, '/orgs/acme/teams/other/memberships/maintainer')).toBe(404);
    expect(await bot.must('GET', '/orgs/acme/teams/signers/members')).toMatchObject([
      { login: 'maintainer' },
      { login: 'second' },
    ]);
    expect(await bot.must('GET', '/orgs/acme/teams/signers')).toMatchObject({ slug: 'signers', members_count: 3 });
  });

  it('is hidden from outsiders, and from Apps without the permission', async () => {
    expect(await status(outsider, membership('maintainer'))).toBe(404);
    expect(await status(blind, membership('maintainer'))).toBe(403);
    expect(await status(maintainer, membership('second'))).toBe(200);
  });

  it('counts an owner of the organisation as its maintainer', async () => {
    const { organization, users } = community;
    organization.members.set(users.second.id, { user: users.second, role: 'admin', public: true });
    expect(await bot.must('GET', membership('second'))).toMatchObject({ role: 'maintainer' });
    expect(await bot.must('GET', '/orgs/acme/memberships/second')).toMatchObject({ role: 'admin', state: 'active' });
    organization.members.set(users.second.id, { user: users.second, role: 'member', public: true });
  });
});

describe('an organisation', () => {
  it('shows outsiders its public members alone', async () => {
    const logins = async (person: Person) =>
      (await person.must<{ login: string }[]>('GET', '/orgs/acme/members')).map(({ login }) => login);
    expect(await logins(outsider)).toEqual(['maintainer', 'second']);
    expect(await logins(bot)).toEqual(['maintainer', 'second', 'hidden']);
    expect(await status(bot, '/orgs/acme/members/hidden')).toBe(204);
    expect(await status(outsider, '/orgs/acme/members/hidden')).toBe(302);
    expect(await status(outsider, '/orgs/acme/public_members/hidden')).toBe(404);
    expect(await status(outsider, '/orgs/acme/public_members/maintainer')).toBe(204);
    expect(await outsider.must('GET', '/orgs/acme')).toMatchObject({ login: 'acme', type: 'Organization' });
  });

  it('makes public members `MEMBER`, hidden ones not', async () => {
    const { state, as } = community.github;
    const hidden = as(state.addToken(state.user('hidden')!));
    expect(await hidden.must('POST', 'issues', { title: 'x' })).toMatchObject({ author_association: 'NONE' });
    expect(await maintainer.must('POST', 'issues', { title: 'x' })).toMatchObject({ author_association: 'MEMBER' });
    const helper = as(state.addToken(state.user('helper')!));
    expect(await helper.must('POST', 'issues', { title: 'x' })).toMatchObject({ author_association: 'COLLABORATOR' });
  });
});

describe('rights in a repository', () => {
  const permission = (user: string) => bot.must('GET', `collaborators/${user}/permission`);

  it('are the most of what somebody has, in old words and by role', async () => {
    expect(await permission('maintainer')).toMatchObject({
      permission: 'write',
      role_name: 'maintain',
      user: { login: 'maintainer', permissions: { push: true, admin: false, maintain: true } },
    });
    expect(await permission('helper')).toMatchObject({ permission: 'read', role_name: 'triage' });
    expect(await permission('outsider')).toMatchObject({ permission: 'read', role_name: 'read' });
    expect(await status(bot, 'collaborators/nobody/permission')).toBe(404);
  });

  it('are nothing for strangers where the repository is private', async () => {
    community.github.state.addRepository('acme/secret', { private: true });
    expect(await bot.must('GET', '/repos/acme/secret/collaborators/outsider/permission')).toMatchObject({
      permission: 'none',
    });
    expect(await status(outsider, '/repos/acme/secret')).toBe(404);
  });

  it('are told to those who may push', async () => {
    expect(await outsider.request('GET', 'collaborators/maintainer/permission')).toMatchObject({
      status: 403,
      body: { message: 'Must have push access to view collaborator permission.' },
    });
    expect(await status(maintainer, 'collaborators/outsider/permission')).toBe(200);
    expect(await status(bot, 'collaborators/maintainer')).toBe(204);
    expect(await status(bot, 'collaborators/outsider')).toBe(404);
    const all = await maintainer.must<{ login: string }[]>('GET', 'collaborators');
    expect(all.map(({ login }) => login).sort()).toEqual(['helper', 'hidden', 'maintainer', 'second']);
  });

  it('of an App not installed there are those of everybody', async () => {
    community.github.state.addRepository('requester/app');
    expect(await status(bot, '/repos/requester/app/collaborators/requester/permission')).toBe(403);
    expect(await status(bot, '/repos/requester/app/contributors')).not.toBe(403);
  });
});

describe('contributors', () => {
  it('are who has commits in the default branch, most first', async () => {
    const push = (person: Person, path: string) =>
      person.push({ branch: 'main', files: { [path]: path }, to: 'acme/requests' });
    await push(maintainer, 'a');
    await push(community.people.second, 'b');
    await push(community.people.second, 'c');
    expect(await outsider.must('GET', 'contributors')).toMatchObject([
      { login: 'second', contributions: 2 },
      { login: 'maintainer', contributions: 1 },
    ]);
  });
});
