// SPDX-License-Identifier: MIT
import { decidingPattern, type IgnorePattern } from './ignore-file.js';
import type { DefaultPattern } from './leave-out-rules.js';

/** An ignore file that is in force. */
interface IgnoreList {
  /** its folder as a byte string, empty or with a slash at the end: patterns see paths from there */
  readonly folder: string;
  /** its path, for people */
  readonly file: string;
  readonly patterns: readonly IgnorePattern[];
}

export interface IgnoreVerdict {
  readonly leftOut: boolean;
  /** whether it is that of a default: no ignore file speaks of the path */
  readonly isDefault: boolean;
  /** `FILE:LINE` of the pattern that decided, or the id of the default */
  readonly rule: string;
}

/** What is in force in one folder: the nearest ignore file speaks first, the defaults last, and where none speaks the file is taken. */
export class IgnoreStack {
  readonly #lists: readonly IgnoreList[];
  readonly #defaults: readonly DefaultPattern[];

  constructor(defaults: readonly DefaultPattern[], lists: readonly IgnoreList[] = []) {
    this.#defaults = defaults;
    this.#lists = lists;
  }

  with(nearest: IgnoreList): IgnoreStack {
    return new IgnoreStack(this.#defaults, [nearest, ...this.#lists]);
  }

  /** @param path from the app folder, a byte string as `name` is */
  verdict(path: string, name: string, isFolder: boolean): IgnoreVerdict | undefined {
    for (const { folder, file, patterns } of this.#lists) {
      const pattern = decidingPattern(patterns, path.slice(folder.length), name, isFolder);
      if (pattern !== undefined)
        return { leftOut: !pattern.negated, isDefault: false, rule: `${file}:${pattern.line}` };
    }
    const standard = decidingPattern(this.#defaults, path, name, isFolder);
    return standard && { leftOut: true, isDefault: true, rule: standard.rule };
  }
}
