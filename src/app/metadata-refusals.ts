// SPDX-License-Identifier: MIT
import { applyRules } from '../../common/rule.js';
import { limits } from './limits.js';
import type { Metadata, ReadMetadata } from './metadata.js';
import { databaseTemplates } from './normalise-database.js';
import { templateElements } from './normalise-info.js';
import { peertubeFault } from './peertube.js';
import { crashed, inStoreOrder, notParsed, refused, type Refusal } from './refusal.js';
import { importRules } from './rules/import-rules.js';
import { missingEnglish } from './rules/info-rules.js';
import { childrenOf, everyElement, textOf, type XmlElement } from './xml/tree.js';

/** What the store would answer, at each stage the first thing that it would come to. */
export function refusalsOf(metadata: Metadata, file: string): Refusal[] {
  const { bytes, kind, read } = metadata;
  if (bytes.length > limits.fileSize) return [tooLarge(file)];
  if (!read) return [crashed('archive')];
  if (!read.isXml) return [notParsed(`${kind}.xml contains malformed xml: ${syntaxError(read)}`)];
  if (read.reading.entities.length > 0) return [refused('metadata', 'Must not contain entities')];
  if (!read.root) return [otherRoot(kind, read.reading.root, (start) => read.positions.at(start).line)];
  const first = read.schema?.first;
  if (first) {
    // lxml counts an element's line at the end of its start tag.
    const line = first.at ? read.positions.at(first.at.tagEnd).line : 1;
    return [refused('metadata', `${kind}.xml did not validate: ${first.text}, line ${line}`)];
  }
  const info = kind === 'info' ? read.normalised : undefined;
  if (!info) return [];
  const [field] = missingEnglish(info);
  if (field) return [refused('metadata', `At least one element "${field}" with lang "en" required`)];
  const video = childrenOf(info, 'video')
    .map((element) => peertubeFault(textOf(element)))
    .find((fault) => fault !== undefined);
  const fails = applyRules(importRules, metadata).length > 0;
  return inStoreOrder([
    ...(video === undefined ? [] : [refused('import-app', video)]),
    ...(fails ? [crashed('import')] : []),
  ]);
}

/** The address of the object in the store's memory is anybody's guess. */
export function tooLarge(file: string): Refusal {
  const member = `<TarInfo '${file}' at 0x7f0000000000>`;
  return refused('archive', `file ${member} was bigger than allowed ${limits.nominalFileSize} bytes`);
}

/** As lxml words it. The column is ours, where we know it. */
function syntaxError({ complaint: first, reading, positions }: ReadMetadata): string {
  const [fault] = reading.faults;
  const position = fault ? positions.at(fault.start) : { line: 1, column: 1 };
  const { line, column } = first && first.line !== position.line ? { line: first.line, column: 1 } : position;
  return `${first?.text ?? fault?.message ?? 'unknown error'}, line ${line}, column ${column} (<string>, line ${line})`;
}

/** Where the root is another one, the store's templates for its parts still work, and leave the first of them as root. */
function otherRoot(kind: Metadata['kind'], root: XmlElement | undefined, lineOf: (start: number) => number): Refusal {
  const templates = kind === 'info' ? templateElements : databaseTemplates;
  for (const element of root ? everyElement(root) : []) {
    if (element.uri === '' && templates.has(element.local)) {
      const text = `Element '${element.local}': No matching global declaration available for the validation root., line ${lineOf(element.start)}`;
      return refused('metadata', `${kind}.xml did not validate: ${text}`);
    }
  }
  return crashed('metadata');
}
