// SPDX-License-Identifier: MIT
import { judgeXml, type MetadataJudgement } from '../../../src/app/judge-xml.js';

/** The parts of an info.xml that the store accepts, by element; tests replace one of them, or drop it with ''. */
const parts = {
  id: '<id>news</id>',
  name: '<name>News</name>',
  summary: '<summary>A reader</summary>',
  description: '<description>A reader of feeds</description>',
  version: '<version>1.2.3</version>',
  licence: '<licence>agpl</licence>',
  author: '<author>Jane Doe</author>',
  category: '<category>tools</category>',
  bugs: '<bugs>https://example.org/issues</bugs>',
  dependencies: '<dependencies><nextcloud min-version="31" max-version="33"/></dependencies>',
};

/** An info.xml of one line for each part: `more` follows the parts, each on a line of its own from line 12 on. */
export function info(replaced: Partial<typeof parts> = {}, ...more: string[]): string {
  return ['<info>', ...Object.values({ ...parts, ...replaced }), ...more, '</info>'].join('\n');
}

export function database(fields: string, table = '<name>t</name>'): string {
  return `<database>\n<table>${table}\n<declaration>${fields}</declaration></table></database>`;
}

export async function judgeInfo(text: string | Uint8Array): Promise<MetadataJudgement> {
  const [judgement] = await judgeXml([{ kind: 'info', file: 'info.xml', bytes: Buffer.from(text) }]);
  return judgement!;
}

export async function judgeAll(texts: readonly (string | Uint8Array)[], kind: 'info' | 'database' = 'info') {
  return judgeXml(texts.map((text, index) => ({ kind, file: `${index}.xml`, bytes: Buffer.from(text) })));
}

/** `rule@line` of every finding of a severity, in reading order. */
export function told(
  { findings }: Pick<MetadataJudgement, 'findings'>,
  severity: 'error' | 'warning' = 'error',
): string[] {
  return findings.filter((finding) => finding.severity === severity).map(({ rule, line }) => `${rule}@${line ?? '-'}`);
}
