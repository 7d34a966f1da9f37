// SPDX-License-Identifier: MIT

/** GitHub takes 65,536 characters; nobody's command stands behind that. */
const maxBody = 65_536;
const maxLine = 2_000;

/** Blocks of HTML in which text is not what its author says: a hidden comment, something shown as it was typed. */
const blocks = [
  ['<!--', '-->'],
  ['<pre', '</pre>'],
] as const;

/**
 * The lines of a Markdown text in which its author speaks; code, quotes and HTML comments are left as empty lines. Where
 * Markdown is unclear (a fence inside a list), the line is taken for code: a command that is not seen can be given again.
 */
export function visibleLines(body: string): string[] {
  let fence: string | undefined;
  let until: string | undefined;
  const lines = body.slice(0, maxBody).split(/\r\n?|\n/);
  return lines.map((line) => {
    if (until !== undefined) {
      if (line.toLowerCase().includes(until)) until = undefined;
      return '';
    }
    if (fence !== undefined) {
      if (closes(line, fence)) fence = undefined;
      return '';
    }
    fence = openingFence(line);
    if (fence !== undefined || /^(?: {4}|\t|\s*>)/.test(line)) return '';
    until = opensBlock(line);
    return withoutHtmlComments(line.slice(0, maxLine));
  });
}

/**
 * CommonMark section 4.5, also behind the marks of a list; a backtick fence has no backtick in its info string. Blanks
 * belong to one part of the pattern alone: where two could share them, a line of 65,000 took it 15 seconds.
 */
function openingFence(line: string): string | undefined {
  return /^(?:[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t])){0,9}[ \t]*(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
}

function closes(line: string, fence: string): boolean {
  const text = line.trim();
  return text.length >= fence.length && text === fence.charAt(0).repeat(text.length);
}

/** What ends the block that this line leaves open. */
function opensBlock(line: string): string | undefined {
  const text = line.replace(/`[^`]*`/g, '').toLowerCase();
  return blocks.find(([open, close]) => text.lastIndexOf(open) > text.lastIndexOf(close))?.[1];
}

/** A blank takes its place: what stood behind one does not come to the beginning of the line. */
function withoutHtmlComments(line: string): string {
  return line.replace(/<!--.*?(?:-->|$)/g, ' ');
}
