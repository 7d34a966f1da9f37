// SPDX-License-Identifier: MIT

/** GitHub's times are in whole seconds, UTC: two things within a second cannot be told apart. */
export function timestamp(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

export function timestampOrNull(date: Date | null): string | null {
  return date === null ? null : timestamp(date);
}
