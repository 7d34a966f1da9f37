// SPDX-License-Identifier: MIT
import { childrenOf, type XmlElement } from './xml/tree.js';

type Rebuild = (element: XmlElement) => XmlElement;

/**
 * A database.xml in the store's own order, before it is validated. What the store does not know goes to the end of its
 * parent, where the schema refuses it (appstore: api/v1/release/pre-database.xslt).
 */
export function normaliseDatabase(database: XmlElement): XmlElement {
  return inOrder(['name', 'create', 'overwrite', 'charset', 'table'], { table })(database);
}

/** Elements that have a template of their own; see `templateElements` of info.xml. */
export const databaseTemplates: ReadonlySet<string> = new Set(['table', 'declaration', 'field', 'index']);

const indexField = inOrder(['name', 'sorting']);
const index = inOrder(['name', 'primary', 'unique', 'field'], { field: indexField });
const field = inOrder([
  'name',
  'type',
  'length',
  'unsigned',
  'notnull',
  'autoincrement',
  'default',
  'comments',
  'primary',
  'precision',
  'scale',
]);
const declaration = inOrder(['field', 'index'], { field, index });

/** A name is put first only where a declaration follows it; one behind a declaration stays there and is refused. */
function table(element: XmlElement): XmlElement {
  const children = childrenOf(element);
  const at = (name: string): number[] => children.flatMap((child, place) => (isNamed(child, name) ? [place] : []));
  const declarations = at('declaration');
  const names = (wanted: (place: number) => boolean): XmlElement[] =>
    at('name')
      .filter(wanted)
      .flatMap((place) => children[place] ?? []);
  return rebuilt(element, [
    ...names((place) => place < (declarations.at(-1) ?? -1)),
    ...['create', 'overwrite', 'charset'].flatMap((name) => childrenOf(element, name)),
    ...childrenOf(element, 'declaration').map(declaration),
    ...names((place) => place > (declarations[0] ?? Infinity)),
    ...strangers(element, ['name', 'create', 'overwrite', 'charset', 'declaration']),
  ]);
}

function inOrder(names: readonly string[], rebuild: Readonly<Record<string, Rebuild>> = {}): Rebuild {
  return (element) =>
    rebuilt(element, [
      ...names.flatMap((name) => childrenOf(element, name).map(rebuild[name] ?? ((child) => child))),
      ...strangers(element, names),
    ]);
}

function strangers(element: XmlElement, names: readonly string[]): XmlElement[] {
  return childrenOf(element).filter((child) => !names.some((name) => isNamed(child, name)));
}

function isNamed(element: XmlElement, name: string): boolean {
  return element.uri === '' && element.local === name;
}

function rebuilt(element: XmlElement, children: readonly XmlElement[]): XmlElement {
  return { ...element, name: element.local, attributes: [], children };
}
