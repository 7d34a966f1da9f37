// SPDX-License-Identifier: MIT
import { InfoXmlJudge } from '../info-xml-judge.js';
import type { Base } from '../read-base.js';
import { BoundedCache } from './bounded-cache.js';
import { ObjectCache } from './git-objects.js';
import type { RepositoryFacts } from './repository-facts.js';
import type { OpenPullRequest } from './open-pull-requests.js';
import type { ListedFile } from './rivals.js';
import type { LinkedRepository } from '../situation.js';

const second = 1000;
const minute = 60 * second;

/** What one process remembers of one certificate repository: nothing that it could not ask for again. */
export class GithubCaches {
  readonly objects = new ObjectCache();
  /** by name of the repository */
  readonly facts: BoundedCache<RepositoryFacts>;
  /** by account and settings: may approve */
  readonly approvers: BoundedCache<boolean>;
  /** the list of all that are open */
  readonly open: BoundedCache<readonly OpenPullRequest[]>;
  /** by head commit: what a pull request changes */
  readonly filesOfHead = new BoundedCache<readonly ListedFile[]>({ limit: 2000 });
  /** by account id: number of the first pull request, which stays the first */
  readonly firstPullRequests = new BoundedCache<number>({ limit: 10_000 });
  /** by repository and account */
  readonly relations: BoundedCache<Extract<LinkedRepository, { kind: 'found' }>['relation']>;
  /** by address of the store: ids of the apps that it shows */
  readonly storeIds: BoundedCache<ReadonlySet<string> | 'silent'>;
  /** by commit of the base branch */
  readonly bases = new BoundedCache<Base>({ limit: 4 });
  /** the same: moduli of the keys that are certified there */
  readonly certifiedModuli = new BoundedCache<readonly bigint[]>({ limit: 4 });
  /** by hash of the key, which the ledger names in memory too; undefined: its certificate cannot be read */
  readonly modulusOfKey = new Map<string, bigint | undefined>();
  readonly infoXml = new InfoXmlJudge();
  /** names of labels that are there */
  readonly labels = new BoundedCache<true>({ limit: 100 });

  /** @param now milliseconds since 1970, for what gets old */
  constructor(now: () => number = Date.now) {
    this.facts = new BoundedCache({ limit: 4, maxAgeMs: 10 * minute, now });
    this.approvers = new BoundedCache({ limit: 1000, maxAgeMs: 30 * second, now });
    this.relations = new BoundedCache({ limit: 5000, maxAgeMs: 10 * minute, now });
    this.storeIds = new BoundedCache({ limit: 4, maxAgeMs: 5 * minute, now });
    this.open = new BoundedCache({ limit: 1, maxAgeMs: minute, now });
  }
}
