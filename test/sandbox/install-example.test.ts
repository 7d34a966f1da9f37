// SPDX-License-Identifier: MIT
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { judgeApp } from '../../src/app/judge-app.js';
import { pathRules } from '../../src/integrity/signing-rules.js';
import { stageApp } from '../../src/package/stage.js';
import { stagedAppFiles } from '../../src/staged-app-files.js';

const stage = stageApp(fileURLToPath(new URL('../../examples/hello_release', import.meta.url)), { rules: pathRules });

describe('the example app', () => {
  it('is one that the store takes and says nothing about', async () => {
    const judgement = await judgeApp(stagedAppFiles(stage));
    expect(judgement.findings).toEqual([]);
    expect(judgement).toMatchObject({ ok: true, id: 'hello_release', version: '1.0.0' });
    expect(judgement.changelogs.en).toContain('A page and a dashboard widget');
    expect(judgement.changelogs.de).toContain('Eine Seite und ein Dashboard-Widget');
  });

  it('leaves nothing to say about its files, and its tests and README at home', () => {
    expect(stage.findings).toEqual([]);
    expect(stage.leftOut.map(({ path }) => path).toSorted()).toEqual(['.nextcloudignore', 'README.md', 'tests/']);
  });

  it('has the names that an archive has to endure', () => {
    const paths = stage.files.map(({ path }) => path);
    expect(paths.some((path) => Buffer.byteLength(`hello_release/${path}`) > 100)).toBe(true);
    expect(paths.some((path) => /\p{Script=Hiragana}/u.test(path))).toBe(true);
    expect(paths.some((path) => /[\u{10000}-\u{10ffff}]/u.test(path))).toBe(true);
  });
});
