// SPDX-License-Identifier: MIT
import { ledgerPath } from '../../ca/repository/repository.js';
import { BotError } from '../bot-error.js';
import type { RepositoryName } from '../octokit.js';
import { readBase } from '../read-base.js';
import type { AppClient } from './app-client.js';
import type { Github } from './github.js';

const hint = 'Name it: CERTIFICATE_REPOSITORY=OWNER/NAME, and install the App on it.';

/**
 * The repository that the bot looks after: the named one, else the only one that the App is installed on, else the only
 * one of these with a ledger.
 * @throws BotError `no-repository`
 */
export async function certificateRepository(app: AppClient, named: RepositoryName | undefined): Promise<Github> {
  const names = named === undefined ? await app.repositories() : [named];
  const found = (await Promise.all(names.map((name) => app.in(name)))).filter((github) => github !== undefined);
  const [only, ...others] = found.length > 1 ? await withLedger(found) : found;
  if (only !== undefined && others.length === 0) return only;
  const text = names.map(({ owner, repo }) => `${owner}/${repo}`).join(', ');
  if (named !== undefined) throw new BotError('no-repository', `The App is not installed on ${text}.`, { hint });
  const what = text === '' ? 'The App is installed on no repository' : `The App is installed on ${text}`;
  throw new BotError('no-repository', `${what}: which one certificates are in, is not known.`, { hint });
}

async function withLedger(candidates: readonly Github[]): Promise<Github[]> {
  const answers = await Promise.all(
    candidates.map(async (github) => {
      const { repository } = await readBase(github);
      return (await repository.store.read(ledgerPath)) !== undefined;
    }),
  );
  return candidates.filter((_, index) => answers[index]);
}
