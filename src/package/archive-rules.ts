// SPDX-License-Identifier: MIT
import { archiveEntryRules } from './archive-entry-rules.js';
import { archiveFormatRules } from './archive-format-rules.js';
import type { ArchiveRule } from './archive-rule.js';

export const archiveRules: readonly ArchiveRule[] = [...archiveFormatRules, ...archiveEntryRules];
