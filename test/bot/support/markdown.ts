// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';

const extensions = ['table', 'autolink', 'strikethrough', 'tasklist'].flatMap((name) => ['-e', name]);

/** What GitHub's own Markdown program makes of a text, HTML in it left as it is. */
export function html(markdown: string): string {
  const { status, stdout, stderr } = spawnSync('cmark-gfm', ['--unsafe', ...extensions], {
    input: markdown,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

export interface Page {
  /** names of all elements */
  readonly elements: ReadonlySet<string>;
  /** addresses of links and images */
  readonly links: readonly string[];
  /** what a reader sees outside of code: there GitHub looks for mentions and references */
  readonly text: string;
  /** what is in code */
  readonly code: string;
}

/** Reads what `html` made: it is regular, as programs write it. */
export function pageOf(markdown: string): Page {
  const page = html(markdown);
  const codes = [...page.matchAll(/<code[^>]*>([\s\S]*?)<\/code>/g)].map(([, inside = '']) => entities(inside));
  const rest = page.replace(/<code[^>]*>[\s\S]*?<\/code>/g, ' ');
  return {
    elements: new Set([...page.matchAll(/<\/?([a-z!][a-z0-9-]*)/gi)].map(([, name = '']) => name.toLowerCase())),
    links: [...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link = '']) => entities(link)),
    text: entities(rest.replace(/<[^>]*>/g, ' ')),
    code: codes.join('\n'),
  };
}

function entities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
