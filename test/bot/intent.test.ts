// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { intentOf } from '../../bot/intent.js';

const head = 'a'.repeat(40);
const pullRequest = { number: 12, head: { sha: head } };
const sender = { id: 7, login: 'somebody' };

describe('what an event asks for', () => {
  it.each(['opened', 'synchronize'])('a pull request %s: look, and who pushed', (action) => {
    expect(intentOf('pull_request', { action, pull_request: pullRequest, sender })).toEqual({
      kind: 'look',
      pullRequest: 12,
      pushed: { head, by: 7 },
    });
  });

  it.each(['reopened', 'edited', 'ready_for_review', 'converted_to_draft', 'closed'])(
    'a pull request %s: look; whoever did that pushed nothing',
    (action) => {
      expect(intentOf('pull_request', { action, pull_request: pullRequest, sender })).toEqual({
        kind: 'look',
        pullRequest: 12,
      });
    },
  );

  it('looks without a pusher where the event has no sender', () => {
    const payload = { action: 'synchronize', pull_request: pullRequest };
    expect(intentOf('pull_request', payload)).toEqual({ kind: 'look', pullRequest: 12 });
  });

  it.each([
    ['pull_request', { action: 'labeled', pull_request: pullRequest }],
    ['check_run', { action: 'completed', check_run: { head_sha: head } }],
    ['issues', { action: 'labeled', issue: { number: 3 } }],
    ['star', { action: 'created' }],
  ])('%s with nothing in it for us', (name, payload) => {
    expect(intentOf(name, payload)).toEqual({ kind: 'nothing' });
  });

  it('looks again after a review, a comment and a push of "Re-run"', () => {
    expect(intentOf('pull_request_review', { action: 'dismissed', pull_request: pullRequest })).toEqual({
      kind: 'look',
      pullRequest: 12,
    });
    const comment = { action: 'edited', issue: { number: 12, pull_request: { url: 'x' } } };
    expect(intentOf('issue_comment', comment)).toEqual({ kind: 'look', pullRequest: 12 });
    const rerun = { action: 'rerequested', check_run: { head_sha: head, pull_requests: [] } };
    expect(intentOf('check_run', rerun)).toEqual({ kind: 'look-at-head', sha: head });
  });

  it('reads an issue, where a comment belongs to none of the pull requests', () => {
    expect(intentOf('issue_comment', { action: 'created', issue: { number: 3 } })).toEqual({
      kind: 'read-issue',
      issue: 3,
    });
  });

  it.each(['opened', 'reopened', 'edited'])('reads an issue that was %s, for the text that it opens with', (action) => {
    expect(intentOf('issues', { action, issue: { number: 3 } })).toEqual({ kind: 'read-issue', issue: 3 });
  });

  it('watches pushes', () => {
    const after = 'b'.repeat(40);
    expect(intentOf('push', { ref: 'refs/heads/main', before: head, after, sender })).toEqual({
      kind: 'watch',
      ref: 'refs/heads/main',
      before: head,
      after,
      by: 'somebody',
    });
  });

  it('lets our own doings be', () => {
    const payload = { action: 'created', issue: { number: 3 }, sender: { login: 'certificate-bot[bot]' } };
    expect(intentOf('issue_comment', payload, 'certificate-bot[bot]')).toEqual({ kind: 'nothing' });
    expect(intentOf('issue_comment', payload, 'another[bot]')).toEqual({ kind: 'read-issue', issue: 3 });
  });

  it('takes whatever a payload is for what it is', () => {
    const names = fc.constantFrom(
      'pull_request',
      'pull_request_review',
      'issue_comment',
      'push',
      'check_run',
      'issues',
    );
    const fields = ['action', 'number', 'head', 'sha', 'issue', 'pull_request', 'sender', 'id', 'ref', 'before'];
    const payload = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('opened', 'synchronize', 'rerequested', head, -1, 1.5, 3, null, undefined),
        fc.dictionary(fc.constantFrom(...fields), tie('node')),
      ),
    })).node;
    fc.assert(
      fc.property(names, payload, (name, value) => {
        const intent = intentOf(name, value);
        if (intent.kind === 'look') expect(Number.isSafeInteger(intent.pullRequest)).toBe(true);
        if (intent.kind === 'look-at-head') expect(intent.sha).toMatch(/^[0-9a-f]{40}$/);
      }),
      { numRuns: 2000 },
    );
  });
});
