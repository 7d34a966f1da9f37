// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import { Octokit } from '@octokit/rest';
import { GithubContract } from '../../../sandbox/github/contract/contract.js';
import type { GithubEvent } from '../../../sandbox/github/events.js';
import { type GithubOptions, type LocalGithub, startGithub } from '../../../sandbox/github/server.js';

/** What was told to webhooks. */
export interface Told {
  readonly event: string;
  readonly action: string | undefined;
  readonly sender: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

const contract = new GithubContract();

/** A GitHub with `jane/hello` whose answers are held against GitHub's own description, and what the tests of its git side need around it. */
export class GitWorld {
  readonly told: Told[] = [];
  readonly jane: Octokit;
  readonly eve: Octokit;
  readonly stranger: Octokit;

  private constructor(readonly github: LocalGithub) {
    const { state, tokens } = github;
    this.jane = this.client(tokens.maintainer);
    this.eve = this.client(state.addToken(state.addUser('eve', { name: 'Eve', emails: ['eve@example.org'] })));
    this.stranger = this.client();
    state.events.subscribe((event) => this.told.push(toldOf(event)));
  }

  static async open(options: Partial<GithubOptions> = {}): Promise<GitWorld> {
    return new GitWorld(await startGithub({ repository: 'jane/hello', contract, ...options }));
  }

  client(auth?: string): Octokit {
    const quiet = () => undefined;
    const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
    return new Octokit({ baseUrl: this.github.api, log, ...(auth !== undefined && { auth }) });
  }

  /** Runs git in the bare repository. */
  git(words: readonly string[], name = 'jane/hello'): string {
    const [owner = '', short = ''] = name.split('/');
    const { folder } = this.github.state.repository(owner, short)!.git;
    return execFileSync('git', [`--git-dir=${folder}`, ...words], { encoding: 'utf8', stdio: 'pipe' }).trimEnd();
  }

  /** Events of a kind, oldest first. */
  events(name: string): Told[] {
    return this.told.filter(({ event }) => event === name);
  }

  close(): Promise<void> {
    return this.github.close();
  }
}

function toldOf({ event, action, sender, facts }: GithubEvent): Told {
  // What is told is told once: a copy, so that nothing that happens later shows in it.
  return { event, action, sender: sender.login, facts: JSON.parse(JSON.stringify(facts())) as Told['facts'] };
}

/** What a request was refused with: status and message. */
export async function refusalOf(
  request: Promise<unknown>,
): Promise<{ status: number; message: string; errors: unknown }> {
  try {
    await request;
  } catch (error) {
    const { status, response } = error as {
      status: number;
      response?: { data?: { message?: string; errors?: unknown } };
    };
    return { status, message: response?.data?.message ?? '', errors: response?.data?.errors };
  }
  throw new Error('the request was not refused');
}
