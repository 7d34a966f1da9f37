// SPDX-License-Identifier: MIT
import type { Authority } from '../../../ca/authority.js';
import { issueForApp } from '../../../ca/issue/issue-for-app.js';
import type { Replacement } from '../../../ca/issue/replacement.js';
import { profiles } from '../../../ca/issue/profile.js';
import type { Signer } from '../../../ca/key/signer.js';
import { audit } from '../../../ca/ledger/audit.js';
import { recover } from '../../../ca/repository/recover.js';
import { Repository, requestPath } from '../../../ca/repository/repository.js';
import type { Store } from '../../../ca/repository/store.js';
import { createRequest } from '../../../ca/request/create-request.js';
import type { Finding } from '../../../common/finding.js';
import { Trust } from '../../../common/trust.js';
import { sharedKey, testAuthority } from './authority.js';

export const policyForTests = 'key:\n  minimum-bits: 2048\n';
export const start = new Date('2026-11-21T12:00:00Z');
export const later = (days: number): Date => new Date(start.getTime() + days * 86_400_000);

export async function authority(): Promise<Authority> {
  const { intermediate, signer } = await testAuthority();
  return { issuer: intermediate, signer, profile: profiles['nextcloud-v1'] };
}

/** Puts a policy for short keys and a request into the store. */
export async function putRequest(store: Store, appId: string, key?: Signer): Promise<void> {
  await store.replace('authority/policy.yml', Buffer.from(policyForTests));
  const request = await createRequest(key ?? (await sharedKey()), appId);
  await store.replace(requestPath(appId), Buffer.from(request.toPem()));
}

/** Opens the repository as the next run would: what was left is finished first. */
export async function reopen(store: Store, now = start): Promise<Repository> {
  const repository = await Repository.openToWrite(store);
  await recover(repository, (await authority()).issuer, now);
  return repository;
}

/** A decision for everything that is on hold. */
export async function issueNow(store: Store, appId: string, now = start, replacement?: Replacement) {
  const decision = { approvals: [{ by: 'maintainer' }], reason: 'lost key' };
  return issueForApp(await reopen(store, now), await authority(), {
    appId,
    now,
    ...decision,
    ...(replacement && { replacement }),
  });
}

export async function auditNow(store: Store, apps: readonly string[], now = start): Promise<Finding[]> {
  const paths = apps.flatMap((app) => [`${app}/${app}.crt`, `${app}/${app}.csr`]);
  const present: string[] = [];
  for (const path of paths) if ((await store.read(path)) !== undefined) present.push(path);
  const { bundle } = await testAuthority();
  return audit({ store, paths: present, trust: Trust.fromPem(bundle), now });
}
