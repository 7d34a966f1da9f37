// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { comment, openRequest } from '../support/acts.js';
import { createRequest } from '../../../ca/request/create-request.js';
import { sharedKey } from '../../support/test-keys.js';
import { World } from '../support/world.js';

const app = 'weather_maps';
let world: World;
beforeEach(async () => {
  world = await World.open();
});
afterEach(() => world.close());

it('a membership that is made public counts at the next /recheck, by the same replica', async () => {
  const { stage } = world;
  const { alice, maintainer } = stage;
  const organization = stage.server.state.addOrganization('apps-org', [maintainer.user]);
  const member = (isPublic: boolean) =>
    organization.members.set(alice.account.id, { user: alice.user, role: 'member', public: isPublic });
  member(false);
  const info = `<?xml version="1.0"?>\n<info><id>${app}</id></info>\n`;
  await stage.repository(maintainer, `apps-org/${app}`, { 'appinfo/info.xml': info });
  const files = { [`${app}/${app}.csr`]: (await createRequest(await sharedKey(), app)).toPem() };
  const { number, head } = await openRequest(world, { app, files });
  await alice.visitor.must('PATCH', `pulls/${number}`, { body: `${stage.server.web}/apps-org/${app}` });
  await world.pushed(number, head, alice);
  const verdict = async (): Promise<string> => (await world.ownComments(number)).join();
  expect(await verdict()).toContain('**repository-relation**: Nothing public shows');
  expect(await verdict()).toContain('whoever approves weighs what there is');
  member(true);
  await comment(alice, number, '/recheck');
  await world.look(number);
  expect(await verdict()).toContain('Looked at again.');
  expect(await verdict()).not.toContain('repository-relation');

  // what cannot get better is remembered
  let asked = 0;
  world.workshop.github.octokit.hook.before('request', ({ url }) => {
    if (url.includes('public_members')) asked++;
  });
  await world.look(number);
  expect(asked).toBe(0);
});
