// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { type ReleaseSummary, renderReleaseSummary } from '../../src/github/release-summary.js';

const summary: ReleaseSummary = {
  app: 'hello',
  version: '1.0.0',
  outcome: 'Published: the store lists it with this signature.',
  steps: [
    { name: 'plan', state: 'done' },
    { name: 'upload', state: 'skipped', detail: 'there already, same bytes' },
    { name: 'publish to the store', state: 'failed', detail: 'HTTP 400' },
    { name: 'read back', state: 'open' },
  ],
  archive: { name: 'hello-1.0.0.tar.gz', size: 4711, files: 12, sha256: 'aa', sha512: 'bb' },
  links: [
    { text: 'release', url: 'https://github.com/jane/hello/releases/tag/v1.0.0' },
    { text: 'store', url: 'https://apps.nextcloud.com/apps/hello' },
  ],
  findings: [{ rule: 'some-rule', severity: 'warning', message: 'Something.', fix: 'Mend it.' }],
};

describe('the job summary', () => {
  it('shows steps, archive, digests, links and findings', () => {
    expect(renderReleaseSummary(summary)).toBe(`## hello 1.0.0

Published: the store lists it with this signature.

| | step | |
|---|---|---|
| ✅ | plan |  |
| ➖ | upload | there already, same bytes |
| ❌ | publish to the store | HTTP 400 |
| ▫️ | read back |  |

| hello\\-1.0.0.tar.gz | 12 files, 4711 bytes |
|---|---|
| SHA-256 | \`aa\` |
| SHA-512 | \`bb\` |

[release](<https://github.com/jane/hello/releases/tag/v1.0.0>) · [store](<https://apps.nextcloud.com/apps/hello>)

| | where | what | fix | rule |
|---|---|---|---|---|
| ⚠️ warning |  | Something. | Mend it. | some-rule |
`);
  });

  it('leaves out what there is nothing to say about', () => {
    const { app, version, outcome } = summary;
    expect(renderReleaseSummary({ app, version, outcome, steps: [], links: [], findings: [] })).toBe(
      '## hello 1.0.0\n\nPublished: the store lists it with this signature.\n',
    );
  });

  it('takes every text for hostile: no markup, no script address, no way out of a link', () => {
    const text = renderReleaseSummary({
      ...summary,
      app: '<img src=x>\n# big',
      outcome: '@everyone [x](https://evil.example)',
      links: [
        { text: 'a](https://evil.example)', url: 'javascript:alert(1)' },
        { text: 'b', url: 'https://ok.example/><script>' },
      ],
    });
    expect(text).not.toContain('<img');
    expect(text).not.toContain('<script>');
    expect(text).not.toContain('javascript:');
    expect(text).not.toContain('\n# big');
    expect(text).not.toContain('](https://evil.example)');
    expect(text).toContain('[b](<https://ok.example/%3E%3Cscript%3E>)');
  });
});
