// SPDX-License-Identifier: MIT
import { nodeId } from '../json/node-id.js';
import type { User } from '../people.js';

/** An account. A bot has no `[bot]` in its GraphQL login, as against REST. */
export function accountObject(user: User): Record<string, unknown> {
  return {
    __typename: user.type,
    id: nodeId(user.type, user.id),
    databaseId: user.id,
    login: user.type === 'Bot' ? user.login.replace(/\[bot\]$/, '') : user.login,
    name: user.name,
  };
}

export function accountOrNull(user: User | null): Record<string, unknown> | null {
  return user === null ? null : accountObject(user);
}
