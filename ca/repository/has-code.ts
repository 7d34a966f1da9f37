// SPDX-License-Identifier: MIT

/** True for an error of the system with one of these codes, e.g. `ENOENT`. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code));
}
