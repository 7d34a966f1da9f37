// SPDX-License-Identifier: MIT
import type { Authority } from '../ca/authority.js';
import type { Github } from './github/github.js';
import type { Intent } from './intent.js';

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
  readonly log: Log;
  /** 0 (inclusive) to 1 (exclusive) */
  readonly random: () => number;
  /** does this a while from now; what becomes of it is nobody's business here */
  readonly later: (milliseconds: number, intent: Intent) => void;
}
