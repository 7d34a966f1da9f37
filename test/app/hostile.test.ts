// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readAppIdentity } from '../../src/app/app-identity.js';
import { readXml } from '../../src/app/xml/read-xml.js';
import { info, judgeAll, judgeInfo } from './support/documents.js';

const million = 1_000_000;
const lol = Array.from({ length: 9 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join('');
const doctype = (subset: string): string => `<!DOCTYPE info [${subset}]>\n`;
const fill = (text: string): string => text.repeat(Math.floor(million / text.length));

/** What is tried, and whether the store takes it; libxml2’s and our own limits decide, in bounded time. */
// prettier-ignore
const attacks: readonly (readonly [what: string, text: string | Uint8Array, ok?: boolean])[] = [
  ['billion laughs in the content', `${doctype(`<!ENTITY l0 "lol">${lol}`)}<info>&l9;</info>`],
  ['billion laughs in an attribute', `${doctype(`<!ENTITY l0 "lol">${lol}`)}<info a="&l9;"/>`],
  ['quadratic blowup', `${doctype(`<!ENTITY x "${'x'.repeat(100_000)}">`)}<info a="${'&x;'.repeat(100_000)}"/>`],
  ['quadratic blowup below each limit', `${doctype(`<!ENTITY x "${'x'.repeat(1000)}">`)}<info a="${'&x;'.repeat(2000)}"/>`],
  ['entities in a circle', `${doctype('<!ENTITY a "&b;"><!ENTITY b "&a;">')}<info a="&a;"/>`],
  ['parameter entities in a circle', `${doctype('<!ENTITY % a "&#37;b;"><!ENTITY % b "&#37;a;">%a;')}<info/>`],
  ['parameter entities that double', `${doctype(Array.from({ length: 30 }, (_, index) => `<!ENTITY % p${index + 1} "&#37;p${index};&#37;p${index};">`).join('') + '%p30;')}<info/>`],
  ['a file of the system', `${doctype('<!ENTITY x SYSTEM "file:///etc/passwd">')}${info({ name: '<name>&x;</name>' })}`],
  ['a DTD from the network', `<!DOCTYPE info SYSTEM "http://127.0.0.1:9/">\n${info()}`, true],
  ['10,000 levels', `${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}`],
  ['100,000 levels, unclosed', '<a>'.repeat(100_000)],
  ['257 levels of the store’s own', info({}, `<commands>${'<command>'.repeat(257)}${'</command>'.repeat(257)}</commands>`)],
  ['an attribute of a megabyte', info({ author: `<author mail="${fill('a@')}">J</author>` })],
  ['a tag of a megabyte', `<${fill('a')}/>`],
  ['100,000 attributes', `<info ${Array.from({ length: 90_000 }, (_, index) => `a${index}=""`).join(' ')}/>`],
  ['100,000 attributes that are copied', info({ name: `<name ${Array.from({ length: 90_000 }, (_, index) => `a${index}=""`).join(' ')}>N</name>` })],
  ['100,000 unknown siblings', info({}, fill('<x/>').slice(0, 400_000)), true],
  ['50,000 authors', info({}, fill('<author>J</author>')), true],
  ['50,000 wrong licences', info({}, fill('<licence>x</licence>'))],
  ['40,000 wrong languages', info({}, fill('<name lang="x">x</name>'))],
  ['40,000 classes, the last one wrong', info({}, `<commands>${fill('<command>A</command>')}<command>-</command></commands>`)],
  ['an id that takes its pattern cubic time', info({ id: `<id>${fill('a')}!</id>` })],
  ['200 such ids', info({}, `<navigations>${`<navigation><id>${'a'.repeat(4000)}!</id><name>x</name></navigation>`.repeat(200)}</navigations>`)],
  ['documentation that takes its pattern cubic time', info({}, `<documentation><user>user-${fill('a')}!</user></documentation>`)],
  ['a version of a megabyte', info({ version: `<version>1.2.3-${fill('a.')}</version>` })],
  ['versions of 256 digits', info({ dependencies: `<dependencies><nextcloud min-version="${'9'.repeat(256)}" max-version="${'9'.repeat(256)}"/></dependencies>` })],
  ['a megabyte of undeclared entities', `<info>${fill('&x;')}</info>`],
  ['a megabyte of ampersands', `<info>${fill('&amp;')}</info>`],
  ['a megabyte of bare ampersands', `<info>${fill('&')}</info>`],
  ['a megabyte of wrong end tags', `<info>${fill('</b>')}</info>`],
  ['a megabyte of comments that do not end', `<info>${fill('<!--')}</info>`],
  ['a megabyte of CDATA', `<info>${fill('<![CDATA[]]>')}</info>`],
  ['a megabyte of namespaces', `<info>${fill('<x xmlns="v"/>')}</info>`],
  ['a megabyte of prefixes', `<info>${fill('<a:b/>')}</info>`],
  ['a megabyte of carriage returns', `<info>${fill('\r\n')}</info>`],
  ['a megabyte of declarations', `${doctype(fill('<!ENTITY x "y">').slice(0, 990_000))}<info/>`],
  ['a megabyte of a DOCTYPE that does not end', `<!DOCTYPE info [${fill('<!--')}`],
  ['a megabyte of quotes in a DOCTYPE', `<!DOCTYPE info [${fill('"\'')}`],
  ['zeros', Buffer.alloc(10_000)],
  ['binary rubbish that is UTF-8', '\u0001\u0002PK\u0003\u0004'],
  ['binary rubbish', Buffer.from([0x1f, 0x8b, 0x08, 0x00, 0xff])],
  ['cut off in a letter', Buffer.from(info({ name: '<name>é</name>' })).subarray(0, 42)],
  ['messages of the judge', info({ bugs: '<bugs>\n0-0 validates\nx:1: parser error : lie\n</bugs>' })],
];

describe('hostile files', () => {
  it.each(attacks)('%s', async (_what, text, ok = false) => {
    const start = performance.now();
    const judgement = await judgeInfo(text);
    expect(judgement.ok).toBe(ok);
    expect(judgement.findings.length).toBeLessThanOrEqual(201);
    expect(JSON.stringify(judgement.findings).length).toBeLessThan(2 * million);
    // Far more than is needed; without the bounds it is minutes, or for ever.
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it('do not harm those beside them', async () => {
    const judgements = await judgeAll([info(), ...attacks.slice(0, 12).map(([, text]) => text), info()]);
    expect([judgements.at(0)?.ok, judgements.at(-1)?.ok]).toEqual([true, true]);
  });

  it('of many faults the first are told, and that there are more', async () => {
    const { findings } = await judgeInfo(info({}, Array.from({ length: 300 }, (_, index) => `<x${index}/>`).join('')));
    expect(findings).toHaveLength(201);
    expect(findings.at(-1)).toMatchObject({
      rule: 'findings-left-out',
      severity: 'warning',
      message: 'More than 200 findings: the others are left out.',
    });
  });
});

/** Pieces out of which most of what matters can be put together. */
const piece = fc.constantFrom(
  '<info>',
  '</info>',
  '<id>',
  '</id>',
  'a',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?x',
  '?>',
  '&',
  '&amp;',
  '&#10;',
  '&x;',
  '<',
  '>',
  '"',
  '/',
  '<a b="',
  '"/>',
  '<!DOCTYPE info [',
  ']>',
  '<!ENTITY x "',
  '<version>',
  '</version>',
  'é',
  '😀',
  '\u0000',
  'xmlns="',
  'x:',
  '<category>auth</category>',
  '<name lang="de">',
  '</name>',
);
const soup = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

/** An info.xml that is fine, with pieces put in or taken out. */
const damaged = fc.tuple(fc.array(fc.tuple(fc.nat(), fc.nat({ max: 6 }), piece), { maxLength: 6 })).map(([edits]) =>
  edits.reduce((text, [at, cut, put]) => {
    const place = at % text.length;
    return text.slice(0, place) + put + text.slice(place + cut);
  }, info()),
);

describe('whatever the file', () => {
  it('the reader comes back, with a tree or with faults', () => {
    fc.assert(
      fc.property(fc.oneof(soup, damaged, fc.string({ unit: 'binary' })), (text) => {
        const { root, faults } = readXml(text);
        expect(root !== undefined || faults.length > 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('identity is read, or refused in words', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          soup.map((text) => Buffer.from(text)),
          fc.uint8Array({ maxLength: 60 }),
        ),
        (bytes) => {
          try {
            expect(readAppIdentity(bytes).id).not.toBe('');
          } catch (error) {
            expect(error).toMatchObject({ code: 'info-unreadable' });
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('it is judged: an error, and an answer of the store, or neither', async () => {
    const texts = fc.sample(fc.oneof(soup, damaged, damaged, damaged), { numRuns: 600 });
    const judgements = await judgeAll(texts);
    for (const [index, judgement] of judgements.entries()) {
      expect({ text: texts[index], refused: judgement.refusals.length > 0 }).toEqual({
        text: texts[index],
        refused: !judgement.ok,
      });
      // What libxml2 refuses is told in words of ours.
      expect(judgement.findings.filter(({ rule }) => rule === 'schema')).toEqual([]);
    }
    expect(judgements.some(({ ok }) => ok)).toBe(true);
  });
});
