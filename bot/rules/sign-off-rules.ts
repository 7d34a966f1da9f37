// SPDX-License-Identifier: MIT
import { quote } from '../../ca/review/review-subject.js';
import type { PullRequestCommit } from '../situation.js';
import type { PullRequestRule, PullRequestSubject } from './pull-request-subject.js';

/** The commits that need a sign-off: a merge adds nothing of its own, and nobody writes its message by hand. */
export function unsignedCommits({ situation: { commits } }: Pick<PullRequestSubject, 'situation'>): UnsignedCommit[] {
  return commits
    .filter(({ parents }) => parents.length < 2)
    .flatMap((commit) => {
      const why = whyUnsigned(commit);
      return why === undefined ? [] : [{ commit, why, isProgram: isProgrammed(commit) }];
    });
}

export interface UnsignedCommit {
  readonly commit: PullRequestCommit;
  readonly why: string;
  /** a program is its author */
  readonly isProgram: boolean;
}

/** The Developer Certificate of Origin: what only a person can say, for himself. */
export const signOffRules: readonly PullRequestRule[] = [
  {
    id: 'sign-off',
    severity: 'error',
    applies: ({ situation, isAboutCertificates }) => situation.settings.signOff === 'required' && isAboutCertificates,
    message: 'A commit is not signed off by its author.',
    fix: 'Sign off every commit with the name and the address that it was made with: git commit --amend -s --no-edit, then git push --force-with-lease origin BRANCH.',
    source: 'Developer Certificate of Origin 1.1; app-certificate-requests#644, #1041, #1135, #1210',
    check: (subject) => {
      const unsigned = unsignedCommits(subject);
      if (unsigned.length === 0) return [];
      const first = unsigned.slice(0, 5).map(({ commit, why }) => `${commit.sha.slice(0, 12)} ${why}`);
      const more = unsigned.length > 5 ? `; and ${unsigned.length - 5} more` : '';
      const count = unsigned.length === 1 ? 'A commit is' : `${unsigned.length} commits are`;
      return [{ message: `${count} not signed off by the author: ${first.join('; ')}${more}.` }];
    },
  },
];

/** Addresses under which programs write commits: what they sign off, nobody has certified. */
const programs = new Set([
  'noreply@anthropic.com',
  'cursoragent@cursor.com',
  'copilot@github.com',
  'noreply@openai.com',
]);

function whyUnsigned(commit: PullRequestCommit): string | undefined {
  const { message, authorName, authorEmail } = commit;
  if (isProgrammed(commit))
    return `was written by the program ${quote(authorName)}, which cannot sign off for a person`;
  const signatures = signOffs(message);
  if (signatures.some(({ name, email }) => isSame(name, authorName) && isSame(email, authorEmail))) return undefined;
  const person = signatures.find(({ name, email }) => !isProgram(name, email));
  if (signatures.length === 0) return 'has no line Signed-off-by';
  if (person === undefined) return 'is signed off by a program only';
  return `is signed off by ${quote(`${person.name} <${person.email}>`)}, its author is ${quote(`${authorName} <${authorEmail}>`)}`;
}

function isProgrammed({ author, authorName, authorEmail }: PullRequestCommit): boolean {
  return author?.isBot === true || isProgram(authorName, authorEmail);
}

function isProgram(name: string, email: string): boolean {
  const address = email.toLowerCase();
  return programs.has(address) || name.endsWith('[bot]') || address.endsWith('[bot]@users.noreply.github.com');
}

function signOffs(message: string): { name: string; email: string }[] {
  return message.split('\n').flatMap((line) => {
    const [, name, email] = /^\s{0,10}signed-off-by:\s{0,10}([^<>]{1,200})<([^<>\s]{1,300})>\s*$/i.exec(line) ?? [];
    return name === undefined || email === undefined ? [] : [{ name: name.trim(), email }];
  });
}

function isSame(one: string, other: string): boolean {
  const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
  return plain(one) === plain(other);
}
