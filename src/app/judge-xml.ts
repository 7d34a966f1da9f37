// SPDX-License-Identifier: MIT
import { inReadingOrder, isOk, type Finding } from '../../common/finding.js';
import { applyRules } from '../../common/rule.js';
import { limits } from './limits.js';
import type { Metadata, MetadataKind, ReadMetadata } from './metadata.js';
import { normaliseDatabase } from './normalise-database.js';
import { normaliseInfo } from './normalise-info.js';
import { refusalsOf } from './metadata-refusals.js';
import { isReadable, type Refusal } from './refusal.js';
import { metadataRules } from './rules/metadata-rules.js';
import { judgeBySchema, type SchemaJudgement } from './schema-judgement.js';
import { storeInfo, type StoreInfo } from './store-info.js';
import { decodeXml, type DecodedXml } from './xml/decode-xml.js';
import { anySchema, judge, type Judgement } from './xml/judge.js';
import { Positions } from './xml/positions.js';
import { readXml, type XmlReading } from './xml/read-xml.js';
import { childOf, textOf, type XmlElement } from './xml/tree.js';

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

/** Judges any number of documents as the store would, all of them in the same few runs of libxml2. */
export async function judgeXml(documents: readonly XmlDocument[]): Promise<MetadataJudgement[]> {
  const drafts = documents.map(prepare);
  const contents = drafts.flatMap(({ content }) => content ?? []);
  const normalised = contents.flatMap((content) => content.normalised ?? []);
  // Two workers side by side: whether it is XML does not depend on what the store makes of it.
  const [wellFormed, schema] = await Promise.all([
    judge(
      contents.map(({ judged }) => judged),
      anySchema,
    ),
    judgeBySchema(normalised),
  ]);
  const wellFormedOf = new Map(contents.map((content, index) => [content, wellFormed[index]]));
  const schemaOf = new Map(normalised.map((root, index) => [root, schema[index]]));
  return drafts.map(({ document, content }) =>
    conclude(
      document,
      content &&
        readMetadata(content, wellFormedOf.get(content), content.normalised && schemaOf.get(content.normalised)),
    ),
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
  readonly normalised: XmlElement | undefined;
}

function prepare(document: XmlDocument): Draft {
  const decoded = document.bytes.length > limits.fileSize ? undefined : decodeXml(document.bytes);
  if (!decoded) return { document, content: undefined };
  const reading = readXml(decoded.text);
  const root = reading.root?.name === document.kind && reading.root.uri === '' ? reading.root : undefined;
  // Behind a fault only more faults would come; only the first one counts.
  const judged =
    reading.faults.length > 0 ? decoded.utf8.slice(0, reading.end + limits.judgedBehindFault) : decoded.utf8;
  const normalise = document.kind === 'info' ? normaliseInfo : normaliseDatabase;
  return { document, content: { decoded, reading, judged, root, normalised: root && normalise(root) } };
}

function readMetadata(
  { decoded, reading, root, normalised }: Content,
  wellFormed: Judgement | undefined,
  schema: SchemaJudgement | undefined,
): ReadMetadata {
  const isXml = reading.faults.length === 0 && wellFormed?.wellFormed === true;
  return {
    decoded,
    reading,
    positions: new Positions(decoded.text),
    isXml,
    complaint: wellFormed?.messages.find(({ about }) => about !== 'schema'),
    root: isXml ? root : undefined,
    normalised: isXml ? normalised : undefined,
    schema: isXml ? schema : undefined,
  };
}

function conclude({ kind, file, bytes }: XmlDocument, read: ReadMetadata | undefined): MetadataJudgement {
  const metadata: Metadata = { kind, bytes, read };
  const found = applyRules(metadataRules, metadata);
  const findings = inReadingOrder(found.slice(0, limits.findings).map((finding) => ({ ...finding, file })));
  if (found.length > findings.length) {
    const message = `More than ${limits.findings} findings: the others are left out.`;
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
