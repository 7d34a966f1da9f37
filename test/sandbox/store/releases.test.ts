// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { updatesApp } from '../../../sandbox/store/release-import.js';
import { appArchive, type InfoXml, type Member } from '../../store/support/tar.js';
import { closeWorld, type ListedByStore, makeStoreWorld, type PublishOptions, type StoreWorld } from './store-world.js';

let world: StoreWorld;
beforeEach(async () => {
  world = await makeStoreWorld();
  await world.register(await world.certificate('news'));
});
afterEach(() => closeWorld(world));

async function publish(version: string, app: InfoXml = {}, options: PublishOptions & { files?: Member[] } = {}) {
  const said = await world.publish(
    appArchive({ ...app, version, ...(options.files && { files: options.files }) }),
    options,
  );
  world.clock.pass(1000);
  if (said.status >= 400) throw new Error(`${version} was refused: ${JSON.stringify(said.body)}`);
  return said.status;
}

async function news(list?: string): Promise<ListedByStore> {
  const app = (await world.list(list)).find(({ id }) => id === 'news');
  if (app === undefined) throw new Error('the list has no news');
  return app;
}

const nameOf = ({ translations }: ListedByStore): unknown => translations.en?.name;
const versions = async (): Promise<unknown[]> =>
  (await news()).releases.map(({ version, isNightly }) => (isNightly ? `${String(version)} nightly` : version));

describe('what the lists hold', () => {
  it('exactly the documented fields', async () => {
    await publish('9.0.4', {
      dependencies:
        '<php min-version="8.1" min-int-size="64"/><database min-version="9.4">pgsql</database><command>grep</command><lib min-version="2.7.8">libxml</lib><lib>curl</lib><nextcloud min-version="31" max-version="32"/>',
      more: '<documentation><user>https://example.com/user</user><admin>admin-news</admin></documentation>'.concat(
        '<screenshot small-thumbnail="https://example.com/s.png">https://example.com/1.png</screenshot><screenshot>https://example.com/2.png</screenshot>',
      ),
    });
    const { pem } = await world.certificate('news');
    expect(pem).toContain('BEGIN CERTIFICATE');
    expect(await world.list()).toEqual([
      {
        id: 'news',
        categories: ['multimedia'],
        authors: [{ name: 'A. Uthor', mail: 'a@example.com', homepage: 'https://example.com' }],
        userDocs: 'https://example.com/user',
        adminDocs: '',
        developerDocs: '',
        issueTracker: 'https://example.com/issues',
        website: '',
        discussion: 'https://help.nextcloud.com/c/apps/news',
        created: expect.stringMatching(/^2026-11-20T12:00:00(\.\d{6})?Z$/),
        lastModified: expect.stringMatching(/^2026-11-20T12:00:00(\.\d{6})?Z$/),
        ratingOverall: 0.5,
        ratingNumOverall: 0,
        ratingRecent: 0.5,
        ratingNumRecent: 0,
        isFeatured: false,
        certificate: expect.stringMatching(/^-----BEGIN CERTIFICATE-----[^]*-----END CERTIFICATE-----$/),
        screenshots: [
          { url: 'https://example.com/1.png', smallThumbnail: 'https://example.com/s.png' },
          { url: 'https://example.com/2.png', smallThumbnail: '' },
        ],
        translations: { en: { name: 'News', summary: 'A reader', description: 'Reads news.' } },
        releases: [
          {
            version: '9.0.4',
            phpExtensions: [
              { id: 'libxml', versionSpec: '>=2.7.8', rawVersionSpec: '>=2.7.8' },
              { id: 'curl', versionSpec: '*', rawVersionSpec: '*' },
            ],
            databases: [{ id: 'pgsql', versionSpec: '>=9.4.0', rawVersionSpec: '>=9.4' }],
            shellCommands: ['grep'],
            phpVersionSpec: '>=8.1.0',
            platformVersionSpec: '>=31.0.0 <33.0.0',
            rawPhpVersionSpec: '>=8.1',
            rawPlatformVersionSpec: '>=31 <=32',
            minIntSize: 64,
            isNightly: false,
            download: world.host.url('/1/app.tar.gz'),
            created: expect.any(String),
            lastModified: expect.any(String),
            licenses: ['AGPL-3.0-or-later'],
            signature: expect.stringMatching(/^[A-Za-z0-9+/=]+$/),
            signatureDigest: 'sha512',
            translations: { en: { changelog: '' } },
          },
        ],
      },
    ]);
  });

  it('only releases that fit, in the list of a platform', async () => {
    await publish('1.0.0', { dependencies: '<nextcloud min-version="30" max-version="31"/>' });
    await publish('2.0.0', { dependencies: '<nextcloud min-version="31.0.5" max-version="33"/>' });
    const fitting = async (platform: string): Promise<unknown> =>
      (await world.list(`platform/${platform}/apps.json`)).flatMap(({ releases }) =>
        releases.map(({ version }) => version),
      );
    expect(await fitting('29.9.9')).toEqual([]);
    expect(await fitting('30.0.0')).toEqual(['1.0.0']);
    expect(await fitting('31.0.4')).toEqual(['1.0.0']);
    expect(await fitting('31.0.5')).toEqual(['2.0.0', '1.0.0']);
    expect(await fitting('33.99.0')).toEqual(['2.0.0']);
    expect(await fitting('34.0.0')).toEqual([]);
    expect((await world.send('GET', 'platform/34/apps.json')).status).toBe(404);
  });

  it('releases for AppAPI in appapi_apps.json alone', async () => {
    const more =
      '<external-app><docker-install><registry>ghcr.io</registry><image>a/news</image><image-tag>1.0</image-tag></docker-install><scopes><value>FILES</value></scopes><system>true</system><environment-variables><variable><name>KEY</name><display-name>Key</display-name></variable></environment-variables></external-app>';
    await publish('1.0.0', { more });
    expect(await world.list()).toEqual([]);
    expect(await world.list('platform/33.0.0/apps.json')).toEqual([]);
    const [release] = (await news('appapi_apps.json')).releases;
    expect(release).toMatchObject({
      aaIsSystem: true,
      apiScopes: [{ scopeName: 'FILES' }],
      environmentVariables: [{ envName: 'KEY', displayName: 'Key', description: '', default: '' }],
      deployMethods: [
        {
          installType: 'docker_install',
          installData: '{"registry": "ghcr.io", "image": "a/news", "image_tag": "1.0"}',
        },
      ],
    });
  });

  it('apps for subscribers for those who have a key', async () => {
    await closeWorld(world);
    world = await makeStoreWorld({ subscriptionKey: 'abc' });
    const { key, pem } = await world.certificate('news');
    const { signBytes } = await import('../../../src/store/archive-signature.js');
    const body = { certificate: pem, signature: signBytes(Buffer.from('news'), key), isEnterpriseOnly: true };
    expect((await world.send('POST', 'apps', { body })).status).toBe(201);
    await publish('1.0.0');
    expect(await world.list()).toEqual([]);
    // The documents call the parameter include_enterprise.
    expect(await world.list('apps.json?include_enterprise=true')).toEqual([]);
    expect(await world.list('apps.json?subscription_key=wrong')).toEqual([]);
    expect(await world.list('apps.json?subscription_key=abc')).toHaveLength(1);
  });
});

describe('which data of the app an upload changes', () => {
  const nightly = true;
  const cases: [
    stored: [version: string, nightly?: boolean][],
    upload: [version: string, nightly?: boolean],
    changes: boolean,
  ][] = [
    [[], ['1.0.0'], true],
    [[], ['1.0.0-beta.1'], true],
    [[], ['1.0.0', nightly], true],
    [[['1.0.0-beta.1'], ['2.0.0', nightly]], ['1.0.0-beta.2'], true],
    [[['1.9.0']], ['1.10.0'], true],
    [[['1.0.0']], ['1.0.0'], true],
    [[['1.10.0']], ['1.9.0'], false],
    [[['1.0.0']], ['2.0.0-rc.1'], false],
    [[['1.0.0']], ['2.0.0', nightly], false],
    // prereleases and nightlies count among the others
    [[['1.0.0'], ['2.0.0-rc.1']], ['1.1.0'], false],
    [[['1.0.0'], ['2.0.0', nightly]], ['1.1.0'], false],
    [[['1.0.0'], ['1.1.0-rc.1']], ['1.1.0'], true],
  ];
  it.each(cases)('beside %j the upload of %j: %s', (stored, [version, isNightly = false], changes) => {
    const releases = stored.map(([of, its = false]) => ({ version: of, isNightly: its }));
    expect(updatesApp({ releases }, version, isNightly)).toBe(changes);
  });

  it('a lower version leaves it, a higher one changes it', async () => {
    const more = '<documentation><user>https://example.com/user</user></documentation>';
    await publish('1.10.0', { name: 'Ten', more });
    await publish('1.9.0', { name: 'Nine' });
    expect(nameOf(await news())).toBe('Ten');
    await publish('1.11.0', { name: 'Eleven' });
    expect(nameOf(await news())).toBe('Eleven');
    // What info.xml no longer names stays: the store only sets what is there.
    expect(await news()).toMatchObject({ userDocs: 'https://example.com/user', website: '' });
  });

  it('a bad video matters only where the data changes', async () => {
    await publish('2.0.0');
    const more = '<video>https://example.com/watch?v=1</video>';
    expect(await publish('1.0.0', { more })).toBe(201);
    expect((await world.publish(appArchive({ version: '3.0.0', more }))).status).toBe(400);
    expect(await versions()).toEqual(['2.0.0', '1.0.0']);
  });

  it('translations that are gone are gone, and missing ones are English', async () => {
    await publish('1.0.0', { name: 'News</name><name lang="de">Neues</name><name lang="pt-br">Notícias' });
    expect((await news()).translations).toEqual({
      en: { name: 'News', summary: 'A reader', description: 'Reads news.' },
      de: { name: 'Neues', summary: 'A reader', description: 'Reads news.' },
      pt_br: { name: 'Notícias', summary: 'A reader', description: 'Reads news.' },
    });
    await publish('1.1.0');
    expect((await news()).translations).not.toHaveProperty('de');
  });
});

describe('versions', () => {
  it('the same version again overwrites it: 200, created stays', async () => {
    expect(await publish('1.0.0')).toBe(201);
    const [before] = (await news()).releases;
    expect(await publish('1.0.0', { summary: 'Other' })).toBe(200);
    const [after] = (await news()).releases;
    expect(after?.created).toBe(before?.created);
    expect(after?.lastModified).not.toBe(before?.lastModified);
    expect(await versions()).toEqual(['1.0.0']);
  });

  it('a nightly deletes all earlier nightlies, and stands beside the release of its version', async () => {
    await publish('1.0.0');
    expect(await publish('1.0.0', {}, { nightly: true })).toBe(201);
    expect(await versions()).toEqual(['1.0.0', '1.0.0 nightly']);
    expect(await publish('1.1.0', {}, { nightly: true })).toBe(201);
    expect(await publish('1.1.0', {}, { nightly: true })).toBe(200);
    expect(await versions()).toEqual(['1.1.0 nightly', '1.0.0']);
  });

  it('a failed upload leaves nothing behind', async () => {
    await publish('1.0.0');
    const before = await world.list();
    const said = await world.publish(appArchive({ version: '2.0.0' }), { signature: 'AAAA' });
    expect(said.status).toBe(400);
    expect(await world.list()).toEqual(before);
  });

  it('every change is another ETag, though no time passes, and a deletion too', async () => {
    const etag = async (): Promise<string | null> => (await world.send('GET', 'apps.json')).headers.get('etag');
    const etags = [await etag()];
    await world.publish(appArchive());
    etags.push(await etag());
    await world.publish(appArchive());
    etags.push(await etag());
    await world.send('DELETE', 'apps/news/releases/1.0.0');
    etags.push(await etag());
    expect(new Set(etags).size).toBe(4);
  });
});

describe('changelogs', () => {
  const changelog = '# Changes\n## [Unreleased]\n- soon\n## 1.0.0 - 2026\n### Added\n- this\n## 0.9.0\n- that\n';
  const files = [
    { name: 'news/CHANGELOG.md', content: changelog },
    { name: 'news/CHANGELOG.de.md', content: '## v1.0.0\n- dies\n' },
  ];

  it('of the version, in every language', async () => {
    await publish('1.0.0', {}, { files });
    expect((await news()).releases[0]?.translations).toEqual({
      en: { changelog: '### Added\n- this' },
      de: { changelog: '- dies' },
    });
  });

  it('of what is unreleased, for prereleases and nightlies', async () => {
    await publish('1.0.0', {}, { files, nightly: true });
    await publish('1.1.0-beta.1', {}, { files });
    for (const { translations } of (await news()).releases)
      expect(translations).toMatchObject({ en: { changelog: '- soon' } });
  });

  it('CHANGELOG.en.md in place of CHANGELOG.md', async () => {
    await publish('1.0.0', {}, { files: [...files, { name: 'news/CHANGELOG.en.md', content: '## 1.0.0\nother\n' }] });
    expect((await news()).releases[0]?.translations).toMatchObject({ en: { changelog: 'other' } });
  });
});
