// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { validate } from '../../src/cli/validate.js';
import type { Validation } from '../../src/cli/validation-target.js';
import { appArchive, infoXml, tarGz } from '../store/support/tar.js';
import { type Ran, runCommand } from '../support/terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'validate-'));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(() => {
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  write('any-name/appinfo/info.xml', infoXml());
  write('any-name/CHANGELOG.md', '## 1.0.0\n- this\n');
  write('broken/appinfo/info.xml', infoXml({ version: '1.0' }));
  write('broken/appinfo/database.xml', '<database/>');
  write('empty/README.md', '');
  write('news.tar.gz', appArchive());
  write('named-wrong.tar.gz', appArchive({ folder: 'mail' }));
  write(
    'link.tar.gz',
    tarGz([
      { name: 'news/appinfo/info.xml', content: infoXml() },
      { name: 'news/l', type: 'symlink', target: '/etc' },
    ]),
  );
  write('two.tar.gz', tarGz([{ name: 'news/appinfo/info.xml', content: infoXml() }, { name: 'makefile' }]));
  write('no-archive.tar.gz', 'Not Found');
  write('odd-name.txt', infoXml());
  write(
    'database.xml',
    '<?xml version="1.0"?>\n<!-- a <info> -->\n<database><table><name>*dbprefix*news</name><declaration/></table></database>',
  );
  write('wrong-database.xml', '<database><table/></database>');
  symlinkSync('nowhere', join(folder, 'dangling'));
});

const run = (...words: string[]): Promise<Ran> => runCommand(validate, words, { cwd: folder });

async function judged(...paths: string[]): Promise<{ status: number; validations: Validation[] }> {
  const { status, out } = await run('--format', 'json', ...paths);
  return { status, validations: JSON.parse(out) as Validation[] };
}

describe('validate', () => {
  it('takes folder, archive and single files of any name, and answers in their order', async () => {
    const paths = ['any-name', 'news.tar.gz', 'odd-name.txt', 'database.xml'];
    const { status, validations } = await judged(...paths);
    expect(status).toBe(0);
    expect(validations.map(({ path, ok, app }) => ({ path, ok, app }))).toEqual([
      { path: 'any-name', ok: true, app: { id: 'news', version: '1.0.0' } },
      { path: 'news.tar.gz', ok: true, app: { id: 'news', version: '1.0.0' } },
      { path: 'odd-name.txt', ok: true, app: { id: 'news', version: '1.0.0' } },
      { path: 'database.xml', ok: true, app: { id: null, version: null } },
    ]);
  });

  it('names file, line and fix', async () => {
    const { status, validations } = await judged('broken', 'wrong-database.xml');
    expect(status).toBe(1);
    const [app, database] = validations;
    expect(app).toMatchObject({ ok: false, app: { id: 'news', version: '1.0' } });
    expect(app?.findings).toContainEqual(
      expect.objectContaining({ severity: 'error', file: 'broken/appinfo/info.xml', line: 7, fix: expect.any(String) }),
    );
    expect(app?.findings.some(({ file }) => file === 'broken/appinfo/database.xml')).toBe(true);
    expect(database?.findings[0]).toMatchObject({ severity: 'error', file: 'wrong-database.xml' });
  });

  it('compares an archive’s top folder with the id, and a folder’s name with nothing', async () => {
    const { validations } = await judged('named-wrong.tar.gz', 'any-name');
    expect(validations[0]?.ok).toBe(false);
    expect(validations[0]?.findings[0]).toMatchObject({ rule: 'store-folder-not-id', file: 'named-wrong.tar.gz' });
    expect(validations[1]?.ok).toBe(true);
  });

  it('gives the store’s verdict: what only a server minds is a warning', async () => {
    const { status, validations } = await judged('link.tar.gz');
    expect([status, validations[0]?.ok]).toEqual([0, true]);
    expect(validations[0]?.findings).toContainEqual(
      expect.objectContaining({ rule: 'archive-link-leaves', severity: 'warning' }),
    );
    expect((await judged('two.tar.gz')).validations[0]).toMatchObject({ ok: false });
  });

  it('a PATH that cannot be read is an element with ok: false', async () => {
    const { status, validations } = await judged('gone', 'dangling', 'empty', 'no-archive.tar.gz', 'news.tar.gz');
    expect(status).toBe(1);
    expect(validations.map(({ ok }) => ok)).toEqual([false, false, false, false, true]);
    expect(validations[0]?.findings).toEqual([
      expect.objectContaining({ rule: 'path-unreadable', severity: 'error', message: expect.stringContaining('gone') }),
    ]);
  });

  it('where no PATH can be read, the status is that of unusable input, as with check and inspect', async () => {
    const { status, validations } = await judged('gone', 'gone-too');
    expect(status).toBe(2);
    expect(validations.map(({ ok }) => ok)).toEqual([false, false]);
  });

  it('does not wait for a pipe', async () => {
    mkdirSync(join(folder, 'pipes/appinfo'), { recursive: true });
    writeFileSync(join(folder, 'pipes/appinfo/info.xml'), infoXml());
    spawnSync('mkfifo', ['pipe', 'pipes/CHANGELOG.md'], { cwd: folder });
    const { validations } = await judged('pipe', 'pipes', '/dev/zero');
    expect(validations.map(({ ok }) => ok)).toEqual([false, true, false]);
  });

  it('as text: findings, then one line for each PATH', async () => {
    const { out } = await run('broken', 'news.tar.gz');
    expect(out).toMatch(/^broken\/appinfo\/info\.xml:7:3: error: .*\n {2}fix: Write 1\.0\.0\.$/m);
    expect(out.split('\n').slice(-3)).toEqual([
      'broken: the store refuses news 1.0',
      'news.tar.gz: the store takes news 1.0.0',
      '',
    ]);
  });

  it('as annotations and as SARIF: nothing else', async () => {
    expect((await run('--format', 'github', 'broken')).out).toMatch(/^(::\w+ [^\n]*\n)+$/);
    const log = JSON.parse((await run('--format', 'sarif', 'broken')).out) as { version: string };
    expect(log.version).toBe('2.1.0');
  });

  it('wants a PATH: status 2', async () => {
    expect((await run()).status).toBe(2);
  });

  it('judges 1,000 files in one go', async () => {
    const many = join(folder, 'many');
    mkdirSync(many);
    const paths = Array.from({ length: 1000 }, (_, index) => {
      const path = join(many, `${index}.xml`);
      writeFileSync(path, infoXml({ version: index % 2 === 0 ? `1.0.${index}` : 'x' }));
      return path;
    });
    const start = performance.now();
    const { validations } = await judged(...paths);
    // Alone it takes about a second; a run of libxml2 for each file would take a minute and more.
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(validations.map(({ ok }) => ok)).toEqual(paths.map((_, index) => index % 2 === 0));
  });
});
