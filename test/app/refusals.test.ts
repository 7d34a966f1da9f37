// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { info, judgeAll } from './support/documents.js';

const entity = '<!DOCTYPE info [<!ENTITY x "y">]>\n';
const english = { name: '<name lang="de">x</name>' };
const crash = { status: 500, body: null };

// prettier-ignore
const cases: readonly (readonly [what: string, text: string | Uint8Array, ...answers: unknown[]])[] = [
  ['nothing wrong', info()],
  ['too large', `<info>${'x'.repeat(1_047_600)}</info>`, { stage: 'archive', status: 400, body: ["file <TarInfo '1.xml' at 0x7f0000000000> was bigger than allowed 1048576 bytes"] }],
  ['not UTF-8', Buffer.from([0xff]), { stage: 'archive', ...crash }],
  ['empty', '', { stage: 'metadata', status: 400, body: { detail: 'info.xml contains malformed xml: Document is empty, line 1, column 1 (<string>, line 1)' } }],
  ['tags crossed', '<info>\n<a></info>', { stage: 'metadata', status: 400, body: { detail: 'info.xml contains malformed xml: Opening and ending tag mismatch: a line 2 and info, line 2, column 4 (<string>, line 2)' } }],
  ['undeclared', '<info>&nbsp;</info>', { stage: 'metadata', status: 400, body: { detail: "info.xml contains malformed xml: Entity 'nbsp' not defined, line 1, column 7 (<string>, line 1)" } }],
  ['entities before everything else', `${entity}<info>&x;</info>`, { stage: 'metadata', status: 400, body: ['Must not contain entities'] }],
  ['a namespace', '<info xmlns="http://e.org"><id>a</id></info>', { stage: 'metadata', ...crash }],
  ['another root', '<foo>text</foo>', { stage: 'metadata', ...crash }],
  ['another root with a part that has a template', '<foo>\n<bar/><b><types/></b><category>x</category></foo>', { stage: 'metadata', status: 400, body: ["info.xml did not validate: Element 'types': No matching global declaration available for the validation root., line 2"] }],
  ['the schema’s first message only, with the file’s line', info({ id: '<id\n>X</id>', version: '<version>1</version>' }), { stage: 'metadata', status: 400, body: ["info.xml did not validate: Element 'id': [facet 'pattern'] The value 'X' is not accepted by the pattern '[a-z]+[a-z0-9_]*[a-z0-9]+'., line 3"] }],
  ['out of use', info({}, '<shipped/>'), { stage: 'metadata', status: 400, body: ["info.xml did not validate: Element 'shipped': This element is not expected. Expected is one of ( background-jobs, repair-steps, two-factor-providers, commands, settings, activity, dashboard, fulltextsearch, navigations, contactsmenu )., line 12"] }],
  ['missing', info({ bugs: '' }), { stage: 'metadata', status: 400, body: ["info.xml did not validate: Element 'dependencies': This element is not expected. Expected is one of ( category, website, discussion, bugs )., line 11"] }],
  ['twice', info({}, '<licence>agpl</licence>'), { stage: 'metadata', status: 400, body: ["info.xml did not validate: Element 'licence': Duplicate key-sequence ['agpl'] in unique identity-constraint 'uniqueLicense'., line 12"] }],
  ['no English', info(english), { stage: 'metadata', status: 400, body: ['At least one element "name" with lang "en" required'] }],
  ['no English behind the schema', info({ ...english, id: '<id>X</id>' }), { stage: 'metadata', status: 400, body: [expect.stringMatching(/^info\.xml did not validate: Element 'id'/)] }],
  ['no PeerTube', info({}, '<video>https://a.org/x</video>'), { stage: 'import-app', status: 400, body: ['PeerTube URL path must be /w/<id>, /videos/watch/<id>, or /videos/embed/<id>: https://a.org/x'] }],
  ['the database', info({}, '<external-app><scopes><value/></scopes></external-app>'), { stage: 'import', ...crash }],
  ['both', info({}, '<external-app><scopes><value/></scopes></external-app>', '<video>https://a.org/x</video>'), { stage: 'import-app', status: 400, body: expect.anything() }, { stage: 'import', ...crash }],
];

const judgements = await judgeAll(cases.map(([, text]) => text));

describe('what the store would answer', () => {
  it.each(cases.map(([what, , ...answers], index) => ({ what, answers, index })))('$what', ({ answers, index }) => {
    expect(judgements[index]?.refusals).toEqual(answers);
    expect(judgements[index]?.refusal).toEqual(answers[0]);
  });
});

it('names database.xml in its answers', async () => {
  const [malformed, invalid] = await judgeAll(['<database>', '<database/>'], 'database');
  expect(malformed?.refusal?.body).toEqual({
    detail: expect.stringMatching(/^database\.xml contains malformed xml: /),
  });
  expect(invalid?.refusal?.body).toEqual([
    "database.xml did not validate: Element 'database': Missing child element(s). Expected is one of ( name, create, overwrite, charset, table )., line 1",
  ]);
});
