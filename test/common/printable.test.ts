// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import type { Finding } from '../../common/finding.js';
import { renderGithub } from '../../common/render/github.js';
import { renderJson } from '../../common/render/json.js';
import { escapeMarkdown } from '../../common/render/markdown.js';
import { printable, printableLines } from '../../common/render/printable.js';
import { renderSarif } from '../../common/render/sarif.js';
import { renderText } from '../../common/render/text.js';

const command = '\n::warning title=pwn::injected\r\n##[error]x\u001b[31m\u2028';
const hostile: Finding = {
  rule: 'rule',
  severity: 'error',
  message: `m${command}`,
  file: `f${command}`,
  line: 1,
  fix: `x${command}`,
};

/** What actions/runner does with a line (ActionCommand.cs): the command that it obeys, for any name of one. */
function obeyed(line: string): string | undefined {
  const [, second] = /^\s*::([^: ]+)[^:]*(?::[^:]+)*::/u.exec(line) ?? [];
  return second ?? /##\[([^\] ]*)[^\]]*\]/.exec(line)?.[1];
}

const attempts = [
  '::error::x',
  '  ::add-mask::x',
  '\t::add-mask::x',
  '\u00a0\u3000::add-mask::x',
  '\ufeff::add-mask::x',
  '::warning file=a,line=1::x',
  '##[error]x',
  'a ##[add-mask]b',
  '###[error]x',
  '####[set-output name=a;]x##[error]y',
  'a\n::error::x',
  'a\r##[error]x',
  'a\u0085::error::x',
  'a\u2028::error::x',
];

describe('names of strangers', () => {
  it.each(attempts)('have no command in them: %j', (text) => {
    for (const shown of [printable(text), printableLines(text), `  ${printable(text)}`]) {
      expect(shown.split('\n').map(obeyed).filter(Boolean)).toEqual([]);
    }
    expect(printable(printable(text))).toBe(printable(text));
  });

  it('are obeyed as they are, so that the test can fail', () => {
    const raw = attempts.flatMap((text) => text.split(/[\n\r\u0085\u2028]/)).filter((line) => /::|##/.test(line));
    // .NET does not trim a byte order mark; it is taken from the beginning of a stream
    expect(raw.filter((line) => obeyed(line.replace('\ufeff', '')) === undefined)).toEqual([]);
  });

  it.each(['a::b', 'OC\\Files::class ::x::', '## [1.0.0]', '# [x]', '[##]', ': :', 'https://a/##', '#[x]', 'größe €'])(
    'stay as they are where the runner does: %s',
    (text) => {
      expect(printable(text)).toBe(text);
    },
  );

  it('cannot begin a line, so that no workflow command comes of them', () => {
    for (const text of [renderText([hostile]), renderGithub([hostile])]) {
      const commands = text.split(/[\r\n]/).filter((line) => obeyed(line) !== undefined);
      expect(commands.every((line) => line.startsWith('::error file=f'))).toBe(true);
      expect(text).not.toContain('##[');
      expect(text).not.toContain('\u001b');
    }
    expect(printable(command)).toBe('\\x0a::warning title=pwn::injected\\x0d\\x0a##\\x5berror]x\\x1b[31m\\u2028');
    expect(renderText([{ ...hostile, file: '::error title=x::y' }])).toMatch(/^\\x3a:error /);
  });

  it('keep the lines of a build, none of which begins as a command', () => {
    expect(printableLines('a\n::add-mask::b\n##[error]c')).toBe('a\n  | \\x3a:add-mask::b\n  | ##\\x5berror]c');
  });

  it('are data in JSON and SARIF, in which the runner finds no command, and text in Markdown', () => {
    const document = { [command]: [command, '\\##[x]'] };
    const texts = [renderJson(document), renderSarif([hostile], { name: 'n', version: '1' })];
    for (const text of texts) expect(text.split('\n').map(obeyed).filter(Boolean)).toEqual([]);
    expect(JSON.parse(texts[0]!)).toEqual(document);
    expect(JSON.parse(texts[1]!)).toMatchObject({
      runs: [{ results: [{ message: { text: `m${command} Fix: x${command}` } }] }],
    });
    expect(escapeMarkdown('<b>@me</b> [a](http://x)\n| c')).not.toMatch(/<b>|@me|\]\(|\n/);
  });
});
