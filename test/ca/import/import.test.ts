// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { commands } from '../../../ca/cli/commands.js';
import { ledgerAnchors, pastFiles } from '../../../ca/import/git-history.js';
import { readIssuedTable } from '../../../ca/import/issued-table.js';
import { createRequest } from '../../../ca/request/create-request.js';
import { needs, recorded } from '../../support/needs.js';
import { runCommand } from '../../support/terminal.js';
import { sharedKey, testAuthority, testCertificate, testFolder } from '../support/authority.js';

const itGit = needs('git', 'git') ? it : it.skip;
const folder = testFolder();
const requests = recorded('data/requests');
const codesigning = recorded('data/codesigning');

async function ca(name: string, ...words: string[]) {
  return runCommand(await commands[name]!.load(), words, { cwd: folder.path });
}

interface AuditDocument {
  readonly ok: boolean;
  readonly findings: readonly { rule: string; severity: string; message: string; file?: string }[];
}

describe('import from git', () => {
  const repository = join(folder.path, 'checkout');
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', repository, '-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], {
      env: { ...process.env, GIT_AUTHOR_DATE: '2026-11-19T12:00:00Z', GIT_COMMITTER_DATE: '2026-11-19T12:00:00Z' },
    });
  const commit = (file: string, content: string): void => {
    mkdirSync(dirname(join(repository, file)), { recursive: true });
    writeFileSync(join(repository, file), content);
    git('add', '-A');
    git('commit', '-q', '-m', file);
  };

  itGit('knows every certificate that was ever committed, and who asked for it', async () => {
    mkdirSync(repository);
    git('init', '-q');
    const request = await createRequest(await sharedKey(), 'gardenplanner');
    const [old, current] = [await testCertificate('gardenplanner'), await testCertificate('gardenplanner')];
    commit('gardenplanner/gardenplanner.csr', request.toPem());
    commit('gardenplanner/gardenplanner.crt', old.toPem());
    commit('gardenplanner/gardenplanner.crt', current.toPem());
    commit('other/other.crt', 'no certificate\n');
    expect(pastFiles(repository, '*.crt').map(({ path }) => path)).toEqual([
      'gardenplanner/gardenplanner.crt',
      'gardenplanner/gardenplanner.crt',
      'other/other.crt',
    ]);

    const trust = folder.put('trust.pem', (await testAuthority()).bundle);
    const imported = await ca('import', '--repository', repository, '--trust', trust, '--format', 'json');
    expect(imported.status).toBe(0);
    expect(JSON.parse(imported.out)).toEqual({
      certificates: 2,
      revocations: 0,
      crls: 0,
      passedOver: [{ path: 'other/other.crt', why: 'it is no certificate' }],
    });
    const ledger = readFileSync(join(repository, 'authority/ledger.jsonl'), 'utf8');
    expect(ledger).toContain('"requestedAt":"2026-11-19T12:00:00Z","requestedBy":"Ada <ada@example.org>"');
    expect(await ca('import', '--repository', repository, '--trust', trust)).toMatchObject({ status: 2 });

    git('add', '-A');
    git('commit', '-q', '-m', 'ledger');
    expect(ledgerAnchors(repository)).toEqual([expect.objectContaining({ length: ledger.length })]);
    const audit = await ca('audit', '--repository', repository, '--trust', trust, '--format', 'json');
    const { findings } = JSON.parse(audit.out) as AuditDocument;
    expect(findings.map(({ rule, file }) => `${rule} ${file ?? ''}`)).toEqual([
      'certificate-unreadable other/other.crt',
    ]);
    writeFileSync(join(repository, 'authority/ledger.jsonl'), `${ledger.split('\n')[0]}\n`);
    const cut = await ca('audit', '--repository', repository, '--trust', trust, '--format', 'json');
    expect((JSON.parse(cut.out) as AuditDocument).findings.map(({ rule }) => rule)).toContain('ledger-prefix');
  });
});

(requests && codesigning ? it : it.skip)(
  'imports the hand-made past, and its audit finds what is known of it',
  async () => {
    const repository = join(folder.path, 'past');
    cpSync(requests!, repository, { recursive: true, mode: 0 });
    execFileSync('chmod', ['-R', 'u+w', repository]);
    const lists = ['server-root-2024-10-18', 'server-root-2019-11-20', 'appstore-nextcloud-2024-03-27'];
    const crls = lists.flatMap((name) => ['--crl', join(codesigning!, `${name}.crl`)]);
    const issued = ['--issued', join(codesigning!, 'issued.tsv')];
    const imported = await ca(
      'import',
      '--repository',
      repository,
      '--partial',
      ...issued,
      ...crls,
      '--format',
      'json',
    );
    expect(JSON.parse(imported.out)).toEqual({ certificates: 999, revocations: 87, crls: 3, passedOver: [] });

    const audit = await ca('audit', '--repository', repository, '--format', 'json');
    const { ok, findings } = JSON.parse(audit.out) as AuditDocument;
    expect(ok).toBe(true);
    const count = (wanted: string): number => findings.filter(({ rule }) => rule === wanted).length;
    const rules = ['serial-twice', 'certificate-absent', 'certificate-name', 'certificate-key', 'serial-missing'];
    expect(rules.map((rule) => [rule, count(rule)])).toEqual([
      ['serial-twice', 15],
      ['certificate-absent', 1],
      ['certificate-name', 2],
      ['certificate-key', 2],
      ['serial-missing', 4],
    ]);
    expect(findings).toHaveLength(24);
    const missing = findings.flatMap(({ rule, severity, message }) =>
      rule === 'serial-missing' ? [`${severity} ${/serial (\w+)/.exec(message)?.[1] ?? ''}`] : [],
    );
    expect(missing.toSorted()).toEqual(['info 11a3', 'warning 102a', 'warning 129f', 'warning 134f']);
    expect(findings.find(({ rule }) => rule === 'certificate-absent')?.message).toBe(
      '415 apps are absent: the tree is a sample.',
    );

    const expiring = await ca('expiring', '--repository', repository, '--within', '800d', '--format', 'json');
    const quarters = JSON.parse(expiring.out) as {
      quarter: string;
      certificates: { app: string; notAfter: string }[];
    }[];
    const ends = quarters.flatMap(({ certificates }) => certificates.map(({ notAfter }) => notAfter.slice(0, 10)));
    expect(ends.filter((date) => date.startsWith('2026'))).toEqual([
      '2026-12-21',
      '2026-12-21',
      '2026-12-26',
      '2026-12-26',
      '2026-12-26',
    ]);
    expect(ends.filter((date) => date.startsWith('2027'))).toHaveLength(40);
  },
);

it('refuses a table that is none, with the line', () => {
  const head = 'app\tserial\tnotBefore\tnotAfter\tsha256_der\tspki_sha256\tpath';
  expect(readIssuedTable(`${head}\nx\t\t\t\t\t\tx/x.crt\n`)).toEqual([]);
  expect(() => readIssuedTable('app\tserial\n')).toThrow(expect.objectContaining({ code: 'bad-table', line: 1 }));
  const row = (app: string, serial: string, fingerprint: string) =>
    `${head}\n${[app, serial, '2026-01-01', '2027-01-01', fingerprint, 'b'.repeat(64), 'x/x.crt'].join('\t')}\n`;
  expect(readIssuedTable(row('x', '12', 'a'.repeat(64)))).toHaveLength(1);
  for (const text of [
    row('x', 'zero', 'a'.repeat(64)),
    row('x', '9'.repeat(70), 'a'.repeat(64)),
    row('x', '12', 'AB:CD'),
    row('../x', '12', 'a'.repeat(64)),
  ]) {
    expect(() => readIssuedTable(text)).toThrow(expect.objectContaining({ code: 'bad-table', line: 2 }));
  }
});

it('says what it means that no list was given, and takes the one that lies there', async () => {
  const repository = join(folder.path, 'plain');
  mkdirSync(join(repository, 'authority'), { recursive: true });
  const none = await ca('import', '--repository', repository);
  expect(none).toMatchObject({ status: 0, err: expect.stringContaining('No revocation list was given') });
  writeFileSync(join(repository, 'authority/nextcloud.crl'), 'x');
  writeFileSync(join(repository, 'authority/ledger.jsonl'), '');
  expect(await ca('import', '--repository', repository)).toMatchObject({
    status: 2,
    err: expect.stringContaining('authority/nextcloud.crl'),
  });
});
