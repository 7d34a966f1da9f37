// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readConversation } from '../../../bot/github/conversation.js';
import type { Github } from '../../../bot/github/github.js';
import { keepComment, markerOf } from '../../../bot/github/sticky-comment.js';
import { Stage } from '../support/stage.js';

let stage: Stage;
let github: Github;
let issue: number;

beforeEach(async () => {
  stage = await Stage.open();
  github = stage.github();
  issue = await stage.alice.visitor.openIssue('x', 'y');
});

afterEach(() => stage.close());

const keep = async (body: string | undefined, topic = 'verdict', as = github) =>
  keepComment(as, issue, { topic, body }, (await readConversation(as, issue)).own);
const ours = async () => (await readConversation(github, issue)).own.map(({ body }) => body);
const calls = async (work: () => Promise<unknown>) => {
  const before = stage.server.requests.length;
  await work();
  return stage.server.requests.slice(before).map(({ method }) => method);
};

describe('a comment that stays', () => {
  it('is made, edited in place, and left alone', async () => {
    expect(await keep('One')).toBe(true);
    expect(await keep('Two')).toBe(true);
    expect(await ours()).toEqual([`${markerOf('verdict')}\nTwo`]);
    expect(await keep('Two')).toBe(false);
    expect(await calls(() => keep('Two'))).toEqual(['GET']);
  });

  it('is one for each topic', async () => {
    await keep('Verdict');
    await keep('Answer', 'answer 12');
    expect(await ours()).toHaveLength(2);
  });

  it('goes where there is nothing to say', async () => {
    expect(await keep(undefined)).toBe(false);
    await keep('One');
    expect(await keep(undefined)).toBe(true);
    expect(await ours()).toEqual([]);
  });

  it('is not found in the words of strangers', async () => {
    await stage.mallory.visitor.comment(issue, `${markerOf('verdict')}\nAll is well.`);
    await keep('Nothing is well.');
    expect(await ours()).toEqual([`${markerOf('verdict')}\nNothing is well.`]);
    expect(stage.server.state.comments.size).toBe(2);
  });

  it('is one, though two replicas made it at once', async () => {
    const other = stage.github();
    const none = (await readConversation(github, issue)).own;
    await Promise.all(
      [github, other].map((replica) => keepComment(replica, issue, { topic: 'verdict', body: 'One' }, none)),
    );
    expect(await ours()).toEqual([`${markerOf('verdict')}\nOne`]);
  });

  it('is one, though an earlier attempt was done and seemed to fail', async () => {
    stage.server.faults.add({ effect: { kind: 'drop-after' }, method: 'POST' });
    await expect(keep('One')).rejects.toMatchObject({ code: 'github-unreachable' });
    await keep('One');
    expect(await ours()).toHaveLength(1);
  });

  it('is made again where somebody took it away meanwhile', async () => {
    await keep('One');
    const { own } = await readConversation(github, issue);
    await stage.maintainer.visitor.must('DELETE', `issues/comments/${own[0]!.id}`);
    expect(await keepComment(github, issue, { topic: 'verdict', body: 'Two' }, own)).toBe(true);
    expect(await ours()).toHaveLength(1);
  });

  it('is mended where a maintainer changed it', async () => {
    await keep('One');
    const [comment] = (await readConversation(github, issue)).own;
    await stage.maintainer.visitor.editComment(comment!.id, `${markerOf('verdict')}\nApproved!`);
    expect(await keep('One')).toBe(true);
    expect(await ours()).toEqual([`${markerOf('verdict')}\nOne`]);
  });

  it('is not written again for line ends and blanks that GitHub may change', async () => {
    await keep('One\n\nTwo\n');
    const [comment] = (await readConversation(github, issue)).own;
    const own = [{ id: comment!.id, body: comment!.body.replaceAll('\n', '\r\n').trim() }];
    expect(await keepComment(github, issue, { topic: 'verdict', body: 'One\n\nTwo\n' }, own)).toBe(false);
  });
});
