// SPDX-License-Identifier: MIT
import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type ParsedNode,
  visit,
  type YAMLParseError,
  type YAMLSeq,
} from 'yaml';
import type { CodedError } from './coded-error.js';

/** One setting of a YAML file that people write. */
export interface SettingLine {
  /** its place: the names on the way to it, e.g. `key.minimum-bits` */
  readonly at: string;
  /** a text, number, truth value or list of them; undefined for anything else, an alias for one */
  readonly value: unknown;
  readonly line: number;
}

/** Makes the error of the room that reads the file, which is thrown then. */
type Fail = (what: string, line: number) => CodedError;

/**
 * The settings that a file holds, in their order; those without a value are left out. A file that is no sound YAML, or
 * larger or deeper than settings are, is refused before the parser sees it.
 * @throws what `fail` makes
 */
export function readSettings(text: string, fail: Fail): SettingLine[] {
  refuseHostile(text, fail);
  const lineCounter = new LineCounter();
  // the library's own words would have the position once more
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const lineOf = (offset: number): number => lineCounter.linePos(offset).line;
  const [error] = document.errors;
  if (error !== undefined) {
    const { what, offset } = faultOf(error, document);
    throw fail(what, lineOf(offset));
  }
  return leaves(document.contents).map(({ at, value, offset }) => ({ at, value, line: lineOf(offset) }));
}

/**
 * The parser (yaml 2.9.1) calls itself for each level, and makes regular expressions of long lines which V8 cannot
 * compile: a line of 8,192 brackets or question marks ends the whole process, as nothing can be caught then (measured).
 * The default policy written out has a twentieth of each limit.
 */
const limits = { length: 64 * 1024, line: 1024, indent: 32, openers: 64, marks: 6 };
/** `- - - x` and `? ? x` nest in one line */
const nestingMarks = new RegExp(`^\\s*(?:[-?:]\\s+){${limits.marks + 1}}`);

function refuseHostile(text: string, fail: Fail): void {
  if (text.length > limits.length) throw fail(`the file has more than ${limits.length} characters`, 1);
  let openers = 0;
  for (const [at, line] of text.split(/\r\n|[\r\n]/).entries()) {
    if (line.length > limits.line) throw fail(`the line has more than ${limits.line} characters`, at + 1);
    openers += line.match(/[[{]/g)?.length ?? 0;
    const tooDeep = openers > limits.openers || line.search(/\S/) > limits.indent || nestingMarks.test(line);
    if (tooDeep) throw fail('lists or maps are nested too deeply', at + 1);
  }
}

const sentences: Partial<Record<ParseError['code'], string>> = {
  DUPLICATE_KEY: 'this name is there for the second time',
  TAB_AS_INDENT: 'the line begins with a tab, YAML takes spaces only',
  BLOCK_AS_IMPLICIT_KEY: 'a name and its value are wanted here, "NAME: VALUE" and nothing more',
  MULTILINE_IMPLICIT_KEY: 'there is no ":" behind this name, or the lines are not indented alike',
  MULTIPLE_DOCS: 'a second document begins here, one is the most',
};

/** What is wrong, in words, and where it begins: the parser sees at the next line only that a bracket was not closed. */
function faultOf({ code, pos: [offset], message }: ParseError, document: Document): Fault {
  if (code === 'BAD_INDENT' || code === 'MISSING_CHAR') {
    let open: Node | undefined;
    visit(document, {
      Node: (_, node) => {
        if (closingOf(node) !== undefined && node.range?.[1] === offset) open = node;
      },
    });
    const [begin, closing] = [open?.range?.[0], open && closingOf(open)];
    if (begin !== undefined) return { what: `what begins here is not closed with ${closing ?? ''}`, offset: begin };
  }
  return { what: sentences[code] ?? `this is not YAML (${message})`, offset };
}

type ParseError = Pick<YAMLParseError, 'code' | 'pos' | 'message'>;

interface Fault {
  readonly what: string;
  readonly offset: number;
}

function closingOf(node: Node): string | undefined {
  if (isCollection(node)) return node.flow === true ? (isSeq(node) ? ']' : '}') : undefined;
  if (!isScalar(node)) return undefined;
  return node.type === 'QUOTE_DOUBLE' ? '"' : node.type === 'QUOTE_SINGLE' ? "'" : undefined;
}

interface Leaf {
  readonly at: string;
  readonly value: unknown;
  readonly offset: number;
}

function leaves(node: ParsedNode | null, path: readonly string[] = []): Leaf[] {
  if (isMap(node)) {
    return node.items.flatMap((pair) => {
      const key = isScalar(pair.key) ? String(pair.key.value) : '?';
      return leaves(pair.value, [...path, key]);
    });
  }
  const value: unknown = isScalar(node) ? node.value : isSeq(node) ? textsOf(node) : undefined;
  return node === null || value === null ? [] : [{ at: path.join('.'), value, offset: node.range[0] }];
}

/** An alias or a nested list becomes something that no setting accepts. */
function textsOf(node: YAMLSeq.Parsed): unknown[] {
  return node.items.map((item) => (isScalar(item) ? item.value : undefined));
}
