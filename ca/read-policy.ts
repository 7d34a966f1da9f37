// SPDX-License-Identifier: MIT
import { printable } from '../common/render/printable.js';
import { AuthorityError } from './authority-error.js';
import { fromValues, type Policy, policyPath, policySettings } from './policy.js';
import { readSettings } from './settings-file.js';

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
  const known = new Map(Object.values(policySettings).map((setting) => [setting.at, setting]));
  const values = new Map<string, unknown>();
  for (const { at, value, line } of readSettings(text, fail)) {
    const setting = known.get(at);
    if (setting === undefined) throw fail(`there is no setting "${at}"`, line);
    if (setting.read(value) === undefined) throw fail(`"${at}" has to be ${setting.form}`, line);
    values.set(at, value);
  }
  return fromValues((at) => values.get(at));
}
