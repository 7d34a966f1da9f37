// SPDX-License-Identifier: MIT

/** `2026-11-21`, in UTC */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
