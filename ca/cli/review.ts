// SPDX-License-Identifier: MIT
import { relative, resolve, sep } from 'node:path';
import type { Arguments, Command, Terminal } from '../../common/command.js';
import { formatOption, parseFormat, renderFindings } from '../../common/render/format.js';
import { defaultPolicy } from '../policy.js';
import { readPolicy } from '../read-policy.js';
import { FolderStore } from '../repository/folder-store.js';
import { Repository } from '../repository/repository.js';
import { otherModuli } from '../review/other-moduli.js';
import { RequestFile } from '../review/request-file.js';
import { type Review, review as reviewRequest } from '../review/review.js';
import type { ReviewInput } from '../review/review-subject.js';
import { readBytes, repositoryOption } from './repository-option.js';

export const review: Command = {
  name: 'review',
  usage: 'CSR... [--repository DIR]',
  summary: 'Says of requests whether they can be signed, and what to mend.',
  options: {
    repository: { ...repositoryOption, help: `${repositoryOption.help}; without it each file is looked at alone` },
    policy: { type: 'string', value: 'FILE', help: 'policy (default: authority/policy.yml of the repository)' },
    deep: { type: 'boolean', help: 'look longer for weak keys, and for primes shared with any other request' },
    format: formatOption,
  },
  positionals: [1, Infinity],
  run: async (args, terminal) => {
    const format = parseFormat(args.text('format'));
    const inputOf = await contextOf(args, terminal);
    const files = args.positionals.map((path) => readRequest(terminal, path));
    const deep = args.flag('deep') ? { deep: { otherModuli: otherModuli(files) } } : {};
    const reviews = files.map((file) => reviewRequest({ ...inputOf(file), ...deep }));
    const findings = reviews.flatMap((one) => one.findings);
    terminal.out(renderFindings(format, findings, reviews));
    if (format === 'text') terminal.out(summary(reviews));
    return reviews.every(({ ok }) => ok) ? 'fine' : 'refused';
  },
};

/** What every request of this run is judged by. */
async function contextOf(args: Arguments, terminal: Terminal): Promise<(file: RequestFile) => ReviewInput> {
  const now = new Date();
  const folder = args.text('repository');
  const policyFile = args.text('policy');
  const given =
    policyFile === undefined ? undefined : readPolicy(readBytes(terminal, policyFile).toString('utf8'), policyFile);
  if (folder === undefined) return (file) => ({ file, policy: given ?? defaultPolicy, now });
  const root = resolve(terminal.cwd, folder);
  const { ledger, policy } = await Repository.open(new FolderStore(root));
  return (file) => {
    const path = relative(root, resolve(terminal.cwd, file.path)).split(sep).join('/');
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
  return `${only.path}: ${refused > 0 ? 'refused' : held > 0 ? 'needs a person’s decision' : 'can be signed'}\n`;
}

function readRequest(terminal: Terminal, path: string): RequestFile {
  return new RequestFile(path, readBytes(terminal, path));
}
