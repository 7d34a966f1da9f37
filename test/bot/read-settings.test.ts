// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { readBotSettings } from '../../bot/read-settings.js';
import { botSettings, defaultSettings } from '../../bot/settings.js';

describe('authority/bot.yml', () => {
  it('has a default for everything', () => {
    expect(readBotSettings('')).toEqual(defaultSettings);
    expect(defaultSettings).toMatchObject({ approverTeams: [], approverPermission: 'maintain', signOff: 'required' });
  });

  it('is read', () => {
    const settings = readBotSettings(`
approvers:
  teams: [nextcloud/app-certificates]
  permission: none
request:
  sign-off: optional
  repository-link: optional
crl:
  refresh-days: 7
  copies:
    - nextcloud/appstore:nextcloudappstore/certificate/nextcloud.crl
    - nextcloud/server@stable32:resources/codesigning/root.crl
expiry:
  warn-days: [60, 10]
store: https://apps.nextcloud.com
`);
    expect(settings).toEqual({
      approverTeams: ['nextcloud/app-certificates'],
      approverPermission: 'none',
      signOff: 'optional',
      repositoryLink: 'optional',
      crlRefreshDays: 7,
      crlCopies: [
        {
          repository: 'nextcloud/appstore',
          path: 'nextcloudappstore/certificate/nextcloud.crl',
          branch: undefined,
        },
        { repository: 'nextcloud/server', path: 'resources/codesigning/root.crl', branch: 'stable32' },
      ],
      expiryWarningDays: [60, 10],
      store: 'https://apps.nextcloud.com',
    });
  });

  it.each([
    ['approvers:\n  team: [a/b]', 2, 'there is no setting "approvers.team"'],
    ['approvers:\n  teams: [a]', 2, '"approvers.teams" has to be a list like [my-org/my-team]'],
    ['approvers:\n  teams: [a/b/c]', 2, '"approvers.teams"'],
    ['approvers: {permission: read}', 1, '"approvers.permission" has to be maintain or write or admin or none'],
    ['crl: {copies: ["a/b:/etc/passwd"]}', 1, '"crl.copies"'],
    ['crl: {refresh-days: 0}', 1, '"crl.refresh-days" has to be a whole number from 1 to 3650'],
    ['expiry: {warn-days: [90, soon]}', 1, '"expiry.warn-days"'],
    ['store: file:///etc', 1, '"store" has to be an address'],
    ['store: [', 1, ''],
  ])('refuses %j with the line', (text, line, message) => {
    expect(() => readBotSettings(text)).toThrow(
      expect.objectContaining({
        code: 'bad-settings',
        line,
        message: expect.stringContaining(`authority/bot.yml:${line}: ${message}`) as unknown,
      }),
    );
  });

  it('says of each setting what it is for, and what it looks like', () => {
    const places = Object.values(botSettings).map(({ at }) => at);
    expect(new Set(places).size).toBe(places.length);
    for (const { means, form } of Object.values(botSettings)) expect(means.length * form.length).toBeGreaterThan(0);
  });
});
