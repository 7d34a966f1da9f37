// SPDX-License-Identifier: MIT
import type { Authority } from '../../ca/authority.js';
import { revoke } from '../../ca/crl/revoke.js';
import type { CertificateRecord } from '../../ca/ledger/certificate-record.js';
import type { EntryOf } from '../../ca/ledger/ledger-line.js';
import { MemoryStore } from '../../ca/repository/store.js';
import { Repository } from '../../ca/repository/repository.js';
import { serialText } from '../../ca/x509/serial.js';
import type { Judgement } from '../judgement.js';
import type { Situation } from '../situation.js';
import type { PreparedCommit } from './prepared-commit.js';

/**
 * Whoever shows keys by the thousand, or others with every push, shall not fill the ledger with them. The request's own
 * key and those that certificates have are not counted.
 */
const maxKeys = 20;

const whyBurnt = ({ pullRequest }: Situation): string =>
  `its private key was public when pull request #${pullRequest.number} was looked at`;

/**
 * The keys of the pull request that have a place in the ledger, and that nobody wrote down as burnt yet, or nobody
 * revoked: who blocks a certified key by hand did not prove that it leaked.
 */
function newlyBurnt(situation: Situation, { leakedKeys, request }: Judgement): string[] {
  const { base } = situation;
  const { ledger } = base.repository;
  const fresh = leakedKeys.filter(
    (key) => ledger.blockedKey(key) === undefined || validCertificates(base.repository, key).length > 0,
  );
  const counts = (key: string): boolean => key === request?.key || ledger.certificatesOfKey(key).length > 0;
  const others = fresh.filter((key) => !counts(key));
  if (others.length === 0) return fresh;
  const why = whyBurnt(situation);
  const written = ledger.lines.filter((line) => line.kind === 'block-key' && line.why === why).length;
  return [...fresh.filter(counts), ...others.slice(0, Math.max(0, maxKeys - written))];
}

/**
 * A private key stood in the pull request: possession is the proof, nobody needs to approve. It is never certified
 * again, and what was certified with it is revoked at once, in one commit.
 * @param authority undefined where the CA's key is not at hand: then only keys without a valid certificate are written
 * down, and the rest is left for whoever has it
 * @returns undefined where there is nothing to do
 */
export async function prepareBurntKeys(
  situation: Situation,
  judgement: Judgement,
  authority: Authority | undefined,
): Promise<PreparedCommit | undefined> {
  const keys = newlyBurnt(situation, judgement);
  if (keys.length === 0) return undefined;
  const { base, pullRequest, now } = situation;
  const store = new MemoryStore(base.repository.store);
  const repository = await Repository.open(store);
  const why = whyBurnt(situation);
  const revoked: CertificateRecord[] = [];
  for (const key of keys) {
    const certificates = validCertificates(repository, key);
    if (certificates.length > 0 && authority === undefined) continue;
    if (repository.ledger.blockedKey(key) === undefined) {
      await repository.record([{ kind: 'block-key', key, why } satisfies EntryOf<'block-key'>], now);
    }
    if (authority === undefined) continue;
    for (const { serial } of certificates) {
      // a serial that two apps share is revoked once
      if (repository.ledger.revocationOf(serial) !== undefined) continue;
      await revoke(repository, authority, {
        ...{ target: `0x${serialText(serial)}`, reason: 'keyCompromise', now },
        told: { why, by: 'its key', thread: pullRequest.number },
      });
    }
    revoked.push(...certificates);
  }
  if (store.changes.size === 0) return undefined;
  const apps = [...new Set(revoked.map(({ app }) => app))];
  const title = apps.length > 0 ? `Revoke ${apps.join(', ')}: the private key leaked` : 'Never certify a leaked key';
  return {
    before: base.commit,
    parents: [base.commit],
    changes: store.changes,
    message: `${title} (#${pullRequest.number})\n`,
  };
}

function validCertificates({ ledger }: Repository, key: string): CertificateRecord[] {
  return ledger.certificatesOfKey(key).filter(({ serial }) => ledger.revocationOf(serial) === undefined);
}
