// SPDX-License-Identifier: MIT

/** What was thrown, to be looked at; a test that throws nothing fails. */
export function thrown(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
