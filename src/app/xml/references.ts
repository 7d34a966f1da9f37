// SPDX-License-Identifier: MIT
import { limits } from '../limits.js';
import type { Doctype } from './doctype.js';
import { isXmlCharacter, reference } from './lexemes.js';
import { stop, type XmlFault } from './xml-fault.js';

/** A use of an entity of the document's own. */
export interface EntityUse {
  readonly name: string;
  /** offset of the `&` */
  readonly start: number;
}

const predefined: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
const everyReference = new RegExp(reference, 'g');
const blankOrReference = new RegExp(`${reference.source}|\\r\\n|[\\t\\r\\n]|&`, 'g');

/** What `&…;` stands for. Expansion is bounded, and only attributes get it: in the content, entities stay what they are. */
export class References {
  doctype: Doctype | undefined;
  /** entities that are nowhere declared */
  readonly faults: XmlFault[] = [];
  readonly inAttributes: EntityUse[] = [];
  #expanded = 0;

  /** Value of an attribute, written as `raw` at the offset `start`: its blanks are spaces, its references expanded. */
  attributeValue(raw: string, start: number): string {
    const less = raw.indexOf('<');
    if (less >= 0) stop(start + less, 'A “<” stands in an attribute.', 'Write &lt; instead.');
    if (!/[&\t\r\n]/.test(raw)) return raw;
    // Only literal blanks become spaces: those of references and of entities' texts stay what they are.
    return raw.replace(blankOrReference, (whole, name: string | undefined, offset: number) => {
      const at = start + offset;
      if (whole === '&') stop(at, 'A “&” stands where no entity begins.', 'Write &amp; instead.');
      if (name === undefined) return ' ';
      const character = this.character(name, at);
      if (character !== undefined) return character;
      this.inAttributes.push({ name, start: at });
      return this.#expand(name, at, 0);
    });
  }

  /** Text of a character reference, or of the five entities that XML knows. */
  character(name: string, start: number): string | undefined {
    if (!name.startsWith('#')) return predefined.get(name);
    const code = name.startsWith('#x') ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    if (!isXmlCharacter(code)) stop(start, `&${name}; is no character of XML.`, 'Remove it.');
    return String.fromCodePoint(code);
  }

  /** An entity that is nowhere declared is a fault, except where something that nobody has read might declare it. */
  mustBeDeclared(name: string, start: number): void {
    if (this.doctype?.entities.has(name) || this.doctype?.external) return;
    this.faults.push({
      message: `&${name}; is not declared: XML knows only &amp; &lt; &gt; &quot; and &apos; by name.`,
      fix: `Write ${name === 'nbsp' ? '&#160;' : 'the character itself'} instead.`,
      start,
    });
  }

  #expand(name: string, start: number, depth: number): string {
    if (depth > limits.entityDepth) {
      stop(start, `The entity &${name}; refers to itself.`, 'Write its text instead of it.');
    }
    const value = this.doctype?.entities.get(name);
    if (value === undefined) {
      this.mustBeDeclared(name, start);
      return '';
    }
    this.#expanded += value.length;
    if (this.#expanded > limits.entityExpansion) {
      stop(
        this.doctype?.start ?? start,
        'The entities of the <!DOCTYPE …> expand too far.',
        'Remove the <!DOCTYPE …> and write the texts themselves.',
      );
    }
    return value.replace(
      everyReference,
      (_whole, inner: string) => predefined.get(inner) ?? this.#expand(inner, start, depth + 1),
    );
  }
}
