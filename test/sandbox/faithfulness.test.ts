// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const page = read('docs/faithfulness.md');

/** The cells of each row of the table below a heading, its head left out. */
function tableBelow(heading: string): string[][] {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const [text = ''] = section.split('\n## ');
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .slice(1, -1)
      .split(' | ')
      .map((cell) => cell.trim()),
  );
}

interface Named {
  readonly file: string;
  readonly title: string | undefined;
}

/** `FILE: TITLE; FILE: TITLE`, where a title may have both of these signs in it. */
function testsIn(cell: string): Named[] {
  return cell.split(/[;,] (?=[\w/.-]+\.test\.ts(?:: |[;,]|$))/).map((named) => {
    const { file = '', title } = /^(?<file>[\w/.-]+\.test\.ts)(?:: (?<title>.+))?$/.exec(named)?.groups ?? {};
    return { file, title };
  });
}

const below = (folder: string, file: string): string => (file.startsWith('test/') ? file : `${folder}/${file}`);

/** As a title stands in the source, whole. */
const literals = (title: string): string[] => [`'${title}'`, `"${title}"`, `\`${title}\``];

describe.each(['GitHub: people, reviews, checks, webhooks', 'GitHub: git and pull requests'])('%s', (heading) => {
  const rows = tableBelow(heading);

  it('has four cells in every row', () => {
    expect(rows.length).toBeGreaterThan(30);
    for (const row of rows) expect(row).toEqual(Array.from({ length: 4 }, () => expect.stringMatching(/./)));
  });

  it.each(rows.map(([behaviour = '', , sandbox = '']) => [behaviour, sandbox]))(
    'names tests that show it: %s',
    (_, sandbox) => {
      for (const { file, title = '' } of testsIn(sandbox)) {
        if (file === '') expect(sandbox).toMatch(/^the same$|^no switch: /);
        // some words of a title are enough here, and of several titles of a file
        else for (const words of title.split('; ')) expect(read(below('test/sandbox/github', file))).toContain(words);
      }
    },
  );

  it.each(rows.flatMap(([behaviour = '', , , broken = '']) => (broken.startsWith('—') ? [] : [[behaviour, broken]])))(
    'names tests that break it: %s',
    (_, broken) => {
      for (const { file, title = '' } of testsIn(broken)) {
        expect(file).not.toBe('');
        expect(title).not.toBe('');
        const source = read(below('test/bot', file));
        const isThere = literals(title).some((literal) => source.includes(literal));
        expect({ file, title, isThere }).toEqual({ file, title, isThere: true });
      }
    },
  );
});
