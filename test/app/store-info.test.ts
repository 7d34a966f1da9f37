// SPDX-License-Identifier: MIT
import { expect, it } from '@jest/globals';
import { info, judgeAll, judgeInfo } from './support/documents.js';

it('keeps what the store keeps of everything that an info.xml can say', async () => {
  const { ok, info: kept } = await judgeInfo(
    info(
      {
        author: '<author mail="j@e.org" homepage="https://e.org/j">Jane</author><author> Jo </author>',
        dependencies: `<dependencies><php min-version="8.1" min-int-size="64"/><nextcloud min-version="31" max-version="33"/>
          <lib min-version="1.2">curl</lib><lib>intl</lib><database max-version="9">mysql</database><command>git</command></dependencies>`,
      },
      '<summary lang="pt-br">Um leitor</summary><name lang="de">Nachrichten</name>',
      '<licence>Apache</licence><category>auth</category>',
      '<documentation><user>https://e.org/u</user><admin>admin-news</admin><developer>https://e.org/d</developer></documentation>',
      '<website> https://e.org </website><discussion>https://e.org/d</discussion>',
      '<screenshot small-thumbnail="https://e.org/t">https://e.org/1</screenshot><screenshot>https://e.org/2</screenshot>',
      '<video>https://e.org/w/a</video>',
      '<donation>https://e.org/give</donation><donation title="T" type="paypal">https://e.org/pay</donation>',
      `<external-app><docker-install><registry>r</registry><image>i</image><image-tag/></docker-install>
        <scopes><value>A</value><value>B</value></scopes><system>true</system><environment-variables>
        <variable><name>N</name><display-name>D</display-name><default>1</default></variable>
        <variable><name>M</name><display-name>D</display-name><description>E</description></variable>
        </environment-variables></external-app>`,
    ),
  );
  expect(ok).toBe(true);
  expect(kept).toEqual({
    app: {
      id: 'news',
      categories: [{ category: { id: 'tools' } }, { category: { id: 'security' } }],
      name: { en: 'News', de: 'Nachrichten', pt_br: 'News' },
      summary: { en: 'A reader', de: 'A reader', pt_br: 'Um leitor' },
      description: { en: 'A reader of feeds', de: 'A reader of feeds', pt_br: 'A reader of feeds' },
      authors: [
        { author: { name: 'Jane', mail: 'j@e.org', homepage: 'https://e.org/j' } },
        { author: { name: ' Jo ', mail: null, homepage: null } },
      ],
      videos: [{ video: { url: 'https://e.org/w/a', ordering: 1 } }],
      screenshots: [
        { screenshot: { url: 'https://e.org/1', small_thumbnail: 'https://e.org/t', ordering: 1 } },
        { screenshot: { url: 'https://e.org/2', small_thumbnail: null, ordering: 2 } },
      ],
      donations: [
        { donation: { url: 'https://e.org/give', title: 'Donate to support this app', type: 'other', ordering: 1 } },
        { donation: { url: 'https://e.org/pay', title: 'T', type: 'paypal', ordering: 2 } },
      ],
      user_docs: 'https://e.org/u',
      developer_docs: 'https://e.org/d',
      website: ' https://e.org ',
      discussion: 'https://e.org/d',
      issue_tracker: 'https://example.org/issues',
      release: {
        version: '1.2.3',
        licenses: [{ license: { id: 'agpl' } }, { license: { id: 'Apache-2.0' } }],
        php_min_version: '8.1.0',
        raw_php_min_version: '8.1',
        php_max_version: '*',
        raw_php_max_version: '*',
        php_version_spec: '>=8.1.0',
        raw_php_version_spec: '>=8.1',
        min_int_size: 64,
        platform_min_version: '31.0.0',
        raw_platform_min_version: '31',
        platform_max_version: '34.0.0',
        raw_platform_max_version: '33',
        platform_version_spec: '>=31.0.0,<34.0.0',
        raw_platform_version_spec: '>=31,<=33',
        php_extensions: [
          { php_extension: requirement('curl', { min_version: '1.2.0', raw_min_version: '1.2' }) },
          { php_extension: requirement('intl') },
        ],
        databases: [{ database: requirement('mysql', { max_version: '10.0.0', raw_max_version: '9' }) }],
        shell_commands: [{ shell_command: { name: 'git' } }],
        external_app: {
          docker_install: { registry: 'r', image: 'i', image_tag: null },
          scopes: [{ value: 'A' }, { value: 'B' }],
          system: 'true',
          environment_variables: [
            { variable: { name: 'N', display_name: 'D', default: '1' } },
            { variable: { name: 'M', display_name: 'D', description: 'E' } },
          ],
        },
      },
    },
  });
});

it('keeps nothing where there is nothing', async () => {
  const { info: kept } = await judgeInfo(info({}, '<external-app/>'));
  expect(kept?.app).toMatchObject({ website: null, discussion: null, videos: [], screenshots: [], donations: [] });
  expect(kept?.app).not.toHaveProperty('admin_docs');
  expect(kept?.app.release).toMatchObject({ php_version_spec: '*', min_int_size: 32, databases: [] });
  expect(kept?.app.release.external_app).toEqual({
    docker_install: { registry: null, image: null, image_tag: null },
    scopes: [],
    system: null,
    environment_variables: [],
  });
});

it('tells id and version of what is refused as well', async () => {
  const [refused, malformed] = await judgeAll([info({ bugs: '' }), '<info>']);
  expect(refused).toMatchObject({ ok: false, id: 'news', version: '1.2.3' });
  expect(refused).not.toHaveProperty('info');
  expect(malformed).not.toHaveProperty('id');
});

function requirement(id: string, versions: Record<string, string> = {}): Record<string, string> {
  return { id, min_version: '*', raw_min_version: '*', max_version: '*', raw_max_version: '*', ...versions };
}
