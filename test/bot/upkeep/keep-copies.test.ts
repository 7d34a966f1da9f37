// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepCopies } from '../../../bot/upkeep/keep-copies.js';
import { keepCrl } from '../../../bot/upkeep/keep-crl.js';
import { crlPath } from '../../../ca/repository/repository.js';
import { certified } from '../support/acts.js';
import { World } from '../support/world.js';

const app = 'weather_maps';
const day = 86_400_000;
const copy = 'our-org/server';
const path = 'resources/codesigning/root.crl';

describe('copies of the list', () => {
  let world: World;
  const open = async (copies: string): Promise<void> => {
    const settings = `approvers:\n  permission: maintain\ncrl:\n  copies: [${copies}]\n`;
    world = await World.open({ files: { 'authority/bot.yml': settings } });
    world.stage.server.state.addRepository(copy);
    await certified(world, app);
    await keepCrl(world.workshop);
  };
  afterEach(() => world.close());

  const pulls = () =>
    world.stage.maintainer.visitor.must<{ number: number; title: string; state: string; base: { ref: string } }[]>(
      'GET',
      `/repos/${copy}/pulls?state=all`,
    );
  const bytesAt = async (repository: string, file: string, ref: string): Promise<string | undefined> => {
    const reply = await world.stage.maintainer.visitor.request<{ content?: string }>(
      'GET',
      `/repos/${repository}/contents/${file}?ref=${ref}`,
    );
    return reply.body.content;
  };
  const isUpToDate = async (): Promise<boolean> => {
    const [ours, theirs] = await Promise.all([
      bytesAt('our-org/certificates', crlPath, 'main'),
      bytesAt(copy, path, 'nextcloud-ca/crl-main'),
    ]);
    return ours !== undefined && ours === theirs;
  };

  describe('where the App is installed', () => {
    beforeEach(() => open(`"${copy}:${path}"`));

    it('get one pull request, which the next list brings up to date', async () => {
      await keepCopies(world.workshop);
      await keepCopies(world.workshop);
      expect(await pulls()).toMatchObject([{ title: expect.stringMatching(/to number 1$/), state: 'open' }]);
      expect(await isUpToDate()).toBe(true);
      await world.stage.clock.sleep(31 * day);
      world.restart();
      await keepCrl(world.workshop);
      await keepCopies(world.workshop);
      expect(await pulls()).toMatchObject([{ title: expect.stringMatching(/to number 2$/), state: 'open' }]);
      expect(await isUpToDate()).toBe(true);
    });

    it('are left alone once they ship it, and get another one for the list after that', async () => {
      await keepCopies(world.workshop);
      const [first] = await pulls();
      const { maintainer, server } = world.stage;
      server.state.repository('our-org', 'server')?.collaborators.set(maintainer.user.id, 'admin');
      const { sha } = await maintainer.visitor.must<{ sha: string }>(
        'GET',
        `/repos/${copy}/contents/${path}?ref=nextcloud-ca/crl-main`,
      );
      await world.stage.commit(maintainer, {
        repository: copy,
        branch: 'main',
        files: { [path]: { mode: '100644', sha } },
      });
      await maintainer.visitor.must('PATCH', `/repos/${copy}/pulls/${first?.number}`, { state: 'closed' });
      await keepCopies(world.workshop);
      expect(await pulls()).toHaveLength(1);
      await world.stage.clock.sleep(31 * day);
      world.restart();
      await keepCrl(world.workshop);
      await keepCopies(world.workshop);
      expect((await pulls()).map(({ state }) => state).toSorted()).toEqual(['closed', 'open']);
      expect(await isUpToDate()).toBe(true);
    });
  });

  it('closed by the people there are not opened again for the same list, but for the next one', async () => {
    await open(`"${copy}:${path}"`);
    await keepCopies(world.workshop);
    const [first] = await pulls();
    const { maintainer, server } = world.stage;
    server.state.repository('our-org', 'server')?.collaborators.set(maintainer.user.id, 'admin');
    await maintainer.visitor.must('PATCH', `/repos/${copy}/pulls/${first?.number}`, { state: 'closed' });
    await keepCopies(world.workshop);
    expect(await pulls()).toHaveLength(1);
    await world.stage.clock.sleep(31 * day);
    world.restart();
    await keepCrl(world.workshop);
    await keepCopies(world.workshop);
    expect((await pulls()).map(({ state }) => state).toSorted()).toEqual(['closed', 'open']);
  });

  it('on several branches and paths of a place get one pull request a branch, which changes nothing else', async () => {
    const second = 'apps/root.crl';
    await open(`"${copy}:${path}", "${copy}@stable30:${path}", "${copy}@main:${second}"`);
    const { maintainer, server } = world.stage;
    server.state.repository('our-org', 'server')?.collaborators.set(maintainer.user.id, 'admin');
    await world.stage.commit(maintainer, { repository: copy, branch: 'stable30', files: { 'version.php': '30' } });
    await world.stage.commit(maintainer, { repository: copy, branch: 'main', files: { 'version.php': '31' } });
    await keepCopies(world.workshop);
    await keepCopies(world.workshop);
    const changed = async ({ number, base }: { number: number; base: { ref: string } }) => {
      const files = await maintainer.visitor.must<{ filename: string }[]>(
        'GET',
        `/repos/${copy}/pulls/${number}/files`,
      );
      return [base.ref, ...files.map(({ filename }) => filename).toSorted()];
    };
    const proposed = await Promise.all((await pulls()).map(changed));
    expect(proposed.toSorted()).toEqual([
      ['main', second, path],
      ['stable30', path],
    ]);
  });

  it('where the App is not installed are named, and the others get theirs', async () => {
    await open(`"their-org/server:${path}", "${copy}:${path}"`);
    await expect(keepCopies(world.workshop)).rejects.toMatchObject({
      code: 'not-permitted',
      message: expect.stringContaining('their-org/server'),
    });
    expect(await pulls()).toHaveLength(1);
  });
});
