// SPDX-License-Identifier: MIT

/** What the bot does, and who decides: `authority/bot.yml` of the certificate repository, reviewed like code. */
export interface Settings {
  /** who may approve: members of these teams, `ORG/SLUG` … */
  readonly approverTeams: readonly string[];
  /** … and whoever has this permission on the repository, or a greater one; undefined: teams only */
  readonly approverPermission: 'write' | 'maintain' | 'admin' | undefined;
  /** a sign-off (Developer Certificate of Origin) on every commit */
  readonly signOff: 'required' | 'optional';
  /** a link to the app's public repository */
  readonly repositoryLink: 'required' | 'optional';
  /** the list is made again when it is older than so many days */
  readonly crlRefreshDays: number;
  /** places that ship a copy of the CRL, and get a pull request: `OWNER/NAME`, path in it, branch (default: theirs) */
  readonly crlCopies: readonly { readonly repository: string; readonly path: string; readonly branch?: string }[];
  /** days before the end of a certificate on which its requester is told */
  readonly expiryWarningDays: readonly number[];
  /** address of the App Store, asked which certificate an app's newest release carries; undefined: nobody is asked */
  readonly store: string | undefined;
}

export const settingsPath = 'authority/bot.yml';

export const defaultSettings: Settings = {
  approverTeams: [],
  approverPermission: 'maintain',
  signOff: 'required',
  repositoryLink: 'required',
  crlRefreshDays: 30,
  crlCopies: [],
  expiryWarningDays: [180, 90, 30],
  store: undefined,
};
