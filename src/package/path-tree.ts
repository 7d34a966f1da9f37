// SPDX-License-Identifier: MIT
import type { Violation } from '../../common/rule.js';
import { isAscii } from './byte-string.js';

interface Name {
  /** as it was first written */
  readonly written: string;
  readonly below: Map<string, Name>;
  isFile: boolean;
}

/**
 * Paths as a file system without case sees them, or one that normalises accents. The work is linear in the length of
 * all paths, whoever made them.
 */
export class PathTree {
  readonly #top: Name = { written: '', below: new Map(), isFile: false };
  readonly #collisions = new Map<string, Violation>();
  readonly #filesAsFolders = new Map<string, Violation>();

  add(path: string, isFile: boolean): void {
    const written = path.split('/');
    // Neither step makes or takes a slash.
    const folded = (isAscii(path) ? path : path.normalize('NFC')).toLowerCase().split('/');
    let folder = this.#top;
    for (const [depth, name] of written.entries()) {
      // An entry may come before or after those that take it for their folder.
      if (folder.isFile) this.#fileAsFolder(written.slice(0, depth).join('/'));
      const key = folded[depth] ?? name;
      let below = folder.below.get(key);
      if (below === undefined) {
        below = { written: name, below: new Map(), isFile: false };
        folder.below.set(key, below);
      } else if (below.written !== name) {
        this.#collision(written.slice(0, depth + 1).join('/'), below.written);
      }
      folder = below;
    }
    folder.isFile ||= isFile;
    if (isFile && folder.below.size > 0) this.#fileAsFolder(path);
  }

  /** One for each name, of a file or a folder, that is taken for one that came before it in the same folder. */
  get collisions(): Iterable<Violation> {
    return this.#collisions.values();
  }

  /** One for each file that is also the folder of another path. */
  get filesAsFolders(): Iterable<Violation> {
    return this.#filesAsFolders.values();
  }

  #collision(file: string, first: string): void {
    const message = `${file} and ${first} in the same folder differ only by case or by how accents are written.`;
    this.#collisions.set(file, { file, message });
  }

  #fileAsFolder(file: string): void {
    this.#filesAsFolders.set(file, { file });
  }
}
