// SPDX-License-Identifier: MIT
import { limits } from '../limits.js';
import { textOf, type XmlElement, type XmlNode } from './tree.js';

/** Elements whose pattern repeats itself, such as `[a-z]+[a-z0-9_]*[a-z0-9]+`: libxml2 tries every way to share a value out. */
const costly: ReadonlySet<string> = new Set(['id', 'user', 'admin', 'developer']);

/**
 * A copy for the judge that it cannot be kept busy with: few children of one name, few attributes, no endless value
 * where the pattern is costly. Such a value is still longer than it may be, so it is still refused.
 *
 * @returns `cut` where children or attributes were left out: where the copy is good, the whole has still to be judged
 */
export function boundXml(root: XmlElement): { root: XmlElement; cut: boolean } {
  if (isSmall(root)) return { root, cut: false };
  let cut = false;
  const bound = (element: XmlElement): XmlElement => {
    const counts = new Map<string, number>();
    const children = element.children.filter((child) => {
      if (child.kind !== 'element') return true;
      const count = (counts.get(child.name) ?? 0) + 1;
      counts.set(child.name, count);
      return count <= limits.judgedRepeats;
    });
    const attributes = element.attributes.slice(0, limits.judgedRepeats);
    cut ||= children.length < element.children.length || attributes.length < element.attributes.length;
    return {
      ...element,
      attributes,
      children: boundValue(
        element,
        children.map((child) => (child.kind === 'element' ? bound(child) : child)),
      ),
    };
  };
  return { root: bound(root), cut };
}

function isSmall(element: XmlElement): boolean {
  return (
    element.children.length <= limits.judgedRepeats &&
    element.attributes.length <= limits.judgedRepeats &&
    boundValue(element, element.children) === element.children &&
    element.children.every((child) => child.kind !== 'element' || isSmall(child))
  );
}

/** The whole, with nothing left out but the ends of costly values. */
export function boundValues(root: XmlElement): XmlElement {
  const children = root.children.map((child) => (child.kind === 'element' ? boundValues(child) : child));
  return { ...root, children: boundValue(root, children) };
}

function boundValue(element: XmlElement, children: readonly XmlNode[]): readonly XmlNode[] {
  if (!costly.has(element.local) || children.some(({ kind }) => kind !== 'text')) return children;
  const value = children.map(textOf).join('');
  return value.length > limits.judgedValue ? [{ kind: 'text', value: value.slice(0, limits.judgedValue) }] : children;
}
