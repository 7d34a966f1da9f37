// SPDX-License-Identifier: MIT
import { type Answer, notFound, problem } from '../answer.js';
import type { RefRefusal } from './ref-update.js';

/**
 * What REST says to a push that is refused. A branch that cannot be created is told no more than "Reference update failed"
 * (github/rest-api-description#4887); words about rules as quoted in satisfactory-factories/application#67.
 */
export function refusalAnswer({ reason, rules }: RefRefusal, creating: boolean): Answer {
  switch (reason) {
    case 'no-object':
      return problem(422, 'Object does not exist');
    case 'not-fast-forward':
      return problem(422, 'Update is not a fast forward');
    case 'workflow':
      return problem(403, 'Resource not accessible by integration');
    case 'default-branch':
      return problem(422, 'Cannot delete the default branch');
    case 'missing':
      return notFound;
    case 'rules':
      return problem(422, creating ? 'Reference update failed' : rulesMessage(rules));
    default:
      return problem(422, 'Reference update failed');
  }
}

export function rulesMessage(rules: readonly string[]): string {
  return `Repository rule violations found\n\n${rules.join('\n\n')}\n\n`;
}
