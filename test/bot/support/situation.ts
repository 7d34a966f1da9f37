// SPDX-License-Identifier: MIT
import { createHash, type KeyObject } from 'node:crypto';
import { generateRsaKey } from '../../../ca/key/encrypted-key.js';
import { PemSigner } from '../../../ca/key/pem-signer.js';
import type { LedgerEntry } from '../../../ca/ledger/ledger-line.js';
import { ledgerPath, Repository } from '../../../ca/repository/repository.js';
import { MemoryStore } from '../../../ca/repository/store.js';
import { createRequest } from '../../../ca/request/create-request.js';
import { keyHash } from '../../../ca/review/review-subject.js';
import { Ledger } from '../../../ca/ledger/ledger.js';
import { defaultSettings } from '../../../bot/settings.js';
import type {
  Account,
  Change,
  LinkedRepository,
  PullRequest,
  PullRequestCommit,
  Situation,
} from '../../../bot/situation.js';

export const now = new Date('2026-11-21T12:00:00Z');
export const alice: Account = { id: 11, login: 'alice', isBot: false };
export const mallory: Account = { id: 66, login: 'mallory', isBot: false };
export const maintainer: Account = { id: 1, login: 'maintainer', isBot: false };

/** A request for an app, and the key behind it. */
export interface AppKey {
  readonly pem: string;
  /** SHA-256 of the SubjectPublicKeyInfo, hex */
  readonly hash: string;
  readonly privateKey: KeyObject;
  /** PKCS#8 */
  readonly privatePem: string;
}

const privateKeys = new Map<string, Promise<KeyObject>>();

/**
 * RSA-4096, as the default policy wants it, which takes a second to make: once a test file for each name.
 * @param name another name, another key
 */
export async function appKey(appId: string, name = 'shared'): Promise<AppKey> {
  const pending = privateKeys.get(name) ?? generateRsaKey(4096);
  privateKeys.set(name, pending);
  const privateKey = await pending;
  const request = await createRequest(new PemSigner(privateKey), appId);
  const privatePem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { pem: request.toPem(), hash: keyHash(request.spki), privateKey, privatePem };
}

/** What a path holds; undefined: it is taken away. */
export type Files = Readonly<
  Record<string, string | Uint8Array | { readonly mode: string; readonly content?: string } | undefined>
>;

export interface CommitOutline extends Partial<Omit<PullRequestCommit, 'changes'>> {
  readonly files?: Files;
}

export interface Outline extends Partial<
  Omit<Situation, 'pullRequest' | 'commits' | 'changes' | 'blobs' | 'base' | 'settings'>
> {
  /** what the pull request changes; every file is new where `existing` does not have it */
  readonly files?: Files;
  readonly existing?: readonly string[];
  /** default: one signed-off commit with all of `files` */
  readonly commits?: readonly CommitOutline[];
  readonly ledger?: readonly LedgerEntry[];
  readonly pullRequest?: Partial<PullRequest>;
  readonly settings?: Partial<Situation['settings']>;
}

/** A repository that belongs to the requester, with the app in it. */
export function appRepository(id: string): Extract<LinkedRepository, { kind: 'found' }> {
  return {
    kind: 'found',
    url: `https://github.com/alice/${id}`,
    name: `alice/${id}`,
    infoXml: { kind: 'read', path: 'appinfo/info.xml', id, refusals: [] },
    keyFiles: 0,
    privateKeys: [],
    relation: 'owner',
  };
}

/** A situation in which nothing is wrong but what the outline says. */
export async function situationOf(outline: Outline = {}): Promise<Situation> {
  const { files = {}, existing = [], commits, ledger = [], pullRequest, settings, ...rest } = outline;
  const blobs = new Map<string, Uint8Array>();
  const outlines = commits ?? [{ files }];
  const built = outlines.map((one, at) => commitOf(one, at, existing, blobs));
  return {
    now,
    settings: { ...defaultSettings, ...settings },
    base: { ref: 'master', commit: 'b'.repeat(40), repository: await repositoryOf(ledger) },
    pullRequest: pullRequestOf(pullRequest, built.at(-1)?.sha ?? 'c'.repeat(40)),
    commits: built,
    truncated: false,
    changes: changesOf(files, existing, blobs),
    blobs,
    unread: new Set(),
    reviews: [],
    comments: [],
    ownComments: [],
    ownCheckRuns: [],
    headPushers: [alice.id],
    earlierPushers: [],
    approvers: new Map(),
    linked: { kind: 'none' },
    rivals: [],
    isFirstTime: false,
    ...rest,
  };
}

/** The same with a good request for `weather_maps` in it, and its repository linked. */
export async function goodSituation(outline: Outline = {}, appId = 'weather_maps'): Promise<Situation> {
  const { pem } = await appKey(appId);
  const files = { [`${appId}/${appId}.csr`]: pem, ...outline.files };
  return situationOf({ linked: appRepository(appId), ...outline, files });
}

async function repositoryOf(entries: readonly LedgerEntry[]): Promise<Repository> {
  const store = new MemoryStore();
  await store.append(ledgerPath, new Ledger().append(entries, new Date('2026-01-01T00:00:00Z')));
  return Repository.open(store);
}

function pullRequestOf(outline: Partial<PullRequest> = {}, head: string): PullRequest {
  return {
    number: 7,
    url: 'https://github.com/nextcloud/app-certificate-requests/pull/7',
    title: 'Certificate request',
    body: 'https://github.com/alice/weather_maps',
    author: alice,
    open: true,
    merged: false,
    draft: false,
    createdAt: new Date('2026-11-20T12:00:00Z'),
    labels: [],
    head: { sha: head, ref: 'request', repository: 'alice/app-certificate-requests' },
    baseRef: 'master',
    ...outline,
  };
}

function commitOf(
  { files = {}, ...outline }: CommitOutline,
  at: number,
  existing: readonly string[],
  blobs: Map<string, Uint8Array>,
): PullRequestCommit {
  const authorName = outline.authorName ?? 'Alice Ångström';
  const authorEmail = outline.authorEmail ?? 'alice@example.org';
  return {
    sha: createHash('sha1').update(`commit ${at}`).digest('hex'),
    message: `Request\n\nSigned-off-by: ${authorName} <${authorEmail}>`,
    author: alice,
    committer: alice,
    authorName,
    authorEmail,
    parents: ['b'.repeat(40)],
    ...outline,
    changes: changesOf(files, existing, blobs),
  };
}

function changesOf(files: Files, existing: readonly string[], blobs: Map<string, Uint8Array>): Change[] {
  return Object.entries(files).map(([path, file]) => {
    if (file === undefined) return { path, status: 'deleted' };
    const status = existing.includes(path) ? 'modified' : 'added';
    const plain = typeof file === 'string' || file instanceof Uint8Array;
    const { mode, content } = plain ? { mode: '100644', content: file } : file;
    if (content === undefined) return { path, status, mode };
    const bytes = Buffer.from(content);
    const blob = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
    blobs.set(blob, bytes);
    return { path, status, mode, blob };
  });
}
