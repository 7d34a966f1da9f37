// SPDX-License-Identifier: MIT
import { databaseSchema, infoSchema } from './schema-text.js';
import { readXml } from './xml/read-xml.js';
import { attributeOf, childrenOf, type XmlElement, type XmlNode } from './xml/tree.js';

/** Which children an element has, in which order and how often: the half of the schema that is about structure. */
export interface ContentModel {
  /** undefined: text, nothing or anything at all */
  readonly children: readonly ChildModel[] | undefined;
}

export interface ChildModel {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly model: ContentModel;
}

export type StructureFault =
  | { readonly kind: 'missing'; readonly name: string; readonly at: XmlElement }
  | { readonly kind: 'repeated'; readonly max: number; readonly at: XmlElement }
  | { readonly kind: 'misplaced'; readonly before: string; readonly at: XmlElement }
  | { readonly kind: 'unknown'; readonly expected: readonly string[]; readonly at: XmlElement };

/**
 * Everything wrong with the structure of a normalised document. libxml2 stops looking into an element at the first
 * child that it does not expect, and its "not expected" may mean that another one is missing; people want to know all.
 *
 * @returns the faults, and the document without what is too much or out of place, so that the judge, with a schema
 * that misses nothing, gets to see every value
 */
export function checkStructure(root: XmlElement): { faults: StructureFault[]; mended: XmlElement } {
  const faults: StructureFault[] = [];
  const model = root.local === 'database' ? models().database : models().info;
  return { faults, mended: checkElement(root, model, faults) };
}

function checkElement(element: XmlElement, { children: expected }: ContentModel, faults: StructureFault[]): XmlElement {
  if (!expected) return element;
  const kept = new Map<ChildModel, XmlElement[]>(expected.map((child) => [child, []]));
  let furthest = 0;
  for (const at of childrenOf(element)) {
    const place = expected.findIndex(({ name }) => at.uri === '' && name === at.local);
    const child = expected[place];
    const same = child && kept.get(child);
    if (!child || !same) faults.push({ kind: 'unknown', expected: expected.map(({ name }) => name), at });
    else if (same.length >= child.max) faults.push({ kind: 'repeated', max: child.max, at });
    else {
      if (place < furthest) faults.push({ kind: 'misplaced', before: expected[furthest]?.name ?? '', at });
      furthest = Math.max(furthest, place);
      same.push(checkElement(at, child.model, faults));
    }
  }
  for (const [{ name, min }, found] of kept) {
    if (found.length < min) faults.push({ kind: 'missing', name, at: element });
  }
  const others = element.children.filter((node) => node.kind !== 'element');
  return { ...element, children: [...[...kept.values()].flat(), ...others] satisfies XmlNode[] };
}

let known: { readonly info: ContentModel; readonly database: ContentModel } | undefined;

function models(): { readonly info: ContentModel; readonly database: ContentModel } {
  return (known ??= { info: modelOf(infoSchema), database: modelOf(databaseSchema) });
}

/** Our schemas use sequences of elements only, which is all that is read here. */
function modelOf(schema: string): ContentModel {
  const { root } = readXml(schema);
  if (!root) throw new Error('the embedded schema is not XML');
  const xs = (element: XmlElement | undefined, name: string): XmlElement[] =>
    (element ? childrenOf(element) : []).filter((child) => child.local === name);
  const types = new Map(xs(root, 'complexType').map((type) => [attributeOf(type, 'name'), type]));
  const model = (element: XmlElement): ContentModel => {
    const type = xs(element, 'complexType')[0] ?? types.get(attributeOf(element, 'type'));
    const sequence = xs(type, 'sequence')[0];
    return {
      children:
        sequence &&
        xs(sequence, 'element').map((child) => ({
          name: attributeOf(child, 'name') ?? '',
          min: Number(attributeOf(child, 'minOccurs') ?? 1),
          max: Number((attributeOf(child, 'maxOccurs') ?? '1').replace('unbounded', 'Infinity')),
          model: model(child),
        })),
    };
  };
  const [main] = xs(root, 'element');
  if (!main) throw new Error('the embedded schema declares no element');
  return model(main);
}
