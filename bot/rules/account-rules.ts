// SPDX-License-Identifier: MIT
import { quote } from '../../ca/review/review-subject.js';
import type { PullRequestCommit } from '../situation.js';
import type { PullRequestRule, PullRequestSubject } from './pull-request-subject.js';

/** The commits of which GitHub does not say whose they are. */
export function nobodysCommits({ situation: { commits } }: Pick<PullRequestSubject, 'situation'>): PullRequestCommit[] {
  return commits.filter(({ author, committer }) => author === undefined || committer === undefined);
}

/**
 * Nobody approves their own commit, and accounts tell whose it is. An address that is linked to none may be anybody's, an
 * approver's among them: a person has to look into it.
 */
export const accountRules: readonly PullRequestRule[] = [
  {
    id: 'commit-account',
    severity: 'hold',
    applies: ({ isAboutCertificates }) => isAboutCertificates,
    message: 'GitHub knows no account for who made a commit, so nobody can tell whether whoever approves made it.',
    fix: 'Add the commit’s address to your account (https://github.com/settings/emails) and comment /recheck; or make the commit again under an address that is there: git commit --amend --reset-author -s --no-edit, then git push --force-with-lease origin BRANCH. Else whoever approves writes how they know whose it is.',
    source:
      'GitHub documentation, "Why are my commits linked to the wrong user?"; REST API, "List commits on a pull request"',
    check: (subject) => {
      const commits = nobodysCommits(subject);
      if (commits.length === 0) return [];
      const first = commits.slice(0, 5).map((commit) => `${commit.sha.slice(0, 12)} (${whoIsUnknown(commit)})`);
      const more = commits.length > 5 ? `; and ${commits.length - 5} more` : '';
      const count = commits.length === 1 ? 'a commit' : `${commits.length} commits`;
      const message = `GitHub knows no account for who made ${count}: ${first.join('; ')}${more}. Nobody can tell whether whoever approves made it.`;
      return [{ message }];
    },
  },
];

function whoIsUnknown({ author, authorEmail, committer }: PullRequestCommit): string {
  const unknown = [
    ...(author === undefined ? [`author ${quote(authorEmail)}`] : []),
    ...(committer === undefined ? ['committer'] : []),
  ];
  return unknown.join(', ');
}
