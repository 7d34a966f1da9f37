// SPDX-License-Identifier: MIT
import type { Terminal } from '../../common/command.js';

/** The variables that are set, for a build; what is secret among them is taken out there. */
export function environmentOf({ env }: Pick<Terminal, 'env'>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
