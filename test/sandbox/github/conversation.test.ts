// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Community, startCommunity } from '../../../sandbox/github/community.js';
import { GithubContract } from '../../../sandbox/github/contract/contract.js';
import type { Person } from '../../../sandbox/github/person.js';

const contract = new GithubContract();
let community: Community;
let now: Date;
let maintainer: Person;
let requester: Person;
let outsider: Person;
/** the App, by its installation's token */
let bot: Person;

beforeEach(async () => {
  now = new Date('2026-03-01T12:00:00Z');
  contract.violations.length = 0;
  community = await startCommunity({ repository: 'acme/requests', contract, now: () => now });
  ({ maintainer, requester, outsider } = community.people);
  const { state } = community.github;
  bot = community.github.as(state.addInstallationToken(community.installation).token);
});

afterEach(() => community.github.close());

const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000));
const get = (path: string, person = maintainer) => person.request<Record<string, never>>('GET', path);
const names = (labels: unknown) => (labels as { name: string }[]).map(({ name }) => name);

describe('issues', () => {
  it('are opened by anybody, whose labels are dropped, and edited by their author and those who may triage', async () => {
    const made = await requester.must('POST', 'issues', { title: 'Help', body: 'please', labels: ['bug'] });
    expect(made).toMatchObject({ number: 1, state: 'open', labels: [], author_association: 'NONE', closed_by: null });
    expect((await outsider.request('PATCH', 'issues/1', { title: 'Ha' })).status).toBe(403);
    await requester.edit(1, { title: 'Help me' });
    later(5);
    await maintainer.must('PATCH', 'issues/1', { state: 'closed', labels: ['done', 'fine'] });
    expect((await get('issues/1')).body).toMatchObject({
      title: 'Help me',
      state: 'closed',
      state_reason: 'completed',
      closed_at: '2026-03-01T12:00:05Z',
      closed_by: { login: 'maintainer' },
      labels: [{ name: 'done', color: 'ededed' }, { name: 'fine' }],
    });
    await maintainer.reopen(1);
    expect((await get('issues/1')).body).toMatchObject({ state: 'open', state_reason: 'reopened', closed_at: null });
  });

  it('are listed by state, labels, author and time, newest first', async () => {
    for (const title of ['a', 'b', 'c']) {
      await (title === 'b' ? maintainer : requester).openIssue(title, '');
      later(60);
    }
    await maintainer.label(1, 'x', 'y');
    await maintainer.close(3);
    const titles = async (query: string) =>
      ((await get(`issues?${query}`)).body as unknown as { title: string }[]).map(({ title }) => title);
    expect(await titles('')).toEqual(['b', 'a']);
    expect(await titles('state=all')).toEqual(['c', 'b', 'a']);
    expect(await titles('labels=X,y')).toEqual(['a']);
    expect(await titles('creator=maintainer')).toEqual(['b']);
    expect(await titles('state=all&sort=updated&direction=asc')).toEqual(['b', 'a', 'c']);
    expect(await titles('state=all&since=2026-03-01T12:03:00Z')).toEqual(['c', 'a']);
    expect(await titles('per_page=1&page=2')).toEqual(['a']);
  });

  it('have a title of at most 256 and a text of at most 65,536 characters', async () => {
    const { status, body } = await requester.request('POST', 'issues', { title: 'x'.repeat(257) });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      message: 'Validation Failed',
      errors: [
        { resource: 'Issue', code: 'custom', field: 'title', message: 'title is too long (maximum is 256 characters)' },
      ],
    });
    expect((await requester.request('POST', 'issues', { title: 'x', body: 'x'.repeat(65_537) })).status).toBe(422);
    expect((await requester.request('POST', 'issues', { title: 'x', body: '🦊'.repeat(65_536) })).status).toBe(201);
  });

  it('refuse what is no JSON, and what GitHub’s description does not allow', async () => {
    const send = (body: string) =>
      fetch(`${community.github.url}/repos/acme/requests/issues`, {
        method: 'POST',
        headers: { authorization: `token ${community.tokens.requester}` },
        body,
      }).then(async (reply) => [reply.status, ((await reply.json()) as { message: string }).message]);
    expect(await send('{')).toEqual([400, 'Problems parsing JSON']);
    expect(await send('{"body": "x"}')).toEqual([422, expect.stringMatching(/^Invalid request\.\n\n.*title/s)]);
    expect(contract.violations).toMatchObject([{ method: 'POST', reason: expect.stringContaining('title') }]);
  });
});

describe('comments', () => {
  beforeEach(() => requester.openIssue('Help', ''));

  it('tell who wrote them, as what, and through which App', async () => {
    const [mine, its] = [await maintainer.comment(1, 'Hello'), await bot.comment(1, 'Beep')];
    expect((await get(`issues/comments/${mine}`)).body).toMatchObject({
      author_association: 'MEMBER',
      performed_via_github_app: null,
      user: { login: 'maintainer', type: 'User' },
    });
    expect((await get(`issues/comments/${its}`)).body).toMatchObject({
      performed_via_github_app: { id: community.app.id },
      user: { login: 'certificate-bot[bot]', type: 'Bot' },
    });
    expect((await get('issues/1')).body).toMatchObject({ comments: 2 });
  });

  it('show an edit by their time alone, and only their author and those who may write edit them', async () => {
    const id = await requester.comment(1, 'First');
    later(90);
    expect((await outsider.request('PATCH', `issues/comments/${id}`, { body: 'x' })).status).toBe(403);
    await maintainer.editComment(id, 'Second');
    expect((await get(`issues/comments/${id}`)).body).toMatchObject({
      body: 'Second',
      created_at: '2026-03-01T12:00:00Z',
      updated_at: '2026-03-01T12:01:30Z',
      user: { login: 'requester' },
    });
    expect(community.github.state.comments.get(id)).toMatchObject({
      lastEditedAt: now,
      editor: { login: 'maintainer' },
    });
    expect((await outsider.request('DELETE', `issues/comments/${id}`)).status).toBe(403);
    expect((await requester.request('DELETE', `issues/comments/${id}`)).status).toBe(204);
    expect((await get(`issues/comments/${id}`)).status).toBe(404);
  });

  it('that are saved as they are count as not edited, and tell nobody', async () => {
    const told: string[] = [];
    community.github.state.events.subscribe(({ event, action }) => told.push(`${event}.${action ?? ''}`));
    const id = await requester.comment(1, 'Same');
    await requester.editComment(id, 'Same');
    expect(community.github.state.comments.get(id)?.lastEditedAt).toBeNull();
    expect(told).toEqual(['issue_comment.created']);
  });

  it('are listed oldest first, in pages, of an issue or of all', async () => {
    await requester.openIssue('More', '');
    for (let n = 0; n < 5; n++) {
      await requester.comment(1 + (n % 2), `n${n}`);
      later(1);
    }
    const reply = await get('issues/1/comments?per_page=2');
    expect((reply.body as unknown as { body: string }[]).map(({ body }) => body)).toEqual(['n0', 'n2']);
    expect(reply.headers.link).toContain('page=2>; rel="next"');
    const all = await get('issues/comments?sort=created&direction=desc&since=2026-03-01T12:00:02Z');
    expect((all.body as unknown as { body: string }[]).map(({ body }) => body)).toEqual(['n4', 'n3', 'n2']);
  });

  it('are refused when blank or above 65,536 characters, in GitHub’s words', async () => {
    const { body } = await requester.request('POST', 'issues/1/comments', { body: 'x'.repeat(65_537) });
    expect(body.errors).toEqual([
      {
        resource: 'IssueComment',
        code: 'unprocessable',
        field: 'data',
        message: 'Body is too long (maximum is 65536 characters)',
      },
    ]);
    expect((await requester.request('POST', 'issues/1/comments', { body: ' ' })).status).toBe(422);
    await requester.comment(1, 'x'.repeat(65_536));
  });

  it('are kept to those who may write where the conversation is locked', async () => {
    expect((await requester.request('PUT', 'issues/1/lock', {})).status).toBe(404);
    await maintainer.must('PUT', 'issues/1/lock', { lock_reason: 'resolved' });
    expect(await requester.request('POST', 'issues/1/comments', { body: 'x' })).toMatchObject({
      status: 403,
      body: { message: 'Unable to create comment because issue is locked.' },
    });
    await maintainer.comment(1, 'x');
    expect((await get('issues/1')).body).toMatchObject({ locked: true, active_lock_reason: 'resolved' });
    await maintainer.must('DELETE', 'issues/1/lock');
    await requester.comment(1, 'x');
  });

  it('take one reaction of a kind from each', async () => {
    const id = await requester.comment(1, 'Hello');
    const react = () => bot.request('POST', `issues/comments/${id}/reactions`, { content: 'eyes' });
    expect([(await react()).status, (await react()).status]).toEqual([201, 200]);
    expect((await get(`issues/comments/${id}`)).body).toMatchObject({ reactions: { total_count: 1, eyes: 1 } });
    expect((await get(`issues/comments/${id}/reactions`)).body).toMatchObject([{ content: 'eyes' }]);
  });
});

describe('labels', () => {
  beforeEach(() => requester.openIssue('Help', ''));

  it('are put on and taken off, and made where they are not there yet', async () => {
    expect((await requester.request('POST', 'issues/1/labels', { labels: ['x'] })).status).toBe(404);
    expect(names((await bot.request('POST', 'issues/1/labels', { labels: ['needs changes', 'x'] })).body)).toEqual([
      'needs changes',
      'x',
    ]);
    expect(names((await bot.request('PUT', 'issues/1/labels', { labels: ['x', 'y'] })).body)).toEqual(['x', 'y']);
    expect(names((await bot.request('DELETE', 'issues/1/labels/X')).body)).toEqual(['y']);
    expect(await bot.request('DELETE', 'issues/1/labels/x')).toMatchObject({
      status: 404,
      body: { message: 'Label does not exist' },
    });
    expect(names((await get('labels')).body)).toEqual(['needs changes', 'x', 'y']);
    expect((await bot.request('DELETE', 'issues/1/labels')).status).toBe(204);
  });

  it('are defined once for a repository, whatever their case', async () => {
    await bot.must('POST', 'labels', { name: 'Signed', color: '0E8A16', description: 'done' });
    expect(await bot.request('POST', 'labels', { name: 'signed' })).toMatchObject({
      status: 422,
      body: { errors: [{ resource: 'Label', code: 'already_exists', field: 'name' }] },
    });
    expect((await bot.request('POST', 'labels', { name: 'x'.repeat(51) })).status).toBe(422);
    expect((await bot.request('POST', 'labels', { name: 'y', color: 'red' })).status).toBe(422);
    await bot.label(1, 'signed');
    expect((await get('issues/1/labels')).body).toMatchObject([{ name: 'Signed', color: '0e8a16' }]);
    await bot.must('PATCH', 'labels/signed', { new_name: 'certified' });
    expect(names((await get('issues/1/labels')).body)).toEqual(['certified']);
    await bot.must('DELETE', 'labels/certified');
    expect((await get('issues/1/labels')).body).toEqual([]);
    expect((await get('labels/certified')).status).toBe(404);
  });
});
