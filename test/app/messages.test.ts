// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { info, judgeAll } from './support/documents.js';

// prettier-ignore
const fixes: readonly (readonly [text: string, fix: string])[] = [
  [info({ version: '<version>0.1</version>' }), 'Write 0.1.0.'],
  [info({ version: '<version>v1.02-beta</version>' }), 'Write 1.2.0-beta.'],
  [info({ version: '<version>soon</version>' }), 'Write three numbers, and for a prerelease a dash and a name: 1.2.3 or 1.2.3-beta.1.'],
  [info({ id: '<id>My-App</id>' }), 'Such as my_app; the app’s folder and certificate bear the same id.'],
  [info({ licence: '<licence>AGPLv3</licence>' }), 'Write AGPL-3.0-only.'],
  [info({ licence: '<licence>AGPL-3.0</licence>' }), 'Write AGPL-3.0-only.'],
  [info({ licence: '<licence>eupl-1.2</licence>' }), 'Write EUPL-1.2.'],
  [info({ licence: '<licence>constructor</licence>' }), expect.stringContaining('Write one of 0BSD, AGPL-3.0-only') as unknown as string],
  [info({ category: '<category>tool</category>' }), 'Write tools.'],
  [info({ category: '<category>__proto__</category>' }), expect.stringContaining('Write one of dashboard, security') as unknown as string],
  [info({}, '<name lang="de_DE">x</name>'), 'Write lang="de".'],
  [info({}, '<name lang="zh_CN">x</name>'), 'Write lang="zh-hans".'],
  [info({}, '<name lang="pt_BR">x</name>'), 'Write lang="pt-br".'],
  [info({}, '<commands><command>\\OCA\\News\\Command</command></commands>'), 'Write OCA\\News\\Command.'],
  [info({}, '<screenshot>http://e.org/a.png</screenshot>'), 'Write https://e.org/a.png.'],
  [info({}, '<documentation><admin>http://e.org/a</admin></documentation>'), 'Write https://e.org/a.'],
  [info({ bugs: '' }), 'Add <bugs>https://github.com/OWNER/APP/issues</bugs>.'],
  [info({ summary: `<summary>${'x'.repeat(200)}</summary>` }), 'Shorten it to 128.'],
  [info({}, '<requiremin>8</requiremin>'), 'Remove it; say it with <dependencies><nextcloud min-version="…" max-version="…"/></dependencies>.'],
  [info({ author: '<author homepage="">x</author>' }), 'Write an address that begins with https:// or http://, of at most 256 characters, or remove it.'],
  ['<info>&nbsp;</info>', 'Write &#160; instead.'],
];

const judgements = await judgeAll(fixes.map(([text]) => text));

describe('fixes', () => {
  it.each(fixes.map(([, fix], index) => ({ fix, index })))('$fix', ({ fix, index }) => {
    const error = judgements[index]?.findings.find(({ severity }) => severity === 'error');
    expect(error?.fix).toEqual(fix);
  });
});

it('columns are those of the element, or of the attribute, in the file as written', async () => {
  const [judgement] = await judgeAll([info({ author: '  <author\n   homepage="x">😀</author> <author>y</author>' })]);
  expect(judgement?.findings).toMatchObject([{ rule: 'value-not-accepted', line: 9, column: 4, file: '0.xml' }]);
});

it('a value in a message is short, and on one line', async () => {
  const [judgement] = await judgeAll([info({ bugs: `<bugs>${'line\n'.repeat(40)}</bugs>` })]);
  const message = judgement?.findings.find(({ severity }) => severity === 'error')?.message ?? '';
  expect(message).toMatch(/^<bugs> is “line line .*…”; the store wants/);
  expect(message).not.toContain('\n');
});

describe('entities that expand too far', () => {
  const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('\n');
  const doctype = (declarations: string): string => `<?xml version="1.0"?>\n\n<!DOCTYPE info [\n${declarations}\n]>\n`;
  // prettier-ignore
  const texts = [
    ['billion laughs in the content', `${doctype(`<!ENTITY l0 "lol">${laughs}`)}<info>&l9;</info>`],
    ['billion laughs in an attribute', `${doctype(`<!ENTITY l0 "lol">${laughs}`)}<info\na="&l9;"/>`],
    ['as many as libxml2 counts', `${doctype(`<!ENTITY l0 "lol">${laughs}`)}<info>&l5;</info>`],
    ['quadratic blowup', `${doctype(`<!ENTITY x "${'x'.repeat(100_000)}">`)}<info>${'&x;'.repeat(1000)}</info>`],
    ['a circle', `${doctype('<!ENTITY a "&b;"><!ENTITY b "&a;">')}<info>&a;</info>`],
  ] as const;

  it.each(texts)('%s: said at the DOCTYPE', async (_what, text) => {
    const [judgement] = await judgeAll([text]);
    expect(judgement?.findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      {
        rule: 'xml-malformed',
        line: 3,
        message: expect.stringMatching(/^The entities of the <!DOCTYPE …> expand too far/),
      },
    ]);
  });

  it('other faults of an entity keep the words of libxml2, and their line', async () => {
    const [judgement] = await judgeAll([`${doctype('<!ENTITY a "&c;">')}<info>&a;</info>`]);
    expect(judgement?.findings).toContainEqual(
      expect.objectContaining({ line: 6, message: "The file is not well-formed: Entity 'c' not defined." }),
    );
  });
});

it('a size is not made up where only the start of a file was read', async () => {
  const [judgement] = await judgeAll([' '.repeat(2_000_000)]);
  expect(judgement?.findings).toMatchObject([
    { rule: 'file-too-large', message: 'The file has more than 1,047,552 bytes; the store reads no more.' },
  ]);
});
