// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Octokit } from '@octokit/rest';
import { parse } from 'yaml';
import { GithubCaches } from '../../../bot/github/caches.js';
import type { Github } from '../../../bot/github/github.js';
import { retrying } from '../../../bot/github/retrying.js';
import type { RepositoryName } from '../../../bot/octokit.js';
import type { Account } from '../../../bot/situation.js';
import type { Clock } from '../../../common/clock.js';
import { isReachable } from '../../../sandbox/github/access.js';
import type { Permissions } from '../../../sandbox/github/app.js';
import { type Community, type CommunityOptions, startCommunity } from '../../../sandbox/github/community.js';
import { GithubContract } from '../../../sandbox/github/contract/contract.js';
import type { User } from '../../../sandbox/github/people.js';
import type { Person as Visitor } from '../../../sandbox/github/person.js';
import type { LocalGithub } from '../../../sandbox/github/server.js';

/** Somebody with an account. */
export interface Person {
  readonly account: Account;
  readonly user: User;
  /** in the certificate repository */
  readonly visitor: Visitor;
}

/** What a path holds after a commit; undefined: it is gone. */
export type Files = Readonly<
  Record<string, string | { readonly mode: string; readonly sha?: string; readonly content?: string } | undefined>
>;

export interface CommitWish {
  /** default: the certificate repository */
  readonly repository?: string;
  /** made where it is not there */
  readonly branch: string;
  /** default: the branch's tip, else the default branch's */
  readonly parents?: readonly string[];
  readonly files: Files;
  readonly message?: string;
  readonly force?: boolean;
  /** default: whoever makes it */
  readonly author?: Person;
  /** its address, in place of the author's own */
  readonly email?: string;
}

export interface StageOptions extends Omit<CommunityOptions, 'repository'> {
  readonly clock?: Clock;
  /** true: nothing is held against GitHub's description, for answers of GitHub's that break it */
  readonly unchecked?: boolean;
}

const name = 'our-org/certificates';

/** The App is what its manifest says: what it does not ask for, the bot does not have here. */
const manifest = parse(readFileSync(join(process.cwd(), 'bot', 'app.yml'), 'utf8')) as {
  readonly default_permissions: Permissions;
  readonly default_events: readonly string[];
};

/** Reading it takes half a second: once a test file. */
const contract = new GithubContract();

/**
 * A local GitHub with a certificate repository of an organisation, its maintainers, a requester with a fork, and our App
 * as the bot has it. Every call of the bot is held against GitHub's own description.
 */
export class Stage {
  readonly server: LocalGithub;
  readonly maintainer: Person;
  /** a second maintainer */
  readonly second: Person;
  readonly alice: Person;
  /** nobody here */
  readonly mallory: Person;
  readonly #violations = contract.violations.length;

  private constructor(
    readonly community: Community,
    readonly clock: Clock,
  ) {
    this.server = community.github;
    this.maintainer = this.person('maintainer');
    this.second = this.person('second');
    this.alice = this.person('alice');
    this.mallory = this.person('mallory');
  }

  static async open(options: StageOptions = {}): Promise<Stage> {
    const { clock = quickClock, unchecked = false, ...more } = options;
    const now = (): Date => clock.now();
    const asked = { permissions: manifest.default_permissions, events: manifest.default_events };
    const community = { repository: name, now, ...asked, ...(!unchecked && { contract }), ...more };
    return new Stage(await startCommunity(community), clock);
  }

  /** @throws Error where a request of the bot was not as GitHub describes it */
  async close(): Promise<void> {
    await this.server.close();
    const violation = contract.violations[this.#violations];
    if (violation !== undefined) throw new Error(`${violation.method} ${violation.path}: ${violation.reason}`);
  }

  /** The certificate repository, or another one that the App is installed on, as one more replica of the bot sees it. */
  github(caches = new GithubCaches(() => this.clock.now().getTime()), fullName = name): Github {
    const { app, installation } = this.community;
    const { token } = this.server.state.addInstallationToken(installation);
    const Client = Octokit.plugin(retrying({ clock: this.clock, random: () => 0.5 }));
    const quiet = (): void => undefined;
    const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
    const [owner = '', repo = ''] = fullName.split('/');
    return {
      octokit: new Client({ baseUrl: this.server.api, auth: token, log }),
      repository: { owner, repo },
      ourselves: { appId: app.id, login: app.bot.login },
      clock: this.clock,
      caches,
    };
  }

  /** The App there; undefined where it is not installed, which is everywhere outside of the organisation. */
  elsewhere({ owner, repo }: RepositoryName): Github | undefined {
    const there = this.server.state.repository(owner, repo);
    const isInstalled = there !== undefined && isReachable(this.community.installation, there);
    return isInstalled ? this.github(undefined, `${owner}/${repo}`) : undefined;
  }

  person(login: string): Person {
    const { state } = this.server;
    const user = state.addUser(login);
    const visitor = this.server.as(state.addToken(user));
    return { user, visitor, account: { id: user.id, login, isBot: false } };
  }

  get main(): string {
    const { repository } = this.server;
    return repository.git.branch(repository.defaultBranch) ?? '';
  }

  /** Files on the base branch, as they were there before. @returns the commit */
  async seed(files: Files): Promise<string> {
    return this.commit(this.maintainer, { branch: 'main', files, message: 'seed' });
  }

  /** A commit over the API, and the branch moved to it. @returns its id */
  async commit(by: Person, wish: CommitWish): Promise<string> {
    const { branch, files, message = 'change', force = false } = wish;
    const base = `/repos/${wish.repository ?? name}`;
    const { visitor } = by;
    const there = await tipOf(visitor, base, branch);
    const parents = wish.parents ?? [there ?? (await tipOf(visitor, base, 'main')) ?? ''];
    const [first] = parents;
    const entries = Object.entries(files).map(([path, file]) => ({ path, ...entryOf(file) }));
    const tree = await visitor.must<{ sha: string }>('POST', `${base}/git/trees`, {
      tree: entries,
      ...(first !== undefined && { base_tree: first }),
    });
    const commit = await visitor.must<{ sha: string }>('POST', `${base}/git/commits`, {
      message,
      tree: tree.sha,
      parents,
      author: { ...identityOf(wish.author ?? by), ...(wish.email !== undefined && { email: wish.email }) },
    });
    if (there !== undefined) {
      await visitor.must('PATCH', `${base}/git/refs/heads/${branch}`, { sha: commit.sha, force });
    } else {
      await visitor.must('POST', `${base}/git/refs`, { ref: `refs/heads/${branch}`, sha: commit.sha });
    }
    return commit.sha;
  }

  /** A fork of the certificate repository. @returns `OWNER/NAME` */
  async fork(by: Person): Promise<string> {
    const { full_name: fork } = await by.visitor.must<{ full_name: string }>('POST', 'forks', {});
    return fork;
  }

  /** A pull request from a fork, of one commit. */
  async pullRequest(
    by: Person,
    files: Files,
    wish: { readonly branch?: string; readonly title?: string; readonly body?: string; readonly message?: string } = {},
  ): Promise<{ readonly number: number; readonly head: string; readonly fork: string }> {
    const { branch = 'patch-1', title = 'A request', body = '', message = 'change' } = wish;
    const fork = await this.fork(by);
    const head = await this.commit(by, { repository: fork, branch, files, message });
    const { number } = await by.visitor.must<{ number: number }>('POST', 'pulls', {
      title,
      body,
      head: `${by.account.login}:${branch}`,
      base: 'main',
    });
    return { number, head, fork };
  }

  /** A repository of somebody, with these files in its first commit beyond the empty one. */
  async repository(by: Person, fullName: string, files: Files): Promise<void> {
    this.server.state.addRepository(fullName);
    const repository = this.server.state.repository(...(fullName.split('/') as [string, string]));
    const tip = repository?.git.branch('main') ?? '';
    await this.commit(by, { repository: fullName, branch: 'main', parents: [tip], files });
  }
}

function identityOf({ account }: Person): { name: string; email: string } {
  return { name: account.login, email: `${account.login}@users.noreply.github.com` };
}

/** Waiting takes no time, and none passes but the real one. */
const quickClock: Clock = { now: () => new Date(), sleep: () => Promise.resolve() };

async function tipOf(visitor: Visitor, base: string, branch: string): Promise<string | undefined> {
  const { body } = await visitor.request<{ object?: { sha: string } }>('GET', `${base}/git/ref/heads/${branch}`);
  return body.object?.sha;
}

function entryOf(file: Files[string]): object {
  if (file === undefined) return { mode: '100644', type: 'blob', sha: null };
  if (typeof file === 'string') return { mode: '100644', type: 'blob', content: file };
  return { type: file.mode === '160000' ? 'commit' : 'blob', ...file };
}
