// SPDX-License-Identifier: MIT
import type { Signature } from '../git/commit.js';
import type { User } from '../people.js';

/** An account as the author of a commit that GitHub makes for it. */
export function signatureOf(user: User, date: Date): Signature {
  return { name: user.name ?? user.login, email: user.emails[0] ?? '', date, zone: '+0000' };
}

/** The committer of what GitHub itself commits or merges. */
export function githubSignature(date: Date): Signature {
  return { name: 'GitHub', email: 'noreply@github.com', date, zone: '+0000' };
}
