// SPDX-License-Identifier: MIT
import type { ReplacementReason } from '../ca/issue/replacement.js';
import type { Account } from './situation.js';

/** The commands that people give in comments and reviews, one to a line. */
export type Command =
  | { readonly name: 'recheck' }
  /** `sha`: at least 12 hex digits of the head; `reason`: what stands behind it, may be empty */
  | { readonly name: 'sign'; readonly sha: string; readonly reason: string }
  | { readonly name: 'hold' }
  | { readonly name: 'refuse'; readonly reason: string }
  | { readonly name: 'replace'; readonly why: ReplacementReason; readonly reason: string }
  | { readonly name: 'revoke'; readonly appId: string; readonly reason: string }
  | { readonly name: 'help' };

/** What became of a line that looked like a command. */
export interface Answer {
  /** when it was said */
  readonly at: Date;
  readonly by: Account;
  /** the line, as it was written: hostile */
  readonly line: string;
  readonly accepted: boolean;
  /** our words, and unescaped ids */
  readonly text: string;
  /** a command of ours for a shell, to be copied */
  readonly run?: string;
}

/** An approval that counts. */
export interface Approval {
  readonly by: Account;
  /** how it stands in the ledger, e.g. `review 123` or `comment 456`: see `sourceOf` */
  readonly source: string;
  readonly commit: string;
  readonly at: Date;
  /** what the approver wrote beside it */
  readonly reason: string;
}

/** What the people say, all in all: `approval/` makes it from a situation and its judgement, purely. */
export interface Standing {
  readonly answers: readonly Answer[];
  /** one a person, those that count */
  readonly approvals: readonly Approval[];
  /** approvals that do not, and why, in one sentence each */
  readonly discounted: readonly { readonly by: Account | undefined; readonly why: string }[];
  /** how many are needed, and why so many */
  readonly needed: 1 | 2;
  readonly because: string;
  /** a written reason is needed and nobody gave one */
  readonly lacksReason: boolean;
  readonly heldBy: Account | undefined;
  readonly refusal: { readonly by: Account; readonly reason: string } | undefined;
  readonly replacement:
    | {
        readonly why: ReplacementReason;
        readonly reason: string;
        readonly by: Account;
        /** what shows that it is the same person: a signature by the old key, the word of whoever asked before */
        readonly proof: 'old-key' | 'earlier-requester' | undefined;
      }
    | undefined;
}

/** What is to be done now. */
export type Decision =
  /** the author has to do something */
  | { readonly kind: 'needs-changes' }
  /** people have to do something; `missing` says what, a sentence each */
  | { readonly kind: 'ready'; readonly missing: readonly string[] }
  | {
      readonly kind: 'issue';
      readonly approvals: readonly Approval[];
      /** the written reason, for the ledger */
      readonly reason: string | undefined;
      readonly replacement: ReplacementReason | undefined;
    }
  | { readonly kind: 'refused'; readonly by: Account; readonly reason: string }
  /** it is done: the certificate stands in the ledger, with this pull request's number */
  | { readonly kind: 'signed' }
  /** draft, closed, merged by hand, another base branch */
  | { readonly kind: 'none' };
