// SPDX-License-Identifier: MIT
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { renewals } from '../../../ca/cli/renewals.js';
import { report } from '../../../ca/cli/report.js';
import { FolderStore } from '../../../ca/repository/folder-store.js';
import { serialText } from '../../../ca/x509/serial.js';
import type { Certificate } from '../../../common/certificate.js';
import { runCommand } from '../../support/terminal.js';
import { testFolder, testKey } from '../support/authority.js';
import { issueNow, putRequest } from '../support/world.js';

const { path: cwd, put } = testFolder();
const repository = ['--repository', '.'];
const issued = new Map<string, Certificate>();
const read = (path: string): string => readFileSync(join(cwd, path), 'utf8');

beforeAll(async () => {
  const store = new FolderStore(cwd);
  for (const app of ['gardenplanner', 'starcatalogue']) {
    await putRequest(store, app, await testKey());
    issued.set(app, (await issueNow(store, app, new Date())).certificate);
  }
});

describe('nextcloud-ca renewals', () => {
  it('writes request and words for each certificate that ends in time, and changes nothing', async () => {
    const ledger = read('authority/ledger.jsonl');
    const ran = await runCommand(renewals, [...repository, '--within', '4000d', '--out', 'out'], { cwd });
    expect(ran).toEqual({ status: 0, err: '', out: `${join(cwd, 'out')}: 2 renewals\n` });
    for (const [app, { serial, notAfter }] of issued) {
      expect(read(`out/${app}/${app}.csr`)).toBe(`${read(`${app}/${app}.csr`)}\n`);
      const text = read(`out/${app}.md`);
      expect(text).toContain(`(serial ${serialText(serial)}) ends on ${notAfter.toISOString().slice(0, 10)}.`);
      expect(text).toContain('Nothing is revoked');
    }
    expect(read('authority/ledger.jsonl')).toBe(ledger);
  });

  it('writes nothing where nothing ends', async () => {
    const ran = await runCommand(renewals, [...repository, '--within', '30d', '--out', 'none'], { cwd });
    expect(ran).toMatchObject({ status: 0, out: `${join(cwd, 'none')}: 0 renewals\n` });
    expect(existsSync(join(cwd, 'none'))).toBe(false);
  });

  it('passes over, by name, an app whose request is not the one that was certified', async () => {
    await putRequest(new FolderStore(cwd), 'starcatalogue', await testKey());
    const words = [...repository, '--within', '4000d', '--out', 'again', '--format', 'json'];
    const { status, out } = await runCommand(renewals, words, { cwd });
    expect([status, JSON.parse(out)]).toEqual([
      0,
      {
        written: ['gardenplanner'],
        passedOver: [{ app: 'starcatalogue', why: expect.stringContaining('not the one that was certified') }],
      },
    ]);
  });

  it.each([
    ['no number of days', [...repository, '--within', 'soon', '--out', 'x']],
    ['no folder to write to', [...repository, '--within', '30d']],
    ['no repository', ['--repository', 'absent', '--within', '30d', '--out', 'x']],
  ])('refuses %s with status 2', async (_, words) => {
    expect(await runCommand(renewals, words, { cwd })).toMatchObject({ status: 2, out: '' });
  });
});

describe('nextcloud-ca report', () => {
  it('writes one page that needs nothing else, with what the ledger says', async () => {
    const ran = await runCommand(report, [...repository, '--out', 'report.html'], { cwd });
    expect(ran).toEqual({ status: 0, err: '', out: 'report.html\n' });
    const page = read('report.html');
    expect(page).toMatch(/^<!doctype html>/i);
    expect(page).toContain('<svg');
    expect(page).not.toMatch(/<script|<link|\ssrc=|url\(|@import/i);
    const { notAfter } = issued.get('gardenplanner')!;
    const quarter = `${notAfter.getUTCFullYear()} Q${Math.floor(notAfter.getUTCMonth() / 3) + 1}`;
    expect(page).toContain(`<title>${quarter}: 2</title>`);
    expect(page).toContain('<dt>Issued</dt><dd>2<small>');
  });

  it('refuses a ledger that was changed, with its line, and writes no page', async () => {
    put('authority/ledger.jsonl', read('authority/ledger.jsonl').replace('gardenplanner', 'gardenplannes'));
    const ran = await runCommand(report, [...repository, '--out', 'broken.html'], { cwd });
    expect(ran.status).not.toBe(0);
    expect(ran.err).toMatch(/ledger\.jsonl:\d+/);
    expect(existsSync(join(cwd, 'broken.html'))).toBe(false);
  });

  it.each([
    ['no file to write to', repository],
    ['no repository', ['--repository', 'absent', '--out', 'x.html']],
  ])('refuses %s with status 2', async (_, words) => {
    expect(await runCommand(report, words, { cwd })).toMatchObject({ status: 2, out: '' });
  });
});
