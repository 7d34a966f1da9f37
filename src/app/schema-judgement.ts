// SPDX-License-Identifier: MIT
import { checkStructure, type StructureFault } from './content-model.js';
import { type ValueFault, valueFaults } from './schema-faults.js';
import { databaseSchema, infoSchema } from './schema-text.js';
import { boundValues, boundXml } from './xml/bound-xml.js';
import { judge, type Judgement, type Schemas } from './xml/judge.js';
import type { XmlElement } from './xml/tree.js';
import { type WrittenXml, writeXml } from './xml/write-xml.js';

/** What the schema says about one normalised document: everything at once. */
export interface SchemaJudgement {
  readonly structure: readonly StructureFault[];
  readonly values: readonly ValueFault[];
  /** libxml2's first message, and the element that it is about; undefined where the document is valid */
  readonly first: { readonly text: string; readonly at: XmlElement | undefined } | undefined;
}

const mainSchema =
  '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:include schemaLocation="info.xsd"/><xs:include schemaLocation="database.xsd"/></xs:schema>';
const strict: Schemas = { 'main.xsd': mainSchema, 'info.xsd': infoSchema, 'database.xsd': databaseSchema };
/** Nothing is missing: it judges the values of documents whose structure is known to be wrong. */
const relaxed: Schemas = {
  'main.xsd': mainSchema,
  'info.xsd': withoutMinima(infoSchema),
  'database.xsd': withoutMinima(databaseSchema),
};

/** Judges normalised documents, all of them in the same one to three runs of libxml2. */
export async function judgeBySchema(documents: readonly XmlElement[]): Promise<SchemaJudgement[]> {
  const bounded = documents.map(boundXml);
  const seen = await judgeTrees(
    bounded.map(({ root }) => root),
    strict,
  );
  // The whole only where something was left out, and nothing was wrong with the rest.
  const unseen = documents.filter((_, index) => bounded[index]?.cut && seen[index]?.judgement?.valid);
  const whole = pairs(unseen, await judgeTrees(unseen.map(boundValues), strict));
  const judged = documents.flatMap((document, index) => whole.get(document) ?? seen[index] ?? []);
  const refused = judged.filter((tree) => tree.judgement?.valid !== true);
  const structures = refused.map(({ root }) => checkStructure(root));
  const mended = structures.filter(({ faults }) => faults.length > 0);
  const values = pairs(
    mended,
    await judgeTrees(
      mended.map(({ mended: root }) => root),
      relaxed,
    ),
  );
  const faults = pairs(refused, structures);
  return judged.map((tree) => {
    const structure = faults.get(tree);
    if (!structure) return { structure: [], values: [], first: undefined };
    return { structure: structure.faults, values: valuesOf(values.get(structure) ?? tree), first: firstOf(tree) };
  });
}

interface JudgedTree {
  readonly root: XmlElement;
  readonly written: WrittenXml;
  readonly judgement: Judgement | undefined;
}

async function judgeTrees(roots: readonly XmlElement[], schemas: Schemas): Promise<JudgedTree[]> {
  const written = roots.map(writeXml);
  const judgements = await judge(
    written.map(({ text }) => text),
    schemas,
  );
  return roots.flatMap((root, index) => {
    const document = written[index];
    return document ? [{ root, written: document, judgement: judgements[index] }] : [];
  });
}

function valuesOf({ written, judgement }: JudgedTree): ValueFault[] {
  return valueFaults(judgement?.messages ?? [], written.elements);
}

function firstOf({ written, judgement }: JudgedTree): NonNullable<SchemaJudgement['first']> {
  const [message] = judgement?.messages ?? [];
  if (!message) return { text: 'libxml2 does not accept it', at: undefined };
  return { text: message.text, at: written.elements[message.line - 1] };
}

function pairs<Key, Value>(keys: readonly Key[], values: readonly Value[]): Map<Key, Value> {
  return new Map(keys.flatMap((key, index) => values.slice(index, index + 1).map((value) => [key, value] as const)));
}

/** Every element may be missing, except the roots, which stand at the margin. */
function withoutMinima(schema: string): string {
  return schema.replace(/^( {4,}<xs:element name="[^"]*")(?![^>]*minOccurs)/gm, '$1 minOccurs="0"');
}
