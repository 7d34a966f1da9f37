// SPDX-License-Identifier: MIT
import { commandTable } from '../approval/parse-commands.js';

/** All commands, for /help. */
export function helpWords(): string {
  const rows = Object.values(commandTable).map(({ usage, does, who }) => `| \`${usage}\` | ${does} | ${who} |`);
  return [
    '### Commands',
    'A command is a line of its own that begins a line of a comment or of a review.',
    ['| command | what it does | who |', '|---|---|---|', ...rows].join('\n'),
  ].join('\n\n');
}
