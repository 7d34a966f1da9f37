// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fit } from '../../../bot/words/fit.js';
import { shellWord, shellWords } from '../../../bot/words/shell.js';
import { block, code, mention, mentionFromLedger, nameInLedger, plain } from '../../../bot/words/text.js';
import { needs } from '../../support/needs.js';
import { pageOf } from '../support/markdown.js';

const itMarkdown = needs('cmark-gfm', 'cmark-gfm') ? it : it.skip;

/** Pieces of what somebody would try. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '`',
          '``',
          '```',
          '~~~',
          '\n',
          '\r\n',
          '\n\n',
          '    ',
          '|',
          '\\',
          '<',
          '>',
          '&lt;',
          '&#64;',
          '@',
          '@maintainer',
        ],
        ...[
          '@nextcloud/team',
          '#1',
          'nextcloud/server#1',
          'GH-1',
          '[x](http://e.x)',
          '![x](http://e.x)',
          '<img src=x>',
        ],
        ...[
          '<!--',
          '-->',
          '<script>',
          '</code>',
          'https://evil.example',
          'www.evil.example',
          'a@b.example',
          '$$',
          '* ',
          '1. ',
        ],
        ...[
          '# ',
          '> ',
          '---',
          '===',
          '[^1]',
          '[a]: http://e.x',
          '\u202e',
          '\u200b',
          '\0',
          '\u2028',
          '{{',
          'mailto:a@b.c',
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('text of strangers', () => {
  itMarkdown('shows as itself', () => {
    expect(pageOf(`x ${plain('1 < 2 & *a* `b` [c](d) | ~~e~~')}`).text.trim()).toBe('x 1 < 2 & *a* `b` [c](d) | ~~e~~');
    expect(pageOf(code('a `` b ` c')).code).toBe('a `` b ` c');
    expect(pageOf(code('`a`')).code).toBe('`a`');
    expect(pageOf(code('')).code.trim()).toBe('');
    expect(pageOf(block('a\n```\n~~~\n<b>', 'sh')).code).toBe('a\n```\n~~~\n<b>\n');
  });

  it('names what nobody can see', () => {
    expect(plain('a\u202eb')).toBe('a⟨U\\+202E⟩b');
    expect(code('a\u200bb\0\n')).toBe('`a⟨U+200B⟩b⟨U+0000⟩ `');
    expect(block('a\u2066\tb\r\nc')).toBe('```\na⟨U+2066⟩  b\nc\n```');
  });

  it('is cut', () => {
    expect(plain('x'.repeat(1000), 10)).toBe(`${'x'.repeat(10)}…`);
    expect(code('x'.repeat(1000), 10)).toBe(`\`${'x'.repeat(10)}…\``);
  });

  itMarkdown(
    'is neither markup, mention, link nor reference, wherever it stands',
    () => {
      const property = fc.property(fc.array(hostile, { minLength: 30, maxLength: 30 }), (texts) => {
        const parts = texts.flatMap((text) => [
          `before ${plain(text)} after`,
          `before ${code(text)} after`,
          block(text),
          `- ${plain(text)}\n- ${code(text)}`,
          `| a | b |\n|---|---|\n| ${plain(text)} | x |`,
        ]);
        const page = pageOf(parts.join('\n\n'));
        const known = ['p', 'code', 'pre', 'ul', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td'];
        expect([...page.elements].filter((name) => !known.includes(name))).toEqual([]);
        expect(page.links).toEqual([]);
        expect(page.text).not.toMatch(/@[A-Za-z0-9]|#\d|gh-\d|:\/\/|www\.[a-z]/i);
        expect(page.text.match(/before/g)).toHaveLength(60);
      });
      fc.assert(property, { numRuns: 40 });
    },
    60_000,
  );
});

describe('names', () => {
  it('mention an account, and nothing else', () => {
    expect(mention('alice-b')).toBe('@alice-b');
    expect(mention('dependabot[bot]')).toBe('`dependabot[bot]`');
    expect(mention('org/team')).toBe('`org/team`');
    expect(mentionFromLedger('alice (11)')).toBe('@alice');
    expect(mentionFromLedger('alice <a@b.example>')).toBe('`alice`');
    expect(mentionFromLedger('nextcloud/team (1)')).toBe('`nextcloud/team`');
    expect(mentionFromLedger('A B <12+a-b@users.noreply.github.com>')).toBe('@a-b');
    expect(nameInLedger('Alice B <a@b.example>')).toBe('Alice B');
  });
});

describe('a word for a shell', () => {
  it.each([
    ['weather/weather.csr', 'weather/weather.csr'],
    ['a b', "'a b'"],
    ["it's", String.raw`'it'\''s'`],
    ['$(id)', "'$(id)'"],
    ['-rf', "'-rf'"],
    ['~', "'~'"],
    ['a\nb', undefined],
    ['a\u200bb', undefined],
    ['', undefined],
  ])('%j', (text, word) => {
    expect(shellWord(text)).toBe(word);
  });

  it('is what it was for the shell', () => {
    const property = fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1 }), (texts) => {
      const words = shellWords(texts);
      if (words === undefined) return;
      const { stdout } = spawnSync('sh', ['-c', `printf '%s\\0' ${words}`], { encoding: 'utf8' });
      expect(stdout.split('\0').slice(0, -1)).toEqual(texts);
    });
    fc.assert(property, { numRuns: 100 });
  });
});

describe('parts that do not fit in', () => {
  it('are left out whole, and counted', () => {
    expect(fit(['a', undefined, '', 'b'])).toBe('a\n\nb\n');
    const text = fit(['a'.repeat(30_000), 'b'.repeat(40_000), 'c'.repeat(40_000), 'd']);
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text).toMatch(/^a+\n\nd\n\n2 more parts of this text did not fit in and were left out\.\n$/);
  });
});
