// SPDX-License-Identifier: MIT
import type { SchemaJudgement } from './schema-judgement.js';
import type { DecodedXml } from './xml/decode-xml.js';
import type { JudgeMessage } from './xml/judge.js';
import type { Positions } from './xml/positions.js';
import type { XmlReading } from './xml/read-xml.js';
import type { XmlElement } from './xml/tree.js';

export type MetadataKind = 'info' | 'database';

/** One info.xml or database.xml, and all that is known of it: what the rules look at. */
export interface Metadata {
  readonly kind: MetadataKind;
  readonly bytes: Uint8Array;
  /** undefined where the store could not even read the file, for its size or its encoding */
  readonly read: ReadMetadata | undefined;
}

export interface ReadMetadata {
  readonly decoded: DecodedXml;
  readonly reading: XmlReading;
  readonly positions: Positions;
  /** both libxml2 and our reader find it well-formed */
  readonly isXml: boolean;
  /** libxml2's first complaint, where it has one */
  readonly complaint: JudgeMessage | undefined;
  /** as written; undefined where the file is not well-formed or its root is another one */
  readonly root: XmlElement | undefined;
  /** as the store validates it */
  readonly normalised: XmlElement | undefined;
  /** undefined where the store would not come to it */
  readonly schema: SchemaJudgement | undefined;
}
