// SPDX-License-Identifier: MIT
import type { Repository } from '../ca/repository/repository.js';
import type { Pushers } from './check-memory.js';
import type { Settings } from './settings.js';

/** GitHub's account behind a commit, a review, a comment. Names can change hands, ids cannot. */
export interface Account {
  readonly id: number;
  readonly login: string;
  readonly isBot: boolean;
}

/** What became of one path between two commits. */
export interface Change {
  /** in the repository, with `/`, as git has it: hostile text */
  readonly path: string;
  /** of a renamed file the old path is deleted, and the new one added */
  readonly status: 'added' | 'modified' | 'deleted';
  /** git's mode: 100644, 100755, 120000 a symbolic link, 160000 a submodule; absent of a deleted one */
  readonly mode?: string;
  /** git's id of the new content; absent of a deleted one and of a submodule */
  readonly blob?: string;
}

export interface PullRequestCommit {
  readonly sha: string;
  readonly message: string;
  /** undefined: GitHub knows no account for the e-mail address */
  readonly author: Account | undefined;
  readonly committer: Account | undefined;
  readonly authorName: string;
  readonly authorEmail: string;
  readonly parents: readonly string[];
  /** against its parent; of a merge, what it has other than every one of its parents: its own doing */
  readonly changes: readonly Change[];
}

/** What somebody wrote. */
export interface Comment {
  /** of a comment or review; of an issue's opening text, the number of the issue */
  readonly id: number;
  /** absent: a comment */
  readonly kind?: 'review' | 'issue';
  readonly author: Account | undefined;
  readonly body: string;
  readonly createdAt: Date;
  /** whoever changed it, whatever they changed */
  readonly edited: boolean;
}

export interface ReviewOfPeople {
  readonly id: number;
  readonly author: Account | undefined;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';
  /** GitHub moves it to a rebased head where the patch is the same */
  readonly commit: string;
  readonly body: string;
  /** the text, by whomever; also where GitHub does not say */
  readonly edited: boolean;
  readonly submittedAt: Date;
}

/** One of our own check runs on the head commit. */
export interface OwnCheckRun {
  readonly id: number;
  /** by GitHub's clock */
  readonly startedAt: Date;
  /** what we wrote there: see `check-memory.ts` */
  readonly externalId: string;
  readonly conclusion: string | undefined;
}

export interface PullRequest {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly author: Account;
  readonly open: boolean;
  readonly merged: boolean;
  readonly draft: boolean;
  readonly createdAt: Date;
  readonly labels: readonly string[];
  readonly head: {
    readonly sha: string;
    readonly ref: string;
    /** `OWNER/NAME`; undefined where the fork was deleted */
    readonly repository: string | undefined;
  };
  /** name of the branch that it wants to go into */
  readonly baseRef: string;
}

/** What the bot found at the address that the pull request names as the app's repository. */
export type LinkedRepository =
  /** nobody named one */
  | { readonly kind: 'none' }
  /** on a host that we cannot ask */
  | { readonly kind: 'elsewhere'; readonly url: string }
  /** private, deleted, mistyped */
  | { readonly kind: 'unreachable'; readonly url: string }
  /** the certificate repository itself, or a fork of it */
  | { readonly kind: 'not-an-app'; readonly url: string }
  | {
      readonly kind: 'found';
      readonly url: string;
      /** `OWNER/NAME` as GitHub spells it */
      readonly name: string;
      /** of `appinfo/info.xml`, as the store reads it */
      readonly infoXml:
        | { readonly kind: 'absent'; readonly path: string }
        | { readonly kind: 'unreadable'; readonly path: string; readonly why: string }
        | { readonly kind: 'read'; readonly path: string; readonly id: string; readonly refusals: readonly string[] };
      /** how many files hold a private key, or look like it; where they lie, nobody is told */
      readonly keyFiles: number;
      /** SHA-256 of the SubjectPublicKeyInfo of each private key in them that can be opened, hex */
      readonly privateKeys: readonly string[];
      /** how the requester stands to it; undefined: nothing public shows a relation */
      readonly relation: 'owner' | 'member' | 'committer' | undefined;
    };

/**
 * All that is known of one pull request at one moment: read once, then judged without any more questions. The same
 * situation always gets the same answer.
 */
export interface Situation {
  readonly now: Date;
  readonly settings: Settings;
  /** the branch that certificates go into, the commit that it stands at, and the certificate repository as it is there */
  readonly base: { readonly ref: string; readonly commit: string; readonly repository: Repository };
  /** RSA moduli of the keys that are certified there; undefined: there is nothing to hold against them */
  readonly certifiedModuli?: readonly bigint[];
  readonly pullRequest: PullRequest;
  /** oldest first */
  readonly commits: readonly PullRequestCommit[];
  /** GitHub told of no more commits or files: there are more than were read */
  readonly truncated: boolean;
  /** what the pull request would change: from the merge base to the head */
  readonly changes: readonly Change[];
  /** content of every blob that `changes` and `commits` speak of and that is small enough to be looked at, by its id */
  readonly blobs: ReadonlyMap<string, Uint8Array>;
  /** blobs that were too large to be looked at */
  readonly unread: ReadonlySet<string>;
  /** oldest first */
  readonly reviews: readonly ReviewOfPeople[];
  /** oldest first, those of the bot itself left out */
  readonly comments: readonly Comment[];
  /** those of the bot, oldest first */
  readonly ownComments: readonly { readonly id: number; readonly body: string }[];
  readonly ownCheckRuns: readonly OwnCheckRun[];
  /** who pushed the head, as events said */
  readonly headPushers: Pushers;
  /** who pushed one of the commits below it, while that was the head */
  readonly earlierPushers: Pushers;
  /** by account id: may approve, as the settings say; whoever reviewed or gave a command is in here */
  readonly approvers: ReadonlyMap<number, boolean>;
  readonly linked: LinkedRepository;
  /** open pull requests that ask for the same app's certificate, without this one */
  readonly rivals: readonly { readonly number: number; readonly author: Account; readonly createdAt: Date }[];
  /** open pull requests by the same account that ask for another app with the same key; absent: nobody looked */
  readonly sameKey?: readonly { readonly number: number; readonly app: string }[];
  /**
   * ids of the apps that the store shows; `silent`: it did not answer; absent: the settings name none, or there is nothing
   * to ask it
   */
  readonly storeIds?: ReadonlySet<string> | 'silent';
  /** the requester never had a certificate or a pull request here */
  readonly isFirstTime: boolean;
}
