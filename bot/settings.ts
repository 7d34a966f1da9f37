// SPDX-License-Identifier: MIT
import { choice, integer, list, type Setting, text, type ValuesOf, valuesOf } from '../common/settings.js';

/** A place that ships a copy of the CRL, and gets a pull request when there is a new one. */
export interface CrlCopy {
  /** `OWNER/NAME` */
  readonly repository: string;
  readonly path: string;
  /** undefined: the default branch there */
  readonly branch: string | undefined;
}

/** What the bot does, and who decides: `authority/bot.yml` of the certificate repository, reviewed like code. */
export const botSettings = {
  approverTeams: list(
    'approvers.teams',
    [],
    'members of these teams may approve',
    'a list like [my-org/my-team]',
    team,
  ),
  approverPermission: choice(
    'approvers.permission',
    ['maintain', 'write', 'admin', 'none'],
    'whoever has this permission on the repository, or a greater one, may approve as well; none: the teams only',
  ),
  signOff: choice('request.sign-off', ['required', 'optional'], 'a sign-off (DCO) on every commit; or optional'),
  repositoryLink: choice(
    'request.repository-link',
    ['required', 'optional'],
    'a link to the app’s public repository; or optional',
  ),
  crlRefreshDays: integer('crl.refresh-days', 30, 1, 3650, 'the list is made again when it is older than so many days'),
  crlCopies: list(
    'crl.copies',
    [],
    'places that ship a copy of the list, and get a pull request when there is a new one',
    'a list of OWNER/NAME:PATH, or OWNER/NAME@BRANCH:PATH',
    crlCopy,
  ),
  expiryWarningDays: list(
    'expiry.warn-days',
    [180, 90, 30],
    'so many days before a certificate ends its requester is told',
    'a list of whole numbers from 1 to 3650',
    days,
  ),
  store: address('store', 'address of the App Store, asked which apps it has, and with which certificates'),
} as const;

export type Settings = ValuesOf<typeof botSettings>;

export const settingsPath = 'authority/bot.yml';

export const defaultSettings: Settings = valuesOf(botSettings, () => undefined);

const name = String.raw`[A-Za-z\d][A-Za-z\d-]{0,38}/[\w.-]{1,100}`;

function team(value: unknown): string | undefined {
  return new RegExp(`^${name}$`).test(text(value) ?? '') ? text(value) : undefined;
}

function crlCopy(value: unknown): CrlCopy | undefined {
  const form = new RegExp(`^(?<repository>${name})(?:@(?<branch>[^\\s:]{1,200}))?:(?<path>[^\\s/][^\\s]{0,400})$`);
  const { repository, branch, path } = form.exec(text(value) ?? '')?.groups ?? {};
  return repository === undefined || path === undefined ? undefined : { repository, branch, path };
}

function days(value: unknown): number | undefined {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 3650 ? Number(value) : undefined;
}

function address(at: string, means: string): Setting<string | undefined> {
  const read = (value: unknown): string | undefined =>
    /^https?:\/\/\S+$/.test(text(value) ?? '') && URL.canParse(text(value) ?? '') ? text(value) : undefined;
  return { at, default: undefined, means, form: 'an address like https://apps.nextcloud.com', read };
}
