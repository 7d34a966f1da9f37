// SPDX-License-Identifier: MIT

/** Who made a commit, and when. */
export interface Signature {
  readonly name: string;
  readonly email: string;
  /** to the second */
  readonly date: Date;
  /** the clock's distance from UTC, `+0200` */
  readonly zone: string;
}

export interface Commit {
  readonly id: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
  /** armored OpenPGP, SSH or X.509 signature (header `gpgsig`) */
  readonly signature: string | null;
  /** what was signed: the commit without that header */
  readonly payload: string | null;
  /** higher than that of each of its ancestors: the order in which this process came to know commits */
  readonly arrival: number;
}

export type NewCommit = Pick<Commit, 'tree' | 'parents' | 'author' | 'committer' | 'message'> & {
  readonly signature?: string | null;
};

export function encodeCommit(commit: NewCommit): Buffer {
  const lines = [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${encodeSignature(commit.author)}`,
    `committer ${encodeSignature(commit.committer)}`,
    ...(typeof commit.signature !== 'string' ? [] : [`gpgsig ${commit.signature.trimEnd().replaceAll('\n', '\n ')}`]),
  ];
  return Buffer.from(`${lines.join('\n')}\n\n${commit.message}`);
}

export function decodeCommit(id: string, body: Buffer): Omit<Commit, 'arrival'> {
  const text = body.toString('utf8');
  const end = text.indexOf('\n\n');
  // A header goes on in lines that begin with a blank.
  const headers = text.slice(0, end === -1 ? text.length : end).split(/\n(?! )/);
  const all = (name: string) =>
    headers.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
  const signature = all('gpgsig')[0]?.replaceAll('\n ', '\n') ?? null;
  return {
    id,
    tree: all('tree')[0] ?? '',
    parents: all('parent'),
    author: decodeSignature(all('author')[0] ?? ''),
    committer: decodeSignature(all('committer')[0] ?? ''),
    message: end === -1 ? '' : text.slice(end + 2),
    signature,
    payload:
      signature === null
        ? null
        : `${headers.filter((line) => !line.startsWith('gpgsig ')).join('\n')}${text.slice(end)}`,
  };
}

/** Git drops these characters from names and addresses: they would end the field. */
function encodeSignature({ name, email, date, zone }: Signature): string {
  const clean = (text: string) => text.replace(/[<>\n\0]/g, '').trim();
  return `${clean(name)} <${clean(email)}> ${Math.floor(date.getTime() / 1000)} ${zone}`;
}

function decodeSignature(text: string): Signature {
  const [, name = '', email = '', seconds = '0', zone = '+0000'] =
    /^(.*?) ?<([^>]*)> (-?\d+) ([+-]\d{4})$/.exec(text) ?? [];
  return { name, email, date: new Date(Number(seconds) * 1000), zone };
}
