// SPDX-License-Identifier: MIT
import { detail, type StoreAnswer } from '../../src/store/store-answer.js';
import { hasPassword } from './accounts.js';
import type { StoreData, StoredUser } from './store-data.js';

export type Scheme = 'token' | 'basic';

/** Who asks, or the 401 with DRF's words; neither: nobody said who he is. */
export interface Authentication {
  readonly user?: StoredUser;
  readonly refusal?: StoreAnswer;
}

export const notAuthenticated: StoreAnswer = detail(401, 'Authentication credentials were not provided.');

/** The Authorization header as DRF's TokenAuthentication and BasicAuthentication read it (case of the scheme aside). */
export function authenticate(
  header: string | undefined,
  schemes: readonly Scheme[],
  data: Readonly<StoreData>,
): Authentication {
  const [scheme = '', ...parts] = (header ?? '').split(/\s+/).filter((part) => part !== '');
  const name = schemes.find((known) => known === scheme.toLowerCase());
  if (name === undefined) return {};
  const [value, ...more] = parts;
  if (value === undefined) return refused(`Invalid ${name} header. No credentials provided.`);
  if (more.length > 0) {
    return refused(
      `Invalid ${name} header. ${name === 'token' ? 'Token' : 'Credentials'} string should not contain spaces.`,
    );
  }
  return name === 'token' ? byToken(value, data) : byPassword(value, data);
}

function byToken(token: string, { users }: Readonly<StoreData>): Authentication {
  const user = users.find((candidate) => candidate.token === token);
  return user === undefined ? refused('Invalid token.') : { user };
}

function byPassword(encoded: string, { users }: Readonly<StoreData>): Authentication {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(encoded)) {
    return refused('Invalid basic header. Credentials not correctly base64 encoded.');
  }
  const [name, ...password] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  const user = users.find((candidate) => candidate.name === name);
  if (user === undefined || !hasPassword(user, password.join(':'))) return refused('Invalid username/password.');
  return { user };
}

function refused(message: string): { refusal: StoreAnswer } {
  return { refusal: detail(401, message) };
}
