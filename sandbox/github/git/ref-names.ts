// SPDX-License-Identifier: MIT
import type { Refs } from './refs.js';

/** The refs of one kind by their short names: branches or tags. */
export class RefNames {
  /** @param prefix `refs/heads/` or `refs/tags/` */
  constructor(
    private readonly refs: Refs,
    private readonly prefix: string,
  ) {}

  get(name: string): string | undefined {
    return this.refs.get(this.prefix + name);
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  /** In the order of their names. */
  names(): string[] {
    return this.refs.list(this.prefix).map(([name]) => name.slice(this.prefix.length));
  }
}
