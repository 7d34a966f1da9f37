// SPDX-License-Identifier: MIT
import { afterAll, describe, expect, it } from '@jest/globals';
import type { AppFiles } from '../../src/app/app-files.js';
import { judgeApp, type AppJudgement, type AppJudgementOptions } from '../../src/app/judge-app.js';
import { changelogRules } from '../../src/app/rules/changelog-rules.js';
import { database, info } from './support/documents.js';

const told = new Set<string>();

function app(files: Record<string, string | Uint8Array>): AppFiles {
  const contents = new Map(Object.entries(files).map(([path, content]) => [path, Buffer.from(content)]));
  return { list: () => [...contents.keys()], read: (path) => contents.get(path) };
}

const changelog = '## 1.2.3\n- now\n## [Unreleased]\n- next\n';
const good = { 'appinfo/info.xml': info(), 'CHANGELOG.md': changelog };

async function judge(files: Record<string, string | Uint8Array>, options?: AppJudgementOptions): Promise<AppJudgement> {
  const judgement = await judgeApp(app(files), options);
  for (const { rule } of judgement.findings) told.add(rule);
  return judgement;
}

function rules({ findings }: AppJudgement): string[] {
  return findings.map(({ severity, rule, file, line }) => `${severity} ${rule} ${file ?? '-'}:${line ?? '-'}`);
}

describe('an app that is fine', () => {
  it('is what the store would import', async () => {
    const judgement = await judge(good);
    expect(judgement).toMatchObject({
      ok: true,
      findings: [],
      id: 'news',
      version: '1.2.3',
      changelogs: { en: '- now' },
      refusals: [],
    });
    expect(judgement.info?.app.id).toBe('news');
    expect(judgement).not.toHaveProperty('refusal');
  });

  it('as a nightly it has what is unreleased', async () => {
    expect(await judge(good, { nightly: true })).toMatchObject({ findings: [], changelogs: { en: '- next' } });
  });

  it('as a prerelease too', async () => {
    const prerelease = { ...good, 'appinfo/info.xml': info({ version: '<version>2.0.0-beta.1</version>' }) };
    expect(await judge(prerelease)).toMatchObject({ findings: [], changelogs: { en: '- next' } });
  });

  it('an empty database.xml is none', async () => {
    expect(await judge({ ...good, 'appinfo/database.xml': '' })).toMatchObject({ ok: true, findings: [] });
  });

  it('translated changelogs', async () => {
    const { changelogs, findings } = await judge({
      ...good,
      'CHANGELOG.de.md': '## 1.2.3\njetzt',
      'CHANGELOG.zh-hans.md': '',
    });
    expect(changelogs).toEqual({ en: '- now', de: 'jetzt' });
    expect(findings).toEqual([]);
  });
});

describe('what the store shows nothing of', () => {
  it.each<[string, Record<string, string | Uint8Array>, string[], Record<string, string>]>([
    ['no changelog', { 'CHANGELOG.md': '' }, ['warning changelog-missing CHANGELOG.md:-'], { en: '' }],
    [
      'no section',
      { 'CHANGELOG.md': '# News\n\nVersion 1.2.3\n\n## 1.2.2\n- x' },
      ['warning changelog-without-version CHANGELOG.md:3'],
      { en: '' },
    ],
    [
      'an empty section',
      { 'CHANGELOG.md': '## 1.2.3\n\n## 1.2.2\n- x' },
      ['warning changelog-without-version CHANGELOG.md:1'],
      { en: '' },
    ],
    [
      'two in English',
      { 'CHANGELOG.en.md': '## 1.2.3\n- other' },
      ['warning changelog-replaced CHANGELOG.md:-'],
      { en: '- other' },
    ],
    ['an empty one in English', { 'CHANGELOG.en.md': '' }, [], { en: '- now' }],
    [
      'names that the store does not know',
      {
        'CHANGELOG.de_DE.md': changelog,
        'CHANGELOG.en-gb.md': changelog,
        'changelog.fr.md': changelog,
        'docs/CHANGELOG.md': changelog,
        'CHANGELOG.klingon.md': '',
      },
      ['CHANGELOG.de_DE.md', 'CHANGELOG.en-gb.md', 'CHANGELOG.klingon.md', 'changelog.fr.md'].map(
        (name) => `warning changelog-not-read ${name}:-`,
      ),
      { en: '- now' },
    ],
    [
      'a byte order mark',
      { 'CHANGELOG.md': `\uFEFF${changelog}` },
      ['warning changelog-byte-order-mark CHANGELOG.md:1', 'warning changelog-without-version CHANGELOG.md:1'],
      { en: '' },
    ],
  ])('%s', async (_what, files, expected, changelogs) => {
    const judgement = await judge({ ...good, ...files });
    expect(rules(judgement)).toEqual(expected);
    expect(judgement).toMatchObject({ ok: true, changelogs });
  });

  it('tells the name that would do', async () => {
    const { findings } = await judge({ ...good, 'CHANGELOG.de_DE.md': '', 'changelog.MD': '' });
    expect(findings.map(({ fix }) => fix)).toEqual(['Call it CHANGELOG.de.md.', 'Call it CHANGELOG.md.']);
  });

  it('a prerelease wants [Unreleased]', async () => {
    const { findings } = await judge({
      ...good,
      'appinfo/info.xml': info({ version: '<version>1.3.0-rc.1</version>' }),
      'CHANGELOG.md': '## 1.3.0-rc.1\n- x',
    });
    expect(findings).toMatchObject([
      { rule: 'changelog-without-version', message: expect.stringContaining('a prerelease') },
    ]);
  });
});

describe('what the store refuses', () => {
  const large = '## 1.2.3\n'.padEnd(1_047_553, 'x');

  it('tells no size of a changelog, of which only the start may have been read', async () => {
    const { findings } = await judge({ ...good, 'CHANGELOG.md': large });
    expect(findings).toMatchObject([
      { message: 'CHANGELOG.md has more than 1,047,552 bytes; the store reads no more.' },
    ]);
  });

  it.each<[string, Record<string, string | Uint8Array>, string[], unknown]>([
    [
      'a changelog too large',
      { 'CHANGELOG.md': large },
      ['error changelog-too-large CHANGELOG.md:-'],
      {
        stage: 'archive',
        status: 400,
        body: ["file <TarInfo 'CHANGELOG.md' at 0x7f0000000000> was bigger than allowed 1048576 bytes"],
      },
    ],
    [
      'a changelog that is not UTF-8',
      { 'CHANGELOG.de.md': Buffer.from('## 1.2.3\nfür', 'latin1') },
      ['error changelog-not-utf-8 CHANGELOG.de.md:2'],
      { stage: 'archive', status: 500, body: null },
    ],
    [
      'database.xml',
      { 'appinfo/database.xml': database('<x/>') },
      ['error element-unknown appinfo/database.xml:3'],
      { stage: 'metadata', status: 400, body: [expect.stringContaining('database.xml did not validate')] },
    ],
    [
      'the changelog before info.xml, info.xml before database.xml',
      { 'appinfo/database.xml': '<x', 'appinfo/info.xml': info({ bugs: '' }), 'CHANGELOG.md': Buffer.from([0xff]) },
      [
        'error changelog-not-utf-8 CHANGELOG.md:1',
        'error xml-malformed appinfo/database.xml:1',
        'error element-missing appinfo/info.xml:1',
      ],
      { stage: 'archive', status: 500, body: null },
    ],
  ])('%s', async (_what, files, expected, refusal) => {
    const judgement = await judge({ ...good, ...files });
    expect(rules(judgement)).toEqual(expected);
    expect(judgement.ok).toBe(false);
    expect(judgement.refusal).toEqual(refusal);
    expect(judgement).not.toHaveProperty('info');
  });

  it('info.xml comes before database.xml', async () => {
    const { refusals } = await judge({ ...good, 'appinfo/database.xml': '<x', 'appinfo/info.xml': info({ bugs: '' }) });
    expect(refusals.map(({ body }) => JSON.stringify(body).slice(0, 30))).toEqual([
      expect.stringContaining('info.xml'),
      expect.stringContaining('database.xml'),
    ]);
  });

  it('no info.xml', async () => {
    const judgement = await judge({ 'CHANGELOG.md': changelog }, { label: (path) => `news/${path}` });
    expect(judgement).toMatchObject({
      ok: false,
      findings: [{ rule: 'info-missing', file: 'news/appinfo/info.xml' }],
      changelogs: {},
      refusal: { status: 400, body: ['Path news/appinfo/info.xml does not exist in package'] },
    });
  });

  it('names files as it is told to', async () => {
    const { findings } = await judge({ 'appinfo/info.xml': info({ bugs: '' }) }, { label: (path) => `x/${path}` });
    expect(findings.map(({ file }) => file)).toEqual(['x/CHANGELOG.md', 'x/appinfo/info.xml']);
  });
});

afterAll(() => {
  expect(changelogRules.map(({ id }) => id).filter((id) => !told.has(id))).toEqual([]);
});
