// SPDX-License-Identifier: MIT
// GitHub behaves otherwise than docs/faithfulness.md believes: no certificate is issued wrongly, and none is lost.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { approve, comment } from './support/acts.js';
import type { Person } from './support/stage.js';
import { BusyClock, World } from './support/world.js';

const app = 'weather_maps';

interface Answer {
  data: unknown;
}

/** Time stands still while somebody is quick. */
class StoppedClock extends BusyClock {
  #stopped: Date | undefined;
  stop(): void {
    this.#stopped = super.now();
  }
  go(): void {
    this.#stopped = undefined;
  }
  override now(): Date {
    return this.#stopped ?? super.now();
  }
}

describe('where GitHub behaves otherwise', () => {
  let world: World;
  let clock: StoppedClock;
  let alice: Person;
  let maintainer: Person;
  let second: Person;

  beforeEach(async () => {
    clock = new StoppedClock();
    world = await World.open({ clock, unchecked: true });
    ({ alice, maintainer, second } = world.stage);
  });
  afterEach(() => world.close());

  /** What the bot reads from now on at addresses that end so is changed, until the function that is given back is called. */
  function twist(ends: RegExp, change: (answer: Answer, method: string) => void): () => void {
    let isOn = true;
    world.workshop.github.octokit.hook.after('request', (answer, { url, method }) => {
      if (isOn && ends.test(url)) change(answer as Answer, method);
    });
    return () => {
      isOn = false;
    };
  }

  async function asked(): Promise<{ number: number; head: string; fork: string }> {
    const made = await world.request(app);
    await world.pushed(made.number, made.head, alice);
    expect(await world.labels(made.number)).toEqual(['ready to approve']);
    return made;
  }

  const issued = async (): Promise<number> => (await world.ledger()).certificatesOf(app).length;

  /** One certificate, one comment that tells of it, and the pull request at its end. */
  async function expectDone(number: number): Promise<void> {
    expect(await issued()).toBe(1);
    const own = await world.ownComments(number);
    expect(own.filter((body) => body.includes('BEGIN CERTIFICATE'))).toHaveLength(1);
    expect(own).toHaveLength(1);
    expect(await world.labels(number)).toEqual(['signed']);
    expect((await world.pull(number)).state).toBe('closed');
  }

  it('a comment that somebody else edits in the second in which it was written approves nothing', async () => {
    const { number, head } = await asked();
    clock.stop();
    const { id } = await comment(maintainer, number, 'Let me see.');
    await second.visitor.must('PATCH', `issues/comments/${id}`, { body: `/sign ${head}` });
    clock.go();
    const shown = await maintainer.visitor.must<Record<string, string>>('GET', `issues/comments/${id}`);
    expect(shown.updated_at).toBe(shown.created_at);
    await world.look(number);
    expect(await issued()).toBe(0);
    expect((await world.ownComments(number)).join()).toContain('It was edited');
    await comment(maintainer, number, `/sign ${head}`);
    await world.look(number);
    await expectDone(number);
  });

  it('texts of which GraphQL does not tell whether they were edited approve nothing', async () => {
    const { number, head } = await asked();
    const tells = twist(/graphql$/, (answer) => {
      const { data } = answer.data as { data: { nodes?: unknown[] } };
      if (data.nodes !== undefined) data.nodes = data.nodes.map(() => null);
    });
    await comment(maintainer, number, `/sign ${head}`);
    await maintainer.visitor.must('POST', `pulls/${number}/reviews`, { event: 'COMMENT', body: `/sign ${head}` });
    await world.look(number);
    expect(await issued()).toBe(0);
    tells();
    await world.look(number);
    await expectDone(number);
  });

  describe('a list that shifts while it is read hides no request for changes', () => {
    async function manyReviews(number: number, count: number): Promise<void> {
      for (let at = 0; at < count; at++) {
        await alice.visitor.must('POST', `pulls/${number}/reviews`, { event: 'COMMENT', body: 'please' });
      }
    }

    /** Once the bot has read a page of reviews. */
    function afterPage(page: number, act: () => Promise<unknown>): () => boolean {
      let done: Promise<unknown> | undefined;
      world.workshop.github.octokit.hook.after('request', async (_, options) => {
        if (options.method !== 'GET' || !options.url.endsWith('/reviews') || options.page !== page) return;
        await (done ??= act());
      });
      return () => done !== undefined;
    }

    it('where an earlier review goes', async () => {
      const { number, head } = await asked();
      await manyReviews(number, 100);
      await second.visitor.must('POST', `pulls/${number}/reviews`, { event: 'REQUEST_CHANGES', body: 'no' });
      await approve(maintainer, number, head);
      const reviews = world.stage.server.repository.pulls.get(number)?.reviews;
      const [first = 0] = reviews?.keys() ?? [];
      const struck = afterPage(1, async () => reviews?.delete(first));
      await world.look(number);
      expect(struck()).toBe(true);
      expect(await issued()).toBe(0);
    });

    it('where one that was begun before is handed in', async () => {
      const { number, head } = await asked();
      const { id } = await world.stage.mallory.visitor.must<{ id: number }>('POST', `pulls/${number}/reviews`, {
        body: 'soon',
      });
      await manyReviews(number, 99);
      await second.visitor.must('POST', `pulls/${number}/reviews`, { event: 'REQUEST_CHANGES', body: 'no' });
      await approve(maintainer, number, head);
      const struck = afterPage(2, () =>
        world.stage.mallory.visitor.must('POST', `pulls/${number}/reviews/${id}/events`, { event: 'COMMENT' }),
      );
      await world.look(number);
      expect(struck()).toBe(true);
      expect(await issued()).toBe(0);
    });
  });

  describe('an approval counts after our check alone, and is not lost, though the list of check runs', () => {
    type Run = Record<string, unknown>;
    const runsOf = (answer: Answer): Run[] => (answer.data as { check_runs?: Run[] }).check_runs ?? [];

    it('has no times', async () => {
      const { number, head } = await asked();
      await approve(maintainer, number, head);
      const tells = twist(/\/check-runs(?:\?|$)/, (answer) => {
        for (const run of runsOf(answer)) Object.assign(run, { started_at: null, completed_at: null });
      });
      await world.look(number);
      expect(await issued()).toBe(0);
      tells();
      await world.look(number);
      await expectDone(number);
    });

    it('dates them back to when the head was pushed, after a rebase that took the approval along', async () => {
      const { number, head, fork } = await asked();
      await approve(maintainer, number, head);
      await world.stage.seed({ 'README.md': 'another day\n' });
      const pushedAt = clock.now().toISOString();
      const request = Buffer.from(await requestAt(head)).toString();
      const rebased = await world.stage.commit(alice, {
        ...{ repository: fork, branch: `certificate-${app}`, parents: [world.stage.main], force: true },
        ...{ files: { [`${app}/${app}.csr`]: request } },
        message: 'Request\n\nSigned-off-by: alice <alice@users.noreply.github.com>',
      });
      const [review] = await maintainer.visitor.must<{ commit_id: string }[]>('GET', `pulls/${number}/reviews`);
      expect(review?.commit_id).toBe(rebased);
      twist(/\/check-runs(?:\?|$)/, (answer) => {
        for (const run of runsOf(answer)) run.started_at = pushedAt;
      });
      await world.pushed(number, rebased, alice);
      await world.look(number);
      expect(await issued()).toBe(0);
      await approve(second, number, rebased);
      await world.look(number);
      await expectDone(number);
    });

    it('has another App’s run under our name, with what ours remembers', async () => {
      const { number, head } = await asked();
      await approve(maintainer, number, head);
      const tells = twist(/\/check-runs(?:\?|$)/, (answer) => {
        for (const run of runsOf(answer)) run.app = { ...(run.app as object), id: 424_242 };
      });
      world.workshop = { ...world.workshop, authority: undefined };
      await world.look(number);
      expect((await world.ownComments(number)).join()).toContain('has not begun');
      tells();
      world.restart();
      world.useAuthority(world.authority);
      await world.look(number);
      await expectDone(number);
    });
  });

  async function requestAt(commit: string): Promise<Uint8Array> {
    const { content } = await maintainer.visitor.must<{ content: string }>(
      'GET',
      `contents/${app}/${app}.csr?ref=${commit}`,
    );
    return Buffer.from(content, 'base64');
  }

  it('what was written a moment ago is not listed for a while: one comment and one verdict in the end', async () => {
    const { number, head } = await world.request(app);
    // each of the lists is twice as it was when it was asked for first
    const lists = new Map<string, { left: number; was: unknown }>();
    twist(/\/(?:comments|check-runs)(?:\?|$)/, (answer, method) => {
      if (method !== 'GET') return;
      const key = Array.isArray(answer.data) ? 'comments' : 'check runs';
      const late = lists.get(key) ?? { left: 2, was: structuredClone(answer.data) };
      lists.set(key, late);
      if (late.left-- > 0) answer.data = structuredClone(late.was);
    });
    await world.pushed(number, head, alice);
    expect(lists.size).toBe(2);
    expect(await world.ownComments(number)).toHaveLength(1);
    const { check_runs: runs } = await maintainer.visitor.must<{ check_runs: { conclusion: string }[] }>(
      'GET',
      `commits/${head}/check-runs`,
    );
    expect(runs.map(({ conclusion }) => conclusion)).toEqual(['success']);
    await approve(maintainer, number, head);
    await world.look(number);
    await expectDone(number);
  });

  it.each([0, 'never'] as const)(
    'the base branch is read as it was before our commit: one certificate (pull requests show as merged: %s)',
    async (mergedAfter) => {
      world.stage.server.repository.settings.mergedAfter = mergedAfter;
      const { number, head } = await asked();
      await approve(maintainer, number, head);
      const before = world.stage.main;
      let struck = 0;
      const catchUp = twist(/\/git\/ref\/\{ref\}$/, (answer) => {
        const { object } = answer.data as { object: { sha: string } };
        if (object.sha !== before && struck++ < 3) object.sha = before;
      });
      await world.look(number);
      expect(struck).toBeGreaterThan(0);
      expect(await issued()).toBe(1);
      catchUp();
      await clock.sleep(61_000);
      await world.bot.do({ kind: 'reconcile' });
      await expectDone(number);
    },
  );

  it('updateRefs says that it moved the branch, and did not: nothing is told that is not there', async () => {
    const { number, head } = await asked();
    await approve(maintainer, number, head);
    const before = world.stage.main;
    let lies = 2;
    world.workshop.github.octokit.hook.wrap('request', async (request, options) => {
      const isSwap =
        options.url.endsWith('/graphql') && (options as { query?: string }).query?.startsWith('mutation') === true;
      if (!isSwap || lies-- <= 0) return request(options);
      expect(world.stage.main).toBe(before);
      expect((await world.ownComments(number)).join()).not.toContain('BEGIN CERTIFICATE');
      const data = { data: { updateRefs: { clientMutationId: null } } };
      return { status: 200, url: options.url, headers: {}, data } as never;
    });
    await world.look(number);
    expect(lies).toBeLessThanOrEqual(0);
    await expectDone(number);
  });

  it('rights that are answered 404 for a while approve nothing, and count later', async () => {
    const { number, head } = await asked();
    await approve(maintainer, number, head);
    const effect = { kind: 'answer', status: 404, message: 'Not Found' } as const;
    world.stage.server.faults.add({ effect, path: /\/permission$/, times: 1000 });
    await world.look(number);
    expect(world.stage.server.faults.struck).toBeGreaterThan(0);
    expect(await issued()).toBe(0);
    world.stage.server.faults.clear();
    await clock.sleep(60_000);
    await world.bot.do({ kind: 'reconcile' });
    await expectDone(number);
  });

  it('labels are shown as they were: they are right in the end, and nothing is said twice', async () => {
    const { number, head } = await world.request(app);
    let left = 2;
    const stale = twist(/\/pulls\/\{pull_number\}$/, (answer) => {
      if (left-- > 0) (answer.data as { labels: object[] }).labels = [];
    });
    await world.pushed(number, head, alice);
    stale();
    expect(await world.labels(number)).toEqual(['ready to approve']);
    await approve(maintainer, number, head);
    const [was] = [await maintainer.visitor.must<{ labels: object[] }>('GET', `pulls/${number}`)];
    left = 4;
    twist(/\/pulls\/\{pull_number\}$/, (answer) => {
      if (left-- > 0) (answer.data as { labels: object[] }).labels = was.labels;
    });
    await world.look(number);
    await expectDone(number);
  });

  it('a pull request shows as merged late: it is told once, and at its end', async () => {
    // of real time, while the clock of the test runs a second a call: longer than a minute of that it would be given up
    world.stage.server.repository.settings.mergedAfter = 1;
    const { number, head } = await asked();
    await approve(maintainer, number, head);
    await world.look(number);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await world.look(number);
    await expectDone(number);
    expect((await world.pull(number)).merged).toBe(true);
  });

  it('the opener’s approval is taken: it is none', async () => {
    const { number, head } = await asked();
    await approve(maintainer, number, head);
    const twisted = twist(/\/reviews$/, (answer, method) => {
      if (method !== 'GET') return;
      for (const review of answer.data as { user: object }[]) {
        review.user = { ...review.user, id: alice.account.id, login: 'alice' };
      }
    });
    world.stage.server.repository.collaborators.set(alice.account.id, 'admin');
    await world.look(number);
    expect(await issued()).toBe(0);
    expect((await world.ownComments(number)).join()).toContain('Whoever opened the pull request cannot approve it');
    twisted();
    await world.look(number);
    await expectDone(number);
  });
});
