// SPDX-License-Identifier: MIT
import type { Situation } from '../situation.js';
import { typicalWait } from './typical-wait.js';
import { count, mention } from './text.js';

/** For somebody who asks for the first time: what this is, and what happens next. */
export function greetingWords({ pullRequest, base }: Situation): string {
  const wait = typicalWait(base.repository.ledger);
  const time =
    wait === undefined
      ? ''
      : ` Of the last requests, half were certified within ${count(wait.half, 'day')} and three in four within ${count(wait.mostOf, 'day')}.`;
  return [
    `Hello ${mention(pullRequest.author.login)}, thank you for the request. I am a program, and the first to look at it; this comment changes in place. What happens next:`,
    [
      '1. I say at once everything that is to change. After each push I look again; you need to ask nobody.',
      '2. When there is nothing to change, a maintainer looks at it and approves it.',
      '3. Then I certify the key, and write the certificate and the next steps here.',
    ].join('\n'),
    `Steps 1 and 3 take seconds, step 2 takes people.${time}`,
  ].join('\n\n');
}
