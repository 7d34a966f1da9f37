// SPDX-License-Identifier: MIT
import { relative, resolve, sep } from 'node:path';
import type { Arguments, Command, Terminal } from '../../common/command.js';
import { formatOption, parseFormat, renderFindings } from '../../common/render/format.js';
import { printable } from '../../common/render/printable.js';
import { defaultPolicy } from '../policy.js';
import { readPolicy } from '../read-policy.js';
import type { FolderStore } from '../repository/folder-store.js';
import { Repository } from '../repository/repository.js';
import { knownModuli } from '../review/known-moduli.js';
import { otherModuli } from '../review/other-moduli.js';
import { RequestFile } from '../review/request-file.js';
import { type Review, review as reviewRequest } from '../review/review.js';
import type { ReviewInput } from '../review/review-subject.js';
import { openStore, readBytes, repositoryOption } from './repository-option.js';

export const review: Command = {
  name: 'review',
  usage: 'CSR... [--repository DIR]',
  summary: 'Says of requests whether they can be signed, and what to mend.',
  options: {
    repository: { ...repositoryOption, help: `${repositoryOption.help}; without it each file is looked at alone` },
    policy: { type: 'string', value: 'FILE', help: 'policy (default: authority/policy.yml of the repository)' },
    deep: {
      type: 'boolean',
      help: 'look longer for weak keys, and for primes shared with any other key of this run or of the repository',
    },
    format: formatOption,
  },
  positionals: [1, Infinity],
  run: async (args, terminal) => {
    const format = parseFormat(args.text('format'));
    const store = args.text('repository') === undefined ? undefined : openStore(args, terminal);
    const inputOf = await contextOf(args, terminal, store);
    const files = args.positionals.map((path) => new RequestFile(path, readBytes(terminal, path)));
    const deep = args.flag('deep') ? { deep: { otherModuli: await othersOf(files, store) } } : {};
    const reviews = files.map((file) => reviewRequest({ ...inputOf(file), ...deep }));
    const findings = reviews.flatMap((one) => one.findings);
    terminal.out(renderFindings(format, findings, reviews));
    if (format === 'text') terminal.out(summary(reviews));
    return reviews.every(({ ok }) => ok) ? 'fine' : 'refused';
  },
};

/** What every request of this run is judged by. */
async function contextOf(
  args: Arguments,
  terminal: Terminal,
  store: FolderStore | undefined,
): Promise<(file: RequestFile) => ReviewInput> {
  const now = new Date();
  const policyFile = args.text('policy');
  const given =
    policyFile === undefined ? undefined : readPolicy(readBytes(terminal, policyFile).toString('utf8'), policyFile);
  if (store === undefined) return (file) => ({ file, policy: given ?? defaultPolicy, now });
  const { ledger, policy } = await Repository.open(store);
  return (file) => {
    const path = relative(store.folder, resolve(terminal.cwd, file.path)).split(sep).join('/');
    return { file, policy: given ?? policy, now, repository: { path, knowledge: ledger } };
  };
}

function summary(reviews: readonly Review[]): string {
  const refused = reviews.filter(({ ok }) => !ok).length;
  const held = reviews.filter(({ ok, hold }) => ok && hold).length;
  const [only] = reviews;
  if (reviews.length > 1 || only === undefined) {
    return `${reviews.length} requests: ${reviews.length - refused - held} can be signed, ${held} need a decision, ${refused} are refused\n`;
  }
  return `${printable(only.path)}: ${refused > 0 ? 'refused' : held > 0 ? 'needs a person’s decision' : 'can be signed'}\n`;
}

/** The keys of this run, and all that the repository ever held. */
async function othersOf(files: readonly RequestFile[], store: FolderStore | undefined) {
  const known = store === undefined ? [] : await knownModuli(store);
  return otherModuli([...known, ...files.flatMap(({ request }) => request?.rsaKey?.modulus ?? [])]);
}
