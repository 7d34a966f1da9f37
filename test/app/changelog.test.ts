// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { changelogFor, changelogLanguages } from '../../src/app/changelog.js';

const changelog = `# Changelog

## [Unreleased]
- next

## 1.2.3 - 2026-01-02
### Added
- three
## Changed
- still three

## [1.2.2]
- two
## v1.2.1
- one
## 1.2.3-rc.1
- candidate
## 0.3
- short
# 1.0.0
- still short
`;

describe('changelogFor', () => {
  it.each([
    ['1.2.3', '### Added\n- three\n## Changed\n- still three\n\n- candidate'],
    ['1.2.2', '- two'],
    ['1.2.1', '- one'],
    ['0.3.0', ''],
    ['0.3', '- short\n# 1.0.0\n- still short'],
    ['1.0.0', ''],
    ['1.2.3-rc.1', '- next'],
    ['9.9.9', ''],
  ])('%s', (version, expected) => {
    expect(changelogFor(changelog, version, false)).toBe(expected);
  });

  it('a nightly has what is unreleased', () => {
    expect(changelogFor(changelog, '1.2.3', true)).toBe('- next');
  });

  it.each(['## Unreleased\n- x', '## [unreleased]\n- x', ' ## [Unreleased]\n- x', '# [Unreleased]\n- x'])(
    '%j is not [Unreleased]',
    (text) => {
      expect(changelogFor(`a\n${text}`, '1.0.0-beta', false)).toBe('');
    },
  );

  it.each([
    ['## 1.2.3.4', '1.2.3'],
    ['## [v1.2.3]', '1.2.3'],
    ['## 1.2.3\r\n', '1.2.3'],
    ['\n\n  \n## 1.2.3', '1.2.3'],
    ['## [Unreleased] - soon', '2.0.0-a'],
    ['## ١.٢.٣', '١.٢.٣'],
  ])('%j is a heading of %s', (line, version) => {
    expect(changelogFor(`${line}\nbelow`, version, false)).toBe('below');
  });

  it.each(['##1.2.3', '##  1.2.3', '## V1.2.3', '## v[1.2.3]', '## Version 1.2.3', '### 1.2.3', '\uFEFF## 1.2.3'])(
    '%j is none',
    (line) => {
      expect(changelogFor(`${line}\nbelow`, '1.2.3', false)).toBe('');
    },
  );

  it('takes lines where Python does', () => {
    expect(changelogFor('## 1.0.0\ra\x85b\u2028## 2.0.0\x0bc', '1.0.0', false)).toBe('a\nb');
    expect(changelogFor('## 1.0.0\ra\x85b\u2028## 2.0.0\x0bc', '2.0.0', false)).toBe('c');
  });

  it('reads a megabyte of headings at once', () => {
    const start = performance.now();
    changelogFor('## 1.2.3\nx\n'.repeat(90_000), '1.2.3', false);
    changelogFor(`## ${'1'.repeat(1_000_000)}`, '1.2.3', false);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

it('the languages are Django’s, without its variants of English', () => {
  expect(changelogLanguages).toContain('en');
  expect(changelogLanguages).toContain('zh-hans');
  expect(changelogLanguages.filter((code) => code.startsWith('en-') || /[A-Z_]/.test(code))).toEqual([]);
});
