// SPDX-License-Identifier: MIT
import { afterAll, describe, expect, it } from '@jest/globals';
import { metadataRules } from '../../src/app/rules/metadata-rules.js';
import { database, info, judgeAll, told } from './support/documents.js';

/** What is tried, the document, and what is to be said of it, as `rule@line`; `more` stands from line 12 on. */
type Case = readonly [what: string, text: string | Uint8Array, errors: readonly string[], warnings?: readonly string[]];

const long = (count: number): string => 'x'.repeat(count);
const navigation = (content: string): string => `<navigations><navigation>${content}</navigation></navigations>`;
const app = (content: string): string => `<external-app>${content}</external-app>`;
const variable = (content: string): string =>
  app(`<environment-variables><variable>${content}</variable></environment-variables>`);
const dependencies = (content: string): string =>
  info({ dependencies: `<dependencies><nextcloud min-version="31" max-version="33"/>\n${content}</dependencies>` });
const toldRules = new Set<string>();

// prettier-ignore
const reading: readonly Case[] = [
  ['as small as can be', info(), []],
  ['with a byte order mark', `\uFEFF${info()}`, []],
  ['with CRLF', info().replaceAll('\n', '\r\n'), []],
  ['XML 1.1', `<?xml version="1.1"?>\n${info()}`, []],
  ['instructions and comments', `<?a b?><!-- c -->${info({}, '<!-- d --><?e f?>')}<?g?>`, []],
  ['CDATA', info({ description: '<description><![CDATA[<b>&]]></description>' }), []],
  ['numeric and known entities', info({ name: '<name>A&#160;&amp;&lt;&gt;&quot;&apos;</name>' }), []],
  ['an undeclared entity', info({}, '<a>&nbsp;</a>'), ['xml-malformed@12']],
  ['several undeclared entities', info({}, '<a>&nbsp;</a>', '<b>&copy;</b>'), ['xml-malformed@12', 'xml-malformed@13']],
  ['a tag that is not closed', info({}, '<a>'), ['xml-malformed@13']],
  ['nothing', '', ['xml-malformed@1']],
  ['a blank line before the declaration', `\n<?xml version="1.0"?>${info()}`, ['xml-malformed@2']],
  ['UTF-16 declared', `<?xml version="1.0" encoding="UTF-16"?>\n${info()}`, ['xml-malformed@1'], ['declared-encoding@1']],
  ['an unknown encoding', `<?xml version="1.0" encoding="klingon"?>\n${info()}`, ['xml-malformed@1'], ['declared-encoding@1']],
  ['a byte of zero', info({ name: '<name>a\u0000</name>' }), ['xml-malformed@3']],
  ['an undeclared prefix', info({}, '<x:a/>'), ['xml-malformed@12']],
  ['XML 2.0', `<?xml version="2.0"?>\n${info()}`, ['xml-malformed@1']],
  ['ISO-8859-1 declared', `<?xml version="1.0" encoding="ISO-8859-1"?>\n${info()}`, [], ['declared-encoding@1']],
  ['really UTF-16', Buffer.from(`\uFEFF${info()}`, 'utf16le'), ['not-utf-8@1']],
  ['really ISO-8859-1', Buffer.from(info({ name: '<name>Café</name>' }), 'latin1'), ['not-utf-8@3']],
  ['a DOCTYPE', `<!DOCTYPE info>\n${info()}`, [], ['doctype@1']],
  ['an external DTD', `<!DOCTYPE info SYSTEM "http://127.0.0.1:9/x.dtd">\n${info()}`, [], ['doctype@1']],
  ['a parameter entity', `<!DOCTYPE info [<!ENTITY % x SYSTEM "file:///etc/passwd">%x;]>\n${info()}`, [], ['doctype@1']],
  ['an entity that nobody uses', `<!DOCTYPE info [<!ENTITY x "y">]>\n${info()}`, [], ['doctype@1']],
  ['an entity in the content', `<!DOCTYPE info [<!ENTITY x "y">]>\n${info({ name: '<name>&x;</name>' })}`, ['entity-in-content@4'], ['doctype@1']],
  ['an external entity in the content', `<!DOCTYPE info [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n${info({ name: '<name>&x;</name>' })}`, ['entity-in-content@4'], ['doctype@1']],
  ['an entity in what is dropped', `<!DOCTYPE info [<!ENTITY x "y">]>\n${info({}, '<hooks>&x;</hooks>')}`, ['entity-in-content@13'], ['doctype@1', 'element-dropped@13']],
  ['an undeclared entity with an external DTD', `<!DOCTYPE info SYSTEM "x">\n${info({ name: '<name>&x;</name>' })}`, ['entity-in-content@4'], ['doctype@1']],
  ['an entity in an attribute', `<!DOCTYPE info [<!ENTITY x "https://e.org">]>\n${info({ author: '<author homepage="&x;">J</author>' })}`, [], ['doctype@1', 'entity-in-attribute@9']],
  ['an entity in an attribute that makes it wrong', `<!DOCTYPE info [<!ENTITY x "e.org">]>\n${info({ author: '<author homepage="&x;">J</author>' })}`, ['value-not-accepted@9'], ['doctype@1', 'entity-in-attribute@9']],
  ['an external entity in an attribute', `<!DOCTYPE info [<!ENTITY x SYSTEM "u">]>\n${info({ author: '<author homepage="&x;">J</author>' })}`, ['xml-malformed@9'], ['doctype@1']],
  ['defaults of attributes from a DTD', `<!DOCTYPE info [<!ATTLIST name lang CDATA "de">]>\n${info()}`, [], ['doctype@1']],
  ['a namespace', info().replace('<info>', '<info xmlns="https://example.org">'), ['wrong-root@1']],
  ['a prefix at the root', info().replace('<info>', '<x:info xmlns:x="u">').replace('</info>', '</x:info>'), ['wrong-root@1']],
  ['another root', '<foo/>', ['wrong-root@1']],
  ['info inside another root', `<foo>${info()}</foo>`, ['wrong-root@1']],
  ['a namespace that is only declared', info().replace('<info>', '<info xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="https://apps.nextcloud.com/schema/apps/info.xsd">'), []],
  ['an attribute at the root', info().replace('<info>', '<info lang="de">'), [], ['attribute-dropped@1']],
  ['as large as the store reads', info({ description: `<description>${long(1_047_552 - info().length + 'A reader of feeds'.length)}</description>` }), [], ['file-above-documented-size@-']],
  ['larger than the store reads', info({ description: `<description>${long(1_047_553 - info().length + 'A reader of feeds'.length)}</description>` }), ['file-too-large@-']],
  [
    'as large as the documents say',
    info({
      description: `<description>${long(512 * 1024 - info().length + 'A reader of feeds'.length)}</description>`,
    }),
    [],
  ],
];

// prettier-ignore
const structure: readonly Case[] = [
  ['the other way round', ['<info>', ...info().split('\n').slice(1, -1).reverse(), '</info>'].join('\n'), []],
  ...(['id', 'name', 'description', 'version', 'licence', 'author', 'bugs', 'dependencies'] as const).map((name): Case => [`without ${name}`, info({ [name]: '' }), ['element-missing@1']]),
  ['without summary', info({ summary: '' }), [], ['summary-from-description@5']],
  ['without summary, and a description too long for one', info({ summary: '', description: `<description>${long(129)}</description>` }), ['value-too-long@5'], ['summary-from-description@5']],
  ['without summary and description', info({ summary: '', description: '' }), ['element-missing@1', 'value-empty@1']],
  ['without category', info({ category: '' }), [], ['category-missing@1']],
  ['two ids', info({}, '<id>other</id>'), ['element-repeated@12']],
  ['two versions, two websites, two dependencies', info({}, '<version>1.0.0</version>', '<website>https://a.org</website><website>https://b.org</website>', '<dependencies><nextcloud min-version="1" max-version="1"/></dependencies>'), ['element-repeated@12', 'element-repeated@13', 'element-repeated@14']],
  ['ten screenshots', info({}, '<screenshot>https://e.org</screenshot>'.repeat(10)), []],
  ['eleven screenshots', info({}, '<screenshot>https://e.org</screenshot>'.repeat(10), '<screenshot>https://e.org</screenshot>'), ['element-repeated@13']],
  ['eleven videos', info({}, '<video>https://e.org/w/a</video>'.repeat(10), '<video>https://e.org/w/a</video>'), ['element-repeated@13']],
  ['eleven donations', info({}, '<donation>https://e.org</donation>'.repeat(10), '<donation>https://e.org</donation>'), ['element-repeated@13']],
  ['two settings, though nothing of them is kept', info({}, '<settings/>', '<settings/>'), ['element-repeated@13']],
  ['a type twice', info({}, '<types><logging/>', '<logging/></types>'), ['element-repeated@13']],
  ...['standalone', 'default_enable', 'shipped', 'public', 'remote', 'requiremin', 'requiremax'].map((name): Case => [name, info({}, `<${name}>x</${name}>`), ['element-outdated@12']]),
  ['unknown elements', info({}, '<license>agpl</license>', '<hooks/>', '<x:y xmlns:x="u"/>'), [], ['element-dropped@12', 'element-dropped@13', 'element-dropped@14']],
  ['navigation at the top', info({}, '<navigation/>'), [], ['element-dropped@12']],
  ['names that objects have of their own', info({}, '<constructor/>', '<toString/>', '<__proto__/>'), [], ['element-dropped@12', 'element-dropped@13', 'element-dropped@14']],
  ['what servers read', info({}, '<sabre><collections/></sabre>', '<openmetrics/>', '<trash/>', '<versions/>'), [], ['element-unchecked@12', 'element-unchecked@13', 'element-unchecked@14', 'element-unchecked@15']],
  ['settings and activity', info({}, '<settings><admin>\\Wrong Class</admin></settings>', '<activity><settings/></activity>'), [], ['element-unchecked@12', 'element-unchecked@13']],
  ['settings and activity exchanged, as the store has them', info({}, '<settings><settings/></settings>', '<activity><admin/></activity>'), ['content-not-allowed@12', 'content-not-allowed@13'], ['element-unchecked@12', 'element-unchecked@13']],
  ['types that the store drops', info({}, '<types><session/><dav/>', '<x/></types>'), [], ['element-unchecked@12', 'element-unchecked@12', 'element-dropped@13']],
  ['types with anything in them', info({}, '<types><logging a="b">c<d/></logging></types>'), []],
  ['an architecture', dependencies('<architecture>pdp11</architecture>'), [], ['element-unchecked@12']],
  ['attributes of what is made anew', info({}, '<types a="1"/>', '<documentation b="1"/>').replace('<licence>', '<licence c="1">'), [], ['attribute-dropped@7', 'attribute-dropped@12', 'attribute-dropped@13']],
  ['navigations without any', info({}, '<navigations>', '</navigations>'), ['element-missing@12']],
  ['a navigation without a name', info({}, navigation('<id>ab</id>')), ['element-missing@12']],
  ['a navigation without a route', info({}, navigation('<name>x</name>')), []],
  ['a navigation with something unknown', info({}, navigation('<name>x</name><y/>')), [], ['element-dropped@12']],
  ['an empty repair step group', info({}, '<repair-steps><install/></repair-steps>'), ['element-missing@12']],
  ['repair steps in any order', info({}, '<repair-steps><uninstall><step>A</step></uninstall><install><step>B\\C</step></install></repair-steps>'), []],
  ['something unknown in a deep copy', info({}, '<background-jobs><job>A</job>', '<cron>B</cron></background-jobs>'), ['element-unknown@13']],
  ['something in a namespace in a deep copy', info({}, '<commands><command xmlns="u">A</command></commands>'), ['element-missing@12', 'element-unknown@12']],
  ['platform behind provider', info({}, '<fulltextsearch><provider>A</provider>', '<platform>B</platform></fulltextsearch>'), ['element-misplaced@13']],
  ['two providers of a contacts menu', info({}, '<contactsmenu><provider>A</provider>', '<provider>B</provider></contactsmenu>'), ['element-repeated@13']],
  ['old collaboration', info({}, '<collaboration>', '<collaborators/></collaboration>'), ['element-unknown@13']],
  ['empty collaboration', info({}, '<collaboration/>'), []],
  ['text where elements belong', info({}, '<commands>x<command>A</command></commands>'), ['content-not-allowed@12']],
  ['elements where text belongs', info({ name: '<name><b>x</b></name>' }), ['content-not-allowed@3']],
  ['old scopes', info({}, app('<scopes><required/></scopes>')), ['element-unknown@12']],
  ['an ExApp with nothing', info({}, '<external-app/>'), []],
  ['an ExApp without an image tag', info({}, app('<docker-install><registry/><image/></docker-install>')), ['element-missing@12']],
  ['no variables', info({}, app('<environment-variables/>')), ['element-missing@12']],
  ['routes', info({}, app('<routes/><k8s-service-roles/><protocol/>')), [], ['element-unchecked@12', 'element-unchecked@12', 'element-dropped@12']],
  ['everything wrong at once', info({ id: '<id>News</id>', version: '', bugs: '<bugs>no</bugs>' }, '<shipped/>', '<id>x2</id>', '<commands><x/></commands>'), ['element-missing@1', 'value-not-accepted@2', 'value-not-accepted@10', 'element-outdated@12', 'element-repeated@13', 'element-missing@14', 'element-unknown@14']],
];

const accepted = (what: string, text: string): Case => [what, text, []];
const refused = (what: string, text: string, error: string): Case => [what, text, [error]];
const ids = {
  good: ['ab', 'a1', `a${'b'.repeat(31)}`, 'a_b', 'a__1'],
  bad: ['a', 'Ab', '1a', 'a-b', 'a_', '_a', 'a b', ' ab', 'ä1'],
};
const versions = {
  good: ['0.0.0', '1.2.3-beta', '1.2.3-beta.01', '10.20.30-a-b.c'],
  bad: ['1.2', '1.2.3.4', '01.2.3', '1.2.3+b', '1.2.3-', 'v1.2.3', '1.2.3-ä', ' 1.2.3'],
};
// prettier-ignore
const values: readonly Case[] = [
  ...ids.good.map((id) => accepted(`the id ${id}`, info({ id: `<id>${id}</id>` }))),
  ...ids.bad.map((id) => refused(`the id ${id}`, info({ id: `<id>${id}</id>` }), 'value-not-accepted@2')),
  refused('an id of 33', info({ id: `<id>a${'b'.repeat(32)}</id>` }), 'value-too-long@2'),
  refused('an empty id', info({ id: '<id/>' }), 'value-empty@2'),
  accepted('a name of 128', info({ name: `<name>${'😀'.repeat(128)}</name>` })),
  refused('a name of 129', info({ name: `<name>${'😀'.repeat(129)}</name>` }), 'value-too-long@3'),
  refused('a summary of 129', info({ summary: `<summary>${long(129)}</summary>` }), 'value-too-long@4'),
  accepted('a long description', info({ description: `<description>${long(9999)}</description>` })),
  refused('an empty description', info({ description: '<description></description>' }), 'value-empty@5'),
  accepted('a blank name', info({ name: '<name> </name>' })),
  ...['de_DE', 'en_GB', 'zh_CN', 'zh-Hans', 'en-GB', ' de', ''].map((lang): Case => [`the language ${lang}`, info({}, `<name lang="${lang}">x</name>`), [lang === '' ? 'value-empty@12' : 'value-not-accepted@12'], ['translation-missing@4', 'translation-missing@5']]),
  ['a translation', info({}, '<name lang="zh-hans">x</name>', '<summary lang="zh-hans">x</summary>', '<description lang="zh-hans">x</description>'), []],
  ['half a translation', info({}, '<summary lang="de">x</summary>'), [], ['translation-missing@3', 'translation-missing@5']],
  ['xml:lang', info({ name: '<name xml:lang="de">x</name>' }), ['attribute-unknown@3']],
  ['xsi:nil', info({ name: '<name xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true">x</name>' }), ['schema@3']],
  accepted('a schema location anywhere', info({ name: '<name xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:schemaLocation="a b">x</name>' })),
  ...versions.good.map((version) => accepted(`the version ${version}`, info({ version: `<version>${version}</version>` }))),
  ...versions.bad.map((version) => refused(`the version ${version}`, info({ version: `<version>${version}</version>` }), 'value-not-accepted@6')),
  refused('a version of 257', info({ version: `<version>1.0.0-${long(251)}</version>` }), 'value-too-long@6'),
  ...['AGPL-3.0-or-later', 'MIT', 'EUPL-1.2', 'gpl3', 'X11'].map((licence) => accepted(`the licence ${licence}`, info({ licence: `<licence>${licence}</licence>` }))),
  ...['AGPL', 'apache', 'Mit', 'MPL'].map((licence): Case => [`the licence ${licence}`, info({ licence: `<licence>${licence}</licence>` }), [], ['value-renamed@7']]),
  ...['AGPL-3.0', 'GPL-2.0-only', 'GPL-3.0', 'gpl', 'AGPLv3', 'MIT OR X11', 'x11', ' agpl', 'mit '].map((licence) => refused(`the licence ${licence}`, info({ licence: `<licence>${licence}</licence>` }), 'value-not-accepted@7')),
  accepted('two licences', info({}, '<licence>MIT</licence>')),
  ['one licence under two names', info({ licence: '<licence>Apache-2.0</licence>' }, '<licence>apache</licence>'), ['value-repeated@12'], ['value-renamed@12']],
  ['a mail address', info({ author: '<author mail="jane@example.org" homepage="https://e.org">J</author>' }), []],
  ['attributes of an author', info({ author: '<author mail="" homepage="e.org" x="1">J</author>' }), ['value-empty@8', 'value-not-accepted@8', 'attribute-unknown@8']],
  refused('a mail address without a point', info({ author: '<author mail="a@b">J</author>' }), 'value-not-accepted@8'),
  refused('an author of 257', info({ author: `<author>${long(257)}</author>` }), 'value-too-long@8'),
  refused('an empty namespace', info({}, '<namespace/>'), 'value-empty@12'),
  ...['game', 'tool', 'other', 'pim', 'Tools', ' tools'].map((category) => refused(`the category ${category}`, info({ category: `<category>${category}</category>` }), 'value-not-accepted@9')),
  ...['ai', 'search', 'dashboard', 'workflow'].map((category) => accepted(`the category ${category}`, info({ category: `<category>${category}</category>` }))),
  ['the category auth', info({ category: '<category>auth</category>' }), [], ['value-renamed@9']],
  ['auth and security', info({ category: '<category>auth</category>' }, '<category>security</category>'), ['value-repeated@12'], ['value-renamed@9']],
  ...['https://e.org/%zz', 'https://e.org/[x]', 'HTTPS://e.org', 'ftp://e.org', 'e.org'].map((url) => refused(`the address ${url}`, info({ bugs: `<bugs>${url}</bugs>` }), 'value-not-accepted@10')),
  accepted('an address with letters beyond ASCII and a backslash', info({ bugs: '<bugs>https://e.org/ä\\b</bugs>' })),
  ['an address with blanks', info({ bugs: '<bugs> https://e.org/a\n</bugs>' }), [], ['address-with-blanks@10']],
  accepted('an address of 256', info({ bugs: `<bugs>https://e.org/${long(242)}</bugs>` })),
  refused('an address of 257', info({ bugs: `<bugs>https://e.org/${long(243)}</bugs>` }), 'value-too-long@10'),
  accepted('a website without TLS', info({}, '<website>http://e.org</website><discussion>http://e.org</discussion>')),
  refused('a screenshot without TLS', info({}, '<screenshot>http://e.org</screenshot>'), 'value-not-accepted@12'),
  refused('a thumbnail without TLS', info({}, '<screenshot small-thumbnail="http://e.org">https://e.org</screenshot>'), 'value-not-accepted@12'),
  accepted('a repository', info({}, '<repository type="mercurial">https://e.org</repository>')),
  refused('a repository of another kind', info({}, '<repository type="svn">https://e.org</repository>'), 'value-not-accepted@12'),
  accepted('a donation', info({}, '<donation title="x" type="stripe">https://e.org</donation>')),
  ['a donation of another kind', info({}, '<donation title="" type="cash">https://e.org</donation>'), ['value-empty@12', 'value-not-accepted@12']],
  ['documentation', info({}, '<documentation><user>https://e.org</user>', '<admin>admin-news</admin></documentation>'), [], ['documentation-name-dropped@13']],
  ['documentation without TLS', info({}, '<documentation><user>http://e.org</user>', '<admin> https://e.org</admin>', '<developer>user-x</developer></documentation>'), ['value-not-accepted@12', 'value-not-accepted@13', 'value-not-accepted@14'], ['documentation-name-dropped@14']],
  refused('an empty class name', info({}, '<commands><command/></commands>'), 'value-empty@12'),
  ...['\\OCA\\A', 'OCA\\', 'OCA A', ' OCA', 'OCA\\1', 'OCA/A'].map((name) => refused(`the class ${name}`, info({}, `<commands><command>${name}</command></commands>`), 'value-not-accepted@12')),
  ...['route', 'a.b', 'a.b.c.d', 'a.b.ä'].map((route) => refused(`the route ${route}`, info({}, navigation(`<name>x</name><route>${route}</route>`)), 'value-not-accepted@12')),
  ['a whole navigation', info({}, '<navigations><navigation role="admin"><id>ab</id><name>x</name><route>a.b.c</route><icon>app.svg</icon><order> -5 </order><type>settings</type></navigation></navigations>'), []],
  ['a wrong navigation', info({}, '<navigations><navigation role="user"><id>A</id><name/><order>x</order><type>menu</type></navigation></navigations>'), ['value-not-accepted@12', 'value-not-accepted@12', 'value-empty@12', 'value-not-accepted@12', 'value-not-accepted@12']],
  accepted('a collaboration plugin', info({}, '<collaboration><plugins><plugin type="collaborator-search" share-type="SHARE_TYPE_CIRCLE">A</plugin></plugins></collaboration>')),
  ['a plugin as the documents have it', info({}, '<collaboration><plugins><plugin type="collaboration-search" share-type="SHARE_TYPE_X">A</plugin>', '<plugin>B</plugin></plugins></collaboration>'), ['value-not-accepted@12', 'value-not-accepted@12', 'attribute-missing@13']],
  ['nextcloud without max-version, as in the documents’ example', info({ dependencies: '<dependencies>\n<nextcloud min-version="31"/></dependencies>' }), ['attribute-missing@12']],
  ['owncloud only', info({ dependencies: '<dependencies><owncloud min-version="10"/></dependencies>' }), ['element-missing@11']],
  ['owncloud without min-version', dependencies('<owncloud/>'), ['attribute-missing@12']],
  ['a blank in nextcloud', info({ dependencies: '<dependencies><nextcloud min-version="31" max-version="33"> </nextcloud></dependencies>' }), ['content-not-allowed@11']],
  ['a blank in php', dependencies('<php> </php>'), ['value-too-long@12']],
  ['a comment in php', dependencies('<php><!-- 8.1 --></php>'), []],
  ['php', dependencies('<php min-version="8.1" max-version="8.4" min-int-size=" 64 "/>'), []],
  ['wrong php', dependencies('<php min-version="8.1.2.3" max-version="8.x" min-int-size="48"/>'), ['value-not-accepted@12', 'value-not-accepted@12', 'value-not-accepted@12']],
  ['databases', dependencies('<database min-version="9">pgsql</database>\n<database>oracle</database>'), ['value-not-accepted@13']],
  ['a database twice', dependencies('<database min-version="9">pgsql</database>\n<database>pgsql</database>'), ['value-repeated@13']],
  ['a library twice', dependencies('<lib>curl</lib>\n<lib max-version="9">curl</lib>'), ['value-repeated@13']],
  ['a command twice', dependencies('<command>git</command>\n<command>git</command>'), ['value-repeated@13']],
  ['a command with digits', dependencies('<command>7z</command>'), ['value-not-accepted@12']],
  ['a backend', dependencies('<backend>caldav</backend>\n<backend>carddav</backend>'), ['value-not-accepted@13']],
  ['versions upside down', info({ dependencies: '<dependencies><nextcloud min-version="33" max-version="31"/></dependencies>' }), [], ['versions-empty@11']],
  ['a leading zero', info({ dependencies: '<dependencies><nextcloud min-version="031" max-version="33.00"/></dependencies>' }), [], ['version-leading-zero@11', 'version-leading-zero@11']],
  refused('two names without a language', info({}, '<name>x</name>'), 'value-repeated@12'),
  refused('a name without a language, and one in English', info({}, '<name lang="en">x</name>'), 'value-repeated@12'),
];

// prettier-ignore
const beyond: readonly Case[] = [
  ['no English', info({ name: '<name lang="de">x</name>' }, '<summary lang="de">x</summary>', '<description lang="de">x</description>'), ['english-missing@3']],
  [
    'no English anywhere',
    info({
      name: '<name lang="de">x</name>',
      summary: '<summary lang="de">x</summary>',
      description: '<description lang="de">x</description>',
    }),
    ['english-missing@3', 'english-missing@4', 'english-missing@5'],
  ],
  ['a German description as the English summary', info({ summary: '', description: '<description lang="de">x</description>' }, '<description>y</description>'), [], ['translation-missing@3', 'summary-from-description@5', 'translation-missing@5']],
  ['PeerTube', info({}, '<video>https://peer.example/w/abc</video>'), []],
  ['no PeerTube', info({}, '<video>https://youtube.com/watch?v=abc</video>'), ['video-address@12']],
  ['a video without TLS', info({}, '<video>http://peer.example/w/abc</video>'), ['value-not-accepted@12']],
  ['an ExApp', info({}, app('<docker-install><registry>ghcr.io</registry><image>a/b</image><image-tag>1.0</image-tag></docker-install><scopes><value>ALL</value></scopes><system>true</system>')), []],
  ['docker-install of 1,024', info({}, app(`<docker-install><registry/><image>${long(1024 - 50)}</image><image-tag/></docker-install>`)), []],
  ['docker-install of 1,025', info({}, app(`<docker-install><registry/><image>${long(1024 - 49)}</image><image-tag/></docker-install>`)), ['docker-install-too-long@12']],
  ['a scope of 33', info({}, app(`<scopes><value>${long(32)}</value>\n<value>${long(33)}</value>\n<value/></scopes>`)), ['external-app-value@13', 'external-app-value@14']],
  ['variables', info({}, variable(`<name>${long(64)}</name><display-name>${long(128)}</display-name><default>${long(256)}</default>`)), []],
  ['variables too long', info({}, variable(`<name>${long(65)}</name>\n<display-name>${long(129)}</display-name>\n<default>${long(257)}</default>`)), ['external-app-value@12', 'external-app-value@13', 'external-app-value@14']],
  ['empty variables', info({}, variable('<name/>\n<display-name/>\n<description/>\n<default/>')), ['external-app-value@12', 'external-app-value@13', 'external-app-value@14', 'external-app-value@15']],
  ['a variable twice, the same', info({}, app(`<environment-variables>${'<variable><name>n</name><display-name>d</display-name></variable>'.repeat(2)}</environment-variables>`)), []],
  ['a variable twice, but not the same', info({}, app('<environment-variables><variable><name>n</name><display-name>d</display-name></variable>\n<variable><name>n</name><display-name>e</display-name></variable></environment-variables>')), ['environment-variable-repeated@13']],
  ['system: 1', info({}, app('<system>1</system>')), [], ['system-not-true@12']],
  ['system with blanks', info({}, app('<system> true </system>')), [], ['system-not-true@12']],
  ['system: false', info({}, app('<system>0</system>')), []],
  ['system: yes', info({}, app('<system>yes</system>')), ['value-not-accepted@12']],
  ['versions longer than the database keeps', dependencies(`<php min-version="${'1'.repeat(200)}" max-version="${'2'.repeat(200)}"/>`), ['version-range-too-long@12']],
];

const field = (content: string): string => database(`<field><name>a</name><type>text</type>${content}</field>`);
// prettier-ignore
const databases: readonly Case[] = [
  ['as small as can be', database(''), []],
  ['no table', '<database>\n<name>x</name></database>', ['element-missing@1']],
  ['fields in any order', database('<field><default/><type>text</type><name>a</name></field>'), []],
  ['an index before the fields', database('<index><field><name>a</name></field><name>i</name></index><field><type>text</type><name>a</name></field>'), []],
  ['something unknown', field('\n<x/>'), ['element-unknown@4']],
  ['the name behind the declaration', '<database><table><declaration/>\n<name>t</name></table></database>', ['element-misplaced@2']],
  ['two names in an index field', database('<index><name>i</name><field><name>a</name>\n<name>b</name></field></index>'), ['element-repeated@4']],
  ['a type of its own', database('<field><name>a</name><type>enum</type></field>'), ['value-not-accepted@3']],
  ['an empty comment', field('\n<comments/>'), ['value-empty@4']],
  ['words for booleans', field('\n<notnull>TRUE</notnull><unsigned>1</unsigned><primary>false</primary>'), ['value-not-accepted@4']],
  ['words for numbers', field('\n<length>4</length><precision>x</precision>'), ['value-not-accepted@4']],
  ['two of the same name', database('', '<name>t</name><create>true</create><create>true</create>'), ['element-repeated@2']],
  ['sorted sideways', database('<index><name>i</name><field><name>a</name><sorting>sideways</sorting></field></index>'), ['value-not-accepted@3']],
  ['another root', '<databases/>', ['wrong-root@1']],
  ['a namespace', '<database xmlns="u"/>', ['wrong-root@1']],
  ['not XML', '<database>', ['xml-malformed@1']],
  ['an entity', '<!DOCTYPE database [<!ENTITY x "y">]>\n<database>&x;</database>', ['entity-in-content@2', 'element-missing@2'], ['doctype@1']],
];

for (const [group, kind, cases] of [
  ['reading', 'info', reading],
  ['structure', 'info', structure],
  ['values', 'info', values],
  ['beyond the schema', 'info', beyond],
  ['database.xml', 'database', databases],
] as const) {
  const judgements = await judgeAll(
    cases.map(([, text]) => text),
    kind,
  );
  describe(group, () => {
    it.each(cases.map(([what, , errors, warnings = []], index) => ({ what, errors, warnings, index })))(
      '$what',
      ({ errors, warnings, index }) => {
        const judgement = judgements[index]!;
        for (const { rule } of judgement.findings) toldRules.add(rule);
        expect(told(judgement).toSorted()).toEqual([...errors].toSorted());
        expect(told(judgement, 'warning').toSorted()).toEqual([...warnings].toSorted());
        expect(judgement.ok).toBe(errors.length === 0);
        expect(judgement.refusals.length > 0).toBe(errors.length > 0);
        for (const finding of judgement.findings) {
          expect(finding.message).toMatch(/^.{5,}[.:]$|^The store refuses the file: /s);
          expect(finding.fix).toMatch(/^.{5,}[.]$/s);
          expect(finding.message.length + (finding.fix?.length ?? 0)).toBeLessThan(1500);
        }
      },
    );
  });
}

afterAll(() => {
  // Each rule is broken by something above.
  expect(metadataRules.map(({ id }) => id).filter((id) => !toldRules.has(id))).toEqual([]);
});
