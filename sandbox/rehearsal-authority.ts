// SPDX-License-Identifier: MIT
import type { KeyObject } from 'node:crypto';
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
import { Trust } from '../common/trust.js';
import { RehearsalError } from './rehearsal-error.js';

export interface Certified {
  readonly key: KeyObject;
  readonly certificate: Certificate;
}

const day = 24 * 60 * 60 * 1000;

/** A throw-away authority, all of it in memory. */
export class RehearsalAuthority {
  #crlNumber = 0n;

  private constructor(private readonly authority: NewAuthority) {}

  /** RSA-2048, as the real authority has it. */
  static async open(): Promise<RehearsalAuthority> {
    return new RehearsalAuthority(await initAuthority({ organization: 'Rehearsal', keyBits: 2048 }));
  }

  /** intermediate and root, PEM */
  get bundle(): string {
    return this.authority.bundle;
  }

  get trust(): Trust {
    return new Trust([this.authority.intermediate, this.authority.root]);
  }

  /** A new key with the 4,096 bits that a review asks for, its request, the review, the certificate. */
  async certify(appId: string, say: (what: string, proof: string) => void): Promise<Certified> {
    const key = await generateRsaKey(4096);
    const request = await createRequest(new PemSigner(key), appId);
    const file = new RequestFile(`${appId}/${appId}.csr`, Buffer.from(request.toPem()));
    const { ok, findings } = review({ file, policy: defaultPolicy, now: new Date() });
    if (!ok) {
      throw new RehearsalError('request-refused', `The authority would refuse the request for ${appId}.`, {
        hint: findings.find(({ severity }) => severity === 'error')?.fix ?? 'See the findings.',
        findings,
      });
    }
    say('review', `the request for ${appId} holds: its own signature, RSA-4096, CN = app id`);
    const certificate = await issueCertificate({
      request,
      appId,
      profile: profiles['nextcloud-v1'],
      issuer: this.authority.intermediate,
      signer: this.authority.signer,
      serial: randomSerial(() => false),
      notBefore: new Date(),
    });
    const until = certificate.notAfter.toISOString().slice(0, 10);
    say('certificate', `serial ${certificate.serial.toString(16)}, until ${until}`);
    return { key, certificate };
  }

  async crl(revoked: readonly Certificate[]): Promise<CertificateRevocationList> {
    const thisUpdate = new Date();
    const der = await createCrl({
      issuer: this.authority.intermediate,
      signer: this.authority.signer,
      number: ++this.#crlNumber,
      thisUpdate,
      nextUpdate: new Date(thisUpdate.getTime() + 30 * day),
      revoked: revoked.map(({ serial }) => ({ serial, date: thisUpdate, reason: 'keyCompromise' as const })),
    });
    return new CertificateRevocationList(der);
  }
}
