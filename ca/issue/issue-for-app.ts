// SPDX-License-Identifier: MIT
import { hash } from 'node:crypto';
import type { Certificate } from '../../common/certificate.js';
import { InputError } from '../../common/input-error.js';
import type { Authority } from '../authority.js';
import { AuthorityError } from '../authority-error.js';
import { publishCrl } from '../crl/publish-crl.js';
import { type CertificateRecord, currentCertificate } from '../ledger/certificate-record.js';
import { type EntryOf, folderName, type LedgerEntry, timeText } from '../ledger/ledger-line.js';
import { readOrProblem } from '../ledger/read-or-problem.js';
import { type Random, systemRandom } from '../random.js';
import { certificatePath, type Repository, requestPath } from '../repository/repository.js';
import type { CertificateRequest } from '../request/certificate-request.js';
import { RequestFile } from '../review/request-file.js';
import { type Review, review } from '../review/review.js';
import { keyHash, quote } from '../review/review-subject.js';
import { randomSerial, serialText } from '../x509/serial.js';
import { issueCertificate } from './issue-certificate.js';
import { entriesOfIssued } from './entries-of-issued.js';
import { endingOf, type Replacement } from './replacement.js';

const day = 86_400_000;
const minute = 60_000;

export interface AppOrder {
  readonly appId: string;
  readonly now: Date;
  readonly random?: Random;
  /** who asked, and when */
  readonly requestedBy?: string;
  readonly requestedAt?: Date;
  /** who approved, one or more; each becomes a line of the ledger. Where they name a pull request, it gets one certificate */
  readonly approvals?: readonly Omit<EntryOf<'approval'>, 'kind' | 'app' | 'request'>[];
  /** the written reason, where the review says *hold* */
  readonly reason?: string;
  /** why another key, or from which id; absent: nobody said, and the overlap is the longer one */
  readonly replacement?: Replacement;
}

export interface Issued {
  readonly certificate: Certificate;
  readonly review: Review;
  /** certificates of the replaced key, and when they will be revoked; where a key leaked, they are already */
  readonly announced: readonly EntryOf<'announce'>[];
}

/**
 * Issues for `APP_ID/APP_ID.csr` of the repository: review, reserve the serial, sign, put the certificate in place,
 * record it. Where the review says no, neither a file nor a serial is left.
 * @throws InputError `bad-usage`; AuthorityError `no-request`, `request-refused`, `needs-decision`, `nothing-to-do`, and
 * those of `issueCertificate`
 */
export async function issueForApp(repository: Repository, authority: Authority, order: AppOrder): Promise<Issued> {
  const { store, ledger, policy } = repository;
  const { appId, now, random = systemRandom } = order;
  refuseSecond(repository, order);
  if (!folderName.test(appId)) {
    throw new InputError('bad-usage', `${quote(appId)} cannot be the id of an app.`, {
      hint: 'Give the id alone: the name of the folder, not a path.',
    });
  }
  const bytes = await store.read(requestPath(appId));
  if (bytes === undefined) {
    throw new AuthorityError('no-request', `There is no request at ${requestPath(appId)}.`, {
      hint: 'See whether the id is right and the pull request with the request is checked out.',
    });
  }
  const file = new RequestFile(requestPath(appId), bytes);
  const verdict = review({ file, policy, now, repository: { path: file.path, knowledge: ledger } });
  const request = refuseUnlessApproved(file, verdict, order);
  const key = keyHash(request.spki);
  const current = currentCertificate(ledger, appId);
  if (current?.key === key && !(await isOfAnother(authority, repository, current))) {
    refuseIfNothingToDo(current, repository, now);
  }

  const serial = randomSerial((candidate) => ledger.isUsed(candidate), random);
  const reservation = reservationFor(repository, authority, order, key, serialText(serial));
  const requestHash = hash('sha256', bytes, 'hex');
  const approvals = (order.approvals ?? []).map((approval): LedgerEntry => {
    return { kind: 'approval', app: appId, request: requestHash, ...approval };
  });
  await repository.record([...approvals, reservation], now);
  const certificate = await sign(repository, authority, { request, serial, ...order });
  await store.replace(certificatePath(appId), Buffer.from(certificate.toPem(), 'latin1'));
  const entries = entriesOfIssued(ledger, reservation, certificate, now);
  await repository.record(entries, now);
  const announced = entries.filter((entry) => entry.kind === 'announce');
  if (announced.some(({ on }) => new Date(on) <= now)) await publishCrl(repository, authority, now);
  return { certificate, review: verdict, announced };
}

/** A pull request that is looked at by many at once still gets one certificate. */
function refuseSecond({ ledger }: Repository, order: AppOrder): void {
  const number = pullRequestOf(order);
  const done = number === undefined ? undefined : ledger.issuedFor(number);
  if (number === undefined || done === undefined) return;
  throw new AuthorityError(
    'nothing-to-do',
    `Nothing to do: the pull request #${number} has its certificate, ${serialText(done.serial)}; nothing was written.`,
    { hint: 'Ask for another one in another pull request.' },
  );
}

function pullRequestOf({ approvals = [] }: AppOrder): number | undefined {
  return approvals.find(({ pullRequest }) => pullRequest !== undefined)?.pullRequest;
}

function reservationFor(
  { ledger, policy }: Repository,
  { profile }: Authority,
  order: AppOrder,
  key: string,
  serial: string,
): EntryOf<'reserve'> {
  const { appId, reason, replacement = { why: 'other' }, requestedBy, requestedAt } = order;
  const { from } = replacement;
  const ends = [appId, from ?? appId].some((app) => ledger.certificatesOf(app).some((old) => old.key !== key));
  const ending = endingOf(replacement, policy);
  const pullRequest = pullRequestOf(order);
  return {
    kind: 'reserve',
    serial,
    app: appId,
    key,
    profile: profile.name,
    ...(reason !== undefined && { reason }),
    ...(ends && { overlapDays: ending.overlapDays, overlapReason: ending.reason }),
    ...(from !== undefined && { renamedFrom: from }),
    ...(requestedBy !== undefined && { requestedBy }),
    ...(requestedAt !== undefined && { requestedAt: timeText(requestedAt) }),
    ...(pullRequest !== undefined && { pullRequest }),
  };
}

function refuseUnlessApproved(file: RequestFile, verdict: Review, order: AppOrder): CertificateRequest {
  if (!verdict.ok || file.request === undefined) {
    throw new AuthorityError('request-refused', `The request for ${order.appId} is refused; nothing was written.`, {
      hint: 'The findings say what to change.',
      findings: verdict.findings,
    });
  }
  const { reason = '', approvals = [] } = order;
  if (verdict.hold && (reason.trim() === '' || approvals.length === 0)) {
    throw new AuthorityError('needs-decision', `The request for ${order.appId} needs a person’s decision.`, {
      hint: 'Decide, and say who and why: --approved-by WHO --reason TEXT.',
      findings: verdict.findings,
    });
  }
  return file.request;
}

/** After the key of an authority leaked, its successor issues everything anew, however long the old ones last. */
async function isOfAnother({ issuer }: Authority, { store }: Repository, current: CertificateRecord): Promise<boolean> {
  const { content } = await readOrProblem(store, certificatePath(current.app), 'certificate');
  return content?.fingerprint === current.fingerprint && !content.isSignedBy(issuer.publicKey);
}

function refuseIfNothingToDo({ app, notAfter }: CertificateRecord, { policy }: Repository, now: Date): void {
  const left = Math.floor((notAfter.getTime() - now.getTime()) / day);
  if (left <= policy.renewalDays) return;
  throw new AuthorityError(
    'nothing-to-do',
    `Nothing to do: ${app} has a certificate with this key for ${left} more days; nothing was written.`,
    { hint: `Renew it in its last ${policy.renewalDays} days.` },
  );
}

interface SignOrder extends AppOrder {
  readonly request: CertificateRequest;
  readonly serial: bigint;
}

/** Signs; where that fails, the reservation is voided before the error goes on. */
async function sign(repository: Repository, authority: Authority, order: SignOrder): Promise<Certificate> {
  const { policy } = repository;
  const validityDays = Math.min(authority.profile.validityDays, policy.certificateDays);
  try {
    return await issueCertificate({
      request: order.request,
      appId: order.appId,
      profile: { ...authority.profile, validityDays },
      issuer: authority.issuer,
      signer: authority.signer,
      serial: order.serial,
      notBefore: new Date(order.now.getTime() - policy.backdateMinutes * minute),
    });
  } catch (error) {
    const why = error instanceof AuthorityError ? error.code : 'the key could not be used';
    await repository.record([{ kind: 'void', serial: serialText(order.serial), app: order.appId, why }], order.now);
    throw error;
  }
}
