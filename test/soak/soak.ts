// SPDX-License-Identifier: MIT
// npm run soak -- [--pulls 1000] [--replicas 4] [--seed 1]: replicas race over pull requests, and GitHub tells them of events
// twice, out of order, and of one in ten not at all. After a reconciliation everything is there, once.
import { parseArgs } from 'node:util';
import { audit } from '../../ca/ledger/audit.js';
import { generateRsaKey } from '../../ca/key/encrypted-key.js';
import { PemSigner } from '../../ca/key/pem-signer.js';
import { certificatePath, crlPath, ledgerPath, requestPath } from '../../ca/repository/repository.js';
import { MemoryStore } from '../../ca/repository/store.js';
import { serialText } from '../../ca/x509/serial.js';
import { createRequest } from '../../ca/request/create-request.js';
import { seeded } from '../../sandbox/github/webhooks/webhook-faults.js';
import type { Person } from '../bot/support/stage.js';
import { World } from '../bot/support/world.js';
import { FastClock } from './fast-clock.js';
import { startReplicas } from './replicas.js';

const { values } = parseArgs({
  options: {
    pulls: { type: 'string', default: '1000' },
    replicas: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' },
  },
});
const pulls = Number(values.pulls);
const random = seeded(Number(values.seed));
const settings = 'approvers:\n  permission: maintain\nrequest:\n  repository-link: optional\n';

/** What a pull request is meant to come to. */
interface Asked {
  readonly number: number;
  readonly app: string;
  readonly by: Person;
  head: string;
  /** approved at its last head */
  approved: boolean;
}

const world = await World.open({
  clock: new FastClock(),
  files: { 'authority/bot.yml': settings },
  webhooks: { inFlight: 8, seed: Number(values.seed), logged: 1 },
  unchecked: true,
});
const { stage } = world;
const { webhooks } = stage.server;
const problems: string[] = [];
const started = Date.now();
const replicas = await startReplicas(stage, world.workshop, Number(values.replicas));
webhooks.faults = { ...webhooks.faults, lost: 0.1, twice: 1, jitter: 300 };
const people = Array.from({ length: 20 }, (_, at) => stage.person(`requester-${at}`));
const asked: Asked[] = [];
/** made side by side with what goes on, one ahead */
let nextKey = generateRsaKey(2048);
try {
  for (let at = 0; at < pulls; at++) {
    asked.push(await open(at));
    if (at % 4 === 3) await someApprovals();
    if (process.stderr.isTTY) process.stderr.write(`\r${at + 1} of ${pulls} opened`);
  }
  await webhooks.idle();
  await Promise.all(replicas.bots.map((bot) => bot.idle()));
  say('all opened, events told');
  // what was missed is looked at, and only then can people approve it
  await reconcile();
  for (const one of asked.filter(({ approved }) => !approved).slice(0, Math.ceil(pulls * 0.9))) await approve(one);
  await webhooks.idle();
  say('approved');
  await reconcile();
  await reconcile();
  say('reconciled');
  await check();
} finally {
  await replicas.close();
  await world.close();
}
for (const problem of problems.slice(0, 20)) console.log(problem);
const signed = asked.filter(({ approved }) => approved).length;
console.log(
  `${pulls} pull requests, ${values.replicas} replicas, ${signed} approved: ${problems.length === 0 ? 'each has one verdict and one comment at most, each approved one exactly one certificate, serials are unique, the audit is clean' : `${problems.length} problems`}`,
);
process.exitCode = problems.length === 0 ? 0 : 1;

function say(what: string): void {
  console.log(`${((Date.now() - started) / 1000).toFixed(0)} s: ${what}`);
}

/** One in ten is wrong at first and mended by a second push. */
async function open(at: number): Promise<Asked> {
  const by = people[at % people.length] ?? stage.alice;
  const app = `soaked_${word(at)}`;
  const key = new PemSigner(await nextKey);
  nextKey = generateRsaKey(2048);
  const isWrong = random() < 0.1;
  const { number, head, fork } = await world.request(app, { by, key, body: '', signOff: !isWrong });
  const one: Asked = { number, app, by, head, approved: false };
  if (isWrong) {
    const { login } = by.account;
    one.head = await stage.commit(by, {
      repository: fork,
      branch: `certificate-${app}`,
      parents: [stage.main],
      force: true,
      files: { [requestPath(app)]: (await createRequest(key, app)).toPem() },
      message: `Request a certificate for ${app}\n\nSigned-off-by: ${login} <${login}@users.noreply.github.com>`,
    });
  }
  return one;
}

/** Names that nobody takes for each other, and that are no words: `aab` and `aac` would be. */
function word(at: number): string {
  const letters = 'bcdfghjklmnpqrstvwxz';
  const [a, b, c] = [at % 20, Math.trunc(at / 20) % 20, Math.trunc(at / 400) % 20];
  return [a, b, c, (a * 7 + b * 3 + c) % 20, (a + b * 7 + c * 3) % 20, (a * 3 + b + c * 7) % 20]
    .map((one) => letters[one] ?? '')
    .join('');
}

/** People approve what has a check, now and then. */
async function someApprovals(): Promise<void> {
  const open = asked.filter(({ approved }) => !approved);
  const one = open[Math.trunc(random() * open.length)];
  if (one !== undefined && (await conclusionOf(one.head)) === 'success') await approve(one);
}

/** Both approve: where the event of the push was lost, nobody knows who pushed, and two are needed. */
async function approve(one: Asked): Promise<void> {
  for (const { visitor } of [stage.maintainer, stage.second]) {
    await visitor.must('POST', `pulls/${one.number}/reviews`, { event: 'APPROVE', commit_id: one.head });
  }
  one.approved = true;
}

async function runsOf(head: string): Promise<{ conclusion: string }[]> {
  const path = `commits/${head}/check-runs?filter=latest&check_name=certificate%20request`;
  const { check_runs: runs } = await stage.maintainer.visitor.must<{ check_runs: { conclusion: string }[] }>(
    'GET',
    path,
  );
  return runs;
}

async function conclusionOf(head: string): Promise<string | undefined> {
  return (await runsOf(head))[0]?.conclusion;
}

/** Every replica does it, all at once, as they would when they are started. */
async function reconcile(): Promise<void> {
  const results = await Promise.allSettled(replicas.bots.map((bot) => bot.do({ kind: 'reconcile' })));
  for (const result of results) if (result.status === 'rejected') say(`a reconciliation: ${String(result.reason)}`);
  await webhooks.idle();
  await Promise.all(replicas.bots.map((bot) => bot.idle()));
}

async function check(): Promise<void> {
  const ledger = await world.ledger();
  const serials = new Set<string>();
  const files = new Map<string, Uint8Array>();
  for (const { number, app, head, approved } of asked) {
    const runs = await runsOf(head);
    if (runs.length !== 1 || runs[0]?.conclusion !== 'success')
      problems.push(`#${number}: verdicts ${JSON.stringify(runs)}`);
    const comments = await world.ownComments(number);
    const serial = ledger.issuedFor(number)?.serial;
    const isTold = serial !== undefined && comments[0]?.includes(serialText(serial)) === true;
    if (comments.length > 1) problems.push(`#${number}: ${comments.length} comments`);
    if (approved && !isTold) problems.push(`#${number}: no comment with its serial`);
    const labels = await world.labels(number);
    const wanted = approved ? 'signed' : 'ready to approve';
    if (labels.join() !== wanted) problems.push(`#${number}: labels ${labels.join(', ')}, not ${wanted}`);
    const issued = ledger.certificatesOf(app);
    if (issued.length !== (approved ? 1 : 0)) problems.push(`#${number}: ${issued.length} certificates`);
    for (const { serial } of issued) {
      if (serials.has(serial.toString(16))) problems.push(`the serial ${serial.toString(16)} was used twice`);
      serials.add(serial.toString(16));
    }
    if (approved) for (const path of [certificatePath(app), requestPath(app)]) await take(files, path);
  }
  for (const path of [ledgerPath, crlPath]) await take(files, path);
  const store = new MemoryStore({ read: async (path) => files.get(path) });
  const paths = [...files.keys()].filter((path) => /\.(?:csr|crt)$/.test(path));
  const findings = await audit({ store, paths, trust: world.workshop.trust, now: stage.clock.now() });
  for (const { severity, rule, message } of findings)
    if (severity === 'error') problems.push(`audit: ${rule}: ${message}`);
  say(`${serials.size} certificates, ${ledger.lineCount} lines in the ledger`);
}

async function take(files: Map<string, Uint8Array>, path: string): Promise<void> {
  const text = await world.file(path);
  if (text !== undefined) files.set(path, Buffer.from(text));
}
