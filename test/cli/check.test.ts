// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { buildSignature } from '../../src/integrity/build-signature.js';
import { check } from '../../src/cli/check.js';
import { authority, certificate, revocationList, rsaKey } from '../integrity/support/pki.js';
import { type Files, sha512, temporaryFolder, writeTree } from '../integrity/support/tree.js';
import { needs } from '../support/needs.js';
import { type Ran, runCommand } from '../support/terminal.js';

const parent = temporaryFolder();
const issuer = authority();
const key = rsaKey();
const news = certificate({ names: ['news'], publicKey: key.publicKey, issuer, notAfter: new Date('2040-01-01') });
const infoXml = '<?xml version="1.0"?>\n<info><id>news</id><version>1.0.0</version></info>\n';
const app: Files = { 'appinfo/info.xml': infoXml, 'lib/a.php': 'a' };
const hashes = new Map(Object.entries(app).map(([path, content]) => [path, sha512(content)]));
const signed: Files = { ...app, 'appinfo/signature.json': buildSignature(hashes, key.privateKey, news) };
const changed = { 'lib/a.php': { expected: sha512('a'), current: sha512('b') } };

writeFileSync(join(parent, 'trust.pem'), issuer.certificate.toPem());
writeFileSync(join(parent, 'revoked.crl'), revocationList(issuer, [news.serial]));

const run = (what: string, ...words: string[]): Promise<Ran> =>
  runCommand(check, [what, '--trust', 'trust.pem', ...words], { cwd: parent });
const runJson = async (what: string, ...words: string[]): Promise<{ status: number; document: unknown }> => {
  const { status, out } = await run(what, '--format', 'json', ...words);
  return { status, document: JSON.parse(out) as unknown };
};

describe('check', () => {
  it('finds nothing: status 0, {}', async () => {
    const root = writeTree(parent, signed);
    expect(await run(root)).toEqual({ status: 0, out: 'news: no differences\n', err: '' });
    expect(await runJson(root)).toEqual({ status: 0, document: { scope: 'news', result: {}, warnings: [] } });
  });

  it('gives the server’s verdict: status 1', async () => {
    const root = writeTree(parent, { ...signed, 'lib/a.php': 'b' });
    expect(await runJson(root)).toEqual({
      status: 1,
      document: { scope: 'news', result: { INVALID_HASH: changed }, warnings: [] },
    });
    expect((await run(root)).out).toMatch(/^lib\/a\.php: error: INVALID_HASH: .*\n {2}fix: /);
    expect((await run(root, '--format', 'github')).out).toMatch(
      /^::error file=lib\/a\.php,title=integrity-invalid-hash::/,
    );
  });

  it('says that there is no signature, in the server’s words', async () => {
    expect(await runJson(writeTree(parent, app))).toEqual({
      status: 1,
      document: {
        scope: 'news',
        result: {
          EXCEPTION: {
            class: 'OC\\IntegrityCheck\\Exceptions\\InvalidSignatureException',
            message: 'Signature data not found.',
          },
        },
        warnings: [],
      },
    });
  });

  it('names the fix of each exception', async () => {
    const fixOf = async (root: string, ...words: string[]): Promise<string> =>
      /fix: (.*)/.exec((await run(root, ...words)).out)?.[1] ?? '';
    const root = writeTree(parent, signed);
    expect(await fixOf(writeTree(parent, app))).toMatch(/^Sign it first, with "nextcloud-release sign"/);
    expect(await fixOf(root, '--app', 'mail')).toMatch(/^Sign with the certificate whose CN is the requested id/);
    writeFileSync(join(parent, 'stranger.pem'), authority(rsaKey(), 'Somebody else').certificate.toPem());
    expect(await fixOf(root, '--trust', 'stranger.pem')).toMatch(/the authority issued .*--trust FILE/);
    const other = rsaKey();
    const theirs = certificate({
      names: ['news'],
      publicKey: other.publicKey,
      issuer,
      notAfter: new Date('2040-01-01'),
    });
    const swapped = {
      ...(JSON.parse(signed['appinfo/signature.json'] as string) as object),
      certificate: theirs.toPem(),
    };
    const misfit = writeTree(parent, { ...app, 'appinfo/signature.json': JSON.stringify(swapped) });
    expect(await fixOf(misfit)).toBe('Sign again, with the key that belongs to the certificate.');
    const malformed = writeTree(parent, { ...app, 'appinfo/signature.json': '{"hashes":1}' });
    expect(await fixOf(malformed)).toMatch(/^Remove signature\.json and sign again/);
  });

  it('refuses --occ with a format that occ does not have: status 2, no verdict', async () => {
    for (const format of ['sarif', 'github']) {
      const { status, err } = await run(writeTree(parent, signed), '--occ', '--format', format);
      expect([status, err]).toEqual([2, expect.stringContaining(`--occ prints text or json, not ${format}.`)]);
    }
  });

  it('prints an archive that cannot be checked in the format asked for: status 1', async () => {
    const rulesIn = (text: string): string[] =>
      (JSON.parse(text) as { runs: { results: { ruleId: string }[] }[] }).runs.flatMap(({ results }) =>
        results.map(({ ruleId }) => ruleId),
      );
    writeFileSync(join(parent, 'nonsense.tar.gz'), 'nonsense');
    const sarif = await run('nonsense.tar.gz', '--format', 'sarif');
    expect(sarif.status).toBe(1);
    expect(sarif.err).toContain('nonsense.tar.gz cannot be checked');
    expect(rulesIn(sarif.out)).toEqual(expect.arrayContaining(['archive-not-gzip', 'archive-refused']));
    const github = await run('nonsense.tar.gz', '--format', 'github');
    expect([github.status, github.out]).toEqual([1, expect.stringMatching(/^::error /)]);
    // Whole, but with nothing in it: no finding of the archive's says so.
    writeFileSync(join(parent, 'empty.tar.gz'), gzipSync(Buffer.alloc(10_240)));
    const empty = await run('empty.tar.gz', '--format', 'sarif');
    expect(rulesIn(empty.out)).toContain('archive-refused');
  });

  it('says in words that there is no such file: status 2', async () => {
    const { status, err } = await run('nope.tar.gz');
    expect([status, err]).toEqual([2, expect.stringContaining('nope.tar.gz cannot be read: there is no such file.')]);
  });

  it('prints what occ prints with --occ', async () => {
    const root = writeTree(parent, { ...signed, 'lib/a.php': 'b' });
    const lines = [
      '  - INVALID_HASH:',
      '    - lib/a.php:',
      `      - expected: ${sha512('a')}`,
      `      - current: ${sha512('b')}`,
    ];
    expect(await run(root, '--occ')).toEqual({ status: 1, out: `${lines.join('\n')}\n`, err: '' });
    expect((await run(root, '--occ', '--format', 'json')).out).toBe(
      `{"INVALID_HASH":{"lib\\/a.php":{"expected":"${sha512('a')}","current":"${sha512('b')}"}}}\n`,
    );
    expect(await run(writeTree(parent, signed), '--occ')).toEqual({ status: 0, out: '', err: '' });
    expect((await run(writeTree(parent, signed), '--occ', '--format', 'json')).out).toBe('[]\n');
  });

  it('takes the app from --app, else from info.xml', async () => {
    const root = writeTree(parent, signed);
    const message = 'Certificate is not valid for required scope. (Requested: mail, current: CN=news)';
    expect(await runJson(root, '--app', 'mail')).toMatchObject({
      status: 1,
      document: { scope: 'mail', result: { EXCEPTION: { message } } },
    });
    rmSync(join(root, 'appinfo/info.xml'));
    expect(await run(root)).toMatchObject({ status: 2, out: '' });
    expect(await runJson(root, '--app', 'news')).toMatchObject({
      status: 1,
      document: { result: { FILE_MISSING: {} } },
    });
    expect((await run(root, '--app', 'news', '--core')).status).toBe(2);
  });

  it('changes warnings alone for a certificate that was revoked', async () => {
    const root = writeTree(parent, signed);
    expect(await runJson(root, '--crl', 'revoked.crl')).toMatchObject({
      status: 0,
      document: { result: {}, warnings: [{ rule: 'certificate-revoked', severity: 'warning' }] },
    });
    expect((await run(root, '--occ', '--crl', 'revoked.crl')).err).toContain('warning: The certificate with serial');
  });

  it('trusts the servers’ bundle where no --trust is given', async () => {
    const { status, out } = await runCommand(check, [writeTree(parent, signed), '--occ'], { cwd: parent });
    expect([status, out]).toEqual([1, expect.stringContaining('    - message: Certificate is not valid.\n')]);
  });

  (needs('tar', 'tar') ? it : it.skip)('looks into an archive', async () => {
    const root = writeTree(
      parent,
      Object.fromEntries(Object.entries(signed).map(([path, content]) => [`news/${path}`, content])),
    );
    execFileSync('tar', ['-C', root, '-czf', join(parent, 'news.tar.gz'), 'news']);
    expect(await runJson('news.tar.gz')).toEqual({ status: 0, document: { scope: 'news', result: {}, warnings: [] } });
    writeFileSync(join(root, 'news/lib/a.php'), 'b');
    execFileSync('tar', ['-C', root, '-czf', join(parent, 'news.tar.gz'), 'news']);
    expect(await runJson('news.tar.gz')).toMatchObject({ status: 1, document: { result: { INVALID_HASH: changed } } });
    writeFileSync(join(parent, 'broken.tar.gz'), 'broken');
    expect((await run('broken.tar.gz')).status).toBe(1);
    expect((await run('missing.tar.gz')).status).toBe(2);
  });
});
