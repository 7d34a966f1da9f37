// SPDX-License-Identifier: MIT
import type { KeyObject } from 'node:crypto';
import { Certificate } from '../common/certificate.js';
import type { CertificateRevocationList } from '../common/crl.js';
import { type Finding, isOk } from '../common/finding.js';
import { applyRules } from '../common/rule.js';
import type { Trust } from '../common/trust.js';
import type { AppIdentity } from './app/app-identity.js';
import { certificateRules } from './certificate-rules.js';
import { type PlanFacts, planRules } from './plan-rules.js';
import { planRefused } from './release-error.js';
import type { RegisteredComparison, StoreClient } from './store/client.js';

export interface PlanInputs {
  readonly app: AppIdentity;
  readonly key: KeyObject;
  readonly certificate: Certificate;
  readonly trust: Trust;
  /** the list, or why it could not be had */
  readonly crl?: CertificateRevocationList | { readonly unavailable: string };
  readonly tag?: string;
  readonly nightly: boolean;
  readonly register: boolean;
  readonly store: StoreClient;
  /** false: the store cannot be asked whose the app is */
  readonly hasToken: boolean;
  readonly now: Date;
}

export interface Plan {
  readonly findings: readonly Finding[];
  /** the store does not know the app yet, or with another certificate, and `register` says to change that */
  readonly registerFirst: boolean;
}

/**
 * Asks everything that can be asked before anything is built or written.
 * @throws ReleaseError `plan-refused` with all findings at once; StoreError where the store cannot be asked
 */
export async function makePlan(inputs: PlanInputs): Promise<Plan> {
  const { app, certificate, key, trust, now, crl } = inputs;
  const [list, noList] = crl === undefined || 'unavailable' in crl ? [undefined, crl] : [crl];
  const local = [
    ...applyRules(certificateRules, { appId: app.id, certificate, key, trust, now, ...(list && { crl: list }) }),
    ...(list === undefined ? [crlUnavailable(noList)] : []),
  ];
  const facts = {
    appId: app.id,
    version: app.version,
    nightly: inputs.nightly,
    register: inputs.register,
    ...(inputs.tag !== undefined && { tag: inputs.tag }),
  };
  // The store is asked only with a certificate that it could accept: what is wrong here is wrong there.
  const asked = isOk(local) ? await askStore(inputs) : undefined;
  const findings = [...local, ...applyRules(planRules, { ...facts, ...asked })];
  if (!isOk(findings)) throw planRefused(findings);
  const registerFirst =
    inputs.register && asked !== undefined && (asked.ownership === 'not-registered' || asked.registered !== 'same');
  return { findings, registerFirst };
}

async function askStore(inputs: PlanInputs): Promise<Pick<PlanFacts, 'ownership' | 'registered'>> {
  const { store, hasToken, app, certificate } = inputs;
  const ownership = hasToken ? await store.ownership(app.id) : 'not-asked';
  if (ownership === 'not-registered') return { ownership };
  return { ownership, registered: compare(await store.registeredCertificate(app.id), certificate) };
}

/** By what is in the certificates: the store keeps texts, and one with a preface is still the same certificate. */
function compare(registered: string | undefined, certificate: Certificate): RegisteredComparison {
  if (registered === undefined) return 'unknown';
  try {
    return Certificate.fromPem(registered).fingerprint === certificate.fingerprint ? 'same' : 'other';
  } catch {
    return 'other';
  }
}

function crlUnavailable(crl: { readonly unavailable: string } | undefined): Finding {
  return {
    rule: 'crl-unavailable',
    severity: 'warning',
    message:
      crl === undefined ? 'No revocation list was looked at.' : `The revocation list cannot be had: ${crl.unavailable}`,
    fix: 'Give one with --crl; until then a revoked certificate shows only in the store’s answer.',
  };
}
