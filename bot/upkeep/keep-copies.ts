// SPDX-License-Identifier: MIT
import { InputError } from '../../common/input-error.js';
import { CertificateRevocationList } from '../../common/crl.js';
import { crlPath } from '../../ca/repository/repository.js';
import { BotError } from '../bot-error.js';
import { BaseBranch } from '../github/base-branch.js';
import { proposeFile } from '../github/propose-file.js';
import type { Github } from '../github/github.js';
import { GithubStore } from '../github/github-store.js';
import { objectsOf } from '../github/github.js';
import { repositoryFacts } from '../github/repository-facts.js';
import { readBase } from '../read-base.js';
import type { CrlCopy } from '../settings.js';
import { copyWords } from '../words/copy-words.js';
import type { Workshop } from '../workshop.js';

/** The branch of ours in places that ship a copy: one pull request there, which always has the newest list. */
const branch = 'nextcloud-ca/crl';

/**
 * A revocation that nobody ships revokes nothing: where a copy has an older list than the certificate repository, a pull
 * request is opened there, or the open one is brought up to date.
 */
export async function keepCopies(workshop: Workshop): Promise<void> {
  const { settings, repository } = await readBase(workshop.github);
  const bytes = await repository.store.read(crlPath);
  if (bytes === undefined) return;
  const behind: string[] = [];
  for (const copy of settings.crlCopies) {
    const there = await workshop.elsewhere(nameOf(copy));
    if (there === undefined) behind.push(copy.repository);
    else await keepCopy(workshop, there, copy, bytes);
  }
  if (behind.length === 0) return;
  throw new BotError('not-permitted', `The App is not installed on ${behind.join(', ')}.`, {
    hint: 'Install it there with contents and pull requests to write, or take the place out of "crl.copies".',
  });
}

function nameOf({ repository }: CrlCopy): { owner: string; repo: string } {
  const [owner = '', repo = ''] = repository.split('/');
  return { owner, repo };
}

async function keepCopy({ log }: Workshop, there: Github, copy: CrlCopy, bytes: Uint8Array): Promise<void> {
  const base = copy.branch ?? (await repositoryFacts(there)).defaultBranch;
  const tip = await new BaseBranch(there, base).tip();
  const shipped = await new GithubStore(objectsOf(there), tip).read(copy.path);
  const [ours, theirs] = [numberOf(bytes), shipped && numberOf(shipped)];
  if (ours === undefined || (theirs !== undefined && theirs >= ours)) return;
  const { title, body } = copyWords(ours, theirs);
  const number = await proposeFile(there, { base, tip, branch, path: copy.path, bytes, title, body });
  log.info({ repository: copy.repository, pullRequest: number, ours: String(ours) }, 'a copy of the list is behind');
}

/** CRL number; undefined where it is no list, or one without a number. */
function numberOf(bytes: Uint8Array): bigint | undefined {
  try {
    return CertificateRevocationList.from(bytes).number;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
