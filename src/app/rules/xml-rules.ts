// SPDX-License-Identifier: MIT
import type { Rule } from '../../../common/rule.js';
import { limits } from '../limits.js';
import type { Metadata } from '../metadata.js';
import { firstBadLine } from '../xml/decode-xml.js';
import { at, atElement } from './place.js';

const kib = (bytes: number): string => `${bytes.toLocaleString('en')} bytes`;

/** Whether the file is read at all: its size, its bytes, its XML. */
export const xmlRules: readonly Rule<Metadata>[] = [
  {
    id: 'file-too-large',
    severity: 'error',
    *check({ bytes }) {
      if (bytes.length > limits.fileSize)
        // How much more is not known: of a file far above the limit only the start is here.
        yield { message: `The file has more than ${kib(limits.fileSize)}; the store reads no more.` };
    },
    message: 'The file is larger than the store reads.',
    fix: 'Shorten it; long texts belong into the app’s documentation.',
    source: 'appstore: api/v1/release/parser.py, stream_read_file',
  },
  {
    id: 'file-above-documented-size',
    severity: 'warning',
    *check({ bytes }) {
      if (bytes.length > limits.documentedFileSize && bytes.length <= limits.fileSize) {
        yield {
          message: `The file has ${kib(bytes.length)}; the store’s documentation allows ${kib(limits.documentedFileSize)}.`,
        };
      }
    },
    message: 'The file is larger than the store’s documentation allows, though its code still takes it.',
    fix: 'Shorten it.',
    source: 'appstore: docs/developer.rst',
  },
  {
    id: 'not-utf-8',
    severity: 'error',
    *check({ bytes, read }) {
      if (!read && bytes.length <= limits.fileSize) yield { line: firstBadLine(bytes) };
    },
    message: 'The file is not UTF-8: the store fails with an internal error (500).',
    fix: 'Save it as UTF-8.',
    source: 'appstore: api/v1/release/parser.py, stream_read_utf8',
  },
  {
    id: 'xml-malformed',
    severity: 'error',
    *check(metadata) {
      const { read } = metadata;
      if (!read) return;
      for (const { message, fix, start } of read.reading.faults) yield at(metadata, start, { message, fix });
      const { complaint: first } = read;
      if (read.reading.faults.length > 0 || read.isXml) return;
      const { doctype } = read.reading;
      // Over entities that multiply or run in a circle libxml2 names its factor, or stops without a word.
      if (doctype && (!first || first.text.includes('amplification'))) {
        yield at(metadata, doctype.start, {
          message: 'The entities of the <!DOCTYPE …> expand too far, or without end.',
          fix: 'Remove the <!DOCTYPE …> and write the texts themselves.',
        });
        return;
      }
      yield {
        message: `The file is not well-formed: ${first?.text ?? 'libxml2 refuses it without a reason'}.`,
        ...(first && { line: first.line }),
      };
    },
    message: 'The file is not well-formed XML.',
    fix: 'Correct the XML at this place.',
    source: 'XML 1.0; appstore: api/v1/release/parser.py',
  },
  {
    id: 'entity-in-content',
    severity: 'error',
    *check(metadata) {
      for (const { name, start } of metadata.read?.isXml ? metadata.read.reading.entities : []) {
        yield at(metadata, start, {
          message: `&${name}; stands in the text: the store takes no entities of a document’s own.`,
        });
      }
    },
    message: 'An entity of the document’s own stands in the text.',
    fix: 'Write the character itself, or a number such as &#160;.',
    source: 'appstore: api/v1/release/parser.py, “Must not contain entities”',
  },
  {
    id: 'entity-in-attribute',
    severity: 'warning',
    *check(metadata) {
      for (const { name, start } of metadata.read?.isXml ? metadata.read.reading.attributeEntities : []) {
        yield at(metadata, start, {
          message: `&${name}; stands in an attribute: the store expands it, others may not.`,
        });
      }
    },
    message: 'An entity of the document’s own stands in an attribute.',
    fix: 'Write its text instead of it.',
    source: 'appstore: api/v1/release/parser.py',
  },
  {
    id: 'doctype',
    severity: 'warning',
    *check(metadata) {
      const doctype = metadata.read?.reading.doctype;
      if (!doctype) return;
      const external = doctype.external ? ' and loads nothing that it refers to' : '';
      yield at(metadata, doctype.start, { message: `The store ignores the <!DOCTYPE …>${external}.` });
    },
    message: 'The store ignores a <!DOCTYPE …>.',
    fix: 'Remove it: an app’s XML needs none.',
    source: 'appstore: api/v1/release/parser.py, load_dtd=False',
  },
  {
    id: 'declared-encoding',
    severity: 'warning',
    *check(metadata) {
      const declared = metadata.read?.decoded.declared;
      if (declared)
        yield at(metadata, declared.start, {
          message: `The file declares the encoding ${declared.name}, but the store demands UTF-8: letters beyond ASCII arrive garbled.`,
        });
    },
    message: 'The declared encoding is not UTF-8.',
    fix: 'Declare encoding="UTF-8", and save the file as UTF-8.',
    source: 'appstore: api/v1/release/parser.py, bytes(xml, "utf-8")',
  },
  {
    id: 'wrong-root',
    severity: 'error',
    *check(metadata) {
      const root = metadata.read?.isXml ? metadata.read.reading.root : undefined;
      if (!root || metadata.read?.root) return;
      const wanted = metadata.kind;
      yield root.local === wanted
        ? atElement(metadata, root, {
            message: `<${root.name}> is in the namespace ${root.uri}: the store then finds nothing in the file.`,
            fix: `Write <${wanted}> without a namespace: neither xmlns="…" nor a prefix.`,
          })
        : atElement(metadata, root, {
            message: `The root element is <${root.name}>, not <${wanted}>.`,
            fix: `Make <${wanted}> the root element.`,
          });
    },
    message: 'The root element is another one, or it is in a namespace.',
    fix: 'Make <info> the root element, without a namespace.',
    source: 'appstore: api/v1/release/pre-info.xslt, pre-database.xslt',
  },
];
