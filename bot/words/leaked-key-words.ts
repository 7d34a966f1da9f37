// SPDX-License-Identifier: MIT
import type { Judgement } from '../judgement.js';

/** A private key is in the open: what that means, and what to do now. Where it stands is said by the finding, once. */
export function leakedKeyWords({ findings }: Judgement): string | undefined {
  if (!findings.some(({ rule }) => rule === 'leaked-key' || rule === 'request-private-key')) return undefined;
  return [
    '### A private key is public',
    'A private key stands in this pull request. GitHub has shown it to everybody, mirrors and mails have copies: **treat it as stolen**. Deleting the file, the commit or the branch does not take it back. It is never certified again, and certificates that it has are revoked.',
    [
      '1. Make a new key, and keep it outside of the repository. The commands below do that.',
      '2. If the key was used for anything else, change it there too: releases of the app, servers, other accounts.',
      '3. Never commit files that end in `.key`.',
    ].join('\n'),
  ].join('\n\n');
}
