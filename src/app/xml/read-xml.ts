// SPDX-License-Identifier: MIT
import { limits } from '../limits.js';
import { isXmlCharacter, readDoctype, type Doctype } from './doctype.js';
import type { XmlAttribute, XmlElement, XmlEntity, XmlNode } from './tree.js';
import { stop, XmlStop, type XmlFault } from './xml-fault.js';

export interface XmlReading {
  /** undefined where a fault kept the reader from the end of the document */
  readonly root: XmlElement | undefined;
  readonly doctype: Doctype | undefined;
  /** why the document is not well-formed; the judge may know of more */
  readonly faults: readonly XmlFault[];
  /** how far the text was read */
  readonly end: number;
  /** every `&name;` in the content, the five that XML knows left aside */
  readonly entities: readonly XmlEntity[];
  /** every `&name;` of the document's own in an attribute */
  readonly attributeEntities: readonly { readonly name: string; readonly start: number }[];
}

/** What a parser may answer to blanks between elements; see `isIgnorable`. */
type Space = 'unset' | 'default' | 'preserve' | 'mixed';

interface OpenElement {
  readonly node: XmlElement & { readonly children: XmlNode[] };
  readonly scope: ReadonlyMap<string, string>;
  space: Space;
}

const predefined: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
const xmlScope: ReadonlyMap<string, string> = new Map([
  ['', ''],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
  ['xmlns', 'http://www.w3.org/2000/xmlns/'],
]);
const nameStart =
  ':A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}-\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
const nameMore = '-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}';
// eslint-disable-next-line no-misleading-character-class -- the ranges of XML 1.0, productions 4 and 4a
const namePattern = new RegExp(`[${nameStart}][${nameMore}${nameStart}]*`, 'uy');
const blanks = /[ \t\r\n]*/y;
const reference = /&(#x[0-9a-fA-F]{1,8}|#[0-9]{1,10}|[^\s&;<#"'][^\s&;<"']*);/;
const everyReference = new RegExp(reference, 'g');
const blankOrReference = new RegExp(`${reference.source}|\\r\\n|[\\t\\r\\n]|&`, 'g');
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/**
 * Reads an XML document into a tree with positions, as lxml reads it for the store: entities stay unexpanded in the
 * content, comments vanish, and blanks go where libxml2 ignores them.
 *
 * It does not decide what is well-formed, libxml2 does; but where it stops, the document is not. A reader of ours,
 * because no parser in the registry keeps entity references as nodes, tells positions of attributes and drops blanks
 * by libxml2's rules, and each of these changes the store's verdict.
 */
export function readXml(text: string): XmlReading {
  return new XmlReader(text).read();
}

class XmlReader {
  #at = 0;
  #root: XmlElement | undefined;
  #doctype: Doctype | undefined;
  #expanded = 0;
  /** offset of the next `&`, found once for all texts before it */
  #ampersand = -1;
  readonly #open: OpenElement[] = [];
  readonly #faults: XmlFault[] = [];
  readonly #entities: XmlEntity[] = [];
  readonly #attributeEntities: { name: string; start: number }[] = [];

  constructor(readonly text: string) {}

  read(): XmlReading {
    let complete = false;
    try {
      this.#document();
      complete = true;
    } catch (error) {
      if (!(error instanceof XmlStop)) throw error;
      this.#faults.push(error.fault);
    }
    return {
      root: complete ? this.#root : undefined,
      doctype: this.#doctype,
      faults: this.#faults,
      end: this.#at,
      entities: this.#entities,
      attributeEntities: this.#attributeEntities,
    };
  }

  #document(): void {
    const { text } = this;
    const bad = forbidden.exec(text);
    if (bad) {
      const code = (bad[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      stop(bad.index, `The character U+${code} cannot stand in XML.`, 'Remove the character.');
    }
    while (this.#at < text.length) {
      const lower = text.indexOf('<', this.#at);
      this.#characters(lower < 0 ? text.length : lower);
      if (lower < 0) break;
      this.#markup();
    }
    const unclosed = this.#open.at(-1)?.node;
    if (unclosed) stop(unclosed.start, `<${unclosed.name}> is not closed.`, `Add </${unclosed.name}> where it ends.`);
    if (!this.#root)
      stop(0, 'The file has no root element.', 'Write the app’s metadata into it, beginning with <info>.');
  }

  #markup(): void {
    const { text } = this;
    const start = this.#at;
    if (text.startsWith('<!--', start)) this.#skip('-->', 4, 'comment', '-->');
    else if (text.startsWith('<?', start)) this.#instruction();
    else if (text.startsWith('<![CDATA[', start) && this.#open.length > 0) this.#cdata();
    else if (text.startsWith('</', start)) this.#endTag();
    else if (text.startsWith('<!DOCTYPE', start) && !this.#root && !this.#doctype) {
      this.#doctype = readDoctype(text, start);
      this.#at = this.#doctype.end;
    } else this.#startTag();
  }

  /** Moves behind `closing`, and returns what stands before it. */
  #skip(closing: string, opening: number, what: string, add: string): string {
    const from = this.#at + opening;
    const end = this.text.indexOf(closing, from);
    if (end < 0) stop(this.#at, `The ${what} does not end.`, `Add ${add} where it ends.`);
    this.#at = end + closing.length;
    return this.text.slice(from, end);
  }

  #instruction(): void {
    const start = this.#at;
    const content = this.#skip('?>', 2, 'processing instruction', '?>');
    if (/^xml[ \t\r\n]/i.test(content) && start > 0) {
      stop(
        start,
        'The XML declaration does not stand at the very beginning.',
        'Remove everything before <?xml, blank lines too.',
      );
    }
    this.#open.at(-1)?.node.children.push({ kind: 'instruction' });
  }

  #cdata(): void {
    this.#addText(this.#skip(']]>', 9, 'CDATA section', ']]>').replace(/\r\n?/g, '\n'));
  }

  #startTag(): void {
    const start = this.#at;
    const name = this.#name(start + 1);
    if (!name) stop(start, 'A “<” stands where no tag begins.', 'Write &lt; for the character itself.');
    if (this.#root && this.#open.length === 0) {
      stop(start, `<${name}> stands behind the end of the root element.`, 'Keep exactly one root element.');
    }
    if (this.#open.length >= limits.depth) {
      stop(start, `Elements are nested more than ${limits.depth} deep.`, 'Nest them less deeply.');
    }
    this.#at = start + 1 + name.length;
    const written = this.#attributes(name);
    const empty = this.text[this.#at] === '/';
    const tagEnd = this.#at + (empty ? 1 : 0);
    if (this.text[tagEnd] !== '>') stop(start, `The tag <${name}> does not end.`, 'Add the missing “>”.');
    this.#at = tagEnd + 1;
    this.#openElement(name, written, start, tagEnd);
    if (empty) this.#open.pop();
  }

  #openElement(name: string, written: readonly Omit<XmlAttribute, 'uri'>[], start: number, tagEnd: number): void {
    const parent = this.#open.at(-1);
    const scope = scopeOf(written, parent?.scope ?? xmlScope);
    const resolve = (qualified: string, at: number, fallback: string): string => {
      const colon = qualified.indexOf(':');
      if (colon < 0) return fallback;
      const uri = scope.get(qualified.slice(0, colon));
      if (!uri || !/^[^:]+:[^:]+$/.test(qualified)) {
        stop(
          at,
          `The prefix of “${qualified}” is not declared.`,
          `Remove the prefix “${qualified.slice(0, colon + 1)}”.`,
        );
      }
      return uri;
    };
    const node = {
      kind: 'element' as const,
      name,
      local: name.slice(name.indexOf(':') + 1),
      uri: resolve(name, start, scope.get('') ?? ''),
      attributes: written.map((attribute) => ({ ...attribute, uri: resolve(attribute.name, attribute.start, '') })),
      children: [] as XmlNode[],
      start,
      tagEnd,
      parent: parent?.node,
    };
    const preserve = written.find((attribute) => attribute.name === 'xml:space')?.value;
    const inherited = parent?.space === 'mixed' ? 'unset' : (parent?.space ?? 'unset');
    const space = preserve === 'preserve' || preserve === 'default' ? preserve : inherited;
    parent?.node.children.push(node);
    this.#root ??= node;
    this.#open.push({ node, scope, space });
  }

  #endTag(): void {
    const start = this.#at;
    const name = this.#name(start + 2);
    const open = this.#open.pop()?.node;
    const close = this.#blanks(start + 2 + name.length);
    if (open?.name !== name || this.text[close] !== '>') {
      const expected = open ? `</${open.name}> was expected` : 'nothing is open';
      stop(
        start,
        `</${name}> stands here, but ${expected}.`,
        'Close the elements in the order in which they were opened.',
      );
    }
    this.#at = close + 1;
  }

  #attributes(element: string): Omit<XmlAttribute, 'uri'>[] {
    const { text } = this;
    const attributes: Omit<XmlAttribute, 'uri'>[] = [];
    const seen = new Set<string>();
    for (;;) {
      const start = this.#blanks(this.#at);
      const parted = start > this.#at;
      const name = this.#name(start);
      if (!name) {
        this.#at = start;
        return attributes;
      }
      const equals = this.#blanks(start + name.length);
      const quoteAt = text[equals] === '=' ? this.#blanks(equals + 1) : equals;
      const quote = text[quoteAt];
      const end = quote === '"' || quote === "'" ? text.indexOf(quote, quoteAt + 1) : -1;
      if (!parted || end < 0) {
        stop(
          start,
          `The attribute ${name} of <${element}> is not written as name="value".`,
          'Put a blank before it and quotes around its value.',
        );
      }
      if (seen.has(name)) stop(start, `<${element}> has the attribute ${name} twice.`, 'Keep one of them.');
      seen.add(name);
      attributes.push({ name, value: this.#attributeValue(quoteAt + 1, end), start });
      this.#at = end + 1;
    }
  }

  #attributeValue(from: number, to: number): string {
    const raw = this.text.slice(from, to);
    const less = raw.indexOf('<');
    if (less >= 0) stop(from + less, 'A “<” stands in an attribute.', 'Write &lt; instead.');
    // Only literal blanks become spaces: those of references and of entities' texts stay what they are.
    return raw.replace(blankOrReference, (whole, name: string | undefined, offset: number) => {
      if (whole === '&') stop(from + offset, 'A “&” stands where no entity begins.', 'Write &amp; instead.');
      return name === undefined ? ' ' : this.#inAttribute(name, from + offset);
    });
  }

  #inAttribute(name: string, start: number): string {
    const character = this.#character(name, start);
    if (character !== undefined) return character;
    this.#attributeEntities.push({ name, start });
    return this.#expand(name, start, 0);
  }

  /** An entity's text, the entities in it expanded: only attributes want it. */
  #expand(name: string, start: number, depth: number): string {
    if (depth > limits.entityDepth)
      stop(start, `The entity &${name}; refers to itself.`, 'Write its text instead of it.');
    const value = this.#doctype?.entities.get(name);
    if (value === undefined) {
      this.#undeclared(name, start);
      return '';
    }
    this.#expanded += value.length;
    if (this.#expanded > limits.entityExpansion) {
      stop(start, 'The entities expand to too much text.', 'Remove the <!DOCTYPE …> and write the texts themselves.');
    }
    return value.replace(
      everyReference,
      (_whole, inner: string) => predefined.get(inner) ?? this.#expand(inner, start, depth + 1),
    );
  }

  #undeclared(name: string, start: number): void {
    if (this.#doctype?.entities.has(name) || this.#doctype?.external) return;
    const known = name === 'nbsp' ? '&#160;' : 'the character itself';
    this.#faults.push({
      message: `&${name}; is not declared: XML knows only &amp; &lt; &gt; &quot; and &apos; by name.`,
      fix: `Write ${known} instead.`,
      start,
    });
  }

  /** Text of the five entities that XML knows, and of character references. */
  #character(name: string, start: number): string | undefined {
    if (!name.startsWith('#')) return predefined.get(name);
    const code = name.startsWith('#x') ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    if (!isXmlCharacter(code)) stop(start, `&${name}; is no character of XML.`, 'Remove it.');
    return String.fromCodePoint(code);
  }

  /** Everything up to the next `<`. */
  #characters(to: number): void {
    const { text } = this;
    while (this.#at < to) {
      const start = this.#at;
      if (this.#open.length === 0) {
        if (this.#blanks(start) < to) {
          stop(this.#blanks(start), 'Text stands outside the root element.', 'Remove it.');
        }
        this.#at = to;
      } else if (text[start] === '&') this.#reference();
      else {
        if (this.#ampersand < start) this.#ampersand = indexOr(text.indexOf('&', start), text.length);
        const end = Math.min(this.#ampersand, to);
        const cdataEnd = text.slice(start, end).indexOf(']]>');
        if (cdataEnd >= 0) stop(start + cdataEnd, '“]]>” stands in the text.', 'Write ]]&gt; instead.');
        this.#literal(start, end);
        this.#at = end;
      }
    }
  }

  #reference(): void {
    const start = this.#at;
    const found = reference.exec(this.text.slice(start, start + 256));
    if (found?.index !== 0)
      stop(start, 'A “&” stands where no entity begins.', 'Write &amp; for the character itself.');
    const name = found[1] ?? '';
    this.#at = start + found[0].length;
    const character = this.#character(name, start);
    if (character !== undefined) {
      this.#addText(character);
      return;
    }
    if (this.#doctype?.entities.has(name) !== true) this.#undeclared(name, start);
    const entity = { kind: 'entity' as const, name, start };
    this.#entities.push(entity);
    this.#open.at(-1)?.node.children.push(entity);
  }

  /**
   * Literal text goes to the tree in the pieces in which libxml2 hands it on, since for each of them it asks again
   * whether it may be ignored: up to a carriage return, and from there on (parser.c, xmlParseCharData).
   */
  #literal(start: number, end: number): void {
    let from = start;
    for (let whole = false; from < end;) {
      const carriageReturn = whole ? -1 : this.text.slice(from, end).indexOf('\r');
      const to = carriageReturn < 0 ? end : from + carriageReturn;
      if (to > from) this.#piece(this.text.slice(from, to).replace(/\r\n?/g, '\n'), to);
      from = to;
      if (carriageReturn < 0) return;
      // Its quick loop goes on behind CRLF and ASCII only; its slow one takes all the rest at once.
      if (this.text[from + 1] === '\n') from++;
      whole = this.text[from] === '\r' || !/[\t\n -\x7f]/.test(this.text[from + 1] ?? '');
    }
  }

  #piece(value: string, next: number): void {
    const open = this.#open.at(-1);
    if (!open || (this.#blanks(0, value) === value.length && this.#isIgnorable(open, next))) return;
    this.#addText(value);
    if (open.space === 'unset') open.space = 'mixed';
  }

  /** libxml2's guess whether blanks are only there for the eye (parser.c, areBlanks); `next` is what follows them. */
  #isIgnorable({ node, space }: OpenElement, next: number): boolean {
    if (space === 'preserve' || space === 'mixed') return false;
    const declared = this.#doctype?.blanksCount.get(node.name);
    if (declared !== undefined) return !declared;
    const following = this.text[next];
    if (following !== '<' && following !== '\r') return false;
    if (node.children.length === 0) return !this.text.startsWith('</', next);
    return node.children.at(-1)?.kind !== 'text' && node.children[0]?.kind !== 'text';
  }

  #addText(value: string): void {
    const children = this.#open.at(-1)?.node.children;
    const last = children?.at(-1);
    if (last?.kind === 'text') children?.splice(-1, 1, { kind: 'text', value: last.value + value });
    else children?.push({ kind: 'text', value });
  }

  #name(at: number): string {
    namePattern.lastIndex = at;
    return namePattern.exec(this.text)?.[0] ?? '';
  }

  /** Offset behind the blanks that begin at `at`. */
  #blanks(at: number, text = this.text): number {
    blanks.lastIndex = at;
    blanks.test(text);
    return blanks.lastIndex;
  }
}

function indexOr(index: number, absent: number): number {
  return index < 0 ? absent : index;
}

function scopeOf(
  attributes: readonly Omit<XmlAttribute, 'uri'>[],
  outer: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const declared = attributes.filter(({ name }) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (declared.length === 0) return outer;
  return new Map([...outer, ...declared.map(({ name, value }) => [name.slice(6), value] as const)]);
}
