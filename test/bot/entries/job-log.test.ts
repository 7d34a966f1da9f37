// SPDX-License-Identifier: MIT
import { beforeEach, describe, expect, it } from '@jest/globals';
import { BotError } from '../../../bot/bot-error.js';
import { JobLog } from '../../../bot/entries/job-log.js';
import { renderJobSummary } from '../../../bot/entries/job-summary.js';

describe('the log of a job', () => {
  let text: string;
  let log: JobLog;
  beforeEach(() => {
    text = '';
    log = new JobLog((more) => void (text += more));
  });

  it('has a line for each thing, with its facts', () => {
    log.info({ number: 7, serial: 10n }, 'looked');
    log.warn({}, 'hm');
    expect(text).toBe('info  looked {"number":7,"serial":"10"}\nwarn  hm {}\n');
  });

  it('has errors in words, without their causes, which carry tokens', () => {
    const cause = new Error('Bearer secret');
    log.error({ err: new BotError('github-failed', 'GitHub failed.', { hint: 'Wait.', cause }) }, 'no');
    expect(text).toBe('error no {"err":"github-failed: GitHub failed. Wait."}\n');
    log.error({ err: new TypeError('of ours') }, 'no');
    expect(text).toContain('TypeError: of ours');
  });

  it.each(['\n::error::x', '\r::add-mask::x', '\u2028::x::', '##[add-mask]x', '\u001b[2J', 'a\n##[stop-commands]x'])(
    'lets %j command nobody',
    (hostile) => {
      log.info({ [hostile]: hostile }, hostile);
      expect(text.trimEnd().split(/[\n\r\u2028]/)).toHaveLength(1);
      expect(text).not.toMatch(/##\[|^\s*::/);
      expect(text).not.toContain(String.fromCharCode(27));
    },
  );

  it('is the list of the summary, in which nothing is markup', () => {
    log.info({ commit: 'c'.repeat(40) }, 'Certify <b>weather_maps</b> (#7)');
    log.error({ commit: '`](x)' }, 'hey @all\n## no');
    const result = {
      waiting: [{ number: 7, head: 'd'.repeat(40) }],
      upkeep: true,
      issued: undefined,
      error: undefined,
    };
    const summary = renderJobSummary({ mode: '<i>', result, lines: log.lines, findings: [] });
    expect(summary).toContain('## Certificates: &lt;i&gt;\n');
    expect(summary).toContain(
      '- Certify &lt;b&gt;weather\\_maps&lt;/b&gt; \\(\\#7\\), commit `cccccccccccc`\n- **error**: hey @\u200ball \\#\\# no',
    );
    expect(summary).toContain('| #7 | `dddddddddddd` |');
    expect(summary).toContain('The revocation list waits');
  });

  it('is cut in the summary', () => {
    for (let at = 0; at < 500; at++) log.info({}, `line ${at}`);
    const summary = renderJobSummary({ mode: 'review', result: undefined, lines: log.lines, findings: [] });
    expect(summary).toContain('and 300 more lines');
    expect(summary).toContain('Nothing was begun.');
  });
});
