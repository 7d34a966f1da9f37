// SPDX-License-Identifier: MIT
import { quote } from '../../ca/review/review-subject.js';
import type { PullRequestRule } from './pull-request-subject.js';

/** Other open pull requests for the same app, or with the same key. */
export const duplicateRules: readonly PullRequestRule[] = [
  {
    id: 'duplicate',
    severity: 'info',
    message: 'Another open pull request asks for the same certificate.',
    fix: 'Keep the newer one, and close the other.',
    source: 'app-certificate-requests#763, #773, #779, #791',
    check: ({ situation: { rivals, pullRequest } }) =>
      rivals.slice(0, 5).map(({ number, author, createdAt }) => {
        const isOwn = author.id === pullRequest.author.id;
        const who = isOwn ? 'by the same account' : `by another account, ${quote(author.login)}`;
        const isNewer =
          createdAt > pullRequest.createdAt || (+createdAt === +pullRequest.createdAt && number > pullRequest.number);
        const message = `#${number}, ${isNewer ? 'newer' : 'older'} than this one and ${who}, asks for the same certificate.`;
        if (!isOwn) return { message, severity: 'warning', fix: 'Settle between you who asks; the other one closes.' };
        return {
          message,
          fix: isNewer ? `Keep #${number}, and close this one.` : `Keep this one, and close #${number}.`,
        };
      }),
  },
  {
    id: 'key-twice',
    severity: 'warning',
    message: 'Another open pull request of the same account asks for another app with the same key.',
    fix: 'Make a new key and a new request for one of the two.',
    source: 'none of 993 certified keys belongs to two apps: once one is certified, the other is refused',
    check: ({ situation: { sameKey = [] } }) =>
      sameKey.slice(0, 5).map(({ number, app }) => ({
        message: `#${number} asks for the app ${quote(app)} with the same key. A key belongs to one app: once one of them is certified, the other is refused.`,
      })),
  },
];
