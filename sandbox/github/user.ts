// SPDX-License-Identifier: MIT

/** An account. */
export interface User {
  readonly id: number;
  readonly login: string;
  readonly type: 'User' | 'Bot' | 'Organization';
  /** commits with one of these are the account's, besides its noreply addresses */
  readonly emails: string[];
}
