// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { commandTable, helpText, parseCommands } from '../../../bot/approval/parse-commands.js';

const sha = 'aaaaaaaaaaaabbbb';

const commands = (body: string): unknown[] =>
  parseCommands(body).flatMap((spoken) => ('command' in spoken ? [spoken.command] : []));
const problems = (body: string): string[] =>
  parseCommands(body).flatMap((spoken) => ('problem' in spoken ? [spoken.problem] : []));

describe('parseCommands', () => {
  it.each([
    ['/recheck', { name: 'recheck' }],
    ['/hold', { name: 'hold' }],
    ['/help', { name: 'help' }],
    ['/recheck   ', { name: 'recheck' }],
    ['/recheck\t\r\n', { name: 'recheck' }],
    [`/sign ${sha}`, { name: 'sign', sha, reason: '' }],
    [`/sign ${sha.toUpperCase()}`, { name: 'sign', sha, reason: '' }],
    [`/sign ${sha} asked by mail`, { name: 'sign', sha, reason: 'asked by mail' }],
    [`/sign ${sha}\r\n\r\nasked\r\nby mail`, { name: 'sign', sha, reason: 'asked by mail' }],
    ['/refuse too near to Notes', { name: 'refuse', reason: 'too near to Notes' }],
    ['/refuse\ntoo near', { name: 'refuse', reason: 'too near' }],
    ['/replace lost my disk died', { name: 'replace', why: 'lost', reason: 'my disk died' }],
    ['/replace Take-Over mail of the owner', { name: 'replace', why: 'take-over', reason: 'mail of the owner' }],
    ['/revoke notes keyCompromise in a log', { name: 'revoke', appId: 'notes', reason: 'keyCompromise in a log' }],
    ['/revoke nextcloud-aio gone', { name: 'revoke', appId: 'nextcloud-aio', reason: 'gone' }],
  ])('reads %j', (body, command) => {
    expect(commands(body)).toEqual([command]);
  });

  it.each([
    ['in a sentence', `please /sign ${sha}`],
    ['indented by one', ` /sign ${sha}`],
    ['behind a zero-width space', `\u200b/sign ${sha}`],
    ['indented code', `    /sign ${sha}`],
    ['a quote', `> /sign ${sha}`],
    ['fenced code', `\`\`\`\n/sign ${sha}\n\`\`\``],
    ['fenced code with a language', `~~~sh\n/sign ${sha}\n~~~`],
    ['a longer fence around a shorter one', `\`\`\`\`\n\`\`\`\n/sign ${sha}\n\`\`\`\``],
    ['a fence that is never closed', `\`\`\`\n/sign ${sha}`],
    ['a fence closed by the other mark', `\`\`\`\n~~~\n/sign ${sha}`],
    ['a fence in a list', `- \`\`\`\n/sign ${sha}\n  \`\`\``],
    ['an HTML comment', `<!-- for example:\n/sign ${sha}\n-->`],
    ['an HTML comment at the beginning of the line', `<!-- x -->/sign ${sha}`],
    ['preformatted HTML', `<PRE>\n/sign ${sha}\n</PRE>`],
    ['no word', `/ sign ${sha}`],
    ['another slash', `//sign ${sha}`],
    ['a path', '/etc/passwd\n/sign/abc\n/home\n/usr /bin'],
    ['another bot’s command', '/rebase\n/lgtm\n/backport to stable31'],
  ])('does not take %s for a command', (_, body) => {
    expect(parseCommands(body)).toEqual([]);
  });

  it.each([
    ['behind a closed fence', `\`\`\`\ncode\n\`\`\`\n/hold`],
    ['behind an HTML comment', '<!-- x\n-->\n/hold'],
    ['behind inline code that names one', 'use `<!--`\n/hold'],
    ['behind three backticks in a line', '```not a fence```\n/hold'],
    ['with one behind it', '/hold <!-- x'],
  ])('sees a command %s', (_, body) => {
    expect(commands(body)).toEqual([{ name: 'hold' }]);
  });

  it('takes text behind a command for its reason, to the next command, and no quotes or code', () => {
    const body = `/refuse spam\nreally\n> quoted\n\`\`\`\ncode\n\`\`\`\n/sign ${sha} sorry\n/hold`;
    expect(commands(body)).toEqual([
      { name: 'refuse', reason: 'spam really' },
      { name: 'sign', sha, reason: 'sorry' },
      { name: 'hold' },
    ]);
  });

  it.each([
    ['/sign', 'The commit is missing.'],
    ['/sign aaaaaaaaaaa', '12 or more'],
    ['/sign aaaaaaaaaaag1', '12 or more'],
    ['/refuse', 'The reason is missing.'],
    ['/replace', 'WHY is one of lost, leaked, take-over'],
    ['/replace constructor x', 'WHY is one of'],
    ['/replace lost', 'The reason is missing.'],
    ['/revoke', 'The id of the app is missing.'],
    ['/revoke ../notes x', 'The id of the app is missing.'],
    ['/revoke notes', 'The reason is missing.'],
    ['/sing abc', 'no command /sing'],
    ['/Sign abc', 'no command /Sign'],
    ['/rechek', 'no command /rechek'],
    ['/approve', 'no command /approve'],
  ])('says how %j goes', (body, text) => {
    expect(commands(body)).toEqual([]);
    expect(problems(body)).toEqual([expect.stringContaining(text)]);
  });

  it('keeps hostile text as data, in one line, and short', () => {
    const [command] = commands(`/refuse <b onclick="x">\u0000\u001b[31m@everyone\u2028[x](y) ${'a'.repeat(9000)}`);
    const { reason } = command as { reason: string };
    expect(reason.startsWith('<b onclick="x"> [31m@everyone [x](y) aaa')).toBe(true);
    expect(reason).toHaveLength(500);
    // eslint-disable-next-line no-control-regex -- it is what must not be there
    expect(reason).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028]/);
    expect(parseCommands(`/refuse ${'x'.repeat(9000)}`)[0]?.line).toHaveLength(200);
  });

  it('reads 20 commands of a comment, and is quick with what is made to be slow', () => {
    expect(parseCommands('/hold\n'.repeat(1000))).toHaveLength(20);
    expect(commands(`${'/hold\n'.repeat(20)}/refuse x`)).not.toContainEqual(
      expect.objectContaining({ name: 'refuse' }),
    );
    const start = performance.now();
    for (const text of ['<!--', '`', '- ', '~~~', '/help ', '> ', '<pre', '```\n', ' ', '/replace\t']) {
      parseCommands(text.repeat(65_536 / text.length));
    }
    const blanks = ' '.repeat(65_000);
    for (const mark of ['-', '1.', '- '.repeat(9), '/help', '~~', '>']) parseCommands(`${mark}${blanks}x`);
    for (const word of ['/hel', '/abcdef', '/recheckk', '/aaaaaaaaaaaaaaaaaaaa']) {
      parseCommands(`${word}\n`.repeat(65_536 / (word.length + 1)));
    }
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('tells of every command in its help', () => {
    for (const { usage, does } of Object.values(commandTable)) expect(helpText).toContain(`${usage}: ${does}`);
  });
});
