// SPDX-License-Identifier: MIT
import { type Answer, type FieldError, notFound, validationFailed } from './answer.js';

/** Ends a handler with an answer that is none of its results; the dispatcher sends it. */
export class Refused extends Error {
  constructor(readonly answer: Answer) {
    super(`refused with ${answer.status}`);
  }
}

export function refuse(answer: Answer): never {
  throw new Refused(answer);
}

/** @returns the value; where there is none the caller is told 404 */
export function found<Value>(value: Value | undefined): Value {
  return value ?? refuse(notFound);
}

export function invalid(...errors: FieldError[]): never {
  return refuse(validationFailed(...errors));
}
