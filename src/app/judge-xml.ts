// SPDX-License-Identifier: MIT
import { inReadingOrder, isOk, type Finding } from '../../common/finding.js';
import { applyRules } from '../../common/rule.js';
import { checkStructure, type StructureFault } from './content-model.js';
import { limits } from './limits.js';
import type { Metadata, MetadataKind, ReadMetadata } from './metadata.js';
import { normaliseDatabase } from './normalise-database.js';
import { normaliseInfo } from './normalise-info.js';
import { refusalsOf } from './metadata-refusals.js';
import { isReadable, type Refusal } from './refusal.js';
import { metadataRules } from './rules/metadata-rules.js';
import { valueFaults } from './schema-faults.js';
import { databaseSchema, infoSchema } from './schema-text.js';
import { storeInfo, type StoreInfo } from './store-info.js';
import { boundValues, boundXml } from './xml/bound-xml.js';
import { decodeXml, type DecodedXml } from './xml/decode-xml.js';
import { anySchema, judge, type Judgement, type Schemas } from './xml/judge.js';
import { Positions } from './xml/positions.js';
import { readXml, type XmlReading } from './xml/read-xml.js';
import { childOf, textOf, type XmlElement } from './xml/tree.js';
import { writeXml, type WrittenXml } from './xml/write-xml.js';

export interface XmlDocument {
  readonly kind: MetadataKind;
  /** as findings name it */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What is to be said about one info.xml or database.xml. */
export interface MetadataJudgement {
  readonly file: string;
  readonly kind: MetadataKind;
  /** the store's verdict: no finding of severity `error` */
  readonly ok: boolean;
  readonly findings: readonly Finding[];
  /** as far as the file could be read, even where it is refused */
  readonly id?: string;
  readonly version?: string;
  /** what the store keeps of an info.xml; absent where it refuses it before the import */
  readonly info?: StoreInfo;
  /** what the store would answer at the first fault that it comes to */
  readonly refusal?: Refusal;
  /** every answer that would be due, in the store's order */
  readonly refusals: readonly Refusal[];
}

const mainSchema =
  '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:include schemaLocation="info.xsd"/><xs:include schemaLocation="database.xsd"/></xs:schema>';
const strictSchemas: Schemas = { 'main.xsd': mainSchema, 'info.xsd': infoSchema, 'database.xsd': databaseSchema };
/** Nothing is missing: it judges the values of documents whose structure is known to be wrong. */
const relaxedSchemas: Schemas = {
  'main.xsd': mainSchema,
  'info.xsd': relaxed(infoSchema),
  'database.xsd': relaxed(databaseSchema),
};

/** Judges any number of documents as the store would, all of them in the same few runs of libxml2. */
export async function judgeXml(documents: readonly XmlDocument[]): Promise<MetadataJudgement[]> {
  const drafts = documents.map(prepare);
  const contents = drafts.flatMap(({ content }) => content ?? []);
  const forms = contents.flatMap(({ form }) => form ?? []);
  // Two workers side by side: whether it is XML does not depend on what the store makes of it.
  const [wellFormed, bounded] = await Promise.all([
    judgeEach(contents, ({ judged }) => judged, anySchema),
    judgeEach(forms, ({ written }) => written.text, strictSchemas),
  ]);
  // A bounded copy first; the whole only where nothing was wrong with the copy.
  const whole = forms.filter((form) => form.cut && bounded.get(form)?.valid);
  const judged = await judgeEach(whole, ({ normalised }) => writeXml(boundValues(normalised)).text, strictSchemas);
  const strict = new Map([...bounded, ...judged]);
  const mended = forms
    .filter((form) => strict.get(form)?.valid === false)
    .map((form) => ({ form, ...mend(form) }))
    .filter(({ structure }) => structure.length > 0);
  const relaxed = await judgeEach(mended, ({ written }) => written.text, relaxedSchemas);
  const faults = new Map(mended.map((each) => [each.form, { ...each, judgement: relaxed.get(each) }]));
  return drafts.map(({ document, content }) =>
    conclude(document, content && readMetadata(content, wellFormed.get(content), strict, faults)),
  );
}

interface Draft {
  readonly document: XmlDocument;
  /** undefined where the store could not even read the file */
  readonly content: Content | undefined;
}

interface Content {
  readonly decoded: DecodedXml;
  readonly reading: XmlReading;
  /** what libxml2 is to call well-formed or not */
  readonly judged: string;
  readonly root: XmlElement | undefined;
  readonly form: Form | undefined;
}

/** A document as the store validates it. */
interface Form {
  readonly normalised: XmlElement;
  readonly bounded: XmlElement;
  /** something was left out of `bounded` */
  readonly cut: boolean;
  readonly written: WrittenXml;
}

/** What is wrong with the structure, and the values without it. */
interface Mended {
  readonly structure: readonly StructureFault[];
  readonly written: WrittenXml;
  readonly judgement: Judgement | undefined;
}

function prepare(document: XmlDocument): Draft {
  const decoded = document.bytes.length > limits.fileSize ? undefined : decodeXml(document.bytes);
  if (!decoded) return { document, content: undefined };
  const reading = readXml(decoded.text);
  const root = reading.root?.name === document.kind && reading.root.uri === '' ? reading.root : undefined;
  // Behind a fault only more faults would come; only the first one counts.
  const judged =
    reading.faults.length > 0 ? decoded.utf8.slice(0, reading.end + limits.judgedBehindFault) : decoded.utf8;
  return { document, content: { decoded, reading, judged, root, form: root && formOf(root, document.kind) } };
}

function formOf(root: XmlElement, kind: MetadataKind): Form {
  const normalised = kind === 'info' ? normaliseInfo(root) : normaliseDatabase(root);
  const { root: bounded, cut } = boundXml(normalised);
  return { normalised, bounded, cut, written: writeXml(bounded) };
}

function mend({ bounded }: Form): Pick<Mended, 'structure' | 'written'> {
  const { faults, mended } = checkStructure(bounded);
  return { structure: faults, written: writeXml(mended) };
}

/** One judgement for each subject, by what is to be judged of it. */
async function judgeEach<Subject>(
  subjects: readonly Subject[],
  textOfSubject: (subject: Subject) => string,
  schemas: Schemas,
): Promise<Map<Subject, Judgement>> {
  if (subjects.length === 0) return new Map();
  const judgements = await judge(subjects.map(textOfSubject), schemas);
  return new Map(
    subjects.flatMap((subject, index) => {
      const judgement = judgements[index];
      return judgement ? [[subject, judgement] as const] : [];
    }),
  );
}

function readMetadata(
  { decoded, reading, root, form }: Content,
  wellFormed: Judgement | undefined,
  strict: ReadonlyMap<Form, Judgement>,
  faults: ReadonlyMap<Form, Mended>,
): ReadMetadata {
  const positions = new Positions(decoded.text);
  const isXml = reading.faults.length === 0 && wellFormed?.wellFormed === true;
  const judged = isXml && form ? form : undefined;
  const judgement = judged && strict.get(judged);
  const refused = judged !== undefined && judgement?.valid !== true;
  const broken = judged && faults.get(judged);
  const { messages = [] } = (broken ? broken.judgement : judgement) ?? {};
  return {
    decoded,
    reading,
    positions,
    wellFormed: { wellFormed: isXml, valid: false, messages: wellFormed?.messages ?? [] },
    root: isXml ? root : undefined,
    normalised: judged?.normalised,
    structure: broken?.structure ?? [],
    values: refused ? valueFaults(messages, (broken ?? judged).written.elements) : [],
    schemaMessage: refused ? firstMessage(judged, judgement, positions) : undefined,
  };
}

/** The judge counts the lines of what we have written; people, those of their file. */
function firstMessage({ written }: Form, judgement: Judgement | undefined, positions: Positions): string {
  const [first] = judgement?.messages ?? [];
  if (!first) return 'libxml2 does not accept it, line 1';
  const element = written.elements[first.line - 1];
  return `${first.text}, line ${element ? positions.at(element.tagEnd).line : first.line}`;
}

function conclude({ kind, file, bytes }: XmlDocument, read: ReadMetadata | undefined): MetadataJudgement {
  const metadata: Metadata = { kind, bytes, read };
  const found = applyRules(metadataRules, metadata);
  const findings = inReadingOrder(found.slice(0, limits.findings).map((finding) => ({ ...finding, file })));
  if (found.length > findings.length) {
    const message = `${found.length - findings.length} more findings are left out.`;
    // An error must not fall under the table.
    findings.push({
      rule: 'findings-left-out',
      severity: isOk(found) ? 'warning' : 'error',
      message,
      fix: 'Mend those above first.',
      file,
    });
  }
  const refusals = refusalsOf(metadata, file);
  const [refusal] = refusals;
  const ok = isOk(findings);
  const text = (name: string): string | undefined => {
    const element = kind === 'info' ? childOf(read?.normalised, name) : undefined;
    return element && textOf(element);
  };
  const [id, version] = [text('id'), text('version')];
  return {
    file,
    kind,
    ok,
    findings,
    refusals,
    ...(refusal && { refusal }),
    ...(id !== undefined && { id }),
    ...(version !== undefined && { version }),
    ...(isReadable(ok, refusals) && kind === 'info' && read?.normalised && { info: storeInfo(read.normalised) }),
  };
}

/** Every element may be missing, except the roots, which stand at the margin. */
function relaxed(schema: string): string {
  return schema.replace(/^( {4,}<xs:element name="[^"]*")(?![^>]*minOccurs)/gm, '$1 minOccurs="0"');
}
