// SPDX-License-Identifier: MIT
import { type Finding, inReadingOrder, isOk, isOnHold } from '../../common/finding.js';
import { applyRules } from '../../common/rule.js';
import { formRules } from './form-rules.js';
import { keyRules } from './key-rules.js';
import { repositoryRules } from './repository-rules.js';
import { type ReviewInput, reviewSubject, type ReviewRule } from './review-subject.js';
import { subjectRules } from './subject-rules.js';

/** Every rule of a review, in the order of the table in docs/authority.md. */
export const reviewRules: readonly ReviewRule[] = [...formRules, ...keyRules, ...subjectRules, ...repositoryRules];

/** The verdict on one request. */
export interface Review {
  readonly path: string;
  /** the id that the file's name asks for */
  readonly app: string;
  /** no error */
  readonly ok: boolean;
  /** a person must decide, with a written reason */
  readonly hold: boolean;
  readonly findings: readonly Finding[];
}

/** All that is to be said of a request, at the first look. Throws for nothing that a file can hold. */
export function review(input: ReviewInput): Review {
  const subject = reviewSubject(input);
  const { path, line } = input.file;
  const findings = inReadingOrder(
    applyRules(reviewRules, subject).map((finding) => ({ file: path, line, ...finding })),
  );
  return { path, app: subject.appId, ok: isOk(findings), hold: isOnHold(findings), findings };
}
