// SPDX-License-Identifier: MIT
import { expect, it } from '@jest/globals';
import { InputError } from '../../common/input-error.js';
import { readSettings, type SettingLine } from '../../common/settings-file.js';

const read = (text: string): SettingLine[] =>
  readSettings(text, (what, line) => new InputError('bad-usage', `${line}: ${what}`, { hint: 'Mend it.' }));

it('has each setting with its place, its value and its line', () => {
  expect(read('# words\nkey:\n  bits: 4096\n  until: 2027-01-01\n\nid: { reserved: [a, b] }\nempty:\n')).toEqual([
    { at: 'key.bits', value: 4096, line: 3 },
    { at: 'key.until', value: '2027-01-01', line: 4 },
    { at: 'id.reserved', value: ['a', 'b'], line: 6 },
  ]);
  expect(read('')).toEqual([]);
  expect(read('a: &x [y]\nb: *x\n')).toEqual([
    { at: 'a', value: ['y'], line: 1 },
    { at: 'b', value: undefined, line: 2 },
  ]);
});

/** Each ended the process, or its stack, before the limits; none may reach the parser. */
it.each([
  ['a line of brackets', '['.repeat(8192), 1],
  ['a line of question marks', '? '.repeat(4096), 1],
  ['a bracket a line', '[\n'.repeat(30_000), 65],
  ['a brace a line', '{a:\n'.repeat(12_000), 65],
  ['maps within maps', Array.from({ length: 300 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'), 34],
  ['lists in one line', `${'- '.repeat(400)}x`, 1],
  ['keys in one line', `a: 1\n${'? '.repeat(400)}x`, 2],
  ['lists and keys in turn', `${'- ? '.repeat(200)}x`, 1],
  ['lines with a carriage return alone', '[\r'.repeat(20_000), 65],
  ['too many characters', '# \n'.repeat(30_000), 1],
])('refuses %s at once, with the line', (_, text, line) => {
  const start = performance.now();
  expect(() => read(text)).toThrow(expect.objectContaining({ message: expect.stringMatching(`^${line}: `) }));
  expect(performance.now() - start).toBeLessThan(1000);
});

it('does not multiply what aliases stand for', () => {
  const more = Array.from({ length: 9 }, (_, at) => `l${at + 1}: &l${at + 1} [*l${at}, *l${at}, *l${at}, *l${at}]`);
  const start = performance.now();
  expect(read(['l0: &l0 [x]', ...more].join('\n'))).toHaveLength(10);
  expect(performance.now() - start).toBeLessThan(1000);
});

it.each([
  ['a list that is not closed', 'id:\n  reserved: [a,\nb: 2\nc: 3\n', '2: what begins here is not closed with ]'],
  ['a list in a list', 'a: [b,\n  [c,\n  d]\ne: 1\n', '1: what begins here is not closed with ]'],
  ['a map that is not closed', 'a: 1\nb: {c: 1\n', '2: what begins here is not closed with }'],
  ['a text that is not closed', 'a: 1\nb: "\n\nc: 1\n', '2: what begins here is not closed with "'],
  ['a name twice', 'a: 1\na: 2\n', '2: this name is there for the second time'],
  ['a tab', 'a:\n\tb: 1\n', '2: the line begins with a tab, YAML takes spaces only'],
  [
    'a name without a value',
    '# a\nb\nc: 1\n',
    '2: there is no ":" behind this name, or the lines are not indented alike',
  ],
  ['two values', 'a: b: c\n', '1: a name and its value are wanted here, "NAME: VALUE" and nothing more'],
  ['two documents', '--- a\n--- b\n', '2: a second document begins here, one is the most'],
  ['anything else', 'a: @x\n', '1: this is not YAML (Plain value cannot start with reserved character @)'],
])('refuses %s, with the line where the fault begins, said once', (_, text, message) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ code: 'bad-usage', message }));
});
