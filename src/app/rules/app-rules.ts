// SPDX-License-Identifier: MIT
import type { Rule } from '../../../common/rule.js';
import type { AppFiles } from '../app-files.js';

export const infoPath = 'appinfo/info.xml';
export const databasePath = 'appinfo/database.xml';

/** What an app must have at all. */
export const appRules: readonly Rule<AppFiles>[] = [
  {
    id: 'info-missing',
    severity: 'error',
    *check(files) {
      if (!files.read(infoPath)) yield { file: infoPath };
    },
    message: 'The app has no appinfo/info.xml.',
    fix: 'Add it, or name the app’s own folder: the one in which appinfo/ lies.',
    source: 'appstore: api/v1/release/parser.py, get_contents',
  },
];
