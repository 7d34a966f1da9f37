// SPDX-License-Identifier: MIT
import type { KeyObject } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createCrl } from '../../ca/crl/create-crl.js';
import { initAuthority, type NewAuthority } from '../../ca/init-authority.js';
import { issueCertificate } from '../../ca/issue/issue-certificate.js';
import { profiles } from '../../ca/issue/profile.js';
import { generateRsaKey } from '../../ca/key/encrypted-key.js';
import { PemSigner } from '../../ca/key/pem-signer.js';
import { createRequest } from '../../ca/request/create-request.js';
import { randomSerial } from '../../ca/x509/serial.js';
import type { Certificate } from '../../common/certificate.js';
import type { Clock } from '../../common/clock.js';
import { CertificateRevocationList } from '../../common/crl.js';
import { silent } from '../../common/progress.js';
import { Trust } from '../../common/trust.js';
import { startGithub, type LocalGithub } from '../../sandbox/github/server.js';
import { type RunningStore, startStore } from '../../sandbox/store/store-server.js';
import { release, type ReleaseInputs, type ReleaseReport } from '../../src/release.js';
import { Steps } from '../../src/steps.js';

export interface Identity {
  readonly key: KeyObject;
  readonly certificate: Certificate;
}

const day = 86_400_000;

/** Everything a release meets, on loopback: an authority, a store, a GitHub, an app. One for each test. */
export class World {
  readonly folder = mkdtempSync(join(tmpdir(), 'release-test-'));
  /** the app's folder: whatever its name, the id counts */
  readonly app = join(this.folder, 'checkout');
  readonly out = join(this.folder, 'out');
  readonly waits: number[] = [];
  readonly #storeUrl: string;

  private constructor(
    readonly authority: NewAuthority,
    readonly identity: Identity,
    readonly store: RunningStore,
    readonly github: LocalGithub,
  ) {
    this.#storeUrl = store.url;
    mkdirSync(this.out);
    this.write('appinfo/info.xml', infoXml());
    this.write('lib/Application.php', '<?php\n');
    this.write('CHANGELOG.md', '# Changelog\n\n## 1.0.0\n\n- First.\n');
  }

  static async open(options: { readonly immutableReleases?: boolean } = {}): Promise<World> {
    const authority = await sharedAuthority();
    const identity = await sharedIdentity();
    const store = await startStore({
      trust: [authority.intermediate, authority.root],
      allowLoopback: true,
      crl: await crlOf([]),
    });
    const github = await startGithub({ repository: 'owner/news', ...options });
    return new World(authority, identity, store, github);
  }

  async close(): Promise<void> {
    await Promise.all([this.store.close(), this.github.close()]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.app, path)), { recursive: true });
    writeFileSync(join(this.app, path), content);
  }

  get trust(): Trust {
    return new Trust([this.authority.intermediate, this.authority.root]);
  }

  inputs(changes: Partial<ReleaseInputs> = {}): ReleaseInputs {
    return {
      dir: this.app,
      outDir: this.out,
      build: false,
      ...this.identity,
      trust: this.trust,
      target: {
        kind: 'github',
        repository: 'owner/news',
        token: this.github.tokens.maintainer,
        apiUrl: this.github.url,
      },
      tag: 'v1.0.0',
      nightly: false,
      register: true,
      dryRun: false,
      storeUrl: this.#storeUrl,
      storeToken: this.store.token,
      buildEnvironment: {},
      ...changes,
    };
  }

  /** A release whose waiting takes no time: what would be waited is noted. */
  async release(changes: Partial<ReleaseInputs> = {}, steps = new Steps(silent)): Promise<ReleaseReport> {
    return release(this.inputs(changes), { steps, clock: this.clock, random: () => 0.5 });
  }

  readonly clock: Clock = {
    now: () => new Date(Date.now() + this.waits.reduce((sum, wait) => sum + wait, 0)),
    sleep: async (milliseconds) => {
      this.waits.push(milliseconds);
    },
  };
}

export function infoXml(
  changes: { readonly id?: string; readonly version?: string; readonly more?: string } = {},
): string {
  const { id = 'news', version = '1.0.0', more = '' } = changes;
  return `<?xml version="1.0"?>
<info xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="https://apps.nextcloud.com/schema/apps/info.xsd">
  <id>${id}</id>
  <name>News</name>
  <summary>Reads feeds</summary>
  <description>Reads feeds.</description>
  <version>${version}</version>
  <licence>agpl</licence>
  <author>Somebody</author>
  <category>multimedia</category>
  <bugs>https://example.org/bugs</bugs>
  <dependencies><nextcloud min-version="31" max-version="34"/></dependencies>${more}
</info>
`;
}

let authority: Promise<NewAuthority> | undefined;
let identity: Promise<Identity> | undefined;

/** RSA keys take seconds: one authority and one app's key for all tests of a file. */
export function sharedAuthority(): Promise<NewAuthority> {
  return (authority ??= initAuthority({ keyBits: 2048, now: new Date(Date.now() - 400 * day) }));
}

export function sharedIdentity(): Promise<Identity> {
  return (identity ??= certify('news'));
}

export async function certify(
  appId: string,
  options: { readonly notBefore?: Date; readonly days?: number } = {},
): Promise<Identity> {
  const { intermediate, signer } = await sharedAuthority();
  const key = await generateRsaKey(2048);
  const profile = profiles['nextcloud-v1'];
  const certificate = await issueCertificate({
    request: await createRequest(new PemSigner(key), appId),
    appId,
    profile: options.days === undefined ? profile : { ...profile, validityDays: options.days },
    issuer: intermediate,
    signer,
    serial: randomSerial(() => false),
    notBefore: options.notBefore ?? new Date(Date.now() - day),
  });
  return { key, certificate };
}

let crlNumber = 0n;

export async function crlOf(revoked: readonly Certificate[]): Promise<CertificateRevocationList> {
  const { intermediate, signer } = await sharedAuthority();
  const thisUpdate = new Date(Date.now() - 60_000);
  const der = await createCrl({
    issuer: intermediate,
    signer,
    number: ++crlNumber,
    thisUpdate,
    nextUpdate: new Date(Date.now() + day),
    revoked: revoked.map(({ serial }) => ({ serial, date: thisUpdate, reason: 'keyCompromise' as const })),
  });
  return new CertificateRevocationList(der);
}
