// SPDX-License-Identifier: MIT
import { verify } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Certificate } from '../../common/certificate.js';
import type { CertificateRevocationList } from '../../common/crl.js';
import type { Finding } from '../../common/finding.js';
import { type Http, http as platformHttp, HttpError } from '../../common/http.js';
import type { Trust } from '../../common/trust.js';
import { decodePhpBase64 } from '../../src/integrity/php-base64.js';
import { readServerCertificate } from '../../src/integrity/server-certificate.js';
import { type AppListSource, type ListedApp, type Platform, readAppList } from './app-list.js';
import { checkInstalled } from './check-installed.js';
import { copyApp } from './copy-app.js';
import { InstallError } from './install-error.js';
import { readInstalledInfo } from './installed-info.js';
import { compareVersions } from './php-version.js';
import { unpack, type Unpacker } from './unpack.js';

export interface InstallOrder extends Platform {
  readonly appId: string;
  readonly source: AppListSource;
  /** the server's root.crt */
  readonly trust: Trust;
  /** the server's root.crl */
  readonly crl: CertificateRevocationList;
  readonly appsDir: string;
  /** default: `php`, from PATH */
  readonly php?: string;
  readonly http?: Http;
  readonly now?: () => Date;
}

export interface Installed {
  readonly path: string;
  readonly version: string;
  readonly unpackedWith: Unpacker;
  /** a server never checks an app of the store that has no signature.json */
  readonly codeSignature: 'fine' | 'absent';
  readonly warnings: readonly Finding[];
}

/** The server's own limit is its disk; the store takes no archive beyond 30 MiB. */
const maxArchiveBytes = 256 * 1024 * 1024;

/**
 * Installs an app from a store as a server does, check by check in its order and with its messages (server:
 * Installer.php, downloadApp), and runs the integrity check over what came out, as its administrator would.
 * @throws InstallError
 */
export async function installApp(order: InstallOrder): Promise<Installed> {
  const http = order.http ?? platformHttp;
  const id = order.appId.toLowerCase();
  const app = (await readAppList(order.source, order, http)).find((listed) => listed.id === id);
  if (app === undefined) {
    throw new InstallError('not-in-store', `Could not download app ${id}, it was not found on the appstore`, {
      hint: `See whether the store lists a release of ${id} for Nextcloud ${order.serverVersion}.`,
    });
  }
  const certificate = acceptCertificate(app, order);
  const archive = await download(app.release.download, http);
  acceptSignature(app, certificate, archive);
  const { version, unpackedWith } = await putInPlace(id, archive, order);
  const path = join(order.appsDir, id);
  const { trust, crl } = order;
  const checked = checkInstalled(path, id, { trust, crl, now: order.now?.() ?? new Date() });
  return { path, version, unpackedWith, ...checked };
}

/** Loaded, not revoked, issued by a trusted authority, for this app. Dates are looked at nowhere in the server. */
function acceptCertificate({ id, certificate: pem }: ListedApp, { trust, crl }: InstallOrder): Certificate {
  const signed = trust.issuers.some((issuer) => crl.issuer.equals(issuer.subject) && crl.isSignedBy(issuer));
  if (!signed) {
    throw new InstallError('crl-invalid', 'Could not validate CRL signature', {
      hint: 'Give the list that one of the trusted authorities signed. Its dates do not matter.',
    });
  }
  const certificate = readServerCertificate(pem);
  if (certificate !== undefined && crl.isRevoked(certificate.serial)) {
    // By serial alone, whoever issued it: two certificates with one serial are revoked together (server#20674).
    throw new InstallError('revoked', `Certificate "${certificate.serial}" has been revoked`, {
      hint: 'Ask for a new certificate, register it with the store and publish the releases again.',
    });
  }
  if (certificate === undefined || trust.issuerOf(certificate) === undefined) {
    const message = `App with id ${id} has a certificate not issued by a trusted Code Signing Authority`;
    throw new InstallError('untrusted', message, {
      hint: 'Register the app with the certificate that the authority issued for it.',
    });
  }
  const [name, ...more] = certificate.commonNames;
  if (name === undefined) {
    throw new InstallError('no-common-name', `App with id ${id} has a cert with no CN`, {
      hint: 'Ask for a certificate whose subject is the app id.',
    });
  }
  if (more.length > 0 || name !== id) {
    const shown = more.length > 0 ? 'Array' : name; // PHP's word for a list, in a text
    throw new InstallError('other-common-name', `App with id ${id} has a cert issued to ${shown}`, {
      hint: 'Register the app with the certificate that was issued for this id.',
    });
  }
  return certificate;
}

async function download(url: string, http: Http): Promise<Uint8Array> {
  const hint = 'See whether the address in the store’s list can be reached without a login.';
  try {
    const answer = await http({ method: 'GET', url, timeoutMs: 120_000, maxBytes: maxArchiveBytes });
    if (answer.status >= 200 && answer.status < 300) return answer.body;
    throw new InstallError('download-failed', `GET ${url} resulted in ${answer.status}`, { hint });
  } catch (error) {
    if (error instanceof HttpError) throw new InstallError('download-failed', error.message, { hint, cause: error });
    throw error;
  }
}

function acceptSignature({ id, release }: ListedApp, certificate: Certificate, archive: Uint8Array): void {
  if (isSignedBy(certificate, archive, decodePhpBase64(release.signature))) return;
  throw new InstallError('signature-invalid', `App with id ${id} has invalid signature`, {
    hint: 'The archive that is served is not the one that was signed: sign what stands at the address, and publish again.',
  });
}

function isSignedBy(certificate: Certificate, archive: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify('sha512', archive, certificate.publicKey, signature);
  } catch {
    return false; // a key that Node does not know
  }
}

/** Unpacks, looks at what came out, and copies it over what was there. */
async function putInPlace(
  id: string,
  archive: Uint8Array,
  { appsDir, php = 'php' }: InstallOrder,
): Promise<{ version: string; unpackedWith: Unpacker }> {
  const temporary = mkdtempSync(join(tmpdir(), 'nextcloud-install-'));
  try {
    const [file, folder] = [join(temporary, 'app.tar.gz'), join(temporary, 'unpacked')];
    writeFileSync(file, archive);
    const unpacked = await unpack(file, folder, php);
    if (unpacked.failure !== undefined) {
      const why = unpacked.failure === '' ? '' : `: ${unpacked.failure}`;
      throw new InstallError('not-extracted', `Could not extract app ${id}${why}`, { hint: repack });
    }
    const inside = join(folder, onlyFolder(id, folder));
    const version = acceptInfo(id, inside, appsDir);
    const target = join(appsDir, id);
    rmSync(target, { recursive: true, force: true });
    copyApp(Buffer.from(inside), Buffer.from(target));
    return { version, unpackedWith: unpacked.with };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

const repack =
  'Pack the app again with "nextcloud-release package": one folder, named as the id, with appinfo/info.xml.';

/** Whatever lies beside the app's folder counts, files and hidden entries too; the folder's name does not matter. */
function onlyFolder(id: string, folder: string): string {
  const [first, ...more] = readdirSync(folder);
  if (first === undefined) {
    throw new InstallError('no-folder', `Extracted app ${id} has no folders`, { hint: repack });
  }
  if (more.length > 0) {
    throw new InstallError('several-folders', `Extracted app ${id} has more than 1 folder`, { hint: repack });
  }
  return first;
}

/** @returns the version in info.xml; the server does not compare it with the store's */
function acceptInfo(id: string, folder: string, appsDir: string): string {
  const info = readInstalledInfo(join(folder, 'appinfo', 'info.xml'));
  if (info === undefined) {
    throw new InstallError('info-unreadable', `Failed to load info.xml for app id ${id}`, { hint: repack });
  }
  if (info.id !== id) {
    const message = `App for id ${id} has a wrong app ID in info.xml: ${info.id}`;
    throw new InstallError('other-id', message, { hint: `Write <id>${id}</id> in appinfo/info.xml.` });
  }
  const before = readInstalledInfo(join(appsDir, id, 'appinfo', 'info.xml'))?.version ?? '0';
  if (compareVersions(before, info.version) === 1) {
    const message = `App for id ${id} has version ${before} and tried to update to lower version ${info.version}`;
    throw new InstallError('lower-version', message, { hint: 'Raise the version in appinfo/info.xml.' });
  }
  return info.version;
}
