// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Arguments, OptionSpec, Terminal } from '../../common/command.js';
import { InputError } from '../../common/input-error.js';
import { printable } from '../../common/render/printable.js';
import { Trust } from '../../common/trust.js';
import type { Authority } from '../authority.js';
import { AuthorityError } from '../authority-error.js';
import { isListOfAnother } from '../crl/list-in-place.js';
import { FolderStore } from '../repository/folder-store.js';
import { recover } from '../repository/recover.js';
import { crlPath, Repository } from '../repository/repository.js';
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
  successor: { type: 'boolean', help: 'this authority takes the place of the one that signed the list in place' },
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
    return await store.locked(async () => {
      if (!args.flag('successor') && (await isListOfAnother(store, authority.issuer))) throw notTheAuthority();
      const now = new Date();
      const repository = await Repository.openToWrite(store);
      const done = await recover(repository, authority.issuer, now);
      for (const what of done) terminal.err(`An earlier run broke off: ${printable(what)}.\n`);
      return await action(repository, authority, now);
    });
  } finally {
    await authority.signer.close?.();
  }
}

function notTheAuthority(): AuthorityError {
  return new AuthorityError('wrong-issuer', `${crlPath} was signed by another authority; nothing was written.`, {
    hint: 'Give the folder of this repository’s authority with --ca; where it has a successor, run "crl --successor" first.',
    file: crlPath,
  });
}
