// SPDX-License-Identifier: MIT
// Issues 200 certificates in each of several ways, in turns with `openssl speed`, and prints the rates of each turn. In a
// folder with `ca/`, `passphrase` and `requests/`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { CaFolder } from '../../ca/cli/ca-folder.js';
import { issueCertificate } from '../../ca/issue/issue-certificate.js';
import { entriesOfIssued } from '../../ca/issue/entries-of-issued.js';
import { issueForApp } from '../../ca/issue/issue-for-app.js';
import type { EntryOf } from '../../ca/ledger/ledger-line.js';
import { FolderStore } from '../../ca/repository/folder-store.js';
import { certificatePath, Repository, requestPath } from '../../ca/repository/repository.js';
import { MemoryStore, type Store } from '../../ca/repository/store.js';
import { CertificateRequest } from '../../ca/request/certificate-request.js';
import { keyHash } from '../../ca/review/review-subject.js';
import { randomSerial, serialText } from '../../ca/x509/serial.js';
import { passphrase } from './sample-authority.js';

interface Rate {
  /** for each second that the processor worked */
  readonly processor: number;
  /** for each second that passed */
  readonly wall: number;
}

/** Signatures or certificates a second, of one turn. */
export interface Rates {
  readonly openssl: Rate;
  readonly ours: Readonly<Record<'sign' | 'issue' | 'durable' | 'read' | 'review' | 'program', Rate>>;
}

const turns = 5;
const perTurn = 40;
const authority = await new CaFolder('ca').open(async () => passphrase);
const apps = readdirSync('requests').slice(0, (turns + 1) * perTurn);
const now = new Date();

const issue = await repositoryIn(new MemoryStore());
const read = await repositoryIn(new MemoryStore());
const review = await repositoryIn(new MemoryStore());
mkdirSync('durable');
const durable = await repositoryIn(new FolderStore('durable'));
mkdirSync('program');
const program = await repositoryIn(new FolderStore('program'));

const rates: Rates[] = [];
for (let turn = 0; turn <= turns; turn++) {
  const some = apps.slice(turn * perTurn, (turn + 1) * perTurn);
  // what a review has done by then: the requests of `issue` are read, and their signatures checked
  const reviewed = new Map(
    await Promise.all(some.map(async (app) => [app, await reviewedRequest(issue, app)] as const)),
  );
  const openssl = { processor: opensslSpeed(), wall: opensslSpeed('-elapsed') };
  const ours = {
    sign: await rateOf(some, async (app) => authority.signer.sign('sha256', Buffer.from(app.padEnd(700)))),
    issue: await rateOf(some, (app) => issueReviewed(issue, app, reviewed.get(app))),
    durable: await rateOf(some, (app) => issueReviewed(durable, app, reviewed.get(app))),
    read: await rateOf(some, async (app) => issueReviewed(read, app, await reviewedRequest(read, app))),
    review: await rateOf(some, (app) => issueWithReview(review, app)),
    program: await rateOf(some, (app) => issueWithReview(program, app)),
  };
  // in the first turn the compiler still works
  if (turn > 0) rates.push({ openssl, ours });
}
console.log(JSON.stringify(rates));

async function repositoryIn(store: Store): Promise<Repository> {
  for (const app of apps) await store.replace(requestPath(app), readFileSync(`requests/${requestPath(app)}`));
  return Repository.openToWrite(store);
}

async function rateOf(some: readonly string[], action: (app: string) => Promise<unknown>): Promise<Rate> {
  const [usage, clock] = [process.cpuUsage(), performance.now()];
  for (const app of some) await action(app);
  const { user, system } = process.cpuUsage(usage);
  return { processor: some.length / ((user + system) / 1e6), wall: some.length / ((performance.now() - clock) / 1e3) };
}

async function reviewedRequest({ store }: Repository, app: string): Promise<CertificateRequest> {
  const bytes = (await store.read(requestPath(app))) ?? new Uint8Array();
  const request = CertificateRequest.fromPem(Buffer.from(bytes).toString('latin1'));
  if (!request.isSelfSigned) throw new Error(`${app} did not sign its request`);
  return request;
}

/** What `issueForApp` does after the review. */
async function issueReviewed(repository: Repository, app: string, request?: CertificateRequest): Promise<void> {
  if (request === undefined) throw new Error(`${app} has no request`);
  const { store, ledger } = repository;
  const serial = randomSerial((candidate) => ledger.isUsed(candidate));
  const { name: profile } = authority.profile;
  const key = keyHash(request.spki);
  const reservation: EntryOf<'reserve'> = { kind: 'reserve', serial: serialText(serial), app, key, profile };
  await repository.record([reservation], now);
  const certificate = await issueCertificate({ request, appId: app, ...authority, serial, notBefore: now });
  await store.replace(certificatePath(app), Buffer.from(certificate.toPem(), 'latin1'));
  await repository.record(entriesOfIssued(ledger, reservation, certificate, now), now);
}

async function issueWithReview(repository: Repository, app: string): Promise<void> {
  await issueForApp(repository, authority, { appId: app, now, approvals: [{ by: 'bench' }], reason: 'bench' });
}

/** Signatures a second, measured for one second. @param options `-elapsed`: by the clock */
function opensslSpeed(...options: readonly string[]): number {
  const { stdout } = spawnSync('openssl', ['speed', '-seconds', '1', ...options, 'rsa4096'], { encoding: 'utf8' });
  const [, perSecond] = /^rsa +4096 bits(?: +[\d.]+s){2} +([\d.]+)/m.exec(stdout) ?? [];
  if (perSecond === undefined) throw new Error(`openssl speed said: ${stdout}`);
  return Number(perSecond);
}
