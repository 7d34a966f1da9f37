// SPDX-License-Identifier: MIT
import type { Change, Situation } from '../situation.js';
import { findPrivateKeys } from './private-keys.js';

/** A private key of the pull request or of the app's repository, and the place that is the first to be told of. */
export interface LeakedKey {
  /** SHA-256 of its SubjectPublicKeyInfo, hex; undefined: nobody can tell which key it is */
  readonly key: string | undefined;
  readonly place:
    | { readonly kind: 'file'; readonly path: string; readonly line: number }
    /** an earlier commit has it, and a later one took it away */
    | { readonly kind: 'history'; readonly path: string; readonly commit: string }
    /** description, comment, review or commit message */
    | { readonly kind: 'text'; readonly of: string; readonly byAuthor: boolean }
    /** the app's, at the head of the branch that was looked at; where in it, nobody is told */
    | { readonly kind: 'repository' };
}

/** Proving a key takes a signature; a pull request with more keys than this is refused for the first ones. */
const maxKeys = 50;

/** Containers that hold a private key whatever they are encrypted with, and names that say so. */
const keyName = /\.(?:key|p12|pfx|jks|keystore|ppk|p8)$|(?:^|\/)id_(?:rsa|dsa|ecdsa|ed25519)$/i;
const publicPem =
  /^\s*-----BEGIN (?:PUBLIC KEY|RSA PUBLIC KEY|CERTIFICATE|CERTIFICATE REQUEST|NEW CERTIFICATE REQUEST)-/;

/**
 * Every private key that stands anywhere in the pull request: its files, each commit of its history, its texts; and of
 * those in the app's repository the ones that are any business of ours.
 * @param own the request's key
 */
export function leakedKeys(situation: Situation, own: string | undefined): LeakedKey[] {
  const all = [...inFiles(situation), ...inTexts(situation), ...inRepository(situation, own)];
  const seen = new Set<string>();
  return all.filter(({ key, place }) => {
    const name = key ?? JSON.stringify(place);
    const known = seen.has(name);
    seen.add(name);
    return !known;
  });
}

function* inFiles({ changes, commits, blobs }: Situation): Generator<LeakedKey> {
  const seen = new Set<string>();
  let count = 0;
  const places = [
    ...changes.map((change) => ({ change, commit: undefined })),
    ...commits.flatMap((commit) => commit.changes.map((change) => ({ change, commit: commit.sha }))),
  ];
  for (const { change, commit } of places) {
    const { blob, path } = change;
    if (blob === undefined || seen.has(blob) || count >= maxKeys) continue;
    seen.add(blob);
    for (const { key, line } of keysOf(change, blobs)) {
      count++;
      yield { key, place: commit === undefined ? { kind: 'file', path, line } : { kind: 'history', path, commit } };
    }
  }
}

function keysOf({ path, blob = '' }: Change, blobs: Situation['blobs']): { key: string | undefined; line: number }[] {
  const bytes = blobs.get(blob);
  const found = bytes === undefined ? [] : findPrivateKeys(bytes);
  if (found.length > 0 || !keyName.test(path)) return found;
  // what is named like a key is taken for one, unless it can be seen that it is none
  const start = bytes === undefined ? '' : Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return publicPem.test(start) ? [] : [{ key: undefined, line: 1 }];
}

function* inTexts({ pullRequest, commits, comments, reviews }: Situation): Generator<LeakedKey> {
  const author = pullRequest.author.id;
  const texts = [
    { of: 'the description', text: `${pullRequest.title}\n${pullRequest.body}`, byAuthor: true },
    ...commits.map(({ sha, message }) => {
      return { of: `the message of commit ${sha.slice(0, 12)}`, text: message, byAuthor: true };
    }),
    ...comments.map((comment) => ({ of: 'a comment', text: comment.body, byAuthor: comment.author?.id === author })),
    ...reviews.map((review) => ({ of: 'a review', text: review.body, byAuthor: review.author?.id === author })),
  ];
  let count = 0;
  for (const { of, text, byAuthor } of texts) {
    if (!looksLikeKey(text)) continue;
    for (const { key } of findPrivateKeys(Buffer.from(text))) {
      if (count++ >= maxKeys) return;
      yield { key, place: { kind: 'text', of, byAuthor } };
    }
  }
}

/** Repositories are full of keys that were never meant for us: those of tests, of servers, of other programs. */
function inRepository({ linked, base }: Situation, own: string | undefined): LeakedKey[] {
  if (linked.kind !== 'found') return [];
  const { ledger } = base.repository;
  return linked.privateKeys
    .filter((key) => key === own || ledger.certificatesOfKey(key).length > 0)
    .map((key) => ({ key, place: { kind: 'repository' } }));
}

/** Long texts of people without a run of base64 need no closer look. */
function looksLikeKey(text: string): boolean {
  return /[A-Za-z0-9+/]{16}/.test(text);
}
