// SPDX-License-Identifier: MIT

export type ChangeStatus = 'added' | 'removed' | 'modified' | 'renamed' | 'changed';

/** How one file differs between two trees. */
export interface FileChange {
  /** `changed`: another kind of thing under the same name, say a symbolic link in place of a file */
  readonly status: ChangeStatus;
  readonly path: string;
  /** of a renamed file */
  readonly previousPath?: string;
  /** of the new content; of the old one where the file is gone */
  readonly id: string;
  readonly additions: number;
  readonly deletions: number;
  /** the hunks, without the headers in front; undefined where there are none, as for binary files */
  readonly patch?: string;
}

const statusOf: Readonly<Record<string, ChangeStatus>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  T: 'changed',
};

/**
 * Reads what `git diff-tree -z --raw --numstat -p` prints for one pair of trees:
 * `:MODE MODE ID ID STATUS NUL PATH NUL` for each file, `ADDED TAB REMOVED TAB PATH NUL` for each file, NUL, patches.
 * A renamed file has two paths.
 */
export function readFileChanges(output: Buffer): FileChange[] {
  const fields = new Fields(output);
  const raw: { status: ChangeStatus; id: string; paths: string[] }[] = [];
  while (fields.peek() === ':') {
    const [, , before = '', after = '', letter = ''] = fields.next().split(' ');
    const status = statusOf[letter.charAt(0)] ?? 'modified';
    const paths = status === 'renamed' ? [fields.next(), fields.next()] : [fields.next()];
    raw.push({ status, id: status === 'removed' ? before : after, paths });
  }
  const counts = raw.map(({ status }) => {
    const [added = '', removed = ''] = fields.next().split('\t');
    if (status === 'renamed') fields.skip(2);
    return { additions: Number(added) || 0, deletions: Number(removed) || 0 };
  });
  if (raw.length > 0) fields.skip(1);
  const patches = sections(fields.rest());
  return raw.map(({ status, id, paths }, n) => {
    // A change of kind is printed as a removal and an addition.
    const own = patches.splice(0, status === 'changed' ? 2 : 1).flatMap(({ hunks }) => (hunks === '' ? [] : [hunks]));
    const [first = '', second] = paths;
    return {
      status,
      path: second ?? first,
      ...(second !== undefined && { previousPath: first }),
      id,
      ...(counts[n] ?? { additions: 0, deletions: 0 }),
      ...(own.length > 0 && { patch: own.join('\n') }),
    };
  });
}

/** The patches of the files, each from its `diff --git` line on; in hunks, lines begin with something else. */
function sections(text: string): { hunks: string }[] {
  if (text === '') return [];
  return text.split(/^(?=diff --git )/m).map((section) => {
    const start = section.search(/^@@ /m);
    return { hunks: start === -1 ? '' : section.slice(start).replace(/\n$/, '') };
  });
}

class Fields {
  private at = 0;

  constructor(private readonly bytes: Buffer) {}

  peek(): string {
    return this.bytes.toString('latin1', this.at, this.at + 1);
  }

  next(): string {
    const end = this.bytes.indexOf(0, this.at);
    const field = this.bytes.toString('utf8', this.at, end);
    this.at = end + 1;
    return field;
  }

  skip(count: number): void {
    for (let n = 0; n < count; n++) this.next();
  }

  rest(): string {
    return this.bytes.toString('utf8', this.at);
  }
}
