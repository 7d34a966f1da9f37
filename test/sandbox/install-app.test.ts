// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import type { KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createCrl } from '../../ca/crl/create-crl.js';
import { initAuthority, type NewAuthority } from '../../ca/init-authority.js';
import { issueCertificate } from '../../ca/issue/issue-certificate.js';
import { profiles } from '../../ca/issue/profile.js';
import { generateRsaKey } from '../../ca/key/encrypted-key.js';
import { PemSigner } from '../../ca/key/pem-signer.js';
import { createRequest } from '../../ca/request/create-request.js';
import { randomSerial } from '../../ca/x509/serial.js';
import type { Certificate } from '../../common/certificate.js';
import { CertificateRevocationList } from '../../common/crl.js';
import { Trust } from '../../common/trust.js';
import { type Installed, installApp, type InstallOrder } from '../../sandbox/install/install-app.js';
import { InstallError } from '../../sandbox/install/install-error.js';
import { signFolder } from '../../src/integrity/sign-folder.js';
import { signBytes } from '../../src/store/archive-signature.js';
import { needsPhp } from '../support/needs.js';

const id = 'hello_release';
const example = fileURLToPath(new URL('../../examples/hello_release', import.meta.url));

const hasPhp = needsPhp('Archive/Tar.php', 'php-pear');
const itPhp = hasPhp ? it : it.skip;
const unpacker = hasPhp ? 'PEAR Archive_Tar' : 'tar';

let authority: NewAuthority;
let stranger: NewAuthority;
let key: KeyObject;
let certificate: Certificate;
let server: Server;
let served: Uint8Array;
let work: string;

beforeAll(async () => {
  [authority, stranger] = await Promise.all([initAuthority({ keyBits: 2048 }), initAuthority({ keyBits: 2048 })]);
  key = await generateRsaKey(2048);
  certificate = await certify(authority);
  server = createServer((_, response) => (served.length === 0 ? response.writeHead(404).end() : response.end(served)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}, 60_000);

afterAll(() => void server.close());

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'install-test-'));
  mkdirSync(join(work, 'apps'));
});

afterEach(() => rmSync(work, { recursive: true }));

interface IssueWish {
  readonly name?: string;
  readonly notBefore?: Date;
  readonly serial?: bigint;
}

async function certify(by: NewAuthority, { name = id, notBefore = new Date(), serial }: IssueWish = {}) {
  return issueCertificate({
    request: await createRequest(new PemSigner(key), name),
    appId: name,
    profile: profiles['nextcloud-v1'],
    issuer: by.intermediate,
    signer: by.signer,
    serial: serial ?? randomSerial(() => false),
    notBefore,
  });
}

async function revocationList(revoked: readonly bigint[] = [], by = authority, nextUpdate = new Date('2041-01-01')) {
  const thisUpdate = new Date('2020-01-01');
  const entries = revoked.map((serial) => ({ serial, date: thisUpdate }));
  const order = { issuer: by.intermediate, signer: by.signer, number: 1n, thisUpdate, nextUpdate, revoked: entries };
  return CertificateRevocationList.from(await createCrl(order));
}

/** A folder with the app in it, signed as it is; `change` gets it before that. */
function makeApp(change: (folder: string) => void = () => undefined, signed = true): string {
  const folder = join(work, 'source', id);
  rmSync(folder, { recursive: true, force: true });
  cpSync(example, folder, { recursive: true });
  rmSync(join(folder, 'tests'), { recursive: true });
  change(folder);
  if (signed) signFolder(folder, 'app', key, certificate);
  return folder;
}

/** Everything in a folder, beside each other at the top of the archive, packed by GNU tar: as far from our packer as can be. */
function pack(folder: string): Buffer {
  return execFileSync('tar', ['--format=gnu', '-C', folder, '-czf', '-', ...readdirSync(folder)]);
}

interface Listing {
  readonly archive?: Uint8Array;
  readonly signed?: Uint8Array;
  readonly certificate?: string;
  readonly releases?: readonly Record<string, unknown>[];
  readonly id?: string;
}

/** Puts an archive on the server and the app into the store's list, and installs it. */
async function install(listing: Listing = {}, order: Partial<InstallOrder> = {}): Promise<Installed> {
  served = listing.archive ?? pack(dirname(makeApp()));
  const release = {
    version: '1.0.0',
    isNightly: false,
    rawPlatformVersionSpec: '>=30 <=34',
    rawPhpVersionSpec: '>=8.1',
    download: `http://127.0.0.1:${(server.address() as AddressInfo).port}/app.tar.gz`,
    signature: signBytes(listing.signed ?? served, key),
  };
  const releases = (listing.releases ?? [{}]).map((changes) => ({ ...release, ...changes }));
  const app = { id: listing.id ?? id, certificate: listing.certificate ?? certificate.toPem(), releases };
  writeFileSync(join(work, 'apps.json'), JSON.stringify([{ ...app, id: 'another', releases: [] }, app]));
  return installApp({
    appId: id,
    source: { appsJson: join(work, 'apps.json') },
    trust: new Trust([authority.intermediate, authority.root]),
    crl: await revocationList(),
    serverVersion: '31.0.5',
    appsDir: join(work, 'apps'),
    ...order,
  });
}

async function errorOf(promise: Promise<unknown>): Promise<InstallError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(InstallError);
  return error as InstallError;
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => statSync(join(folder, path)).isFile())
    .toSorted();

describe('installing the example', () => {
  it('puts every file in its place, the long names and those beyond ASCII too, and finds them as they were signed', async () => {
    const source = makeApp();
    const installed = await install({ archive: pack(dirname(source)) });
    expect(installed).toMatchObject({ version: '1.0.0', unpackedWith: unpacker, codeSignature: 'fine', warnings: [] });
    expect(installed.path).toBe(join(work, 'apps', id));
    const files = filesIn(installed.path);
    expect(files).toEqual(filesIn(source));
    for (const file of files) {
      expect(readFileSync(join(installed.path, file)).equals(readFileSync(join(source, file)))).toBe(true);
    }
    expect(files.some((file) => Buffer.byteLength(`${id}/${file}`) > 100)).toBe(true);
    expect(files.some((file) => file.includes('🎉'))).toBe(true);
  });

  it('works without PHP, by our own reader, and says so', async () => {
    const order = { php: join(work, 'nowhere') };
    expect(await install({}, order)).toMatchObject({ unpackedWith: 'tar', codeSignature: 'fine' });
  });

  itPhp('the app itself, in PHP, finds that it arrived as it was signed, and a changed file', async () => {
    const { path } = await install();
    const report = () => {
      const code = `require $argv[1] . '/lib/Service/Arrival.php';
        $arrival = new OCA\\HelloRelease\\Service\\Arrival($argv[1]);
        echo json_encode([$arrival->report(), count($arrival->greetings())]);`;
      return JSON.parse(execFileSync('php', ['-r', code, '--', path], { encoding: 'utf8' })) as unknown;
    };
    const signed = filesIn(path).length - 1;
    expect(report()).toEqual([{ signed: true, intact: signed, damaged: [] }, 4]);
    writeFileSync(join(path, 'css/arrival.css'), 'changed');
    rmSync(join(path, 'js/arrival.js'));
    const damaged = ['css/arrival.css', 'js/arrival.js'];
    expect(report()).toEqual([{ signed: true, intact: signed - 2, damaged }, 4]);
  });

  itPhp('a tar that is not compressed goes through, too: PHP’s zlib reads it as it is', async () => {
    const folder = dirname(makeApp());
    const archive = execFileSync('tar', ['--format=gnu', '-C', folder, '-cf', '-', id]);
    expect(await install({ archive })).toMatchObject({ unpackedWith: 'PEAR Archive_Tar', codeSignature: 'fine' });
  });

  itPhp('every PHP file of it is PHP', () => {
    const files = filesIn(example).filter((file) => file.endsWith('.php'));
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) execFileSync('php', ['-l', join(example, file)]);
  });

  it('again, with the same version, replaces what is there', async () => {
    const { path } = await install();
    writeFileSync(join(path, 'left-over.txt'), '');
    expect(await install()).toMatchObject({ codeSignature: 'fine' });
    expect(existsSync(join(path, 'left-over.txt'))).toBe(false);
  });

  it('without a signature.json is done: a server never looks for one in apps of the store', async () => {
    const archive = pack(dirname(makeApp(undefined, false)));
    expect(await install({ archive })).toMatchObject({ codeSignature: 'absent' });
  });

  it('is done with an expired certificate: servers look at no dates', async () => {
    const expired = await certify(authority, { notBefore: new Date('2000-01-01') });
    const now = () => new Date('2045-01-01');
    const pem = expired.toPem();
    expect(await install({ certificate: pem }, { now })).toMatchObject({ version: '1.0.0' });
  });

  it('is done with a list of revocations that is out of date: servers look at no dates', async () => {
    const crl = await revocationList([], authority, new Date('2020-01-02'));
    expect(await install({}, { crl })).toMatchObject({ version: '1.0.0' });
  });
});

describe('a server refuses, in its own words', () => {
  it('what the store does not list', async () => {
    const error = await errorOf(install({}, { appId: 'Not_There' }));
    expect(error).toMatchObject({ code: 'not-in-store', outcome: 'refused' });
    expect(error.message).toBe('Could not download app not_there, it was not found on the appstore');
  });

  it('any app where the list of revocations is signed by somebody else', async () => {
    const error = await errorOf(install({}, { crl: await revocationList([], stranger) }));
    expect(error).toMatchObject({ code: 'crl-invalid', message: 'Could not validate CRL signature' });
  });

  it('a revoked certificate, naming its serial in decimal', async () => {
    const error = await errorOf(install({}, { crl: await revocationList([certificate.serial]) }));
    expect(error).toMatchObject({ code: 'revoked', outcome: 'refused' });
    expect(error.message).toBe(`Certificate "${certificate.serial.toString(10)}" has been revoked`);
    expect(readdirSync(join(work, 'apps'))).toEqual([]);
  });

  it('another certificate with a revoked serial: servers match by serial alone (nextcloud/server#20674)', async () => {
    const serial = randomSerial(() => false);
    const twin = await certify(stranger, { serial });
    const trust = new Trust([authority.intermediate, stranger.intermediate]);
    const crl = await revocationList([serial]);
    expect(await errorOf(install({ certificate: twin.toPem() }, { trust, crl }))).toMatchObject({ code: 'revoked' });
  });

  it('a certificate of an authority that it does not trust', async () => {
    const error = await errorOf(install({ certificate: (await certify(stranger)).toPem() }));
    expect(error).toMatchObject({ code: 'untrusted' });
    expect(error.message).toBe(`App with id ${id} has a certificate not issued by a trusted Code Signing Authority`);
  });

  it('what is no certificate', async () => {
    expect(await errorOf(install({ certificate: 'nonsense' }))).toMatchObject({ code: 'untrusted' });
  });

  it('a certificate for another app, one in other letters, and one for the server itself', async () => {
    for (const name of ['another', 'core']) {
      const error = await errorOf(install({ certificate: (await certify(authority, { name })).toPem() }));
      expect(error).toMatchObject({ code: 'other-common-name' });
      expect(error.message).toBe(`App with id ${id} has a cert issued to ${name}`);
    }
  });

  it('an archive that cannot be downloaded', async () => {
    const error = await errorOf(install({ archive: new Uint8Array() }));
    expect(error).toMatchObject({ code: 'download-failed', outcome: 'outside' });
  });

  it('an archive that is not the one that was signed (breeze-dark#158, roundcube#33, fulltextsearch#93)', async () => {
    const archive = pack(dirname(makeApp()));
    const error = await errorOf(install({ archive, signed: Buffer.concat([archive, Buffer.of(0)]) }));
    expect(error).toMatchObject({ code: 'signature-invalid', message: `App with id ${id} has invalid signature` });
    expect(readdirSync(join(work, 'apps'))).toEqual([]);
  });

  it('an archive that is no tar.gz', async () => {
    const folder = dirname(makeApp());
    for (const archive of [execFileSync('tar', ['-C', folder, '-cjf', '-', id]), gzipSync('no tar')]) {
      const error = await errorOf(install({ archive }));
      expect(['not-extracted', 'no-folder']).toContain(error.code);
      expect(error.message).toMatch(new RegExp(`^(Could not extract app ${id}|Extracted app ${id} has no folders)`));
    }
  });

  it('two folders, or anything at all beside the one', async () => {
    for (const name of ['another', '._hello_release']) {
      const top = dirname(makeApp());
      writeFileSync(join(top, name), '');
      const error = await errorOf(install({ archive: pack(top) }));
      expect(error).toMatchObject({ code: 'several-folders', message: `Extracted app ${id} has more than 1 folder` });
      rmSync(join(top, name));
    }
  });

  it('an archive with nothing in it', async () => {
    const error = await errorOf(install({ archive: gzipSync(Buffer.alloc(10_240)) }));
    expect(['no-folder', 'not-extracted']).toContain(error.code);
  });

  it('an app without info.xml, or with one that is no XML', async () => {
    for (const change of [
      (folder: string) => rmSync(join(folder, 'appinfo/info.xml')),
      (folder: string) => writeFileSync(join(folder, 'appinfo/info.xml'), '<info><id>hello_release</info>'),
    ]) {
      const error = await errorOf(install({ archive: pack(dirname(makeApp(change))) }));
      expect(error).toMatchObject({ code: 'info-unreadable', message: `Failed to load info.xml for app id ${id}` });
    }
  });

  it('an app with another id in info.xml; the name of the folder does not matter', async () => {
    const other = makeApp((folder) => edit(folder, '<id>hello_release</id>', '<id>Hello</id>'));
    const error = await errorOf(install({ archive: pack(dirname(other)) }));
    expect(error).toMatchObject({ code: 'other-id' });
    expect(error.message).toBe(`App for id ${id} has a wrong app ID in info.xml: Hello`);
    const renamed = dirname(makeApp());
    execFileSync('mv', [join(renamed, id), join(renamed, 'Whatever')]);
    expect(await install({ archive: pack(renamed) })).toMatchObject({ codeSignature: 'fine' });
  });

  it('an older version than the one that is there', async () => {
    await install();
    const older = makeApp((folder) => edit(folder, '<version>1.0.0</version>', '<version>1.0.0-rc.1</version>'));
    const error = await errorOf(install({ archive: pack(dirname(older)) }));
    expect(error).toMatchObject({ code: 'lower-version' });
    expect(error.message).toBe(`App for id ${id} has version 1.0.0 and tried to update to lower version 1.0.0-rc.1`);
  });

  function edit(folder: string, from: string, to: string): void {
    const file = join(folder, 'appinfo/info.xml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  }
});

describe('the integrity check after the installation', () => {
  it('misses a signed .htaccess, which no server copies (nextcloud/server#9765)', async () => {
    const archive = pack(
      dirname(
        makeApp((folder) => {
          writeFileSync(join(folder, 'css/.HTaccess'), 'Deny from all');
        }),
      ),
    );
    const error = await errorOf(install({ archive }));
    expect(error).toMatchObject({ code: 'integrity-failed', outcome: 'refused' });
    expect(error.message).toBe(`The integrity check of ${id} says: FILE_MISSING css/.HTaccess`);
  });

  it('finds what was signed and then filtered out, and what slipped in (contacts#566, worktime#70)', async () => {
    const folder = makeApp();
    rmSync(join(folder, 'js/arrival.js'));
    writeFileSync(join(folder, 'extra.txt'), 'extra');
    const error = await errorOf(install({ archive: pack(dirname(folder)) }));
    expect(error.message).toBe(`The integrity check of ${id} says: FILE_MISSING js/arrival.js, EXTRA_FILE extra.txt`);
  });

  it('does not take a signature with the wrong padding (weekplanner#76)', async () => {
    const folder = makeApp();
    const file = join(folder, 'appinfo/signature.json');
    const signature = JSON.parse(readFileSync(file, 'utf8')) as { hashes: object; signature: string };
    signature.signature = signBytes(Buffer.from(JSON.stringify(signature.hashes).replaceAll('/', '\\/')), key);
    writeFileSync(file, JSON.stringify(signature));
    const error = await errorOf(install({ archive: pack(dirname(folder)) }));
    expect(error.message).toContain('InvalidSignatureException: Signature could not get verified.');
  });
});

describe('the list of a store, as a server reads it', () => {
  const older = (version: string, changes = {}) => ({ version, signature: 'bm8=', ...changes });

  it('keeps the highest release that fits, and takes that one', async () => {
    const releases = [
      older('0.9.0'),
      {},
      older('2.0.0', { rawPlatformVersionSpec: '>=32 <=34' }),
      older('1.1.0', { isNightly: true }),
      older('1.2.0', { isNightly: undefined }),
      older('1.3.0-rc.1'),
      older('1.4.0', { rawPhpVersionSpec: '>=8.4' }),
      older('1.5.0', { rawPlatformVersionSpec: '*' }),
    ];
    expect(await install({ releases }, { phpVersion: '8.3.1' })).toMatchObject({ version: '1.0.0' });
  });

  it('does not look at the upper bound', async () => {
    const releases = [{ rawPlatformVersionSpec: '>=25 <=28' }];
    expect(await install({ releases })).toMatchObject({ version: '1.0.0' });
  });

  it('takes prereleases on the beta channel', async () => {
    const releases = [{ version: '1.0.0-rc.1' }];
    expect(await errorOf(install({ releases }))).toMatchObject({ code: 'not-in-store' });
    expect(await install({ releases }, { channel: 'beta' })).toMatchObject({ version: '1.0.0' });
  });

  it('is thrown away as a whole for one spec that cannot be parsed', async () => {
    const error = await errorOf(install({ releases: [{}, older('0.1.0', { rawPlatformVersionSpec: '>=30,<35' })] }));
    expect(error).toMatchObject({ code: 'list-unusable', message: 'Version cannot be parsed: >=30,<35' });
  });

  it.each(['{"apps": []}', 'null', '<html>'])('is no list where it is %s', async (text) => {
    writeFileSync(join(work, 'list.json'), text);
    const error = await errorOf(install({}, { source: { appsJson: join(work, 'list.json') } }));
    expect(error).toMatchObject({ code: 'list-unusable', outcome: 'outside' });
  });

  it('is fetched from a store’s API', async () => {
    const archive = pack(dirname(makeApp()));
    await install({ archive });
    const list = readFileSync(join(work, 'apps.json'));
    const paths: string[] = [];
    const http = async ({ url }: { url: string }) => {
      paths.push(new URL(url).pathname);
      return { status: 200, headers: {}, body: url.endsWith('/apps.json') ? list : served };
    };
    const source = { storeUrl: 'https://store.example/api/v1/' };
    expect(await install({ archive }, { source, http })).toMatchObject({ version: '1.0.0' });
    expect(paths).toEqual(['/api/v1/apps.json', '/app.tar.gz']);
    const down = async () => ({ status: 503, headers: {}, body: new Uint8Array() });
    expect(await errorOf(install({}, { source, http: down }))).toMatchObject({ code: 'list-unusable' });
  });
});
