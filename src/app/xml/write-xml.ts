// SPDX-License-Identifier: MIT
import type { XmlElement, XmlNode } from './tree.js';

/** A document for the judge, and which element it counts on which line. */
export interface WrittenXml {
  readonly text: string;
  /** the element of each line, the first line first; undefined for lines without one */
  readonly elements: readonly (XmlElement | undefined)[];
}

/**
 * Writes a tree so that every line holds the end of exactly one start tag: libxml2 counts an element's line there, so a
 * line number in its messages names one element. Line feeds inside values are written as references.
 *
 * Namespace declarations of elements that the tree no longer has (copied out of their parents) are added where needed.
 */
export function writeXml(root: XmlElement): WrittenXml {
  const elements: XmlElement[] = [];
  const parts: string[] = [];
  const write = (node: XmlNode, declared: ReadonlySet<string>): void => {
    if (node.kind === 'text') parts.push(escape(node.value));
    // A mark in its place: the value is refused anyway, and must not look empty as well.
    if (node.kind === 'entity') parts.push(escape(`&${node.name};`));
    if (node.kind !== 'element') return;
    elements.push(node);
    const { attributes, inner } = declarationsOf(node, declared);
    parts.push('<', node.name, ...attributes, '\n>');
    for (const child of node.children) write(child, inner);
    parts.push('</', node.name, '>');
  };
  write(root, new Set());
  return { text: parts.join(''), elements: [undefined, ...elements] };
}

function declarationsOf(
  node: XmlElement,
  declared: ReadonlySet<string>,
): { attributes: string[]; inner: ReadonlySet<string> } {
  if (node.attributes.length === 0 && !node.name.includes(':')) return { attributes: [], inner: declared };
  const attributes = node.attributes.map(({ name, value }) => ` ${name}="${escape(value)}"`);
  const missing = [node, ...node.attributes]
    .filter(({ name, uri }) => uri !== '' && name.includes(':') && !/^xml(ns)?:/.test(name))
    .map(({ name, uri }) => [`xmlns:${name.slice(0, name.indexOf(':'))}`, uri] as const)
    .filter(([name]) => !declared.has(name) && !node.attributes.some((attribute) => attribute.name === name));
  for (const [name, uri] of new Map(missing)) attributes.push(` ${name}="${escape(uri)}"`);
  const added = [...node.attributes.map(({ name }) => name), ...missing.map(([name]) => name)].filter((name) =>
    name.startsWith('xmlns:'),
  );
  return { attributes, inner: added.length > 0 ? new Set([...declared, ...added]) : declared };
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

function escape(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (character) => escapes[character] ?? character);
}
