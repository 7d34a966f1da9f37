// SPDX-License-Identifier: MIT
import { CodedError, type ErrorCodes, type ErrorDetails } from '../../common/coded-error.js';

const codes = {
  /** not `OWNER/NAME` */
  'repository-name': 'unusable',
  /** the API's address is no https address */
  'github-url': 'unusable',
  /** empty, or holds what no token has */
  'token-unusable': 'unusable',
  unreachable: 'outside',
  'github-failed': 'outside',
  throttled: 'outside',
  /** an answer that is not what the API describes, e.g. one that broke off */
  'unexpected-answer': 'outside',
  /** the asset at GitHub is not what was sent */
  'upload-damaged': 'outside',
  'not-authenticated': 'refused',
  'not-allowed': 'refused',
  'not-found': 'refused',
  /** a reason that this program does not know */
  refused: 'refused',
  /** more than one release, drafts included, for the tag */
  'several-releases': 'refused',
  /** an asset of that name with other bytes is there */
  'asset-differs': 'refused',
  /** published, and nothing can be added any more */
  'release-immutable': 'refused',
  /** GitHub does not make the tag, or not again */
  'tag-refused': 'refused',
  /** the public address does not serve the archive */
  'not-served': 'outside',
  /** the public address serves other bytes */
  'served-differs': 'refused',
} as const satisfies ErrorCodes;

export type GithubErrorCode = keyof typeof codes;

/** Why the same may go well a little later; `kind` counts as in `retry`. */
export interface Passing {
  readonly kind: 'unavailable' | 'crash' | 'throttled' | 'race' | 'damaged';
  readonly waitMs?: number;
}

/** GitHub said no, or said nothing. Neither message nor cause ever carries the token. */
export class GithubError extends CodedError<GithubErrorCode> {
  /** where it may go well a little later */
  readonly passing: Passing | undefined;

  constructor(code: GithubErrorCode, message: string, details: ErrorDetails & { readonly passing?: Passing }) {
    super(code, codes[code], message, details);
    this.passing = details.passing;
  }
}
