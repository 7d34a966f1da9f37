// SPDX-License-Identifier: MIT
import { printable } from '../common/render/printable.js';
import { readValues } from '../common/settings.js';
import { AuthorityError } from './authority-error.js';
import { type Policy, policyPath, policySettings } from './policy.js';

/**
 * Reads the file. What is not set has its default; what nobody knows is refused, with the line.
 * @throws AuthorityError `bad-policy`
 */
export function readPolicy(text: string, file = policyPath): Policy {
  const fail = (what: string, line: number): AuthorityError =>
    new AuthorityError('bad-policy', `${file}:${line}: ${printable(what)}.`, {
      hint: 'See the table of settings in docs/authority.md.',
      file,
      line,
    });
  return readValues(policySettings, text, fail);
}
