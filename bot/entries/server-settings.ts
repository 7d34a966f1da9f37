// SPDX-License-Identifier: MIT
import { printable } from '../../common/render/printable.js';
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
  readonly logLevel: (typeof logLevels)[number];
}

/** Probot's */
const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;

type Environment = Readonly<Record<string, string | undefined>>;

const defaults: Environment = {
  GHE_PROTOCOL: 'https',
  HOST: '127.0.0.1',
  LOG_LEVEL: 'info',
  PORT: '3000',
  RECONCILE_MINUTES: '15',
};

/** @throws BotError `bad-environment` with the variable that is missing or wrong */
export function readServerSettings(variables: Environment, read: (file: string) => string): ServerSettings {
  const env = { ...defaults, ...given(variables) };
  const name = env.CERTIFICATE_REPOSITORY;
  const repository = name === undefined ? undefined : readRepositoryName(name, 'The variable CERTIFICATE_REPOSITORY');
  return {
    appId: number(env, 'APP_ID', [1, Number.MAX_SAFE_INTEGER], 'the id of the App, which its settings show'),
    privateKey: privateKey(env, read),
    // Probot has a default for this one, which everybody knows
    webhookSecret: required(env, 'WEBHOOK_SECRET', 'the secret that the App’s webhook was set up with'),
    apiUrl: apiUrl(env),
    port: number(env, 'PORT', [0, 65_535]),
    host: required(env, 'HOST', 'an address of this machine'),
    caFolder: required(env, 'CA_DIR', 'the folder that "nextcloud-ca init" made'),
    passphrase: passphrase(env, read),
    ...(repository !== undefined && { repository }),
    reconcileEveryMs: number(env, 'RECONCILE_MINUTES', [1, 24 * 60]) * 60_000,
    logLevel: logLevel(env),
  };
}

function privateKey(env: Environment, read: (file: string) => string): string {
  const file = env.PRIVATE_KEY_PATH;
  if (file !== undefined) return readAppKey(readFrom('PRIVATE_KEY_PATH', file, read), `The file ${file}`);
  const what = 'the file with the App’s private key (or PRIVATE_KEY: the key itself)';
  return readAppKey(required(env, 'PRIVATE_KEY_PATH', what, env.PRIVATE_KEY), 'The variable PRIVATE_KEY');
}

function passphrase(env: Environment, read: (file: string) => string): string {
  const name = 'CA_PASSPHRASE_FILE';
  const file = required(env, name, 'the file with the passphrase of the CA’s key');
  const text = readFrom(name, file, read).replace(/\r?\n$/, '');
  if (text !== '') return text;
  throw bad(
    name,
    `${printable(file)} is empty`,
    'Write the passphrase of the CA’s key, or the PIN of its token, into it.',
  );
}

/** A name or an address, and a port: what else an address may hold ends up in it by mistake. */
const hostForm = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/** As on GitHub Enterprise Server where a host is named. */
function apiUrl({ GHE_HOST: host, GHE_PROTOCOL: protocol }: Environment): string {
  if (host === undefined) return 'https://api.github.com';
  if (protocol !== 'https' && protocol !== 'http') {
    throw bad('GHE_PROTOCOL', `"${printable(protocol ?? '')}" is none`, 'Give https or http.');
  }
  const url = `${protocol}://${host}/api/v3`;
  if (hostForm.test(host) && URL.canParse(url)) return url;
  throw bad(
    'GHE_HOST',
    `"${printable(host)}" is no host`,
    'Give a host, and a port where need be, e.g. github.example.com; http or https is what GHE_PROTOCOL says.',
  );
}

function logLevel({ LOG_LEVEL: level = '' }: Environment): ServerSettings['logLevel'] {
  const known = logLevels.find((name) => name === level);
  if (known !== undefined) return known;
  throw bad('LOG_LEVEL', `"${printable(level)}" is none`, `Give one of ${logLevels.join(', ')}.`);
}

/** What is set to nothing is not set. */
function given(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}

function number(env: Environment, name: string, [least, most]: [number, number], what = 'a number'): number {
  const text = required(env, name, what);
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw bad(name, `"${printable(text)}" is no such number`, `Give a whole number from ${least} to ${most}.`);
}

function required(env: Environment, name: string, what: string, value = env[name]): string {
  if (value !== undefined) return value;
  throw bad(name, 'it is not set', `Set it to ${what}.`);
}

function readFrom(name: string, file: string, read: (file: string) => string): string {
  try {
    return read(file);
  } catch (cause) {
    throw new BotError(
      'bad-environment',
      `The variable ${name}: ${printable(file)} cannot be read: ${whyNot(cause)}.`,
      {
        hint: 'See whether the path is right and the account of the bot may read the file.',
        cause,
        file,
      },
    );
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  ENOTDIR: 'it is not there',
  EISDIR: 'it is a folder',
  EACCES: 'this account may not read it',
  EPERM: 'this account may not read it',
};

function whyNot(cause: unknown): string {
  const { code, message } = cause as { code?: unknown; message?: unknown };
  return reasons[String(code)] ?? printable(String(message));
}

function bad(name: string, what: string, hint: string): BotError {
  return new BotError('bad-environment', `The variable ${name}: ${what}.`, { hint });
}
