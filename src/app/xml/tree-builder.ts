// SPDX-License-Identifier: MIT
import type { Doctype } from './doctype.js';
import { behindBlanks } from './lexemes.js';
import type { XmlAttribute, XmlElement, XmlNode } from './tree.js';
import { stop } from './xml-fault.js';

export type WrittenAttribute = Omit<XmlAttribute, 'uri'>;

/** What a parser may answer to blanks between elements; see `isIgnorable`. */
type Space = 'unset' | 'default' | 'preserve' | 'mixed';

interface OpenElement {
  readonly node: XmlElement & { readonly children: XmlNode[] };
  readonly scope: ReadonlyMap<string, string>;
  space: Space;
}

const xmlScope: ReadonlyMap<string, string> = new Map([
  ['', ''],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
  ['xmlns', 'http://www.w3.org/2000/xmlns/'],
]);

/** Puts elements and texts together to a tree: namespaces resolved, and without the blanks that libxml2 ignores. */
export class TreeBuilder {
  root: XmlElement | undefined;
  doctype: Doctype | undefined;
  readonly #open: OpenElement[] = [];

  constructor(readonly text: string) {}

  get depth(): number {
    return this.#open.length;
  }

  /** The innermost element that is open. */
  get current(): XmlElement | undefined {
    return this.#open.at(-1)?.node;
  }

  open(name: string, written: readonly WrittenAttribute[], start: number, tagEnd: number): void {
    const parent = this.#open.at(-1);
    const scope = scopeOf(written, parent?.scope ?? xmlScope);
    const node = {
      kind: 'element' as const,
      name,
      local: name.slice(name.indexOf(':') + 1),
      uri: resolve(scope, name, start, scope.get('') ?? ''),
      attributes: written.map((attribute) => ({
        ...attribute,
        uri: resolve(scope, attribute.name, attribute.start, ''),
      })),
      children: [],
      start,
      tagEnd,
      parent: parent?.node,
    };
    const wanted = written.find((attribute) => attribute.name === 'xml:space')?.value;
    const inherited = parent?.space === 'mixed' ? 'unset' : (parent?.space ?? 'unset');
    const space = wanted === 'preserve' || wanted === 'default' ? wanted : inherited;
    this.add(node);
    this.root ??= node;
    this.#open.push({ node, scope, space });
  }

  close(): XmlElement | undefined {
    return this.#open.pop()?.node;
  }

  add(node: XmlNode): void {
    this.#open.at(-1)?.node.children.push(node);
  }

  /** Text that is kept in any case: from references and CDATA sections. */
  addText(value: string): void {
    const children = this.#open.at(-1)?.node.children;
    const last = children?.at(-1);
    if (last?.kind === 'text') children?.splice(-1, 1, { kind: 'text', value: last.value + value });
    else children?.push({ kind: 'text', value });
  }

  /**
   * Literal text goes to the tree in the pieces in which libxml2 hands it on, since for each of them it asks again
   * whether it may be ignored: up to a carriage return, and from there on (parser.c, xmlParseCharData).
   */
  addLiteral(start: number, end: number): void {
    let from = start;
    for (let whole = false; from < end;) {
      const carriageReturn = whole ? -1 : this.text.slice(from, end).indexOf('\r');
      const to = carriageReturn < 0 ? end : from + carriageReturn;
      if (to > from) this.#addPiece(this.text.slice(from, to).replace(/\r\n?/g, '\n'), to);
      from = to;
      if (carriageReturn < 0) return;
      // Its quick loop goes on behind CRLF and ASCII only; its slow one takes all the rest at once.
      if (this.text[from + 1] === '\n') from++;
      whole = this.text[from] === '\r' || !/[\t\n -\x7f]/.test(this.text[from + 1] ?? '');
    }
  }

  #addPiece(value: string, next: number): void {
    const open = this.#open.at(-1);
    if (!open || (behindBlanks(value, 0) === value.length && this.#isIgnorable(open, next))) return;
    this.addText(value);
    if (open.space === 'unset') open.space = 'mixed';
  }

  /** libxml2's guess whether blanks are only there for the eye (parser.c, areBlanks); `next` is what follows them. */
  #isIgnorable({ node, space }: OpenElement, next: number): boolean {
    if (space === 'preserve' || space === 'mixed') return false;
    const declared = this.doctype?.blanksCount.get(node.name);
    if (declared !== undefined) return !declared;
    const following = this.text[next];
    if (following !== '<' && following !== '\r') return false;
    if (node.children.length === 0) return !this.text.startsWith('</', next);
    return node.children.at(-1)?.kind !== 'text' && node.children[0]?.kind !== 'text';
  }
}

function scopeOf(
  attributes: readonly WrittenAttribute[],
  outer: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const declared = attributes.filter(({ name }) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (declared.length === 0) return outer;
  return new Map([...outer, ...declared.map(({ name, value }) => [name.slice(6), value] as const)]);
}

/** Namespace of a name with a prefix, or `fallback`. */
function resolve(scope: ReadonlyMap<string, string>, name: string, start: number, fallback: string): string {
  const colon = name.indexOf(':');
  if (colon < 0) return fallback;
  const uri = scope.get(name.slice(0, colon));
  if (!uri || !/^[^:]+:[^:]+$/.test(name)) {
    stop(start, `The prefix of “${name}” is not declared.`, `Remove the prefix “${name.slice(0, colon + 1)}”.`);
  }
  return uri;
}
