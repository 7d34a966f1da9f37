// SPDX-License-Identifier: MIT
import { limits } from '../limits.js';
import { isXmlCharacter } from './lexemes.js';
import { stop } from './xml-fault.js';

/** What a DOCTYPE says, as far as it changes what the store reads. Nothing external is ever loaded. */
export interface Doctype {
  /** offset of `<!DOCTYPE` */
  readonly start: number;
  /** offset behind its `>` */
  readonly end: number;
  /** it refers to something outside: an undeclared entity is then no fault, since it might be declared there */
  readonly external: boolean;
  /**
   * Replacement texts by name, with their character references expanded; undefined for an external entity.
   */
  readonly entities: ReadonlyMap<string, string | undefined>;
  /** whether blanks between the children of an element count, by the element's name */
  readonly blanksCount: ReadonlyMap<string, boolean>;
}

const fix = 'Remove the <!DOCTYPE …>: an app’s XML needs none.';
const head = /^<!DOCTYPE\s+[^\s[>]+\s+(SYSTEM|PUBLIC)\b/;
const entity = /^<!ENTITY\s+(%\s+)?([^\s%]+)\s+(?:"([^"]*)"|'([^']*)'|SYSTEM\s|PUBLIC\s)/;
const element = /^<!ELEMENT\s+(\S+)\s+([^>]*)>$/;

/**
 * Reads the document type declaration that begins at `start`, in one pass: whether it is well-formed is for the judge
 * to say.
 */
export function readDoctype(text: string, start: number): Doctype {
  let subset = '';
  let at = skipTo(text, start + 2, '[');
  if (text[at] === '[') {
    const subsetEnd = endOfSubset(text, at + 1);
    subset = text.slice(at + 1, subsetEnd);
    at = skipTo(text, subsetEnd + 1, '>');
  }
  if (text[at] !== '>') stop(start, 'The <!DOCTYPE does not end.', fix);
  return { start, end: at + 1, ...readSubset(subset, head.test(text.slice(start, start + 1024))) };
}

/** Offset of the first `>` or `wanted` outside quotes, or the length of the text. */
function skipTo(text: string, from: number, wanted: '[' | '>'): number {
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '"' || char === "'") {
      at = text.indexOf(char, at + 1);
      if (at < 0) break;
    } else if (char === '>' || char === wanted) return at;
  }
  return text.length;
}

function endOfSubset(text: string, from: number): number {
  for (const part of partsOf(text, from)) if (part.text === ']') return part.start;
  return text.length;
}

/** Comments and instructions are skipped; what is left are declarations, `%references;` and the closing `]`. */
function* partsOf(text: string, from: number): Generator<{ text: string; start: number }> {
  const next = /[<%\]]/g;
  for (let at = from; ;) {
    next.lastIndex = at;
    const found = next.exec(text);
    if (!found) return;
    const start = found.index;
    const closing = text.startsWith('<!--', start) ? '-->' : text.startsWith('<?', start) ? '?>' : undefined;
    let end: number;
    if (closing) end = text.indexOf(closing, start) + closing.length;
    else if (found[0] === '<') end = skipTo(text, start + 1, '>') + 1;
    else if (found[0] === '%') end = text.indexOf(';', start) + 1;
    else end = start + 1;
    if (end <= start || end > text.length) return;
    if (!closing) yield { text: text.slice(start, end), start };
    at = end;
  }
}

function readSubset(subset: string, external: boolean): Pick<Doctype, 'external' | 'entities' | 'blanksCount'> {
  const entities = new Map<string, string | undefined>();
  const parameters = new Map<string, string | undefined>();
  const blanksCount = new Map<string, boolean>();
  let budget: number = limits.entityExpansion;
  const read = (declarations: string, depth: number): void => {
    for (const part of partsOf(declarations, 0)) {
      if (part.text.startsWith('%')) {
        const value = parameters.get(part.text.slice(1, -1));
        budget -= value?.length ?? 0;
        if (value === undefined || budget < 0 || depth > limits.entityDepth) external = true;
        else read(value, depth + 1);
        continue;
      }
      const [, percent, name, double, single] = entity.exec(part.text) ?? [];
      const table = percent ? parameters : entities;
      const value = double ?? single;
      // The first declaration of a name counts.
      if (name && !table.has(name)) table.set(name, value === undefined ? undefined : expandCharacters(value));
      const [, parent, content = ''] = element.exec(part.text) ?? [];
      // EMPTY counts as mixed in libxml2 (valid.c, xmlIsMixedElement).
      if (parent) blanksCount.set(parent, !content.startsWith('(') || content.includes('#PCDATA'));
    }
  };
  read(subset, 0);
  return { external, entities, blanksCount };
}

/** `&#10;` and `&#xA;`; what is no character at all stays as it is, for the judge to refuse. */
function expandCharacters(text: string): string {
  return text.replace(/&#(?:x([0-9a-fA-F]+)|([0-9]+));/g, (whole, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return isXmlCharacter(code) ? String.fromCodePoint(code) : whole;
  });
}
