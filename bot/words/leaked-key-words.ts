// SPDX-License-Identifier: MIT
import type { Judgement } from '../judgement.js';
import type { View } from '../view.js';
import { findingWords } from './finding-words.js';

/** By rule, what the comment says of it beside the finding; in this order, each once. */
const words: readonly (readonly [rules: readonly string[], text: string])[] = [
  [
    ['leaked-key', 'leaked-key-unreadable', 'request-private-key'],
    'A private key stands in this pull request. GitHub has shown it to everybody, mirrors and mails have copies: **treat it as stolen**. Deleting the file, the commit or the branch does not take it back.',
  ],
  [
    ['leaked-key-repository'],
    'The private key of this request lies in a file of the app’s repository, where everybody can read it: **treat it as stolen**. Deleting the file or the commit does not take it back, since there are copies. `git grep -lI "PRIVATE KEY"` names the file.',
  ],
  [['leaked-key', 'leaked-key-repository'], 'It is never certified again, and certificates that it has are revoked.'],
  [
    ['leaked-key-unreadable', 'request-private-key'],
    'Where it cannot be opened, with a passphrase on it or damaged as it is, nobody here can tell whose it is, and nothing is blocked or revoked for it. It is most likely the key of this request, and a passphrase can be guessed: do not ask for a certificate with that key again.',
  ],
];

const steps = [
  '1. Make a new key, and keep it outside of the repository. The commands below do that.',
  '2. If the key was used for anything else, change it there too: releases of the app, servers, other accounts.',
  '3. Never commit files that end in `.key`.',
].join('\n');

/** A leak, for where nothing else is said: the key is burnt wherever it stood. */
export function leakWords({ judgement, situation }: Pick<View, 'judgement' | 'situation'>): (string | undefined)[] {
  const leaks = judgement.findings.filter(
    ({ rule }) => rule.startsWith('leaked-key') || rule === 'request-private-key',
  );
  return [leakedKeyWords(judgement), ...findingWords(leaks, situation)];
}

/** A private key is in the open: what that means, and what to do now. Where it stands is said by the finding, once. */
export function leakedKeyWords({ findings }: Judgement): string | undefined {
  const found = new Set(findings.map(({ rule }) => rule));
  const said = words.filter(([rules]) => rules.some((rule) => found.has(rule))).map(([, text]) => text);
  return said.length === 0 ? undefined : ['### A private key is public', ...said, steps].join('\n\n');
}
