// SPDX-License-Identifier: MIT
import { errorFacts } from '../error-facts.js';
import { InputError } from '../../common/input-error.js';
import { CertificateRevocationList } from '../../common/crl.js';
import { crlPath } from '../../ca/repository/repository.js';
import { BotError } from '../bot-error.js';
import { BaseBranch } from '../github/base-branch.js';
import { type Proposal, proposeFile } from '../github/propose-file.js';
import type { Github } from '../github/github.js';
import { GithubStore } from '../github/github-store.js';
import { objectsOf } from '../github/github.js';
import { repositoryFacts } from '../github/repository-facts.js';
import { readBase } from '../read-base.js';
import type { CrlCopy } from '../settings.js';
import { copyWords } from '../words/copy-words.js';
import type { Workshop } from '../workshop.js';

/**
 * A revocation that nobody ships revokes nothing: where a copy has an older list than the certificate repository, a pull
 * request is opened there, or the open one is brought up to date. What fails at one place keeps none of the others waiting.
 * @throws BotError `not-permitted` where the App is not installed, `left-undone` where a place refused
 */
export async function keepCopies(workshop: Workshop): Promise<void> {
  const { settings, repository } = await readBase(workshop.github);
  const bytes = await repository.store.read(crlPath);
  if (bytes === undefined) return;
  const [absent, failed]: [string[], string[]] = [[], []];
  const attempt = async (what: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      failed.push(what);
      workshop.log.error({ ...errorFacts(error), what }, 'a copy of the list was left as it is');
    }
  };
  for (const place of new Set(settings.crlCopies.map((copy) => copy.repository))) {
    await attempt(place, async () => {
      const there = await workshop.elsewhere(nameOf(place));
      if (there === undefined) return void absent.push(place);
      const { defaultBranch } = await repositoryFacts(there);
      const copies = settings.crlCopies.filter((copy) => copy.repository === place);
      for (const [base, paths] of pathsByBranch(copies, defaultBranch)) {
        await attempt(`${place}@${base}`, () => keepBranch(workshop, there, { base, paths, bytes }));
      }
    });
  }
  if (absent.length > 0) throw notInstalled(absent, failed);
  if (failed.length > 0) throw leftUndone(failed);
}

function notInstalled(absent: readonly string[], failed: readonly string[]): BotError {
  const also = failed.length === 0 ? '' : ` ${leftUndone(failed).message}`;
  return new BotError('not-permitted', `The App is not installed on ${absent.join(', ')}.${also}`, {
    hint: 'Install it there with contents and pull requests to write, or take the place out of "crl.copies".',
  });
}

function leftUndone(failed: readonly string[]): BotError {
  return new BotError('left-undone', `Copies of the list could not be looked after on ${failed.join(', ')}.`, {
    hint: 'The log says why; the next reconciliation tries again.',
  });
}

function nameOf(repository: string): { owner: string; repo: string } {
  const [owner = '', repo = ''] = repository.split('/');
  return { owner, repo };
}

function pathsByBranch(copies: readonly CrlCopy[], defaultBranch: string): Map<string, string[]> {
  const paths = new Map<string, string[]>();
  for (const { branch = defaultBranch, path } of copies) {
    const known = paths.get(branch) ?? [];
    paths.set(branch, known.includes(path) ? known : [...known, path]);
  }
  return paths;
}

type Wanted = Pick<Proposal, 'base' | 'paths' | 'bytes'>;

/**
 * One pull request for each branch that has copies, from a branch of its own: from a common one, all that is on one branch
 * there would be merged into the other.
 */
async function keepBranch({ log }: Workshop, there: Github, { base, paths, bytes }: Wanted): Promise<void> {
  const tip = await new BaseBranch(there, base).tip();
  const store = new GithubStore(objectsOf(there), tip);
  const ours = numberOf(bytes);
  if (ours === undefined) return;
  const shipped = await Promise.all(
    paths.map(async (path) => {
      const copy = await store.read(path);
      return { path, number: copy && numberOf(copy) };
    }),
  );
  const behind = shipped.filter(({ number }) => number === undefined || number < ours);
  const [first] = behind;
  if (first === undefined) return;
  const proposal = { base, tip, branch: `nextcloud-ca/crl-${base}`, paths: behind.map(({ path }) => path), bytes };
  const pullRequest = await proposeFile(there, { ...proposal, ...copyWords(ours, first.number) });
  const { owner, repo } = there.repository;
  log.info({ repository: `${owner}/${repo}`, base, pullRequest, ours: String(ours) }, 'a copy of the list is behind');
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
