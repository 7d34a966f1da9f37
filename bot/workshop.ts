// SPDX-License-Identifier: MIT
import type { Authority } from '../ca/authority.js';
import type { Trust } from '../common/trust.js';
import type { Github } from './github/github.js';
import type { Intent } from './intent.js';
import type { RepositoryName } from './octokit.js';
import type { Waiting } from './waiting.js';

/** Structured lines: facts, then a sentence. Probot's logger is one. */
export interface Log {
  info(facts: object, sentence: string): void;
  warn(facts: object, sentence: string): void;
  error(facts: object, sentence: string): void;
}

/** What the bot works with. */
export interface Workshop {
  readonly github: Github;
  /** undefined: the CA's key is not at hand here, and what is approved waits for whoever has it */
  readonly authority: Authority | undefined;
  /** whose certificates the audit takes for ours */
  readonly trust: Trust;
  readonly log: Log;
  /** the same App in another repository, where a copy of the CRL is; undefined: it is not installed there */
  readonly elsewhere: (repository: RepositoryName) => Promise<Github | undefined>;
  /** 0 (inclusive) to 1 (exclusive) */
  readonly random: () => number;
  /** does this a while from now; what becomes of it is nobody's business here */
  readonly later: (milliseconds: number, intent: Intent) => void;
  /** told of what would be signed now if the CA's key were at hand; undefined: nobody wants to know */
  readonly waits?: (what: Waiting) => void;
}
