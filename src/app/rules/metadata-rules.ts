// SPDX-License-Identifier: MIT
import type { Rule } from '../../../common/rule.js';
import { limits } from '../limits.js';
import type { Metadata } from '../metadata.js';
import { infoRules } from './info-rules.js';
import { changedRules } from './changed-rules.js';
import { droppedRules } from './dropped-rules.js';
import { importRules } from './import-rules.js';
import { schemaRules } from './schema-rules.js';
import { xmlRules } from './xml-rules.js';

const ofInfo = (rule: Rule<Metadata>): Rule<Metadata> => ({ ...rule, applies: ({ kind }) => kind === 'info' });

/** A hostile file could break one rule for every few of its bytes. */
const bounded = (rule: Rule<Metadata>): Rule<Metadata> => ({
  ...rule,
  *check(metadata) {
    let count = 0;
    for (const violation of rule.check(metadata)) {
      if (count++ > limits.findings) return;
      yield violation;
    }
  },
});

/** All rules about one info.xml or database.xml, in the order in which the store would come to them. */
export const metadataRules: readonly Rule<Metadata>[] = [
  ...xmlRules,
  ...schemaRules,
  ...infoRules.map(ofInfo),
  ...importRules.map(ofInfo),
  ...[...droppedRules, ...changedRules].map(ofInfo),
].map(bounded);
