// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { jsonLength, splitLines, strip } from '../../src/app/python-text.js';
import { needs } from '../support/needs.js';

const itPython = needs('python3', 'python3') ? it : it.skip;
const odd = [
  '',
  ' ',
  'a',
  '\n',
  '\r\n',
  '\r',
  '\v',
  '\f',
  '\x1c',
  '\x1f',
  '\x85',
  '\xa0',
  '\u2028',
  '\u3000',
  '\uFEFF',
  '\u200b',
  '\x7f',
  '\x01',
  '"',
  '\\',
  '/',
  'é',
  '😀',
  '\t',
];

function python<Result>(expression: string, texts: readonly string[]): Result[] {
  const program = `import json,sys\nprint(json.dumps([${expression} for t in json.load(sys.stdin)]))`;
  return JSON.parse(
    execFileSync('python3', ['-c', program], { input: JSON.stringify(texts), encoding: 'utf8' }),
  ) as Result[];
}

describe('as Python has it', () => {
  const texts = odd.flatMap((a) => odd.map((b) => `${a}${b}x${b}${a}`)).concat(odd);

  itPython('strip', () => {
    expect(texts.map(strip)).toEqual(python('t.strip()', texts));
  });

  itPython('splitlines', () => {
    expect(texts.map(splitLines)).toEqual(python('t.splitlines()', texts));
  });

  itPython('json.dumps', () => {
    const lengths = texts.map((text) => jsonLength({ registry: text, image: null, image_tag: 'é' }));
    expect(lengths).toEqual(python('len(json.dumps({"registry": t, "image": None, "image_tag": "\\u00e9"}))', texts));
  });
});

it('strips a megabyte of blanks in no time', () => {
  const blanks = ' '.repeat(500_000);
  const start = performance.now();
  expect(strip(`${blanks}a${blanks}b${blanks}`)).toHaveLength(500_002);
  expect(performance.now() - start).toBeLessThan(2000);
});
