// SPDX-License-Identifier: MIT
import type { Finding } from '../../common/finding.js';
import { escapeMarkdown, renderMarkdown } from '../../common/render/markdown.js';

export interface ReleaseSummary {
  readonly app: string;
  readonly version: string;
  /** what came of it, one sentence */
  readonly outcome: string;
  readonly steps: readonly {
    readonly name: string;
    readonly state: 'done' | 'skipped' | 'failed' | 'open';
    readonly detail?: string;
  }[];
  readonly archive?: {
    readonly name: string;
    readonly size: number;
    readonly files: number;
    /** lower-case hex */
    readonly sha256: string;
    readonly sha512: string;
  };
  readonly links: readonly { readonly text: string; readonly url: string }[];
  readonly findings: readonly Finding[];
}

const marks = { done: '✅', skipped: '➖', failed: '❌', open: '▫️' } as const;

/** The job summary of a release, in GitHub's Markdown. Every text is shown as it is and cannot become markup. */
export function renderReleaseSummary(summary: ReleaseSummary): string {
  const { app, version, outcome, steps, archive, links, findings } = summary;
  const stepRows = steps.map(
    ({ name, state, detail }) => `| ${marks[state]} | ${escapeMarkdown(name)} | ${escapeMarkdown(detail ?? '')} |`,
  );
  const archiveRows = archive && [
    `| ${escapeMarkdown(archive.name)} | ${archive.files} files, ${archive.size} bytes |`,
    '|---|---|',
    `| SHA-256 | \`${archive.sha256}\` |`,
    `| SHA-512 | \`${archive.sha512}\` |`,
  ];
  const blocks = [
    `## ${escapeMarkdown(app)} ${escapeMarkdown(version)}`,
    escapeMarkdown(outcome),
    stepRows.length > 0 && ['| | step | |', '|---|---|---|', ...stepRows].join('\n'),
    archiveRows?.join('\n'),
    links.map(renderLink).join(' · '),
    renderMarkdown(findings).trimEnd(),
  ];
  return `${blocks.filter((block) => typeof block === 'string' && block !== '').join('\n\n')}\n`;
}

function renderLink({ text, url }: { readonly text: string; readonly url: string }): string {
  const label = escapeMarkdown(text);
  const target = URL.canParse(url) ? new URL(url) : undefined;
  if (target?.protocol !== 'https:' && target?.protocol !== 'http:') return label;
  return `[${label}](<${target.href.replace(/[<>]/g, encodeURIComponent)}>)`;
}
