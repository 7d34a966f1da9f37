// SPDX-License-Identifier: MIT

export interface Label {
  readonly id: number;
  name: string;
  /** six hexadecimal digits */
  color: string;
  description: string | null;
  readonly default: boolean;
}
