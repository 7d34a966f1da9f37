// SPDX-License-Identifier: MIT
import { audit } from '../../ca/ledger/audit.js';
import { crlPath } from '../../ca/repository/repository.js';
import { MemoryStore } from '../../ca/repository/store.js';
import { CertificateRevocationList } from '../../common/crl.js';
import type { World } from '../bot/support/world.js';

/** A pull request or an issue, as people see it in the end. */
interface Thread {
  readonly title: string;
  readonly state: string;
  readonly labels: readonly string[];
  /** the bot's, without what chance decides: hashes, serials, signatures */
  readonly comments: readonly string[];
  /** of the check run on a pull request's head */
  readonly conclusion?: string | undefined;
}

/** What must be the same in the end, whatever went wrong on the way. */
export interface EndState {
  readonly threads: readonly Thread[];
  /** those of the repository that ships a copy of the list, where there is one */
  readonly copies: readonly Thread[];
  /** kinds of the ledger's lines, in their order */
  readonly ledger: readonly string[];
  readonly crlEntries: number | undefined;
  /** of the audit, without what is only said */
  readonly findings: readonly string[];
}

/** @param copy the repository that ships a copy of the list */
export async function endStateOf(world: World, copy?: string): Promise<EndState> {
  const crl = await world.file(crlPath);
  return {
    threads: await threadsOf(world, world.repository),
    copies: copy === undefined ? [] : await threadsOf(world, copy),
    ledger: (await world.ledger()).lines.map(({ kind }) => kind),
    crlEntries: crl === undefined ? undefined : CertificateRevocationList.from(Buffer.from(crl)).revoked.size,
    findings: await auditOf(world),
  };
}

async function threadsOf({ stage }: World, repository: string): Promise<Thread[]> {
  const { visitor } = stage.maintainer;
  const base = `/repos/${repository}`;
  const issues = await visitor.must<
    { number: number; title: string; state: string; labels: { name: string }[]; pull_request?: object }[]
  >('GET', `${base}/issues?state=all&direction=asc&per_page=100`);
  return Promise.all(
    issues.map(async ({ number, title, state, labels, pull_request: pull }) => {
      const comments = await visitor.must<{ body: string; user: { login: string } }[]>(
        'GET',
        `${base}/issues/${number}/comments?per_page=100`,
      );
      const isOurs = ({ user }: { user: { login: string } }): boolean => user.login.endsWith('[bot]');
      return {
        title: withoutChance(title),
        state,
        labels: labels.map(({ name }) => name).toSorted(),
        comments: comments.filter(isOurs).map(({ body }) => withoutChance(body)),
        ...(pull !== undefined && { conclusion: await conclusionOf(visitor, base, number) }),
      };
    }),
  );
}

async function conclusionOf(visitor: Visitor, base: string, number: number): Promise<string | undefined> {
  const { head } = await visitor.must<{ head: { sha: string } }>('GET', `${base}/pulls/${number}`);
  const { check_runs: runs } = await visitor.must<{ check_runs: { conclusion: string }[] }>(
    'GET',
    `${base}/commits/${head.sha}/check-runs?filter=latest&check_name=certificate%20request`,
  );
  return runs[0]?.conclusion;
}

type Visitor = World['stage']['maintainer']['visitor'];

async function auditOf(world: World): Promise<string[]> {
  const store = new MemoryStore({
    read: async (path) => {
      const text = await world.file(path);
      return text === undefined ? undefined : Buffer.from(text);
    },
  });
  const { tree } = await world.stage.maintainer.visitor.must<{ tree: { path: string }[] }>(
    'GET',
    'git/trees/main?recursive=1',
  );
  const paths = tree.map(({ path }) => path).filter((path) => /\.(?:csr|crt)$/.test(path));
  const findings = await audit({ store, paths, trust: world.workshop.trust, now: world.stage.clock.now() });
  return findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule);
}

function withoutChance(text: string): string {
  return text
    .replace(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g, 'CERTIFICATE')
    .replace(/\b[0-9a-f]{12,64}\b/g, 'HEX')
    .replace(/(?:[0-9A-F]{2}:){10,}[0-9A-F]{2}/g, 'HEX')
    .replace(/\b(?:comment|review) \d+/g, 'SOURCE')
    .replace(/\bagain-\d+/g, 'BRANCH')
    .replace(/127\.0\.0\.1:\d+/g, 'HOST');
}
