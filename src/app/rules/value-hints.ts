// SPDX-License-Identifier: MIT
import type { XmlElement } from '../xml/tree.js';

/** What the store wants of one element or attribute, in words. */
export interface ValueHint {
  readonly wants: string;
  /** how to mend one wrong value, where that can be told */
  readonly mend?: (value: string, accepted: readonly string[]) => string | undefined;
  /** for an element that is missing */
  readonly example?: string;
}

const phpClass: ValueHint = {
  wants: 'a PHP class name such as OCA\\News\\Cron\\Updater, without a leading backslash and without blanks',
  mend: (value) => {
    const mended = value.trim().replace(/^\\+/, '');
    return /^\w+(\\\w+)*$/.test(mended) ? `Write ${mended}.` : undefined;
  },
};
const range: ValueHint = { wants: 'one to three numbers, such as 31 or 31.0.2', mend: (value) => numbersOf(value, 3) };
const address: ValueHint = { wants: 'an address that begins with https:// or http://, of at most 256 characters' };
const secureAddress: ValueHint = {
  wants: 'an address that begins with https://, of at most 256 characters',
  mend: (value) => (value.startsWith('http://') ? `Write https://${value.slice('http://'.length)}.` : undefined),
};
const guide = (audience: string): ValueHint => ({
  ...secureAddress,
  wants: `an address that begins with https://, or a name such as ${audience}-news`,
});
const language: ValueHint = {
  wants: 'a code that the store knows, such as de, pt-br or zh-hans',
  mend: (value, accepted) => {
    const code = value.trim().toLowerCase().replaceAll('_', '-');
    const known = [languageNames.get(code), code, code.split('-')[0]].find((name) => name && accepted.includes(name));
    return known && `Write lang="${known}".`;
  },
};
const languageNames: ReadonlyMap<string, string> = new Map(
  Object.entries({ 'zh-cn': 'zh-hans', 'zh-tw': 'zh-hant', 'zh-hk': 'zh-hant' }),
);
const boolean: ValueHint = { wants: 'true or false' };

/** By `parent/element`, else by `element`; by `element@attribute`, else by `@attribute`. */
const hints: ReadonlyMap<string, ValueHint> = new Map(
  Object.entries<ValueHint>({
    'info/id': {
      wants: '2 to 32 characters: lower-case letters, digits and “_”, a letter first, no “_” at the end',
      example: '<id>news</id>',
      mend: (value) => {
        const mended = value
          .trim()
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, '_')
          .replace(/^[^a-z]+|_+$/g, '');
        return mended.length >= 2 && mended.length <= 32 && mended !== value
          ? `Such as ${mended}; the app’s folder and certificate bear the same id.`
          : undefined;
      },
    },
    'info/name': { wants: '1 to 128 characters', example: '<name>News</name>' },
    'info/summary': { wants: '1 to 128 characters', example: '<summary>An RSS/Atom feed reader</summary>' },
    'info/description': { wants: 'at least one character', example: '<description>…</description>' },
    'info/version': {
      wants: 'three numbers, and for a prerelease a dash and a name: 1.2.3 or 1.2.3-beta.1',
      example: '<version>1.0.0</version>',
      mend: (value) => numbersOf(value, 3, 3),
    },
    'info/licence': {
      wants: 'a licence that the store knows, such as agpl or AGPL-3.0-or-later',
      example: '<licence>AGPL-3.0-or-later</licence>',
      mend: (value, accepted) => {
        const key = value
          .trim()
          .toLowerCase()
          .replace(/[^a-z0-9]/g, '');
        const known =
          licenceGuesses.get(key) ?? accepted.find((name) => name.toLowerCase() === value.trim().toLowerCase());
        return known && `Write ${known}.`;
      },
    },
    'info/author': { wants: '1 to 256 characters', example: '<author mail="jane@example.org">Jane Doe</author>' },
    'info/namespace': { wants: '1 to 256 characters' },
    'info/category': {
      wants: 'a category that the store knows',
      example: '<category>tools</category>',
      mend: (value, accepted) => {
        const known = categoryGuesses.get(value.trim()) ?? accepted.find((name) => name === value.trim().toLowerCase());
        return known && `Write ${known}.`;
      },
    },
    'info/website': address,
    'info/discussion': address,
    'info/bugs': { ...address, example: '<bugs>https://github.com/OWNER/APP/issues</bugs>' },
    'info/repository': address,
    'info/video': secureAddress,
    'info/screenshot': secureAddress,
    'info/donation': secureAddress,
    'info/dependencies': {
      wants: 'the versions of Nextcloud',
      example: '<dependencies><nextcloud min-version="31" max-version="33"/></dependencies>',
    },
    'dependencies/nextcloud': {
      wants: 'nothing but its attributes',
      example: '<nextcloud min-version="31" max-version="33"/>',
    },
    'dependencies/php': { wants: 'nothing between its tags, not even a blank' },
    'dependencies/owncloud': { wants: 'nothing between its tags' },
    'dependencies/database': { wants: 'sqlite, mysql or pgsql' },
    'dependencies/command': { wants: 'letters, “-” and “_” only, no digits' },
    'dependencies/lib': { wants: '1 to 256 characters' },
    'dependencies/backend': { wants: 'caldav' },
    'documentation/user': guide('user'),
    'documentation/admin': guide('admin'),
    'documentation/developer': guide('developer'),
    'navigation/route': { wants: 'three names with points between them, such as news.page.index' },
    'navigation/icon': { wants: 'a file name or an address' },
    'navigation/order': { wants: 'a whole number' },
    'navigation/type': { wants: 'link or settings' },
    'external-app/system': boolean,
    job: phpClass,
    step: phpClass,
    provider: phpClass,
    command: phpClass,
    widget: phpClass,
    platform: phpClass,
    plugin: phpClass,
    create: boolean,
    overwrite: boolean,
    unsigned: boolean,
    notnull: boolean,
    autoincrement: boolean,
    primary: boolean,
    unique: boolean,
    length: { wants: 'a whole number' },
    precision: { wants: 'a whole number' },
    scale: { wants: 'a whole number' },
    '@lang': language,
    '@min-version': range,
    '@max-version': range,
    '@min-int-size': { wants: '32 or 64' },
    '@mail': { wants: 'a mail address of at most 256 characters' },
    '@homepage': address,
    '@small-thumbnail': secureAddress,
    'donation@title': { wants: '1 to 256 characters' },
    'donation@type': { wants: 'paypal, stripe or other' },
    'repository@type': { wants: 'git, mercurial, subversion or bzr' },
    'navigation@role': { wants: 'all or admin' },
    'plugin@type': { wants: 'collaborator-search or autocomplete-sort' },
  }),
);

/** By what people write, in lower case and without punctuation. */
const licenceGuesses: ReadonlyMap<string, string> = new Map(
  Object.entries({
    agplv3: 'AGPL-3.0-only',
    agpl3: 'AGPL-3.0-only',
    agpl30: 'AGPL-3.0-only',
    agpl30plus: 'AGPL-3.0-or-later',
    agplv3orlater: 'AGPL-3.0-or-later',
    affero: 'agpl',
    gpl: 'GPL-3.0-or-later',
    gplv3: 'GPL-3.0-only',
    gpl30: 'GPL-3.0-only',
    gplv2: 'GPL-2.0-or-later',
    gplv3orlater: 'GPL-3.0-or-later',
    lgplv3: 'LGPL-3.0-only',
    apache2: 'Apache-2.0',
    apachev2: 'Apache-2.0',
    mpl2: 'MPL-2.0',
    bsd: 'BSD-3-Clause',
  }),
);

const categoryGuesses: ReadonlyMap<string, string> = new Map(
  Object.entries({
    game: 'games',
    tool: 'tools',
    other: 'tools',
    pim: 'organization',
    productivity: 'office',
    collaboration: 'social',
    auth: 'security',
    organisation: 'organization',
  }),
);

export function hintFor(element: XmlElement, attribute?: string): ValueHint | undefined {
  if (attribute !== undefined) return hints.get(`${element.local}@${attribute}`) ?? hints.get(`@${attribute}`);
  return childHint(element.parent?.local ?? '', element.local);
}

export function childHint(parent: string, name: string): ValueHint | undefined {
  return hints.get(`${parent}/${name}`) ?? hints.get(name);
}

function numbersOf(value: string, most: number, least = 1): string | undefined {
  const numbers = /^v?(\d+(?:\.\d+)*)(-[0-9A-Za-z.-]+)?$/.exec(value.trim());
  if (!numbers) return undefined;
  const parts = (numbers[1] ?? '').split('.').map((part) => part.replace(/^0+(?=\d)/, ''));
  while (parts.length < least) parts.push('0');
  const mended = parts.slice(0, most).join('.') + (least > 1 ? (numbers[2] ?? '') : '');
  return mended === value ? undefined : `Write ${mended}.`;
}
