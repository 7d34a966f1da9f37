// SPDX-License-Identifier: MIT
import { commandTable } from '../approval/parse-commands.js';

const who: Readonly<Record<keyof typeof commandTable, string>> = {
  recheck: 'anybody',
  sign: 'who may approve',
  hold: 'who may approve',
  refuse: 'who may approve',
  replace: 'requester, holder, who may approve',
  revoke: 'who may approve, or holds the key',
  help: 'anybody',
};

/** All commands, for /help. */
export function helpWords(): string {
  const rows = Object.entries(commandTable).map(
    ([name, { usage, does }]) => `| \`${usage}\` | ${does} | ${who[name as keyof typeof commandTable]} |`,
  );
  return [
    '### Commands',
    'A command is a line of its own that begins a line of a comment.',
    ['| command | what it does | who |', '|---|---|---|', ...rows].join('\n'),
  ].join('\n\n');
}
