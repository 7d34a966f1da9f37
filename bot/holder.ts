// SPDX-License-Identifier: MIT
import type { CertificateRecord } from '../ca/ledger/certificate-record.js';
import type { Ledger } from '../ca/ledger/ledger.js';
import { ghost } from './github/account.js';
import type { Account } from './situation.js';

/** Who is to be told of what becomes of a certificate. */
export interface Holder {
  /** letters, digits and dashes: it may stand behind an @ */
  readonly login: string;
  /** undefined: only the name is known, as of most that were imported */
  readonly id: number | undefined;
}

/** As accounts stand in the ledger, and GitHub's own address, which says for sure which account a commit is of. */
const forms = [
  /^(?<login>[A-Za-z0-9][A-Za-z0-9-]{0,38}) \((?<id>\d{1,15})\)$/,
  /<(?:(?<id>\d{1,15})\+)?(?<login>[A-Za-z0-9][A-Za-z0-9-]{0,38})@users\.noreply\.github\.com>$/,
];

/**
 * Whoever asked first for a certificate of this key, where an account is known. To be told of something is no say: that
 * has `earlierRequester`, which takes nobody's word for who wrote a commit.
 */
export function holderOf(ledger: Ledger, { app, key }: CertificateRecord): Holder | undefined {
  const { requestedBy = '' } = ledger.certificatesOf(app).find((record) => record.key === key) ?? {};
  const { login, id } = forms.map((form) => form.exec(requestedBy)?.groups).find((found) => found !== undefined) ?? {};
  if (login === undefined || login === ghost.login) return undefined;
  return { login, id: id === undefined ? undefined : Number(id) };
}

export function isAccountOf({ login, id }: Holder, account: Pick<Account, 'id' | 'login'>): boolean {
  return id === undefined ? login.toLowerCase() === account.login.toLowerCase() : id === account.id;
}
