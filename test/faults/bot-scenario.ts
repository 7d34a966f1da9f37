// SPDX-License-Identifier: MIT
import { audit } from '../../ca/ledger/audit.js';
import { crlPath, ledgerPath } from '../../ca/repository/repository.js';
import { CertificateRevocationList } from '../../common/crl.js';
import { MemoryStore } from '../../ca/repository/store.js';
import type { Fault } from '../../sandbox/github/faults.js';
import { World } from '../bot/support/world.js';

/** What must be the same in the end, whatever went wrong on the way. */
export interface EndState {
  readonly labels: readonly string[];
  /** without what chance decides: hashes, serials, signatures */
  readonly comments: readonly string[];
  readonly issueComments: readonly string[];
  readonly state: string;
  readonly conclusion: string | undefined;
  /** kinds of the ledger's lines, in their order */
  readonly ledger: readonly string[];
  readonly crlEntries: number | undefined;
  readonly findings: readonly string[];
}

export interface Outcome {
  readonly end: EndState;
  /** requests of the bot, until all was done */
  readonly requests: number;
  /** whether the fault struck */
  readonly struck: boolean;
}

const app = 'weather_maps';
/** Reconciliations until the bot has to be through: GitHub fails once, so the first ought to be enough. */
const most = 3;

/**
 * A request is made, looked at, approved and signed; then two people have it revoked. A fault strikes one of the bot's
 * calls, or all from one on until the bot is started again; at the end it reconciles.
 */
export async function runScenario(fault?: Fault, dies = false): Promise<Outcome> {
  const world = await World.open();
  try {
    const { alice, maintainer, second, server } = world.stage;
    const { number, head } = await world.request(app);
    if (fault !== undefined) server.faults.add(fault);
    const before = server.requests.length;
    const attempt = async (work: () => Promise<void>): Promise<boolean> => {
      try {
        await work();
        return true;
      } catch (error) {
        if (fault === undefined) throw error;
        if (dies) {
          server.faults.clear();
          world.restart();
        }
        return false;
      }
    };
    await attempt(() => world.pushed(number, head, alice));
    // people approve what they see: they wait until there is a check
    await attempt(() => world.bot.do({ kind: 'reconcile' }));
    await maintainer.visitor.must('POST', `pulls/${number}/reviews`, { event: 'APPROVE', commit_id: head });
    await second.visitor.must('POST', `pulls/${number}/reviews`, { event: 'APPROVE', commit_id: head });
    await attempt(() => world.look(number));
    await settle(world, attempt);
    const { number: issue } = await maintainer.visitor.must<{ number: number }>('POST', 'issues', { title: 'Revoke' });
    for (const { visitor } of [maintainer, second]) {
      await visitor.must('POST', `issues/${issue}/comments`, { body: `/revoke ${app} keyCompromise it leaked` });
    }
    await attempt(() => world.bot.do({ kind: 'read-issue', issue }));
    await settle(world, attempt);
    const requests = server.requests.length - before;
    const struck = fault === undefined || server.faults.spent || dies;
    server.faults.clear();
    return { end: await endOf(world, number, issue), requests, struck };
  } finally {
    await world.close();
  }
}

async function settle(world: World, attempt: (work: () => Promise<void>) => Promise<boolean>): Promise<void> {
  for (let round = 0; round < most; round++) {
    if (await attempt(() => world.bot.do({ kind: 'reconcile' }))) break;
  }
  for (const intent of world.waiting.splice(0)) await attempt(() => world.bot.do(intent));
}

async function endOf(world: World, number: number, issue: number): Promise<EndState> {
  const { visitor } = world.stage.maintainer;
  const { state, head } = await world.pull(number);
  const { check_runs: runs } = await visitor.must<{ check_runs: { conclusion: string; name: string }[] }>(
    'GET',
    `commits/${head.sha}/check-runs?filter=latest&check_name=certificate%20request`,
  );
  const files = new Map(
    await Promise.all(
      [`${app}/${app}.csr`, `${app}/${app}.crt`, ledgerPath, crlPath].map(
        async (path) => [path, await world.file(path)] as const,
      ),
    ),
  );
  const store = new MemoryStore({
    read: async (path) => (files.get(path) === undefined ? undefined : Buffer.from(files.get(path) ?? '')),
  });
  const paths = [...files.keys()].filter((path) => files.get(path) !== undefined && /\.(?:csr|crt)$/.test(path));
  const findings = await audit({ store, paths, trust: world.workshop.trust, now: world.stage.clock.now() });
  const crl = files.get(crlPath);
  return {
    labels: await world.labels(number),
    comments: (await world.ownComments(number)).map(withoutChance),
    issueComments: (await world.ownComments(issue)).map(withoutChance),
    state,
    conclusion: runs[0]?.conclusion,
    ledger: (await world.ledger()).lines.map(({ kind }) => kind),
    crlEntries: crl === undefined ? undefined : CertificateRevocationList.from(Buffer.from(crl)).revoked.size,
    findings: findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule),
  };
}

function withoutChance(text: string): string {
  return text
    .replace(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g, 'CERTIFICATE')
    .replace(/\b[0-9a-f]{12,64}\b/g, 'HEX')
    .replace(/(?:[0-9A-F]{2}:){10,}[0-9A-F]{2}/g, 'HEX')
    .replace(/\b(?:comment|review) \d+/g, 'SOURCE')
    .replace(/127\.0\.0\.1:\d+/g, 'HOST');
}
