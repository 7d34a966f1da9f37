// SPDX-License-Identifier: MIT
import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import type { Certificate } from '../common/certificate.js';
import { type Clock, systemClock } from '../common/clock.js';
import type { CertificateRevocationList } from '../common/crl.js';
import type { Finding } from '../common/finding.js';
import { type Http, http as platformHttp } from '../common/http.js';
import type { Trust } from '../common/trust.js';
import type { AppIdentity } from './app/app-identity.js';
import { fetchBack } from './github/fetch-back.js';
import { GithubClient } from './github/github-client.js';
import { type MadeArchive, makeArchive, openGivenArchive } from './make-archive.js';
import { makePlan } from './plan.js';
import { readArchiveIdentity, readReleasableIdentity } from './read-identity.js';
import { ReleaseError } from './release-error.js';
import { serveArchive, tryServing } from './serve-archive.js';
import type { Steps } from './steps.js';
import { signBytes } from './store/archive-signature.js';
import { StoreClient } from './store/client.js';
import { findListed, readBack } from './store/read-back.js';

/** Where the archive is served: as an asset of a GitHub release, or by somebody else. */
export type Target =
  | { readonly kind: 'github'; readonly repository: string; readonly token: string; readonly apiUrl?: string }
  | { readonly kind: 'url'; readonly url: string };

export interface ReleaseInputs {
  /** folder of the app, absolute */
  readonly dir: string;
  /** a packed archive in place of building one, absolute */
  readonly archive?: string;
  /** folder that gets the archive when it is built, absolute */
  readonly outDir: string;
  readonly build: boolean;
  readonly key: KeyObject;
  readonly certificate: Certificate;
  readonly trust: Trust;
  readonly crl?: CertificateRevocationList | { readonly unavailable: string };
  readonly target: Target;
  /** of the release; without one, for `url` targets, nothing is compared with the version */
  readonly tag?: string;
  readonly nightly: boolean;
  readonly register: boolean;
  readonly dryRun: boolean;
  readonly storeUrl: string;
  readonly storeToken?: string;
  /** environment of the build, without secrets */
  readonly buildEnvironment: Readonly<Record<string, string>>;
}

export interface ReleaseWorld {
  readonly steps: Steps;
  readonly http?: Http;
  readonly clock?: Clock;
  readonly random?: () => number;
}

export interface ReleaseReport {
  readonly app: AppIdentity;
  readonly archive: MadeArchive;
  /** base64; absent in a dry run */
  readonly signature?: string;
  readonly downloadUrl?: string;
  readonly releasePage?: string;
  readonly storeStatus: 'created' | 'updated' | 'already-published' | 'dry-run';
  readonly findings: readonly Finding[];
}

/**
 * The whole way, from a folder to an app that the store lists: plan, build, stage, validate, code-sign, pack, verify,
 * upload, publish the release, fetch back, archive-sign, publish, read back. Every step looks first at what is there:
 * a run that broke off is run again and goes on where it stopped.
 * @throws CodedError of whichever room said no
 */
export async function release(inputs: ReleaseInputs, world: ReleaseWorld): Promise<ReleaseReport> {
  return new Release(inputs, world).run();
}

class Release {
  readonly #steps: Steps;
  readonly #store: StoreClient;
  readonly #github: GithubClient | undefined;
  readonly #outside: {
    http: Http;
    clock: Clock;
    random: () => number;
    onRetry: (what: string, waitMs: number) => void;
  };

  constructor(
    private readonly inputs: ReleaseInputs,
    world: ReleaseWorld,
  ) {
    this.#steps = world.steps;
    this.#outside = {
      http: world.http ?? platformHttp,
      clock: world.clock ?? systemClock,
      random: world.random ?? Math.random,
      onRetry: (what, waitMs) =>
        this.#steps.progress.note(`${what}; trying again in ${(waitMs / 1000).toFixed(waitMs < 1000 ? 1 : 0)} s`),
    };
    const { storeUrl, storeToken, target } = inputs;
    const credentials = storeToken === undefined ? {} : { credentials: { token: storeToken } };
    this.#store = new StoreClient({ url: storeUrl, ...credentials, ...this.#outside });
    this.#github = target.kind === 'github' ? new GithubClient(target, this.#outside) : undefined;
  }

  async run(): Promise<ReleaseReport> {
    const { archive: given, dir } = this.inputs;
    const app = await (given === undefined ? readReleasableIdentity(dir) : readArchiveIdentity(given));
    const { registerFirst, findings } = await this.#plan(app);
    const archive = await this.#makeArchive(app);
    const report = { app, archive, findings: [...findings, ...archive.findings] };
    if (this.inputs.dryRun) return { ...report, ...(await this.#dryRun(app, archive)) };

    const { downloadUrl, ...page } = await this.#serve(app, archive);
    const signature = await this.#signServed(downloadUrl, archive);
    if (registerFirst) await this.#register(app);
    const storeStatus = await this.#publish(app, downloadUrl, signature);
    return { ...report, ...page, downloadUrl, signature, storeStatus };
  }

  async #plan(app: AppIdentity) {
    const { storeToken, dryRun } = this.inputs;
    if (storeToken === undefined && !dryRun) {
      throw new ReleaseError('nothing-to-publish-to', 'There is no token of the App Store to publish with.', {
        hint: 'Give --store-token-file FILE (the Action: store-token); with --dry-run it may be left out.',
      });
    }
    return this.#steps.run('plan', async () => {
      const plan = await makePlan({
        ...this.inputs,
        app,
        now: this.#outside.clock.now(),
        store: this.#store,
        hasToken: storeToken !== undefined,
      });
      const asked =
        storeToken === undefined ? 'whose it is was not asked, there is no token' : 'the token may publish it';
      return [plan, `${app.id} ${app.version}: key, certificate and app belong together; ${asked}`] as const;
    });
  }

  async #makeArchive(app: AppIdentity): Promise<MadeArchive> {
    const { archive, dir, outDir, build, key, certificate, trust, nightly, buildEnvironment } = this.inputs;
    const now = this.#outside.clock.now();
    const common = { app, signer: { key, certificate }, trust, nightly, now };
    if (archive !== undefined) return openGivenArchive({ ...common, archive }, this.#steps);
    const out = join(outDir, `${app.id}-${app.version}.tar.gz`);
    return makeArchive({ ...common, dir, out, build, validate: true, buildEnvironment }, this.#steps);
  }

  async #dryRun(app: AppIdentity, archive: MadeArchive) {
    if (this.#github === undefined) this.#steps.skip('upload', 'dry run; the archive is served by somebody else');
    else await tryServing(this.#github, archive, this.#tag(app), this.#steps);
    this.#steps.skip('publish', 'dry run');
    return { storeStatus: 'dry-run' } as const;
  }

  #tag(app: AppIdentity): string {
    return this.inputs.tag ?? `v${app.version}`;
  }

  async #serve(app: AppIdentity, archive: MadeArchive): Promise<{ downloadUrl: string; releasePage?: string }> {
    const { target, nightly } = this.inputs;
    if (this.#github === undefined || target.kind === 'url') {
      this.#steps.skip('upload', 'the archive is served by somebody else');
      return { downloadUrl: target.kind === 'url' ? target.url : '' };
    }
    const prerelease = nightly || app.version.includes('-');
    const wish = { tag: this.#tag(app), title: `${app.id} ${app.version}`, prerelease };
    return serveArchive(this.#github, archive, wish, this.#steps);
  }

  /** Only what users will get is ever signed: the bytes behind the public address, equal to what was packed. */
  async #signServed(url: string, archive: MadeArchive): Promise<string> {
    const served = await this.#steps.run('fetch back', async () => {
      // What somebody else serves is there, or the address is wrong; only our own upload may still be on its way.
      const patience = this.inputs.target.kind === 'url' ? { patience: 3 } : {};
      const bytes = await fetchBack(url, archive, { ...this.#outside, ...patience });
      return [bytes, `${bytes.length} bytes, the same as packed`] as const;
    });
    return this.#steps.run('archive-sign', async () => {
      return [signBytes(served, this.inputs.key), 'RSA with SHA-512 over the served bytes'] as const;
    });
  }

  async #register(app: AppIdentity): Promise<void> {
    await this.#steps.run('register', async () => {
      const result = await this.#store.register({
        certificate: this.inputs.certificate.toPem(),
        signature: signBytes(Buffer.from(app.id, 'utf8'), this.inputs.key),
      });
      return [result, result === 'created' ? `${app.id} is registered` : 'the certificate is registered'] as const;
    });
  }

  async #publish(
    app: AppIdentity,
    download: string,
    signature: string,
  ): Promise<'created' | 'updated' | 'already-published'> {
    const { nightly } = this.inputs;
    const wanted = { appId: app.id, version: app.version, nightly, signature };
    const status = await this.#steps.run('publish', async () => {
      const listed = await findListed(this.#store, wanted);
      if (listed?.release.download === download && listed.release.signature.replace(/\s+/g, '') === signature) {
        return ['already-published', 'the store lists this very release already'] as const;
      }
      const result = await this.#store.publish({ download, signature, nightly });
      return result === 'created'
        ? (['created', 'the store took it'] as const)
        : (['updated', 'the store took it in place of the same version'] as const);
    });
    await this.#steps.run('read back', async () => {
      const { list } = await readBack(this.#store, wanted);
      return [undefined, `${list} lists ${app.id} ${app.version} with our signature`] as const;
    });
    return status;
  }
}
