// SPDX-License-Identifier: MIT
import { isOk, type Finding } from '../../common/finding.js';
import { applyRules } from '../../common/rule.js';
import { checkStructure } from './content-model.js';
import { limits } from './limits.js';
import type { Metadata, MetadataKind, ReadMetadata } from './metadata.js';
import { normaliseDatabase } from './normalise-database.js';
import { normaliseInfo } from './normalise-info.js';
import { refusalsOf } from './metadata-refusals.js';
import type { Refusal } from './refusal.js';
import { metadataRules } from './rules/metadata-rules.js';
import { valueFaults } from './schema-faults.js';
import { databaseSchema, infoSchema } from './schema-text.js';
import { storeInfo, type StoreInfo } from './store-info.js';
import { boundValues, boundXml } from './xml/bound-xml.js';
import { decodeXml } from './xml/decode-xml.js';
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
  /** what the store keeps of an info.xml; absent where it refuses it */
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
  const prepared = drafts.flatMap((draft) => draft.content ?? []);
  const wellFormed = await judgeEach(prepared, ({ judged }) => judged, anySchema);
  const trees = prepared.filter((content) => content.form && wellFormed.get(content)?.wellFormed);
  // A bounded copy first; the whole only where nothing was wrong with the copy.
  const bounded = await judgeEach(trees, ({ form }) => form?.bounded.text ?? '', strictSchemas);
  const whole = trees.filter((content) => content.form?.cut && bounded.get(content)?.valid);
  const strict = new Map([...bounded, ...(await judgeEach(whole, wholeText, strictSchemas))]);
  const broken = trees.filter((content) => !strict.get(content)?.valid && (content.form?.structure.length ?? 0) > 0);
  const values = await judgeEach(broken, ({ form }) => form?.mended.text ?? '', relaxedSchemas);
  return drafts.map(({ document, content }) =>
    conclude(
      document,
      content && readMetadata(content, wellFormed.get(content), strict.get(content), values.get(content)),
    ),
  );
}

interface Draft {
  readonly document: XmlDocument;
  /** undefined where the store could not even read the file */
  readonly content: Content | undefined;
}

interface Content {
  readonly decoded: NonNullable<ReturnType<typeof decodeXml>>;
  readonly reading: XmlReading;
  /** what libxml2 is to call well-formed or not */
  readonly judged: string;
  readonly root: XmlElement | undefined;
  readonly form: Form | undefined;
}

/** A document as the store validates it. */
interface Form {
  readonly normalised: XmlElement;
  readonly bounded: WrittenXml;
  readonly cut: boolean;
  readonly structure: ReturnType<typeof checkStructure>['faults'];
  /** written without what is too much in it */
  readonly mended: WrittenXml;
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
  const { faults, mended } = checkStructure(bounded);
  return { normalised, bounded: writeXml(bounded), cut, structure: faults, mended: writeXml(mended) };
}

function wholeText({ form }: Content): string {
  return form ? writeXml(boundValues(form.normalised)).text : '';
}

async function judgeEach(
  contents: readonly Content[],
  textOfContent: (content: Content) => string,
  schemas: Schemas,
): Promise<Map<Content, Judgement>> {
  if (contents.length === 0) return new Map();
  const judgements = await judge(contents.map(textOfContent), schemas);
  return new Map(
    contents.flatMap((content, index) => (judgements[index] ? [[content, judgements[index]] as const] : [])),
  );
}

function readMetadata(
  { decoded, reading, root, form }: Content,
  wellFormed: Judgement | undefined,
  strict: Judgement | undefined,
  values: Judgement | undefined,
): ReadMetadata {
  const positions = new Positions(decoded.text);
  const isXml = reading.faults.length === 0 && wellFormed?.wellFormed === true;
  const refused = isXml && form !== undefined && strict?.valid !== true;
  const structure = refused ? form.structure : [];
  const written = form && (structure.length > 0 ? form.mended : form.bounded);
  const messages = (structure.length > 0 ? values : strict)?.messages ?? [];
  const first = strict?.messages[0];
  const line = (number: number): number => {
    const element = form?.bounded.elements[number - 1];
    return element ? positions.at(element.tagEnd).line : number;
  };
  return {
    decoded,
    reading,
    positions,
    wellFormed: { wellFormed: isXml, valid: false, messages: wellFormed?.messages ?? [] },
    root: isXml ? root : undefined,
    normalised: isXml ? form?.normalised : undefined,
    structure,
    values: refused && written ? valueFaults(messages, written.elements) : [],
    schemaMessage: refused
      ? first
        ? `${first.text}, line ${line(first.line)}`
        : 'libxml2 does not accept it'
      : undefined,
  };
}

function conclude({ kind, file, bytes }: XmlDocument, read: ReadMetadata | undefined): MetadataJudgement {
  const metadata: Metadata = { kind, bytes, read };
  const found = applyRules(metadataRules, metadata);
  const findings = found.slice(0, limits.findings).map((finding) => ({ ...finding, file }));
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
    ...(ok && kind === 'info' && read?.normalised && { info: storeInfo(read.normalised) }),
  };
}

/** Every element may be missing, except the roots, which stand at the margin. */
function relaxed(schema: string): string {
  return schema.replace(/^( {4,}<xs:element name="[^"]*")(?![^>]*minOccurs)/gm, '$1 minOccurs="0"');
}
