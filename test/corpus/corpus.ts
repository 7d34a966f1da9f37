// SPDX-License-Identifier: MIT
// Agreement with what was recorded elsewhere: npm run corpus -- FOLDER
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { measureMetadata } from './metadata-corpus.js';
import { measureRequestHistory, measureRequests } from './requests.js';

/** What a folder holds, told by one of its files, and who measures it. Every line that a measure returns is a disagreement. */
const measures: readonly { readonly sign: string; measure(folder: string): Promise<Measured> }[] = [
  { sign: 'verdicts.jsonl', measure: measureMetadata },
  { sign: 'index.jsonl', measure: measureRequestHistory },
  { sign: 'bookmarks/bookmarks.csr', measure: measureRequests },
];

export interface Measured {
  readonly summary: readonly string[];
  readonly disagreements: readonly string[];
}

const [folder] = process.argv.slice(2);
const found = measures.find(({ sign }) => existsSync(join(folder ?? '', sign)));
if (folder === undefined || !found) {
  process.stderr.write(
    `usage: npm run corpus -- FOLDER, with ${measures.map(({ sign }) => sign).join(' or ')} in it\n`,
  );
  process.exitCode = 2;
} else {
  const { summary, disagreements } = await found.measure(folder);
  process.stdout.write([...disagreements, ...summary, ''].join('\n'));
  process.exitCode = disagreements.length === 0 ? 0 : 1;
}
