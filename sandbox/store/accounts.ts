// SPDX-License-Identifier: MIT
import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { StoreData, StoredUser } from './store-data.js';

/** 40 hex digits, as rest_framework.authtoken makes them */
export function newToken(): string {
  return randomBytes(20).toString('hex');
}

/** Adds a user with a token. Names are unique; the same name again gives the user who is there. */
export function addUser(data: StoreData, name: string, password: string): StoredUser {
  const known = data.users.find((user) => user.name === name);
  if (known !== undefined) return known;
  const salt = randomBytes(16);
  const user: StoredUser = {
    id: Math.max(0, ...data.users.map(({ id }) => id)) + 1,
    name,
    passwordHash: `${salt.toString('hex')}:${hash(password, salt).toString('hex')}`,
    token: newToken(),
  };
  data.users.push(user);
  return user;
}

export function hasPassword(user: StoredUser, password: string): boolean {
  const [salt = '', expected = ''] = user.passwordHash.split(':');
  return timingSafeEqual(hash(password, Buffer.from(salt, 'hex')), Buffer.from(expected, 'hex'));
}

/** Light (about 1 ms): what it guards is a sandbox, and tests log in often. */
function hash(password: string, salt: Uint8Array): Buffer {
  return scryptSync(password, salt, 32, { N: 1024 });
}
