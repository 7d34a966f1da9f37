// SPDX-License-Identifier: MIT

/** How a command ends. This is the one place that turns an outcome into an exit status. */
export const exitStatus = {
  /** all well */
  fine: 0,
  /** the answer is no: a finding of severity `error`, a verdict that is not `{}` */
  refused: 1,
  /** could not start: wrong usage, input that cannot be used at all */
  unusable: 2,
  /** the outside failed: network, store, GitHub, disk */
  outside: 3,
} as const;

export type Outcome = keyof typeof exitStatus;
