// SPDX-License-Identifier: MIT
import type { EntryOf } from '../../../ca/ledger/ledger-line.js';
import type { CertificateRecord } from '../../../ca/ledger/certificate-record.js';
import { Repository } from '../../../ca/repository/repository.js';
import { MemoryStore } from '../../../ca/repository/store.js';
import { RequestFile } from '../../../ca/review/request-file.js';
import type { Judgement } from '../../../bot/judgement.js';
import { defaultSettings } from '../../../bot/settings.js';
import type { Account, Comment, PullRequestCommit, ReviewOfPeople, Situation } from '../../../bot/situation.js';

export const head = 'aaaaaaaaaaaabbbbbbbbbbbbccccccccccccdddd';
export const older = '1111111111112222222222223333333333334444';
export const app = 'gardenplanner';
export const newKey = 'e'.repeat(64);
export const oldKeyHash = 'd'.repeat(64);

const account = (id: number, login: string, isBot = false): Account => ({ id, login, isBot });
export const opener = account(1, 'opener');
export const alice = account(10, 'alice');
export const bob = account(11, 'bob');
export const outsider = account(20, 'outsider');
export const bot = account(30, 'helper[bot]', true);

/** Minute `n` of the story; the check of the head begins in minute 10. */
export const minute = (n: number): Date => new Date(Date.UTC(2026, 10, 21, 12, n));

let lastId = 100;

export function comment(author: Account | undefined, body: string, at: number, edited = false): Comment {
  return { id: ++lastId, author, body, createdAt: minute(at), edited };
}

export function review(
  author: Account | undefined,
  at: number,
  more: Partial<Pick<ReviewOfPeople, 'state' | 'commit' | 'body' | 'edited'>> = {},
): ReviewOfPeople {
  return {
    id: ++lastId,
    author,
    state: 'APPROVED',
    commit: head,
    body: '',
    edited: false,
    submittedAt: minute(at),
    ...more,
  };
}

export function commit(more: Partial<PullRequestCommit> = {}): PullRequestCommit {
  return {
    sha: head,
    message: 'Add a request\n\nSigned-off-by: Opener <opener@example.org>',
    author: opener,
    committer: opener,
    authorName: 'Opener',
    authorEmail: 'opener@example.org',
    parents: [older],
    changes: [],
    ...more,
  };
}

type More = Partial<Omit<Situation, 'pullRequest'>> & { readonly pullRequest?: Partial<Situation['pullRequest']> };

/** A pull request by `opener`, looked at in minute 10; alice and bob may approve. */
export async function situationOf({ pullRequest, ...more }: More = {}): Promise<Situation> {
  return {
    now: minute(59),
    settings: defaultSettings,
    base: { ref: 'master', commit: older, repository: await repositoryOf() },
    pullRequest: {
      number: 7,
      url: 'https://github.com/example/requests/pull/7',
      title: 'Request',
      body: '',
      author: opener,
      open: true,
      merged: false,
      draft: false,
      createdAt: minute(0),
      labels: [],
      head: { sha: head, ref: 'request', repository: 'opener/requests' },
      baseRef: 'master',
      ...pullRequest,
    },
    commits: [commit()],
    truncated: false,
    changes: [],
    blobs: new Map(),
    unread: new Set(),
    reviews: [],
    comments: [],
    ownComments: [],
    ownCheckRuns: [{ id: 1, startedAt: minute(10), externalId: '', conclusion: 'action_required' }],
    headPushers: [opener.id],
    earlierPushers: [],
    approvers: new Map([
      [alice.id, true],
      [bob.id, true],
      [opener.id, false],
      [outsider.id, false],
      [bot.id, true],
    ]),
    linked: { kind: 'none' },
    rivals: [],
    isFirstTime: false,
    ...more,
  };
}

export async function repositoryOf(...certificates: EntryOf<'issue'>[]): Promise<Repository> {
  const repository = await Repository.open(new MemoryStore());
  for (const certificate of certificates) await repository.record([certificate], minute(0));
  return repository;
}

/** A line of the ledger; `requestedBy` as the bot writes it. */
export function issued(more: Partial<EntryOf<'issue'>> = {}): EntryOf<'issue'> {
  return {
    kind: 'issue',
    serial: '1001',
    app,
    key: oldKeyHash,
    fingerprint: 'f'.repeat(64),
    notBefore: '2026-01-01T00:00:00Z',
    notAfter: '2036-01-01T00:00:00Z',
    ...more,
  };
}

/** The newest certificate of the app. */
export function currentOf({ ledger }: Repository, id = app): CertificateRecord {
  return ledger.certificatesOf(id).at(-1)!;
}

/** All green, for a new id. */
export function judgementOf(more: Partial<Judgement> = {}): Judgement {
  return {
    findings: [],
    ok: true,
    hold: false,
    purpose: { kind: 'new' },
    appId: app,
    request: { file: new RequestFile(`${app}/${app}.csr`, new Uint8Array()), blob: older, key: newKey },
    foreignHistory: false,
    leakedKeys: [],
    ...more,
  };
}
