// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import forge from 'node-forge';
import { createCrl } from '../../ca/crl/create-crl.js';
import { initAuthority } from '../../ca/init-authority.js';
import { type ProfileName, profiles } from '../../ca/issue/profile.js';
import { encodePem } from '../../common/pem.js';
import { testAuthority, testCertificate, testFolder } from '../ca/support/authority.js';
import { phpseclibs, runPhp } from '../integrity/support/php.js';
import { needs } from '../support/needs.js';

/** What the authority makes, before four programs that share no code with it. GnuTLS and PHP look at the real clock. */
const describeOpenssl = needs('openssl', 'openssl') ? describe : describe.skip;
const describeCerttool = needs('certtool', 'gnutls-bin') ? describe : describe.skip;

const day = 86_400_000;
const since = new Date(Date.now() - day);
const names = Object.keys(profiles) as ProfileName[];
const { bundle, intermediate, root, signer } = await testAuthority();
/** same names in its certificates, other keys */
const stranger = await initAuthority({ organization: 'Test', keyBits: 2048, now: intermediate.notBefore });
const { put } = testFolder();

const list = (issuer = intermediate, by = signer): Promise<Uint8Array> =>
  createCrl({
    issuer,
    signer: by,
    number: 7n,
    thisUpdate: since,
    nextUpdate: new Date(Date.now() + 30 * day),
    revoked: [...revoked.values()].map(({ serial }) => ({ serial, date: since, reason: 'keyCompromise' })),
  });
const made = async (id: (profile: ProfileName) => string) =>
  new Map(await Promise.all(names.map(async (name) => [name, await testCertificate(id(name), name, since)] as const)));
const good = await made((profile) => `good_${profile.replaceAll('-', '_')}`);
const revoked = await made((profile) => `revoked_${profile.replaceAll('-', '_')}`);
const listDer = await list();
const strangersList = await list(stranger.intermediate, stranger.signer);

const trustFile = put('trust.pem', bundle);
const strangerFile = put('stranger.pem', stranger.bundle);
const listFile = put('list.crl', encodePem('X509 CRL', listDer));
const strangersListFile = put('stranger.crl', encodePem('X509 CRL', strangersList));
const fileOf = (of: typeof good, profile: ProfileName): string => {
  const certificate = of.get(profile)!;
  return put(`${certificate.commonNames[0]!}.crt`, certificate.toPem());
};

function run(program: string, args: readonly string[]): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  return { status, text: stdout + stderr };
}

describeOpenssl('OpenSSL', () => {
  const verify = (file: string, trust = trustFile) =>
    run('openssl', ['verify', '-CAfile', trust, '-CRLfile', listFile, '-crl_check', file]);

  it.each(names)('%s: verifies, refuses the revoked one and a stranger', (profile) => {
    expect(verify(fileOf(good, profile))).toMatchObject({ status: 0 });
    const no = verify(fileOf(revoked, profile));
    expect(no).toMatchObject({ status: 2, text: expect.stringContaining('certificate revoked') });
    expect(verify(fileOf(good, profile), strangerFile)).toMatchObject({ status: 2 });
  });
});

describeCerttool('GnuTLS', () => {
  const verify = (file: string, trust = trustFile) =>
    run('certtool', ['--verify', '--load-ca-certificate', trust, '--load-crl', listFile, '--infile', file]);

  it.each(names)('%s: verifies, refuses the revoked one and a stranger', (profile) => {
    expect(verify(fileOf(good, profile))).toMatchObject({
      status: 0,
      text: expect.stringContaining('Chain verification output: Verified. The certificate is trusted.'),
    });
    const no = verify(fileOf(revoked, profile));
    expect(no).toMatchObject({ status: 1, text: expect.stringContaining('The certificate chain is revoked.') });
    expect(verify(fileOf(good, profile), strangerFile)).toMatchObject({ status: 1 });
  });

  it('verifies the list, and not a stranger’s', () => {
    const verifyList = (file: string) =>
      run('certtool', ['--verify-crl', '--load-ca-certificate', trustFile, '--infile', file]).text;
    expect(verifyList(listFile)).toContain('Verification output: Verified.');
    expect(verifyList(strangersListFile)).toContain('Verification output: Not verified.');
  });
});

describe.each(phpseclibs)('PHP with phpseclib %i, as a server that installs', (phpseclib) => {
  const ask = (trust: string, crl: string, ...files: string[]): unknown =>
    JSON.parse(runPhp('authority.php', [trust, crl, ...files, `--phpseclib=${phpseclib}`]));

  it.each(names)('%s: takes it, refuses the revoked one, a wrong name and a stranger', (profile) => {
    const other = put('other.crt', good.get(profile)!.toPem());
    expect(ask(trustFile, listFile, fileOf(good, profile), fileOf(revoked, profile), other)).toEqual([
      'ok',
      `revoked: ${revoked.get(profile)!.serial}`,
      `issued to "${good.get(profile)!.commonNames[0]!}"`,
    ]);
    expect(ask(strangerFile, strangersListFile, fileOf(good, profile))).toEqual(['not issued by the authority']);
    expect(ask(trustFile, strangersListFile, fileOf(good, profile))).toEqual([
      'the list is not signed by the authority',
    ]);
  });
});

describe('node-forge', () => {
  const read = (pem: string) => forge.pki.certificateFromPem(pem);

  it.each(names)('%s: verifies, and refuses a stranger', (profile) => {
    const certificate = good.get(profile)!;
    const leaf = read(certificate.toPem());
    expect(leaf.version).toBe(profiles[profile].version - 1);
    expect(BigInt(`0x${leaf.serialNumber}`)).toBe(certificate.serial);
    expect(leaf.extensions.map(({ id }: { id?: string }) => id)).toEqual(certificate.extensions.map(({ id }) => id));
    const trust = [read(intermediate.toPem()), read(root.toPem())];
    expect(forge.pki.verifyCertificateChain(forge.pki.createCaStore(trust), [leaf])).toBe(true);
    const others = [read(stranger.intermediate.toPem()), read(stranger.root.toPem())];
    expect(() => forge.pki.verifyCertificateChain(forge.pki.createCaStore(others), [leaf])).toThrow();
  });

  it('verifies the list, which names what is revoked and nothing else', () => {
    const { toBeSigned, signature, serials } = forgeList(listDer);
    const digest = forge.md.sha256.create().update(toBeSigned).digest().getBytes();
    const keyOf = (pem: string) => read(pem).publicKey as forge.pki.rsa.PublicKey;
    expect(keyOf(intermediate.toPem()).verify(digest, signature)).toBe(true);
    expect(() => keyOf(stranger.intermediate.toPem()).verify(digest, signature)).toThrow();
    expect(serials).toEqual([...revoked.values()].map(({ serial }) => serial));
  });
});

/** node-forge has no reader for lists, but one for ASN.1 (RFC 5280 section 5.1). */
function forgeList(der: Uint8Array) {
  const children = ({ value }: forge.asn1.Asn1) => value as forge.asn1.Asn1[];
  const whole = forge.asn1.fromDer(Buffer.from(der).toString('binary'));
  const [toBeSigned, , signature] = children(whole) as [forge.asn1.Asn1, forge.asn1.Asn1, forge.asn1.Asn1];
  const entries = children(children(toBeSigned)[5]!);
  const serialOf = (entry: forge.asn1.Asn1) => forge.util.bytesToHex(children(entry)[0]!.value as string);
  return {
    toBeSigned: forge.asn1.toDer(toBeSigned).getBytes(),
    // the first octet of a bit string counts its unused bits
    signature: (signature as { bitStringContents?: string }).bitStringContents!.slice(1),
    serials: entries.map((entry) => BigInt(`0x${serialOf(entry)}`)),
  };
}
