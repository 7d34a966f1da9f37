// SPDX-License-Identifier: MIT
import type { JudgeMessage } from './xml/judge.js';
import { attributeOf, findAttribute, textOf, type XmlElement } from './xml/tree.js';

export type ValueFaultKind =
  | 'empty'
  | 'too-long'
  | 'not-accepted'
  | 'repeated-value'
  | 'attribute-missing'
  | 'attribute-unknown'
  | 'content-not-allowed';

/** What the judge says about the value or the attributes of one element. */
export interface ValueFault {
  readonly kind: ValueFaultKind;
  readonly at: XmlElement;
  /** the attribute that it is about */
  readonly attribute?: string;
  /** longest value, in characters, where it is `too-long` */
  readonly max?: number;
  /** values, where only these are accepted */
  readonly accepted?: readonly string[];
  /** the judge's own words */
  readonly text: string;
}

/**
 * One fault for each value that the judge complains of; it often has several messages about one. What it says about
 * structure is left aside, see `checkStructure`.
 *
 * @param elements the element of each line, as `writeXml` has laid them out
 */
export function valueFaults(
  messages: readonly JudgeMessage[],
  elements: readonly (XmlElement | undefined)[],
): ValueFault[] {
  const faults = new Map<XmlElement, ValueFault[]>();
  for (const { about, line, text } of messages) {
    const at = elements[line - 1];
    const fault = at && about === 'schema' && readFault(text, at);
    if (!fault) continue;
    const same = faults.get(at) ?? [];
    if (!same.some(({ attribute }) => attribute === fault.attribute)) faults.set(at, [...same, fault]);
  }
  return [...faults.values()].flat();
}

const patterns: readonly [RegExp, (found: RegExpExecArray) => Partial<ValueFault> & { kind: ValueFaultKind }][] = [
  [/\[facet 'minLength'\]/, () => ({ kind: 'empty' })],
  [
    /\[facet 'maxLength'\] [^]*allowed maximum length of '(\d+)'/,
    ([, max]) => ({ kind: 'too-long', max: Number(max) }),
  ],
  [
    /\[facet 'enumeration'\] [^]*element of the set \{([^]*)\}/,
    ([, set]) => ({ kind: 'not-accepted', accepted: listOf(set) }),
  ],
  [/\[facet '/, () => ({ kind: 'not-accepted' })],
  [/is not a valid value of the/, () => ({ kind: 'not-accepted' })],
  [
    /^Element '[^']*': The attribute '([^']*)' is required but missing/,
    ([, attribute = '']) => ({ kind: 'attribute-missing', attribute }),
  ],
  [/The attribute '([^']*)' is not allowed/, () => ({ kind: 'attribute-unknown' })],
  [/Duplicate key-sequence/, () => ({ kind: 'repeated-value' })],
  [/(?:Element|Character) content[^]*is not allowed/, () => ({ kind: 'content-not-allowed' })],
];

function readFault(text: string, at: XmlElement): ValueFault | undefined {
  for (const [pattern, read] of patterns) {
    const found = pattern.exec(text);
    if (!found) continue;
    const attribute = /^Element '[^']*', attribute '(?:\{[^}]*\})?([^']*)': /.exec(text)?.[1];
    const fault = {
      at,
      text,
      ...(attribute !== undefined && { attribute: writtenName(at, attribute) }),
      ...read(found),
    };
    return fault.kind === 'not-accepted' && valueOf(fault) === '' ? { ...fault, kind: 'empty' } : fault;
  }
  return undefined;
}

/** The value that a fault is about. */
export function valueOf({ at, attribute }: Pick<ValueFault, 'at' | 'attribute'>): string {
  return attribute === undefined ? textOf(at) : (attributeOf(at, attribute) ?? '');
}

function listOf(set: string | undefined): string[] {
  return (set ?? '').split(', ').map((value) => value.slice(1, -1));
}

/** The judge tells local names; people look for the prefix as well. */
function writtenName(at: XmlElement, local: string): string {
  if (findAttribute(at, local)) return local;
  return at.attributes.find(({ name }) => name.endsWith(`:${local}`))?.name ?? local;
}
