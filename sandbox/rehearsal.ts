// SPDX-License-Identifier: MIT
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CertificateRevocationList } from '../common/crl.js';
import { bodyText, http } from '../common/http.js';
import { encodePem } from '../common/pem.js';
import { renderText } from '../common/render/text.js';
import { temporaryFolder } from '../common/temporary-folder.js';
import type { AppIdentity } from '../src/app/app-identity.js';
import { readFolderIdentity } from '../src/read-identity.js';
import { release, type ReleaseReport } from '../src/release.js';
import type { Steps } from '../src/steps.js';
import { writeEvidence } from './evidence.js';
import { type LocalGithub, startGithub } from './github/server.js';
import { installApp, type Installed } from './install/install-app.js';
import { InstallError } from './install/install-error.js';
import { type Certified, RehearsalAuthority } from './rehearsal-authority.js';
import { RehearsalError } from './rehearsal-error.js';
import { type RunningStore, startStore } from './store/store-server.js';

export interface RehearsalInputs {
  /** folder of the app, absolute */
  readonly appDir: string;
  readonly build: boolean;
  /** folder for the evidence, absolute; it is made where it is missing */
  readonly keep?: string;
  readonly buildEnvironment: Readonly<Record<string, string>>;
}

export interface RehearsalWorld {
  readonly steps: Steps;
  /** one line of what was proved */
  say(line: string): void;
}

/** Newer than any server, so that every app's lower bound is met; servers do not look at the upper one. */
const serverVersion = '99.0.0';

const ourFault = 'This is a fault of the program: please report it.';

/**
 * The whole circle on this machine, with real parts that refuse what the real ones refuse: request, review,
 * certificate, registration, release, installation, integrity check, revocation, refusal. Loopback only.
 * @throws CodedError of whichever part said no; RehearsalError where one said yes that had to say no
 */
export async function rehearse(inputs: RehearsalInputs, world: RehearsalWorld): Promise<void> {
  const app = await readFolderIdentity(inputs.appDir);
  const work = temporaryFolder('nextcloud-rehearsal');
  try {
    await new Rehearsal(inputs, world, work.path, app).run();
  } finally {
    work.dispose();
  }
}

interface Outside {
  readonly store: RunningStore;
  readonly github: LocalGithub;
}

class Rehearsal {
  constructor(
    private readonly inputs: RehearsalInputs,
    private readonly world: RehearsalWorld,
    private readonly work: string,
    private readonly app: AppIdentity,
  ) {}

  async run(): Promise<void> {
    const authority = await RehearsalAuthority.open();
    this.#proved('authority', 'a root and an intermediate, in the form in which servers ship theirs');
    const certified = await authority.certify(this.app.id, (what, proof) => this.#proved(what, proof));
    const crl = await authority.crl([]);
    const store = await startStore({ trust: authority.trust.issuers, crl, allowLoopback: true });
    const github = await startGithub({ repository: `rehearsal/${this.app.id}`, immutableReleases: true });
    try {
      const report = await this.#release(authority, certified, crl, { store, github });
      const appsJson = await this.#appsJson(store.url);
      await this.#install(appsJson, authority, crl);
      writeEvidence(this.inputs.keep, {
        'trust.pem': authority.bundle,
        'app.crt': certified.certificate.toPem(),
        'archive.tar.gz': readFileSync(report.archive.path),
        'archive.sig': `${report.signature ?? ''}\n`,
        'apps.json': appsJson,
      });
      await this.#revoke(authority, certified, appsJson, store);
      this.world.say('released and installable');
      this.world.say('revoked: refused');
    } finally {
      await Promise.all([store.close(), github.close()]);
    }
  }

  async #release(
    { trust }: RehearsalAuthority,
    certified: Certified,
    crl: CertificateRevocationList,
    { store, github }: Outside,
  ): Promise<ReleaseReport> {
    const { appDir, build, buildEnvironment } = this.inputs;
    const { owner, name } = github.repository;
    const report = await release(
      {
        ...certified,
        dir: appDir,
        outDir: this.work,
        build,
        trust,
        crl,
        target: {
          kind: 'github',
          repository: `${owner}/${name}`,
          token: github.tokens.maintainer,
          apiUrl: github.url,
        },
        tag: `v${this.app.version}`,
        nightly: false,
        register: true,
        dryRun: false,
        storeUrl: store.url,
        storeToken: store.token,
        buildEnvironment,
      },
      { steps: this.world.steps },
    );
    if (report.findings.length > 0) this.world.steps.progress.note(renderText(report.findings).trimEnd());
    this.#proved('release', `${this.app.id} ${this.app.version} is registered, published and listed by the store`);
    return report;
  }

  /** The list in which the app stands: apps for AppAPI's system stand in one of their own. */
  async #appsJson(storeUrl: string): Promise<string> {
    for (const list of ['apps.json', 'appapi_apps.json']) {
      const text = bodyText(await http({ method: 'GET', url: `${storeUrl}/${list}` }));
      if ((JSON.parse(text) as { id: string }[]).some(({ id }) => id === this.app.id)) return text;
    }
    throw new RehearsalError('not-listed', `No list of the store has ${this.app.id}.`, { hint: ourFault });
  }

  async #install(appsJson: string, { trust }: RehearsalAuthority, crl: CertificateRevocationList): Promise<Installed> {
    const source = { appsJson: join(this.work, 'apps.json') };
    writeFileSync(source.appsJson, appsJson);
    const appsDir = join(this.work, 'server', 'apps');
    mkdirSync(appsDir, { recursive: true });
    const order = { appId: this.app.id, source, trust, crl, appsDir, serverVersion, channel: 'beta' } as const;
    const installed = await installApp(order);
    const how =
      installed.unpackedWith === 'tar'
        ? 'our own reader (PHP with PEAR Archive_Tar is not here)'
        : installed.unpackedWith;
    this.#proved('install', `a server takes it: certificate, archive signature, unpacked with ${how}, info.xml`);
    if (installed.codeSignature !== 'fine') {
      throw new RehearsalError('not-code-signed', 'The installed app has no signature.json.', { hint: ourFault });
    }
    this.#proved('integrity', 'the integrity check finds every file as it was signed, and none besides');
    return installed;
  }

  async #revoke(
    authority: RehearsalAuthority,
    { certificate }: Certified,
    appsJson: string,
    store: RunningStore,
  ): Promise<void> {
    const crl = await authority.crl([certificate]);
    store.setCrl(crl);
    writeEvidence(this.inputs.keep, { 'nextcloud.crl': encodePem('X509 CRL', crl.der) });
    this.#proved('revoke', `serial ${certificate.serial.toString(16)} is on CRL number ${crl.number ?? 0n}`);
    try {
      await this.#install(appsJson, authority, crl);
    } catch (error) {
      if (!(error instanceof InstallError) || error.code !== 'revoked') throw error;
      this.#proved('refused', `the server says: ${error.message}`);
      return;
    }
    throw new RehearsalError('revoked-yet-installed', `${this.app.id} was installed with a revoked certificate.`, {
      hint: ourFault,
    });
  }

  #proved(what: string, proof: string): void {
    this.world.say(`${what.padEnd(12)} ${proof}`);
  }
}
