// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import type { Finding } from '../../common/finding.js';
import { renderGithub } from '../../common/render/github.js';
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

describe('names of strangers', () => {
  it('cannot begin a line, so that no workflow command comes of them', () => {
    for (const text of [renderText([hostile]), renderGithub([hostile])]) {
      const commands = text.split(/[\r\n]/).filter((line) => /^\s*(::|##\[)/.test(line));
      expect(commands.every((line) => line.startsWith('::error file=f'))).toBe(true);
      expect(text).not.toContain('\u001b');
    }
    expect(printable(command)).toBe('\\x0a::warning title=pwn::injected\\x0d\\x0a##[error]x\\x1b[31m\\u2028');
  });

  it('keep the lines of a build, none of which begins as a command', () => {
    expect(printableLines('a\n::add-mask::b')).toBe('a\n  | ::add-mask::b');
  });

  it('are data in SARIF and text in Markdown', () => {
    expect(() => JSON.parse(renderSarif([hostile], { name: 'n', version: '1' })) as unknown).not.toThrow();
    expect(escapeMarkdown('<b>@me</b> [a](http://x)\n| c')).not.toMatch(/<b>|@me|\]\(|\n/);
  });
});
