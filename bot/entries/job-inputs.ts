// SPDX-License-Identifier: MIT
import { Certificate } from '../../common/certificate.js';
import { printable } from '../../common/render/printable.js';
import { Trust } from '../../common/trust.js';
import type { Authority } from '../../ca/authority.js';
import { AuthorityError } from '../../ca/authority-error.js';
import { defaultProfile, profileByName } from '../../ca/issue/profile.js';
import { PemSigner } from '../../ca/key/pem-signer.js';
import { BotError } from '../bot-error.js';
import { type Intent, intentOf } from '../intent.js';
import type { RepositoryName } from '../octokit.js';
import { readAppKey } from './app-key.js';
import { readRepositoryName } from './repository-name.js';

/** What the runner says of the job (GitHub documentation, "Variables reference": default environment variables). */
export interface JobContext {
  /** `OWNER/NAME` */
  readonly repository: string;
  readonly apiUrl: string;
  readonly eventName: string;
  /** the event's payload */
  readonly event: unknown;
}

/** What the job is to do. */
export type Task =
  /** looks and says, without the CA's key */
  | { readonly mode: 'review'; readonly intent: Intent }
  /** signs what this head of a pull request asks for, if everything is still so */
  | { readonly mode: 'issue'; readonly number: number; readonly head: string; readonly authority: Authority }
  /** everything that was left undone, with the CA's key */
  | { readonly mode: 'reconcile'; readonly authority: Authority };

export interface JobInputs {
  /** id or client id */
  readonly appId: string;
  /** PEM, PKCS#8 */
  readonly privateKey: string;
  /** of GitHub's REST API */
  readonly apiUrl: string;
  readonly repository: RepositoryName;
  readonly trust: Trust;
  readonly task: Task;
}

/** The names of inputs that are secrets. */
export const secretInputs = ['app-private-key', 'ca-key', 'ca-passphrase'] as const;

type Input = (name: string) => string;

/**
 * @param input the text of an input, '' where it was not given
 * @throws BotError `bad-environment`, AuthorityError `wrong-passphrase`, `wrong-issuer`, `key-unusable`, InputError
 */
export function readJobInputs(input: Input, context: JobContext): JobInputs {
  const appId = required(input, 'app-id', 'Give the App’s id: app-id: ${{ vars.CERTIFICATE_APP_ID }}.');
  if (!/^[\w.-]{1,64}$/.test(appId)) throw bad('app-id', 'it is no id of an App', 'It is a number, or begins with Iv.');
  const privateKey = required(
    input,
    'app-private-key',
    'Give the App’s private key, from a secret of the environment.',
  );
  const trust = input('trust').trim();
  const named = input('repository').trim();
  const repository = readRepositoryName(named === '' ? context.repository : named, 'The input repository');
  return {
    appId,
    privateKey: readAppKey(privateKey, 'The input app-private-key'),
    apiUrl: context.apiUrl,
    repository,
    trust: trust === '' ? Trust.pinned() : Trust.fromPem(trust, 'the input trust'),
    task: readTask(input, context, repository),
  };
}

function readTask(input: Input, context: JobContext, repository: RepositoryName): Task {
  const mode = required(input, 'mode', 'Give one of review, issue, reconcile.');
  switch (mode) {
    case 'review':
      return { mode, intent: intentFor(input, context, repository) };
    case 'issue':
      return { mode, number: readNumber(input, 'number'), head: readHead(input), authority: readAuthority(input) };
    case 'reconcile':
      return { mode, authority: readAuthority(input) };
    default:
      throw bad('mode', `"${printable(mode)}" is none`, 'Give one of review, issue, reconcile.');
  }
}

/** A schedule and a person ask for everything; so does an event of another repository, which says nothing of this one. */
function intentFor(input: Input, { eventName, event }: JobContext, repository: RepositoryName): Intent {
  if (input('number').trim() !== '') return { kind: 'look', pullRequest: readNumber(input, 'number') };
  const isAsked = ['schedule', 'workflow_dispatch', 'repository_dispatch', 'workflow_run'].includes(eventName);
  return isAsked || !isOf(event, repository) ? { kind: 'reconcile' } : intentOf(eventName, event);
}

function isOf(event: unknown, { owner, repo }: RepositoryName): boolean {
  const { repository } = (event ?? {}) as { repository?: { full_name?: unknown } | null };
  return String(repository?.full_name).toLowerCase() === `${owner}/${repo}`.toLowerCase();
}

function readNumber(input: Input, name: string): number {
  const value = Number(required(input, name, 'Give the number of a pull request.'));
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw bad(name, 'it is no number of a pull request', 'Give it as the job "review" put it out.');
}

function readHead(input: Input): string {
  const head = required(input, 'head', 'Give the commit as the job "review" put it out.');
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(head)) return head;
  throw bad('head', 'it is no commit', 'Give all digits of it, as the job "review" put it out.');
}

/** Nothing of it is written anywhere: the key lives in this process, and ends with it. */
function readAuthority(input: Input): Authority {
  const certificate = required(input, 'ca-certificate', 'Give the certificate of the issuing authority, PEM.');
  const key = required(input, 'ca-key', 'Give the authority’s encrypted key, from a secret of the environment.');
  const passphrase = input('ca-passphrase').replace(/\r?\n$/, '');
  if (passphrase === '') throw missing('ca-passphrase', 'Give the passphrase, from a secret of the environment.');
  const issuer = Certificate.fromPem(certificate, 'the input ca-certificate');
  const profile = profileByName(input('ca-profile').trim() || defaultProfile);
  const signer = PemSigner.open(key, passphrase, 'The input ca-key');
  if (signer.publicKey.equals(issuer.publicKey)) return { issuer, signer, profile };
  throw new AuthorityError('wrong-issuer', 'The input ca-key is not the key of the input ca-certificate.', {
    hint: 'Give key and certificate of the same authority.',
  });
}

function required(input: Input, name: string, hint: string): string {
  const text = input(name).trim();
  if (text === '') throw missing(name, hint);
  return text;
}

function missing(name: string, hint: string): BotError {
  return bad(name, 'it is missing or empty; a secret that a job may not read is empty, too', hint);
}

function bad(name: string, what: string, hint: string): BotError {
  return new BotError('bad-environment', `The input ${name}: ${what}.`, { hint });
}
