// SPDX-License-Identifier: MIT
import { BotError } from '../bot-error.js';
import type { RepositoryName } from '../octokit.js';
import { readAppKey } from './app-key.js';
import { readRepositoryName } from './repository-name.js';

/** What the server is told by its environment: Probot's own variables, and those of the authority. */
export interface ServerSettings {
  readonly appId: number;
  /** PEM, PKCS#8 */
  readonly privateKey: string;
  readonly webhookSecret: string;
  readonly apiUrl: string;
  readonly port: number;
  readonly host: string;
  readonly caFolder: string;
  readonly passphrase: string;
  readonly repository?: RepositoryName;
  readonly reconcileEveryMs: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws BotError `bad-environment` with the variable that is missing or wrong */
export function readServerSettings(env: Environment, read: (file: string) => string): ServerSettings {
  const name = env.CERTIFICATE_REPOSITORY ?? '';
  const repository = name === '' ? undefined : readRepositoryName(name, 'The variable CERTIFICATE_REPOSITORY');
  return {
    appId: number(env, 'APP_ID', undefined, 1, Number.MAX_SAFE_INTEGER),
    privateKey: privateKey(env, read),
    // Probot has a default for this one, which everybody knows
    webhookSecret: required(env, 'WEBHOOK_SECRET', 'the secret that the App’s webhook was set up with'),
    apiUrl: apiUrl(env),
    port: number(env, 'PORT', 3000, 0, 65_535),
    host: env.HOST === undefined || env.HOST === '' ? '127.0.0.1' : env.HOST,
    caFolder: required(env, 'CA_DIR', 'the folder that "nextcloud-ca init" made'),
    passphrase: withoutNewline(
      readFrom(required(env, 'CA_PASSPHRASE_FILE', 'the file with the passphrase of the CA’s key'), read),
    ),
    ...(repository !== undefined && { repository }),
    reconcileEveryMs: number(env, 'RECONCILE_MINUTES', 15, 1, 24 * 60) * 60_000,
  };
}

function privateKey(env: Environment, read: (file: string) => string): string {
  const file = env.PRIVATE_KEY_PATH ?? '';
  if (file !== '') return readAppKey(readFrom(file, read), `The file ${file}`);
  const what = 'the file with the App’s private key (or PRIVATE_KEY: the key itself)';
  return readAppKey(required(env, 'PRIVATE_KEY_PATH', what, env.PRIVATE_KEY), 'The variable PRIVATE_KEY');
}

/** As on GitHub Enterprise Server where a host is named. */
function apiUrl({ GHE_HOST: host, GHE_PROTOCOL: protocol = 'https' }: Environment): string {
  return host === undefined || host === '' ? 'https://api.github.com' : `${protocol}://${host}/api/v3`;
}

function number(env: Environment, name: string, fallback: number | undefined, least: number, most: number): number {
  const text = env[name];
  if ((text === undefined || text === '') && fallback !== undefined) return fallback;
  const value = Number(required(env, name, `a whole number from ${least} to ${most}`));
  if (Number.isSafeInteger(value) && value >= least && value <= most) return value;
  throw bad(name, 'it is no such number', `Give a whole number from ${least} to ${most}.`);
}

function required(env: Environment, name: string, what: string, value = env[name]): string {
  if (value !== undefined && value !== '') return value;
  throw bad(name, 'it is not set', `Set it to ${what}.`);
}

function readFrom(file: string, read: (file: string) => string): string {
  try {
    return read(file);
  } catch (cause) {
    throw new BotError('bad-environment', `${file} cannot be read.`, {
      hint: 'See whether the path is right and the file may be read.',
      cause,
      file,
    });
  }
}

function withoutNewline(text: string): string {
  return text.replace(/\r?\n$/, '');
}

function bad(name: string, what: string, hint: string): BotError {
  return new BotError('bad-environment', `The variable ${name}: ${what}.`, { hint });
}
