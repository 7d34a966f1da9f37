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
import { openEvidence, writeEvidence } from './evidence.js';
import { Certification, type Certified } from './certification.js';
import { type Community, startCommunity } from './github/community.js';
import { installApp, type Installed } from './install/install-app.js';
import { InstallError } from './install/install-error.js';
import { RehearsalAuthority } from './rehearsal-authority.js';
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
  openEvidence(inputs.keep);
  const work = temporaryFolder('nextcloud-rehearsal');
  try {
    await new Rehearsal(inputs, world, work.path, app).run();
  } finally {
    work.dispose();
  }
}

interface Outside {
  readonly store: RunningStore;
  readonly community: Community;
}

/** GitHub tells whole seconds, and an approval comes after the check: on this one, one passes whenever somebody asks. */
function leisurely(): () => Date {
  let time = Date.now();
  return () => new Date((time += 1000));
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
    const community = await startCommunity({ repository: 'rehearsal/app-certificate-requests', now: leisurely() });
    let store: RunningStore | undefined;
    try {
      const certification = await Certification.open(community, authority, (what, proof) => this.#proved(what, proof));
      const certified = await certification.certify(this.app.id, await this.#publishSources(community));
      const crl = await certification.crl();
      store = await startStore({ trust: authority.trust.issuers, crl, allowLoopback: true });
      const report = await this.#release(authority, certified, crl, { store, community });
      const appsJson = await this.#appsJson(store.url);
      await this.#install(appsJson, authority, crl);
      writeEvidence(this.inputs.keep, {
        'trust.pem': authority.bundle,
        'app.crt': certified.certificate.toPem(),
        'archive.tar.gz': readFileSync(report.archive.path),
        'archive.sig': `${report.signature ?? ''}\n`,
        'apps.json': appsJson,
      });
      await this.#revoke(authority, certification, appsJson, store);
      this.world.say('released and installable');
      this.world.say('revoked: refused');
    } finally {
      await Promise.all([store?.close(), community.github.close()]);
    }
  }

  /** The app's own repository, with what the bot looks for in it. @returns its address */
  async #publishSources({ github, people, users }: Community): Promise<string> {
    const name = `${users.requester.login}/${this.app.id}`;
    github.state.addRepository(name, { immutableReleases: true });
    const infoXml = readFileSync(join(this.inputs.appDir, 'appinfo', 'info.xml'), 'utf8');
    await people.requester.push({ to: name, branch: 'main', files: { 'appinfo/info.xml': infoXml } });
    return `${github.web}/${name}`;
  }

  async #release(
    { trust }: RehearsalAuthority,
    certified: Certified,
    crl: CertificateRevocationList,
    { store, community: { github, tokens, users } }: Outside,
  ): Promise<ReleaseReport> {
    const { appDir, build, buildEnvironment } = this.inputs;
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
          repository: `${users.requester.login}/${this.app.id}`,
          token: tokens.requester,
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
    certification: Certification,
    appsJson: string,
    store: RunningStore,
  ): Promise<void> {
    const crl = await certification.revoke(this.app.id);
    store.setCrl(crl);
    writeEvidence(this.inputs.keep, { 'nextcloud.crl': encodePem('X509 CRL', crl.der) });
    this.#proved(
      'revocation',
      `two maintainers asked for it: it is on CRL number ${crl.number ?? 0n}, in the same commit`,
    );
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
