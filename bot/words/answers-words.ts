// SPDX-License-Identifier: MIT
import { helpText } from '../approval/parse-commands.js';
import type { Answer } from '../standing.js';
import { helpWords } from './help-words.js';
import { block, plain } from './text.js';

/** a discussion of more commands than this has lost sight of the first ones */
const most = 30;

/** of apps whose revocation strangers ask for */
const mostToRun = 5;

/** What became of each command, what is to be run for it, and the list of all of them where somebody asked for it. */
export function answersWords(answers: readonly Answer[]): string {
  const isHelp = ({ line, accepted }: Answer): boolean => accepted && /^\/help\b/i.test(line);
  const left = Math.max(0, answers.length - most);
  const rows = answers.slice(left).map((answer) => {
    // the list of all commands is a table of its own, and once is enough
    const text = plain(answer.text.replace(helpText, isHelp(answer) ? 'See below.' : '/help lists the commands.'), 900);
    return `| ${plain(answer.line, 120)} | ${plain(answer.by.login, 60)} | ${answer.accepted ? 'yes' : 'no'} | ${text} |`;
  });
  const note = left === 0 ? [] : [`${left} earlier ones are left out.`];
  return [
    ['| command | by | heeded | |', '|---|---|---|---|', ...rows].join('\n'),
    ...note,
    ...runWords(answers.slice(left)),
    ...(answers.some(isHelp) ? [helpWords()] : []),
  ].join('\n\n');
}

/** A table is no place for something to copy: its bars are escaped there. */
function runWords(answers: readonly Answer[]): string[] {
  const commands = [...new Set(answers.flatMap(({ run }) => run ?? []))].slice(0, mostToRun);
  if (commands.length === 0) return [];
  return [
    'Where the key lies, this signs the request; put what it prints into a comment:',
    ...commands.map((command) => block(command, 'sh')),
  ];
}
