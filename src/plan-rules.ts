// SPDX-License-Identifier: MIT
import type { Rule } from '../common/rule.js';

/** What the plan knows of the app, the tag and the store before anything is built or written. */
export interface PlanFacts {
  readonly appId: string;
  readonly version: string;
  readonly tag?: string;
  readonly nightly: boolean;
  readonly register: boolean;
  readonly ownership?: 'owner' | 'not-owner' | 'not-registered' | 'not-asked';
  /** how the certificate at hand compares with the one that the store has registered */
  readonly registered?: 'same' | 'other' | 'unknown';
}

/** Tags that name a version: `1.2.3`, `v1.2.3`, and for a repository of several apps `news-v1.2.3` or `news/1.2.3`. */
export function versionOfTag(tag: string, appId: string): string {
  const withoutApp = tag.startsWith(appId) ? tag.slice(appId.length).replace(/^[-/@]/, '') : tag;
  return withoutApp.replace(/^v/, '');
}

export const planRules: readonly Rule<PlanFacts>[] = [
  {
    id: 'tag-not-version',
    severity: 'error',
    applies: ({ nightly }) => !nightly,
    check: ({ tag, version, appId }) => {
      if (tag === undefined || versionOfTag(tag, appId) === version) return [];
      return [
        {
          message: `The tag is "${tag}", the version in appinfo/info.xml is ${version}.`,
          file: 'appinfo/info.xml',
          fix: `Set <version>${versionOfTag(tag, appId)}</version> and move the tag, or tag this commit v${version}.`,
        },
      ];
    },
    message: 'The tag is not the version in appinfo/info.xml.',
    fix: 'Make the two agree.',
    source: 'nextcloud/.github pull request 435',
  },
  {
    id: 'store-app-not-registered',
    severity: 'error',
    applies: ({ register }) => !register,
    check: ({ ownership, appId }) =>
      ownership === 'not-registered' ? [{ message: `The store knows no app "${appId}".` }] : [],
    message: 'The app is not registered in the store.',
    fix: 'Run the release once with --register (the Action: register: true), which registers it with this certificate.',
    source: 'store: api/v1/views.py, App does not exist, you need to register it first',
  },
  {
    id: 'store-app-not-yours',
    severity: 'error',
    check: ({ ownership, appId }) =>
      ownership === 'not-owner'
        ? [{ message: `The store's app "${appId}" belongs to another user than the token.` }]
        : [],
    message: 'The app belongs to another user of the store.',
    fix: 'Use the token of the owner, or have the owner add you as a co-maintainer on the store’s pages.',
    source: 'store: api/v1/views.py answers 403 to all but owner and co-maintainers',
  },
  {
    id: 'store-owner-not-asked',
    severity: 'warning',
    check: ({ ownership }) => (ownership === 'not-asked' ? [{}] : []),
    message: 'There is no store token, so that nobody asked whether the app is registered and its user owns it.',
    fix: 'Give --store-token-file FILE (the Action: store-token) to have it asked in a dry run, too.',
    source: 'store: api/v1/views.py, AppDownloadStatsView',
  },
  {
    id: 'store-other-certificate',
    severity: 'error',
    applies: ({ register }) => !register,
    check: ({ registered }) => (registered === 'other' ? [{}] : []),
    message: 'The store has another certificate registered for this app, and would refuse what this key signs.',
    fix: 'Release with the registered certificate. To change it, use --register: that DELETES ALL RELEASES of the app in the store.',
    source: 'store: saving another certificate deletes every release of the app',
  },
  {
    id: 'store-register-deletes-releases',
    severity: 'warning',
    applies: ({ register }) => register,
    check: ({ registered }) => (registered === 'other' ? [{}] : []),
    message: 'Registering this certificate in place of another deletes all releases of the app in the store.',
    fix: 'Leave --register out unless that is meant; afterwards publish every release that is still supported again.',
    source: 'store: saving another certificate deletes every release of the app',
  },
  {
    id: 'store-certificate-unknown',
    severity: 'info',
    check: ({ registered }) => (registered === 'unknown' ? [{}] : []),
    message:
      'Which certificate the store has registered cannot be seen: it shows that only for apps with a release. Its answer to the upload decides.',
    fix: 'Nothing is to be done.',
    source: 'store: apps.json lists apps with a release only',
  },
];
