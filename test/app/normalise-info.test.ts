// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { normaliseInfo } from '../../src/app/normalise-info.js';
import { readXml } from '../../src/app/xml/read-xml.js';
import { writeXml } from '../../src/app/xml/write-xml.js';

/** The normalised children of `<info>`, written on one line. */
function normalised(content: string): string {
  const { root, faults } = readXml(`<info>${content}</info>`);
  expect(faults).toEqual([]);
  return writeXml(normaliseInfo(root!))
    .text.replaceAll('\n>', '>')
    .replace(/^<info>|<\/info>$/g, '')
    .replace('<summary></summary>', '')
    .replace('<category>tools</category>', '');
}

describe('what the store makes of an info.xml before it validates it', () => {
  it('puts the elements in its order', () => {
    const order =
      'id name summary description version licence author namespace types documentation category website discussion bugs repository video screenshot donation dependencies background-jobs repair-steps two-factor-providers commands settings activity dashboard fulltextsearch navigations contactsmenu collaboration standalone default_enable shipped public remote requiremin requiremax external-app'.split(
        ' ',
      );
    const { root } = readXml(
      `<info>${order
        .map((name) => `<${name}/>`)
        .reverse()
        .join('')}</info>`,
    );
    expect(normaliseInfo(root!).children.map((child) => (child.kind === 'element' ? child.local : ''))).toEqual(order);
  });

  it.each([
    // deep copies keep attributes, unknown children and their order
    ['<name lang="de" x="1">N</name>', '<name lang="de" x="1">N</name>'],
    ['<background-jobs><x/><job>J</job></background-jobs>', '<background-jobs><x></x><job>J</job></background-jobs>'],
    // a summary is made of the first description
    [
      '<description lang="de">D<b>x</b></description><description>E</description>',
      '<summary>Dx</summary><description lang="de">D<b>x</b></description><description>E</description>',
    ],
    ['<summary/><description>E</description>', '<description>E</description>'],
    // licences
    ['<licence>AGPL</licence>', '<licence>agpl</licence>'],
    ['<licence x="1">Apache</licence>', '<licence>Apache-2.0</licence>'],
    [
      '<licence>mit</licence><licence>MPL</licence><licence>gpl3</licence>',
      '<licence>MIT</licence><licence>MPL-2.0</licence><licence>gpl3</licence>',
    ],
    ['<licence> agpl</licence>', '<licence> agpl</licence>'],
    ['<licence>Agpl-3.0-Only</licence>', '<licence>Agpl-3.0-Only</licence>'],
    ['<licence>ag<b>pl</b></licence>', '<licence>agpl</licence>'],
    // categories
    ['<category>auth</category>', '<category>security</category>'],
    ['<category>au<!-- -->th</category>', '<category>security</category>'],
    ['<category>auth<?p?>x</category>', '<category>security</category>'],
    ['<category>au<?p?>th</category>', '<category>auth</category>'],
    ['<category> auth</category>', '<category> auth</category>'],
    ['<category>game</category>', '<category>game</category>'],
    // kept and dropped children
    [
      '<types><session/><logging>x</logging><dav/><prelogin/><x/></types>',
      '<types><prelogin></prelogin><logging>x</logging></types>',
    ],
    ['<types/><types/>', '<types></types><types></types>'],
    [
      '<documentation x="1"><developer>d</developer>text<user>u</user><x/></documentation>',
      '<documentation><user>u</user><developer>d</developer></documentation>',
    ],
    [
      '<dependencies><backend>caldav</backend><architecture>x</architecture><nextcloud/><php/></dependencies>',
      '<dependencies><php></php><nextcloud></nextcloud><backend>caldav</backend></dependencies>',
    ],
    [
      '<repair-steps><x/><uninstall/><install><y/></install></repair-steps>',
      '<repair-steps><install><y></y></install><uninstall></uninstall></repair-steps>',
    ],
    // the exchanged templates
    ['<settings><admin>A</admin><admin-section>B</admin-section></settings>', '<settings></settings>'],
    ['<activity><settings><setting>A</setting></settings><filters/></activity>', '<activity></activity>'],
    ['<settings><settings>A</settings></settings>', '<settings><settings>A</settings></settings>'],
    ['<activity><admin>A</admin></activity>', '<activity><admin>A</admin></activity>'],
    // navigation
    [
      '<navigations x="1"><x/><navigation role="admin" y="2"><type>link</type><name>N</name><z/><id>i</id></navigation></navigations>',
      '<navigations><navigation role="admin"><id>i</id><name>N</name><type>link</type></navigation></navigations>',
    ],
    ['<navigation><name>N</name></navigation>', ''],
    // ExApps
    [
      '<external-app><routes/><protocol>x</protocol><environment-variables><x/><variable><default/><name>n</name><y/></variable></environment-variables><system>true</system><scopes a="1"><x/></scopes><docker-install b="2"><image-tag/><registry/><z/></docker-install></external-app>',
      '<external-app><docker-install><registry></registry><image-tag></image-tag></docker-install><scopes a="1"><x></x></scopes><system>true</system><environment-variables><variable><name>n</name><default></default></variable></environment-variables></external-app>',
    ],
    // dropped without a word
    ['<license>agpl</license><hooks/><openmetrics/><sabre/><trash/><versions/><screenshots/>text', ''],
    ['<x:id xmlns:x="u">a</x:id><id xmlns="u">b</id>', ''],
    // taken over to be refused
    ['<shipped>false</shipped>', '<shipped>false</shipped>'],
  ])('%s', (content, expected) => {
    expect(normalised(content)).toBe(expected);
  });

  it('makes up a category and a summary', () => {
    const { root } = readXml('<info/>');
    expect(writeXml(normaliseInfo(root!)).text.replaceAll('\n', '')).toBe(
      '<info><summary></summary><category>tools</category></info>',
    );
  });
});
