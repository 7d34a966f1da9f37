// SPDX-License-Identifier: MIT
import type { KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCrl } from '../ca/crl/create-crl.js';
import { initAuthority, type NewAuthority } from '../ca/init-authority.js';
import { issueCertificate } from '../ca/issue/issue-certificate.js';
import { profiles } from '../ca/issue/profile.js';
import { generateRsaKey } from '../ca/key/encrypted-key.js';
import { PemSigner } from '../ca/key/pem-signer.js';
import { defaultPolicy } from '../ca/policy.js';
import { createRequest } from '../ca/request/create-request.js';
import { RequestFile } from '../ca/review/request-file.js';
import { review } from '../ca/review/review.js';
import { randomSerial } from '../ca/x509/serial.js';
import type { Certificate } from '../common/certificate.js';
import { CertificateRevocationList } from '../common/crl.js';
import { bodyText, http } from '../common/http.js';
import { encodePem } from '../common/pem.js';
import { renderText } from '../common/render/text.js';
import { temporaryFolder } from '../common/temporary-folder.js';
import { Trust } from '../common/trust.js';
import type { AppIdentity } from '../src/app/app-identity.js';
import { readFolderIdentity } from '../src/read-identity.js';
import { release, type ReleaseReport } from '../src/release.js';
import type { Steps } from '../src/steps.js';
import { startGithub } from './github/server.js';
import { installApp, type Installed } from './install/install-app.js';
import { InstallError } from './install/install-error.js';
import { RehearsalError } from './rehearsal-error.js';
import { startStore } from './store/store-server.js';

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

const day = 24 * 60 * 60 * 1000;

/** Newer than any server, so that every app's lower bound is met; servers do not look at the upper one. */
const serverVersion = '99.0.0';

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

interface Certified {
  readonly authority: NewAuthority;
  readonly key: KeyObject;
  readonly certificate: Certificate;
}

class Rehearsal {
  #crlNumber = 0n;

  constructor(
    private readonly inputs: RehearsalInputs,
    private readonly world: RehearsalWorld,
    private readonly work: string,
    private readonly app: AppIdentity,
  ) {}

  async run(): Promise<void> {
    const certified = await this.#certify();
    const { authority } = certified;
    const crl = await this.#crl(authority, []);
    const trust = new Trust([authority.intermediate, authority.root]);
    const store = await startStore({ trust: trust.issuers, crl, allowLoopback: true });
    const github = await startGithub({ repository: `rehearsal/${this.app.id}`, immutableReleases: true });
    try {
      const report = await this.#release(certified, { trust, crl, store, github });
      const appsJson = await this.#appsJson(store.url);
      const installed = await this.#install(appsJson, trust, crl);
      this.#keep({ ...certified, report, appsJson, crl });
      await this.#revoke(certified, appsJson, trust, store.setCrl.bind(store), installed);
      this.world.say('released and installable');
      this.world.say('revoked: refused');
    } finally {
      await Promise.all([store.close(), github.close()]);
    }
  }

  async #certify(): Promise<Certified> {
    const { id } = this.app;
    // RSA-2048, as the real authority has it; the app's own key has the 4096 bits that a review asks for.
    const authority = await initAuthority({ organization: 'Rehearsal', keyBits: 2048 });
    this.#proved('authority', 'a root and an intermediate, in the form in which servers ship theirs');
    const key = await generateRsaKey(4096);
    const request = await createRequest(new PemSigner(key), id);
    const path = `${id}/${id}.csr`;
    const verdict = review({
      file: new RequestFile(path, Buffer.from(request.toPem())),
      policy: defaultPolicy,
      now: new Date(),
    });
    if (!verdict.ok) {
      throw new RehearsalError('request-refused', `The authority would refuse the request for ${id}.`, {
        hint: verdict.findings.find(({ severity }) => severity === 'error')?.fix ?? 'See the findings.',
        findings: verdict.findings,
      });
    }
    this.#proved('review', `the request for ${id} holds: its own signature, RSA-4096, CN = app id`);
    const certificate = await issueCertificate({
      request,
      appId: id,
      profile: profiles['nextcloud-v1'],
      issuer: authority.intermediate,
      signer: authority.signer,
      serial: randomSerial(() => false),
      notBefore: new Date(),
    });
    this.#proved(
      'certificate',
      `serial ${certificate.serial.toString(16)}, until ${certificate.notAfter.toISOString().slice(0, 10)}`,
    );
    return { authority, key, certificate };
  }

  async #release(
    { key, certificate }: Certified,
    {
      trust,
      crl,
      store,
      github,
    }: {
      trust: Trust;
      crl: CertificateRevocationList;
      store: Awaited<ReturnType<typeof startStore>>;
      github: Awaited<ReturnType<typeof startGithub>>;
    },
  ): Promise<ReleaseReport> {
    const report = await release(
      {
        dir: this.inputs.appDir,
        outDir: this.work,
        build: this.inputs.build,
        key,
        certificate,
        trust,
        crl,
        target: {
          kind: 'github',
          repository: `${github.repository.owner}/${github.repository.name}`,
          token: github.tokens.maintainer,
          apiUrl: github.url,
        },
        tag: `v${this.app.version}`,
        nightly: false,
        register: true,
        dryRun: false,
        storeUrl: store.url,
        storeToken: store.token,
        buildEnvironment: this.inputs.buildEnvironment,
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
    throw new RehearsalError('not-listed', `No list of the store has ${this.app.id}.`, {
      hint: 'This is a fault of the program: please report it.',
    });
  }

  async #install(appsJson: string, trust: Trust, crl: CertificateRevocationList): Promise<Installed> {
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
      throw new RehearsalError('not-code-signed', 'The installed app has no signature.json.', {
        hint: 'This is a fault of the program: please report it.',
      });
    }
    this.#proved('integrity', 'the integrity check finds every file as it was signed, and none besides');
    return installed;
  }

  async #revoke(
    { authority, certificate }: Certified,
    appsJson: string,
    trust: Trust,
    setStoreCrl: (crl: CertificateRevocationList) => void,
    installed: Installed,
  ): Promise<void> {
    const crl = await this.#crl(authority, [certificate]);
    setStoreCrl(crl);
    this.#keepCrl(crl);
    this.#proved('revoke', `serial ${certificate.serial.toString(16)} is on CRL number ${crl.number ?? 0n}`);
    try {
      await this.#install(appsJson, trust, crl);
    } catch (error) {
      if (!(error instanceof InstallError) || error.code !== 'revoked') throw error;
      this.#proved('refused', `the server says: ${error.message}`);
      return;
    }
    throw new RehearsalError('revoked-yet-installed', `${installed.path} was installed with a revoked certificate.`, {
      hint: 'This is a fault of the program: please report it.',
    });
  }

  async #crl(
    { intermediate, signer }: NewAuthority,
    revoked: readonly Certificate[],
  ): Promise<CertificateRevocationList> {
    const thisUpdate = new Date();
    const der = await createCrl({
      issuer: intermediate,
      signer,
      number: ++this.#crlNumber,
      thisUpdate,
      nextUpdate: new Date(thisUpdate.getTime() + 30 * day),
      revoked: revoked.map(({ serial }) => ({ serial, date: thisUpdate, reason: 'keyCompromise' as const })),
    });
    return new CertificateRevocationList(der);
  }

  #keep({
    authority,
    certificate,
    report,
    appsJson,
    crl,
  }: Certified & { report: ReleaseReport; appsJson: string; crl: CertificateRevocationList }): void {
    const { keep } = this.inputs;
    if (keep === undefined) return;
    mkdirSync(keep, { recursive: true });
    const evidence = {
      'trust.pem': authority.bundle,
      'app.crt': certificate.toPem(),
      'archive.tar.gz': readFileSync(report.archive.path),
      'archive.sig': `${report.signature ?? ''}\n`,
      'apps.json': appsJson,
    };
    for (const [name, content] of Object.entries(evidence)) writeFileSync(join(keep, name), content);
    this.#keepCrl(crl);
  }

  /** The list as it is now; at the end the one that revokes. */
  #keepCrl(crl: CertificateRevocationList): void {
    if (this.inputs.keep !== undefined)
      writeFileSync(join(this.inputs.keep, 'nextcloud.crl'), encodePem('X509 CRL', crl.der));
  }

  #proved(what: string, proof: string): void {
    this.world.say(`${what.padEnd(12)} ${proof}`);
  }
}
