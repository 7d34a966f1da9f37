// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Github } from '../../../bot/github/github.js';
import { closeIssue, keepIssue, readOwnIssues } from '../../../bot/github/issues.js';
import { keepLabels, stateLabels } from '../../../bot/github/labels.js';
import { endPullRequest } from '../../../bot/github/pull-request-closer.js';
import { pullRequestsOfHead } from '../../../bot/github/pull-requests-of-head.js';
import { SteppingClock } from '../../support/stepping-clock.js';
import { Stage } from '../support/stage.js';

let stage: Stage;
let github: Github;
let clock: SteppingClock;

beforeEach(async () => {
  clock = new SteppingClock();
  stage = await Stage.open({ clock });
  github = stage.github();
});

afterEach(() => stage.close());

describe('labels', () => {
  const labels = (number: number) =>
    [...stage.server.repository.issues.get(number)!.labels].map(({ name }) => name).sort();

  it('show the state, and leave those of people alone', async () => {
    const number = await stage.maintainer.visitor.openIssue('x', 'y');
    await stage.maintainer.visitor.label(number, 'question', 'refused');
    expect(await keepLabels(github, number, labels(number), ['needs changes', 'replaces a certificate'])).toBe(true);
    expect(labels(number)).toEqual(['needs changes', 'question', 'replaces a certificate']);
    expect(await keepLabels(github, number, labels(number), ['signed'])).toBe(true);
    expect(labels(number)).toEqual(['question', 'signed']);
    expect(await keepLabels(github, number, labels(number), ['signed'])).toBe(false);
  });

  it('are made with colour and description, once', async () => {
    const number = await stage.maintainer.visitor.openIssue('x', 'y');
    await keepLabels(github, number, [], ['signed']);
    expect(stage.server.repository.labels.get('signed')).toMatchObject(stateLabels.signed);
    const before = stage.server.requests.length;
    await keepLabels(github, number, [], ['signed']);
    expect(stage.server.requests.length - before).toBe(1);
  });

  it('are the same in any case, as on GitHub', async () => {
    const number = await stage.maintainer.visitor.openIssue('x', 'y');
    await stage.maintainer.visitor.must('POST', 'labels', { name: 'Signed', color: 'ffffff' });
    await stage.maintainer.visitor.must('POST', 'labels', { name: 'Refused', color: 'ffffff' });
    await stage.maintainer.visitor.label(number, 'Refused');
    expect(await keepLabels(github, number, labels(number), ['signed'])).toBe(true);
    expect(labels(number)).toEqual(['Signed']);
    expect(await keepLabels(github, number, labels(number), ['signed'])).toBe(false);
    expect(labels(number)).toEqual(['Signed']);
  });

  it('may be gone already, or be there already', async () => {
    const number = await stage.maintainer.visitor.openIssue('x', 'y');
    await Promise.all([stage.github(), stage.github()].map((replica) => keepLabels(replica, number, [], ['signed'])));
    await keepLabels(github, number, ['refused', 'signed'], ['signed']);
    expect(labels(number)).toEqual(['signed']);
  });
});

describe('an issue that stays', () => {
  const issue = { topic: 'expiry news', title: 'Certificates end', body: 'news, in March', label: 'expiry' } as const;

  it('is opened, edited in place, and closed', async () => {
    const { number, isNew } = await keepIssue(github, issue);
    expect(isNew).toBe(true);
    expect(await keepIssue(github, { ...issue, body: 'news, in May' })).toEqual({ number, isNew: false });
    expect(await readOwnIssues(github, 'expiry')).toMatchObject([{ number, title: issue.title }]);
    expect(stage.server.repository.issues.get(number)?.body).toContain('news, in May');
    await closeIssue(github, number);
    expect(await readOwnIssues(github, 'expiry')).toEqual([]);
  });

  it('is one, though two replicas opened it at once', async () => {
    const found = await Promise.all([stage.github(), stage.github()].map((replica) => keepIssue(replica, issue)));
    expect(await readOwnIssues(github, 'expiry')).toHaveLength(1);
    expect(found.filter(({ isNew }) => isNew).length).toBeLessThanOrEqual(1);
  });

  it('is not the issue of a stranger with the same text and label', async () => {
    const number = await stage.maintainer.visitor.openIssue(issue.title, '<!-- nextcloud-ca: expiry news -->');
    await stage.maintainer.visitor.label(number, 'expiry');
    expect((await keepIssue(github, issue)).number).not.toBe(number);
  });
});

describe('the end of a pull request', () => {
  it('is that GitHub marks it as merged', async () => {
    const { number, head } = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'a' });
    await stage.maintainer.visitor.must('PATCH', 'git/refs/heads/main', { sha: head });
    expect(await endPullRequest(github, number, 60_000)).toBe('merged');
  });

  it('is that it is closed, where GitHub never does', async () => {
    const { number } = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'a' });
    expect(await endPullRequest(github, number, 60_000)).toBe('closed');
    expect(clock.slept).toEqual([1000, 2000, 4000, 8000, 16_000, 29_000]);
    expect(stage.server.repository.pulls.get(number)?.issue.state).toBe('closed');
    expect(await endPullRequest(github, number, 60_000)).toBe('closed');
  });

  it('waits for nothing where it need not', async () => {
    const { number } = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'a' });
    expect(await endPullRequest(github, number, 0)).toBe('closed');
    expect(await endPullRequest(github, 999, 60_000)).toBe('gone');
    expect(clock.slept).toEqual([]);
  });
});

it('finds the open pull requests of a head, though it is in a fork', async () => {
  const { number, head } = await stage.pullRequest(stage.alice, { 'mail/mail.csr': 'a' });
  expect(await pullRequestsOfHead(github, head)).toEqual([number]);
  await stage.alice.visitor.close(number);
  expect(await pullRequestsOfHead(github, head)).toEqual([]);
});
