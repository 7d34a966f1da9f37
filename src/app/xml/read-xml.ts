// SPDX-License-Identifier: MIT
import { limits } from '../limits.js';
import { readDoctype, type Doctype } from './doctype.js';
import { behindBlanks, forbidden, nameAt, reference } from './lexemes.js';
import { type EntityUse, References } from './references.js';
import { TreeBuilder, type WrittenAttribute } from './tree-builder.js';
import type { XmlElement, XmlEntity } from './tree.js';
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
  readonly attributeEntities: readonly EntityUse[];
}

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
  /** offset of the next `&`, found once for all texts before it */
  #ampersand = -1;
  readonly #tree: TreeBuilder;
  readonly #references = new References();
  readonly #stops: XmlFault[] = [];
  readonly #entities: XmlEntity[] = [];

  constructor(readonly text: string) {
    this.#tree = new TreeBuilder(text);
  }

  read(): XmlReading {
    try {
      this.#document();
    } catch (error) {
      if (!(error instanceof XmlStop)) throw error;
      this.#stops.push(error.fault);
    }
    return {
      root: this.#stops.length === 0 ? this.#tree.root : undefined,
      doctype: this.#tree.doctype,
      faults: [...this.#references.faults, ...this.#stops],
      end: this.#at,
      entities: this.#entities,
      attributeEntities: this.#references.inAttributes,
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
    const unclosed = this.#tree.current;
    if (unclosed) stop(unclosed.start, `<${unclosed.name}> is not closed.`, `Add </${unclosed.name}> where it ends.`);
    if (!this.#tree.root) {
      stop(0, 'The file has no root element.', 'Write the app’s metadata into it, beginning with <info>.');
    }
  }

  #markup(): void {
    const { text } = this;
    const start = this.#at;
    if (text.startsWith('<!--', start)) this.#skip('-->', 4, 'comment');
    else if (text.startsWith('<?', start)) this.#instruction();
    else if (text.startsWith('<![CDATA[', start) && this.#tree.depth > 0) this.#cdata();
    else if (text.startsWith('</', start)) this.#endTag();
    else if (text.startsWith('<!DOCTYPE', start) && !this.#tree.root && !this.#tree.doctype) this.#doctype();
    else this.#startTag();
  }

  /** Moves behind `closing`, and returns what stands before it. */
  #skip(closing: string, opening: number, what: string): string {
    const from = this.#at + opening;
    const end = this.text.indexOf(closing, from);
    if (end < 0) stop(this.#at, `The ${what} does not end.`, `Add ${closing} where it ends.`);
    this.#at = end + closing.length;
    return this.text.slice(from, end);
  }

  #doctype(): void {
    const doctype = readDoctype(this.text, this.#at);
    this.#tree.doctype = doctype;
    this.#references.doctype = doctype;
    this.#at = doctype.end;
  }

  #instruction(): void {
    const start = this.#at;
    const content = this.#skip('?>', 2, 'processing instruction');
    if (/^xml[ \t\r\n]/i.test(content) && start > 0) {
      stop(
        start,
        'The XML declaration does not stand at the very beginning.',
        'Remove everything before <?xml, blank lines too.',
      );
    }
    this.#tree.add({ kind: 'instruction' });
  }

  #cdata(): void {
    this.#tree.addText(this.#skip(']]>', 9, 'CDATA section').replace(/\r\n?/g, '\n'));
  }

  #startTag(): void {
    const start = this.#at;
    const name = nameAt(this.text, start + 1);
    if (!name) stop(start, 'A “<” stands where no tag begins.', 'Write &lt; for the character itself.');
    if (this.#tree.root && this.#tree.depth === 0) {
      stop(start, `<${name}> stands behind the end of the root element.`, 'Keep exactly one root element.');
    }
    if (this.#tree.depth >= limits.depth) {
      stop(start, `Elements are nested more than ${limits.depth} deep.`, 'Nest them less deeply.');
    }
    this.#at = start + 1 + name.length;
    const attributes = this.#attributes(name);
    const empty = this.text[this.#at] === '/';
    const tagEnd = this.#at + (empty ? 1 : 0);
    if (this.text[tagEnd] !== '>') stop(start, `The tag <${name}> does not end.`, 'Add the missing “>”.');
    this.#at = tagEnd + 1;
    this.#tree.open(name, attributes, start, tagEnd);
    if (empty) this.#tree.close();
  }

  #endTag(): void {
    const start = this.#at;
    const name = nameAt(this.text, start + 2);
    const open = this.#tree.close();
    const close = behindBlanks(this.text, start + 2 + name.length);
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

  #attributes(element: string): WrittenAttribute[] {
    const attributes: WrittenAttribute[] = [];
    const seen = new Set<string>();
    for (;;) {
      const start = behindBlanks(this.text, this.#at);
      const name = nameAt(this.text, start);
      if (!name) {
        this.#at = start;
        return attributes;
      }
      const [from, to] = this.#quoted(start + name.length);
      if (start === this.#at || to < 0) {
        stop(
          start,
          `The attribute ${name} of <${element}> is not written as name="value".`,
          'Put a blank before it and quotes around its value.',
        );
      }
      if (seen.has(name)) stop(start, `<${element}> has the attribute ${name} twice.`, 'Keep one of them.');
      seen.add(name);
      attributes.push({ name, value: this.#references.attributeValue(this.text.slice(from, to), from), start });
      this.#at = to + 1;
    }
  }

  /** Offsets of the value in `="value"`, the second one negative where there is none. */
  #quoted(at: number): [number, number] {
    const { text } = this;
    const equals = behindBlanks(text, at);
    const quoteAt = text[equals] === '=' ? behindBlanks(text, equals + 1) : text.length;
    const quote = text[quoteAt];
    return [quoteAt + 1, quote === '"' || quote === "'" ? text.indexOf(quote, quoteAt + 1) : -1];
  }

  /** Everything up to the next `<`. */
  #characters(to: number): void {
    const { text } = this;
    if (this.#tree.depth === 0) {
      const first = behindBlanks(text, this.#at);
      if (first < to) stop(first, 'Text stands outside the root element.', 'Remove it.');
      this.#at = to;
    }
    while (this.#at < to) {
      const start = this.#at;
      if (this.#ampersand < start) {
        const next = text.indexOf('&', start);
        this.#ampersand = next < 0 ? text.length : next;
      }
      const end = Math.min(this.#ampersand, to);
      if (end === start) {
        this.#reference();
        continue;
      }
      const cdataEnd = text.slice(start, end).indexOf(']]>');
      if (cdataEnd >= 0) stop(start + cdataEnd, '“]]>” stands in the text.', 'Write ]]&gt; instead.');
      this.#tree.addLiteral(start, end);
      this.#at = end;
    }
  }

  #reference(): void {
    const start = this.#at;
    const found = reference.exec(this.text.slice(start, start + 256));
    if (found?.index !== 0) {
      stop(start, 'A “&” stands where no entity begins.', 'Write &amp; for the character itself.');
    }
    const name = found[1] ?? '';
    this.#at = start + found[0].length;
    const character = this.#references.character(name, start);
    if (character !== undefined) {
      this.#tree.addText(character);
      return;
    }
    this.#references.mustBeDeclared(name, start);
    const entity = { kind: 'entity' as const, name, start };
    this.#entities.push(entity);
    this.#tree.add(entity);
  }
}
