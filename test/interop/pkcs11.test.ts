// SPDX-License-Identifier: MIT
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { profiles } from '../../ca/issue/profile.js';
import { createRequest } from '../../ca/request/create-request.js';
import { openssl, testFolder, testKey } from '../ca/support/authority.js';
import { hasTokens, pin, SoftTokens } from '../ca/key/support/soft-token.js';
import { policyForTests } from '../ca/support/world.js';
import { needs } from '../support/needs.js';
import { program } from '../support/program.js';

const describeAll = needs('openssl', 'openssl') && hasTokens ? describe : describe.skip;
const itTerminal = needs('script', 'bsdutils') ? it : it.skip;
const root = fileURLToPath(new URL('../..', import.meta.url));
const { path: folder, put } = testFolder();
const at = (...names: string[]) => join(folder, ...names);
const ca = program('nextcloud-ca');
const signing = ['--repository', at('repo'), '--ca', at('ca'), '--passphrase-file', at('pin')];

describeAll('nextcloud-ca with a key in a token, and OpenSSL', () => {
  const tokens = new SoftTokens();
  const apps = { 'nextcloud-v1': 'gardenplanner', 'code-signing': 'starcatalogue' } as const;

  beforeAll(async () => {
    await tokens.use();
    tokens.add('ca');
    tokens.addKey('ca', 'ca-key', '01');
    put('pin', `${pin}\n`);
    put('wrong-pin', '99887766');
    mkdirSync(at('repo', 'authority'), { recursive: true });
    put('repo/authority/policy.yml', policyForTests);
    for (const app of [...Object.values(apps), 'moonphases']) {
      mkdirSync(at('repo', app));
      put(`repo/${app}/${app}.csr`, (await createRequest(await testKey(), app)).toPem());
    }
    const key = tokens.uri('token=ca;object=ca-key;id=%01');
    expect(
      await ca('init', at('ca'), '--key', key, '--passphrase-file', at('pin'), '--key-bits', '2048'),
    ).toMatchObject({ status: 0, err: '' });
  });

  const verify = (app: string, ...more: string[]) =>
    openssl(['verify', '-CAfile', at('ca', 'root.crt'), ...more, at('repo', app, `${app}.crt`)]);

  it.each(Object.keys(profiles) as (keyof typeof profiles)[])('issues %s, which verifies', async (profile) => {
    const app = apps[profile];
    expect(await ca('issue', app, ...signing, '--profile', profile)).toMatchObject({ status: 0, err: '' });
    expect(verify(app)).toMatchObject({ status: 0 });
    const { text } = openssl(['x509', '-noout', '-text', '-in', at('repo', app, `${app}.crt`)]);
    expect(text).toContain(`Version: ${profiles[profile].version} `);
  });

  it('revokes, and makes lists that verify', async () => {
    const revoked = apps['code-signing'];
    expect(await ca('revoke', revoked, '--reason', 'keyCompromise', ...signing)).toMatchObject({ status: 0 });
    expect(await ca('crl', ...signing)).toMatchObject({ status: 0 });
    const list = at('repo', 'authority', 'nextcloud.crl');
    const read = openssl(['crl', '-in', list, '-CAfile', at('ca', 'root.crt'), '-noout', '-crlnumber']);
    expect(read).toMatchObject({ out: 'crlNumber=0x02\n', text: expect.stringContaining('verify OK') });
    const crlCheck = ['-crl_check', '-CRLfile', list];
    expect(verify(apps['nextcloud-v1'], ...crlCheck)).toMatchObject({ status: 0 });
    expect(verify(revoked, ...crlCheck).text).toContain('certificate revoked');
    expect(await ca('audit', '--repository', at('repo'), '--ca', at('ca'))).toMatchObject({ status: 0 });
  });

  it('writes nothing where the PIN is wrong', async () => {
    const ledger = readFileSync(at('repo', 'authority', 'ledger.jsonl'), 'utf8');
    const ended = await ca('issue', 'moonphases', ...signing.with(-1, at('wrong-pin')));
    expect(ended).toMatchObject({ status: 2, out: '', err: expect.stringContaining('CKR_PIN_INCORRECT') });
    expect(ended.err).not.toContain('99887766');
    expect(readFileSync(at('repo', 'authority', 'ledger.jsonl'), 'utf8')).toBe(ledger);
    expect(existsSync(at('repo', 'moonphases', 'moonphases.crt'))).toBe(false);
  });

  it('says what to do where the binding is not installed, or not built', () => {
    cpSync(join(root, 'dist', 'nextcloud-ca'), at('bare', 'dist', 'nextcloud-ca'), { recursive: true });
    put('bare/dist/package.json', '{ "type": "commonjs" }');
    const crl = () =>
      spawnSync(process.execPath, [at('bare', 'dist', 'nextcloud-ca', 'index.js'), 'crl', ...signing], {
        encoding: 'utf8',
      });
    expect(crl()).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('npm ci && npm rebuild pkcs11js --ignore-scripts=false'),
    });
    const copy = at('bare', 'node_modules', 'pkcs11js');
    cpSync(join(root, 'node_modules', 'pkcs11js'), copy, { recursive: true });
    expect(crl()).toMatchObject({ status: 0 });
    rmSync(join(copy, 'build'), { recursive: true });
    expect(crl()).toMatchObject({ status: 2, stderr: expect.stringMatching(/not built .*\n.*: npm rebuild pkcs11js/) });
  });

  itTerminal('asks for what is secret on a terminal, twice for what is new, and shows nothing of it', async () => {
    const words = [
      'dist/nextcloud-ca/index.js',
      'init',
      at('asked'),
      '--root-key',
      at('root.key'),
      '--key-bits',
      '2048',
    ];
    const command = [process.execPath, ...words, '--key', tokens.uri('token=ca;object=ca-key')];
    const quoted = command.map((word) => `'${word}'`).join(' ');
    const child = spawn('script', ['-qec', quoted, '/dev/null'], { cwd: root });
    const answers = ['correct horse', 'correct horse', pin];
    let shown = '';
    child.stdout.on('data', (chunk: Buffer) => {
      shown += chunk.toString();
      if (chunk.toString().endsWith(': ')) child.stdin.write(`${answers.shift() ?? ''}\r`);
    });
    const status = await new Promise((done) => child.once('close', done));
    expect([status, answers]).toEqual([0, []]);
    expect(shown).toMatch(/The passphrase of the root’s key: \s*The same again: \s*The PIN of the token "ca": /);
    expect(shown).not.toMatch(new RegExp(`correct|${pin}`));
    const read = openssl(['pkey', '-in', at('root.key'), '-passin', 'pass:correct horse', '-noout']);
    expect(read).toMatchObject({ status: 0 });
  });

  it('ends at once and cleanly when it is interrupted in the middle of signing', async () => {
    const words = ['test/ca/key/support/sign-for-ever.ts', tokens.uri('token=ca;id=%01'), pin];
    const child = spawn(process.execPath, ['scripts/run.mjs', ...words], { cwd: root });
    const said: string[] = [];
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    child.stdout.once('data', () => child.kill('SIGINT'));
    const status = await new Promise((done) => child.once('close', done));
    expect([status, said.join('')]).toEqual([130, '']);
  }, 60_000);
});
