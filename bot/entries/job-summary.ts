// SPDX-License-Identifier: MIT
import type { Finding } from '../../common/finding.js';
import { escapeMarkdown, renderMarkdown } from '../../common/render/markdown.js';
import type { JobResult } from './job.js';
import type { JobLine } from './job-log.js';

/** GitHub takes a megabyte; nobody reads that. */
const maxLines = 200;

export interface JobSummary {
  readonly mode: string;
  readonly result: JobResult | undefined;
  readonly lines: readonly JobLine[];
  readonly findings: readonly Finding[];
}

/** The job summary, in GitHub's Markdown. Every text is shown as it is and cannot become markup. */
export function renderJobSummary({ mode, result, lines, findings }: JobSummary): string {
  const shown = lines.slice(0, maxLines).map(({ level, sentence, facts }) => {
    const { commit } = facts;
    const mark = level === 'info' ? '' : `**${level}**: `;
    return `- ${mark}${escapeMarkdown(sentence)}${typeof commit === 'string' ? `, commit \`${short(commit)}\`` : ''}`;
  });
  const more = lines.length - shown.length;
  const waiting = (result?.waiting ?? []).map(({ number, head }) => `| #${number} | \`${short(head)}\` |`);
  const blocks = [
    `## Certificates: ${escapeMarkdown(mode)}`,
    outcome(result),
    renderMarkdown(findings).trimEnd(),
    waiting.length > 0 && ['| waits for the authority’s key | at |', '|---|---|', ...waiting].join('\n'),
    result?.upkeep === true && 'The revocation list waits for the authority’s key, too.',
    [...shown, ...(more > 0 ? [`- and ${more} more lines, see the log`] : [])].join('\n'),
  ];
  return `${blocks.filter((block) => typeof block === 'string' && block !== '').join('\n\n')}\n`;
}

function outcome(result: JobResult | undefined): string {
  if (result === undefined) return 'Nothing was begun.';
  if (result.error !== undefined) return 'Not all could be done; what is left is done by the next run.';
  if (result.issued === undefined) return 'Everything that could be done was done.';
  return result.issued ? 'The certificate is issued.' : 'Nothing was issued: the pull request says what is missing.';
}

function short(commit: string): string {
  return /^[0-9a-f]+$/.test(commit) ? commit.slice(0, 12) : '';
}
