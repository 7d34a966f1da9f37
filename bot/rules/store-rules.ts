// SPDX-License-Identifier: MIT
import { quote, when } from '../../ca/review/review-subject.js';
import type { PullRequestRule } from './pull-request-subject.js';

/** What the store says of an id that was never certified here, where the settings name a store to ask. */
export const storeRules: readonly PullRequestRule[] = [
  {
    id: 'store-app',
    severity: 'hold',
    applies: ({ situation: { base }, appId = '' }) => base.repository.ledger.certificatesOf(appId).length === 0,
    message: 'The store has an app with this id, and no certificate was ever issued for it here.',
    fix: 'Say what you have to do with that app; whoever approves finds out whose it is in the store.',
    source: 'app-certificate-requests#303, #617, #791: the id was taken',
    check: ({ situation: { storeIds }, appId }) => {
      if (storeIds === undefined || appId === undefined) return [];
      if (storeIds !== 'silent') {
        return when(storeIds.has(appId), {
          message: `The store has an app with the id ${quote(appId)}, and no certificate was ever issued for it here.`,
        });
      }
      return [
        {
          message: `The store did not answer: whether it has an app with the id ${quote(appId)} is not known.`,
          fix: 'Nothing to do for the requester: comment /recheck in a few minutes; else whoever approves looks there.',
        },
      ];
    },
  },
];
