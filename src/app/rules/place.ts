// SPDX-License-Identifier: MIT
import type { Violation } from '../../../common/rule.js';
import type { Metadata } from '../metadata.js';
import { versionRange, type VersionRange } from '../version-range.js';
import { firstCharacters } from '../xml/characters.js';
import { attributeOf, findAttribute, type XmlElement } from '../xml/tree.js';

/** A violation at an offset of the file. */
export function at(metadata: Metadata, start: number, violation: Violation = {}): Violation {
  return { ...violation, ...metadata.read?.positions.at(start) };
}

/** A violation at an element, or at one of its attributes where that stands in the file. */
export function atElement(
  metadata: Metadata,
  element: XmlElement,
  violation: Violation = {},
  attribute = '',
): Violation {
  return at(metadata, findAttribute(element, attribute)?.start ?? element.start, violation);
}

/** E.g. `<admin> in <documentation>`; a child of the root stands for itself. */
export function nameOf(element: XmlElement): string {
  const parent = element.parent;
  return parent?.parent ? `<${element.name}> in <${parent.name}>` : `<${element.name}>`;
}

/** A value in a message: short, on one line, in quotes. */
export function quote(value: string): string {
  const line = value.replace(/\s+/g, ' ');
  const short = firstCharacters(line, 60);
  return `“${short}${short.length < line.length ? '…' : ''}”`;
}

const version = /^[0-9]+(\.[0-9]+){0,2}$/;

/** The range of an element's attributes, undefined where one of them is no version. */
export function rangeOf(element: XmlElement): VersionRange | undefined {
  const [min, max] = [attributeOf(element, 'min-version'), attributeOf(element, 'max-version')];
  return version.test(min ?? '0') && version.test(max ?? '0') ? versionRange(min, max) : undefined;
}
