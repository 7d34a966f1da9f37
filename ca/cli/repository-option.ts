// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Certificate } from '../../common/certificate.js';
import type { Arguments, OptionSpec, Terminal } from '../../common/command.js';
import { InputError } from '../../common/input-error.js';
import { Trust } from '../../common/trust.js';
import type { Authority } from '../authority.js';
import { FolderStore } from '../repository/folder-store.js';
import { recover } from '../repository/recover.js';
import { Repository } from '../repository/repository.js';
import { CaFolder } from './ca-folder.js';
import { passphraseOptions, readSecret } from './secret.js';

export const repositoryOption: OptionSpec = {
  type: 'string',
  value: 'DIR',
  help: 'checkout of the certificate repository',
};
export const caOption: OptionSpec = {
  type: 'string',
  value: 'CA_DIR',
  help: 'folder that "init" made: key, certificates, ca.yml',
};
export const trustOption: OptionSpec = {
  type: 'string',
  value: 'FILE',
  help: 'PEM file of accepted issuers (default: the bundle that servers ship)',
};
export const jsonOption: OptionSpec = { type: 'string', value: 'FORMAT', help: 'text or json (default: text)' };

/** What every command that signs takes. */
export const signingOptions: Readonly<Record<string, OptionSpec>> = {
  repository: repositoryOption,
  ca: caOption,
  ...passphraseOptions,
  format: jsonOption,
};

export function isJson(args: Arguments): boolean {
  const format = args.text('format') ?? 'text';
  if (format === 'json' || format === 'text') return format === 'json';
  throw new InputError('bad-usage', `"${format}" is not a format of this command.`, { hint: 'Use text or json.' });
}

/** What `--trust` names, or the bundle that servers ship. */
export function readTrust(args: Arguments, terminal: Terminal): Trust {
  const file = args.text('trust');
  return file === undefined ? Trust.pinned() : Trust.fromPem(readBytes(terminal, file).toString('latin1'), file);
}

/** @throws InputError `file-unreadable` */
export function readBytes(terminal: Terminal, file: string): Buffer {
  try {
    return readFileSync(resolve(terminal.cwd, file));
  } catch (cause) {
    throw new InputError('file-unreadable', `${file} cannot be read.`, {
      hint: 'See whether the path is right and the file may be read.',
      cause,
      file,
    });
  }
}

export function openStore(args: Arguments, terminal: Terminal): FolderStore {
  return new FolderStore(resolve(terminal.cwd, args.required('repository')));
}

export function openCaFolder(args: Arguments, terminal: Terminal): CaFolder {
  return new CaFolder(resolve(terminal.cwd, args.required('ca')));
}

/**
 * Opens key and repository, finishes what an earlier run left, and runs the action while nobody else writes. What the
 * key needs is asked before the repository is locked.
 */
export async function whileSigning<Result>(
  args: Arguments,
  terminal: Terminal,
  action: (repository: Repository, authority: Authority, now: Date) => Promise<Result>,
): Promise<Result> {
  const folder = openCaFolder(args, terminal);
  const store = openStore(args, terminal);
  const authority = await folder.open((secret) => readSecret(args, terminal, secret), args.text('profile'));
  try {
    return await whileWriting(store, authority.issuer, terminal, (repository, now) =>
      action(repository, authority, now),
    );
  } finally {
    await authority.signer.close?.();
  }
}

async function whileWriting<Result>(
  store: FolderStore,
  issuer: Certificate,
  terminal: Terminal,
  action: (repository: Repository, now: Date) => Promise<Result>,
): Promise<Result> {
  return store.locked(async () => {
    const now = new Date();
    const repository = await Repository.openToWrite(store);
    for (const what of await recover(repository, issuer, now)) terminal.err(`An earlier run broke off: ${what}.\n`);
    return action(repository, now);
  });
}
