// SPDX-License-Identifier: MIT
import { CodedError } from '../common/coded-error.js';

/**
 * An error as facts of a log line, its code first: documentation and alarms go by that. What was foreseen needs no trace,
 * and its causes carry requests.
 */
export function errorFacts(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof CodedError)) return { code: 'fault', err: error };
  return { code: String(error.code), reason: error.message, hint: error.hint };
}
