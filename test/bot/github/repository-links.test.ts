// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { repositoryLinks } from '../../../bot/github/repository-links.js';

const links = (...texts: string[]) => repositoryLinks(texts, 'https://github.com');
const names = (...texts: string[]) =>
  links(...texts).map(({ repository, url }) => (repository ? `${repository.owner}/${repository.repo}` : `(${url})`));

describe('a link to a repository', () => {
  it.each([
    'https://github.com/alice/mail',
    'http://www.github.com/alice/mail/',
    'https://GitHub.com/alice/mail.git',
    'github.com/alice/mail',
    'git@github.com:alice/mail.git',
    'ssh://git@github.com/alice/mail.git',
    'My app ([here](https://github.com/alice/mail)).',
    '<https://github.com/alice/mail>',
    '**https://github.com/alice/mail**',
    'https://github.com/alice/mail#readme',
    'https://github.com/alice/mail?tab=readme',
    'https://github.com/alice/mail/releases',
    '> https://github.com/alice/mail, please!',
  ])('is seen in %j', (text) => {
    expect(names(text)).toEqual(['alice/mail']);
  });

  it('may name a branch and a folder', () => {
    expect(links('https://github.com/alice/apps/tree/main/mail/appinfo')[0]?.within).toEqual([
      'main',
      'mail',
      'appinfo',
    ]);
    expect(links('https://github.com/alice/apps/blob/a%2Fb/x.xml')[0]?.within).toEqual(['a/b', 'x.xml']);
    expect(links('https://github.com/alice/apps/tree/main/%2e%2e%2f..%2fx')[0]?.within).toEqual([]);
  });

  it.each([
    '<!-- https://github.com/alice/mail -->',
    '<!--\nhttps://github.com/alice/mail',
    'https://github.com/alice',
    'https://github.com/orgs/alice/repositories',
    'https://github.com/user-attachments/assets/12',
    'https://github.com/alice/mail/pull/12',
    'https://github.com/alice/mail/issues/12',
    'https://github.com/alice/..',
    'https://github.com/-alice/mail',
    'https://apps.nextcloud.com/apps/mail',
    'https://example.com',
    'xgithub.com/alice/mail',
    'https://',
    'javascript:alert(1)//github.com/alice/mail',
  ])('is not seen in %j', (text) => {
    expect(names(text)).toEqual([]);
  });

  it.each([
    'https://gitlab.com/alice/mail',
    'https://codeberg.org/alice/mail',
    'https://git.example.org/alice/mail',
    'https://example.org/alice/mail.git',
    'https://github.com.example.org/alice/mail',
  ])('on a host that cannot be asked is told of: %s', (text) => {
    expect(names(text)).toEqual([`(${text})`]);
  });

  it('comes in the order of the texts, each once', () => {
    const text = 'https://github.com/a/b https://github.com/c/d https://github.com/a/b';
    expect(names(text, 'https://github.com/e/f')).toEqual(['a/b', 'c/d', 'e/f']);
  });

  it('costs little in hostile text', () => {
    const start = process.cpuUsage();
    const hostile = ['<!--'.repeat(16_000), 'https://'.repeat(8_000), '*'.repeat(65_000), 'git@'.repeat(16_000)];
    expect(names(...hostile, 'https://github.com/a/b '.repeat(3_000))).toEqual(['a/b']);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(1500);
  });
});
