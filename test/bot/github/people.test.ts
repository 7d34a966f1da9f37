// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mayApprove } from '../../../bot/github/people.js';
import type { Role } from '../../../sandbox/github/people.js';
import { SteppingClock } from '../../support/stepping-clock.js';
import { Stage } from '../support/stage.js';

let stage: Stage;
let clock: SteppingClock;

beforeEach(async () => {
  clock = new SteppingClock();
  stage = await Stage.open({ clock });
});

afterEach(() => stage.close());

describe('who may approve', () => {
  it.each<[Role, 'write' | 'maintain' | 'admin', boolean]>([
    ['read', 'write', false],
    ['triage', 'write', false],
    ['write', 'write', true],
    ['write', 'maintain', false],
    ['maintain', 'maintain', true],
    ['admin', 'maintain', true],
    ['maintain', 'admin', false],
    ['admin', 'admin', true],
  ])('by permission: %s where %s is needed is %s', async (role, approverPermission, may) => {
    const { account } = stage.person('bob');
    stage.server.repository.collaborators.set(account.id, role);
    expect(await mayApprove(stage.github(), { approverTeams: [], approverPermission }, account)).toBe(may);
  });

  it('by teams: members, and not who was only invited', async () => {
    const { state } = stage.server;
    const team = state.addTeam(stage.community.organization, 'certificates', [stage.alice.user]);
    team.members.set(stage.mallory.account.id, { user: stage.mallory.user, state: 'pending', role: 'member' });
    const settings = { approverTeams: ['our-org/certificates'], approverPermission: 'none' } as const;
    expect(await mayApprove(stage.github(), settings, stage.alice.account)).toBe(true);
    expect(await mayApprove(stage.github(), settings, stage.mallory.account)).toBe(false);
    // permission alone does not count here
    expect(await mayApprove(stage.github(), settings, stage.maintainer.account)).toBe(false);
  });

  it('never is a bot, nor an account that took over a name', async () => {
    const settings = { approverTeams: [], approverPermission: 'write' } as const;
    const { account } = stage.maintainer;
    expect(await mayApprove(stage.github(), settings, { ...account, isBot: true })).toBe(false);
    expect(await mayApprove(stage.github(), settings, { ...account, id: 1 })).toBe(false);
    expect(await mayApprove(stage.github(), settings, { id: 2, login: 'nobody-here', isBot: false })).toBe(false);
  });

  it('is asked again after half a minute', async () => {
    const github = stage.github();
    const settings = { approverTeams: [], approverPermission: 'maintain' } as const;
    const { account } = stage.maintainer;
    expect(await mayApprove(github, settings, account)).toBe(true);
    stage.community.team.members.delete(account.id);
    expect(await mayApprove(github, settings, account)).toBe(true);
    await clock.sleep(30_000);
    expect(await mayApprove(github, settings, account)).toBe(false);
  });

  it('is not told where the App lacks the right to ask', async () => {
    stage.server.faults.add({ effect: { kind: 'answer', status: 403 }, path: /permission/ });
    const settings = { approverTeams: [], approverPermission: 'write' } as const;
    await expect(mayApprove(stage.github(), settings, stage.maintainer.account)).rejects.toMatchObject({
      code: 'not-permitted',
    });
  });
});
