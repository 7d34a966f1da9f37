// SPDX-License-Identifier: MIT
import type { User } from './people.js';
import type { Repository } from './repository.js';

export type Association = 'OWNER' | 'MEMBER' | 'COLLABORATOR' | 'CONTRIBUTOR' | 'NONE';

/**
 * How an account is related to a repository (GraphQL: CommentAuthorAssociation). GitHub has more: `FIRST_TIMER` and
 * `FIRST_TIME_CONTRIBUTOR` for people who never contributed anywhere or here before, `MANNEQUIN` for imported ones; and who
 * sees a private member as `MEMBER` is not documented: nobody does here.
 */
export function associationOf(user: User, repository: Repository): Association {
  if (user.id === repository.account.id) return 'OWNER';
  if (repository.organization?.members.get(user.id)?.public === true) return 'MEMBER';
  if (repository.collaborators.has(user.id)) return 'COLLABORATOR';
  return repository.contributors.has(user.id) ? 'CONTRIBUTOR' : 'NONE';
}
