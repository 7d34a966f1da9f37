// SPDX-License-Identifier: MIT
import { inspect } from 'node:util';

/**
 * What must not be shown: printing, logging or serialising it gives a placeholder. Secrets are to be in private fields,
 * which neither JSON nor `inspect` nor the structured clone algorithm see.
 */
export abstract class Unprintable {
  toJSON(): string {
    return '[private key]';
  }

  toString(): string {
    return '[private key]';
  }

  [inspect.custom](): string {
    return '[private key]';
  }
}
