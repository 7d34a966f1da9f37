// SPDX-License-Identifier: MIT
import type { Finding } from './finding.js';
import type { Outcome } from './outcome.js';

export interface ErrorDetails {
  /** one sentence that names the fix */
  readonly hint: string;
  readonly cause?: unknown;
  readonly file?: string;
  readonly line?: number;
  /** what was found, where the error is the sum of findings */
  readonly findings?: readonly Finding[];
}

/**
 * The errors of a room: one subclass per room, with a closed table of codes and the outcome that each stands for.
 *
 *     const codes = { 'store-unreachable': 'outside', … } as const satisfies ErrorCodes;
 *     export class StoreError extends CodedError<keyof typeof codes> {
 *       constructor(code: keyof typeof codes, message: string, details: ErrorDetails) {
 *         super(code, codes[code], message, details);
 *       }
 *     }
 */
export abstract class CodedError<Code extends string = string> extends Error {
  readonly hint: string;
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly findings: readonly Finding[];

  protected constructor(
    readonly code: Code,
    readonly outcome: Exclude<Outcome, 'fine'>,
    message: string,
    details: ErrorDetails,
  ) {
    super(message, { cause: details.cause });
    this.name = new.target.name;
    this.hint = details.hint;
    this.file = details.file;
    this.line = details.line;
    this.findings = details.findings ?? [];
  }
}

export type ErrorCodes = Readonly<Record<string, Exclude<Outcome, 'fine'>>>;
