// SPDX-License-Identifier: MIT
import { bodyJson, type HttpAnswer } from '../../common/http.js';
import { reasonWords } from './reason-words.js';
import { StoreError, type StoreErrorCode } from './store-error.js';

/** what a status means where the text says nothing that is known */
const byStatus: Readonly<Record<number, { code: StoreErrorCode; words: string; fix: string }>> = {
  400: {
    code: 'refused',
    words: 'the store refused the request',
    fix: 'Run "nextcloud-release validate" over the app, and see whether the store’s text names the fix.',
  },
  401: {
    code: 'not-authenticated',
    words: 'the store does not know who is asking',
    fix: 'Give a token that is valid: it is on your account’s page in the store.',
  },
  403: {
    code: 'not-allowed',
    words: 'this user may not do that',
    fix: 'Use the token of the app’s owner; co-maintainers may upload and delete releases only.',
  },
  404: {
    code: 'not-found',
    words: 'the store has nothing there',
    fix: 'See whether the app id is right, and --store.',
  },
  405: {
    code: 'unexpected-answer',
    words: 'this is no route of an app store',
    fix: 'See whether --store is right: it ends with /api/v1.',
  },
  415: {
    code: 'request-refused',
    words: 'the request was not JSON',
    fix: 'See whether a proxy changes requests on their way.',
  },
  429: {
    code: 'throttled',
    words: 'too many requests',
    fix: 'Wait as long as the store says, then run the same command again.',
  },
};

const crashed = {
  code: 'store-failed',
  words: 'the store failed and gives no reason',
  fix: 'Run the same command again later; if it stays, run "nextcloud-release validate": a cut-off archive, XML that is not UTF-8 or a download address above 256 characters makes the store fail like this.',
} as const;
const unknown = {
  code: 'unexpected-answer',
  words: 'the answer is not one of an app store',
  fix: 'See whether --store is right: it ends with /api/v1.',
} as const;

const longestReason = 600;

/**
 * The store's refusal in words, with the fix.
 *
 * @param what what was asked for, e.g. `Publishing news`
 * @param absentFix the fix for a 404, where what was asked for knows a better one
 */
export function refusalOf(what: string, answer: HttpAnswer, absentFix?: string): StoreError {
  const { status } = answer;
  const reasons = reasonsOf(answer);
  const known = reasons
    .map((reason) => reasonWords.find(({ pattern }) => pattern.test(reason)))
    .find((words) => words !== undefined);
  const fallback = byStatus[status] ?? (status >= 500 ? crashed : unknown);
  const { code, words, fix } = known ?? fallback;
  const said = reasons.length === 0 ? '' : `: “${reasons.join('” “')}”`;
  const meaning = words ?? (known === undefined ? fallback.words : 'the store refused it');
  return new StoreError(code, `${what} failed with status ${status}${said}; ${meaning}.`, {
    hint: code === 'not-found' ? (absentFix ?? fix) : fix,
    status,
    reasons,
  });
}

/** An array of texts, `{"detail": text}`, or `{field: [text]}`; a page of HTML has no reason. */
export function reasonsOf(answer: HttpAnswer): string[] {
  const body = bodyJson(answer);
  if (Array.isArray(body)) return body.filter(isText).map(shown);
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([field, value]: [string, unknown]) => {
    const texts = [value].flat().filter(isText);
    return texts.map((text) => shown(field === 'detail' ? text : `${field}: ${text}`));
  });
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** A text of the outside: on one line, without control characters, of bounded length. */
function shown(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length <= longestReason ? line : `${line.slice(0, longestReason)} …`;
}
