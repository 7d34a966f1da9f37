// SPDX-License-Identifier: MIT

/** One attribute; namespace declarations are attributes too. */
export interface XmlAttribute {
  /** as written, e.g. `xsi:schemaLocation` */
  readonly name: string;
  /** '' where the attribute is in no namespace */
  readonly uri: string;
  /** normalised as XML wants it, entities expanded */
  readonly value: string;
  /** offset of the name in the text */
  readonly start: number;
}

export interface XmlElement {
  readonly kind: 'element';
  /** as written, e.g. `x:name` */
  readonly name: string;
  /** without the prefix */
  readonly local: string;
  /** '' where the element is in no namespace */
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
  /** offset of `<` in the text */
  readonly start: number;
  /** offset of the `>` that ends the start tag: libxml2 counts an element's line there */
  readonly tagEnd: number;
  readonly parent: XmlElement | undefined;
}

export interface XmlText {
  readonly kind: 'text';
  readonly value: string;
}

/** `&name;` in the content: the store refuses every one of them. */
export interface XmlEntity {
  readonly kind: 'entity';
  readonly name: string;
  readonly start: number;
}

/** Its content plays no part, but its place does: it parts the text around it. */
export interface XmlInstruction {
  readonly kind: 'instruction';
}

export type XmlNode = XmlElement | XmlText | XmlEntity | XmlInstruction;

/** Child elements in no namespace, of one name, or of any. */
export function childrenOf(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter(
    (node): node is XmlElement =>
      node.kind === 'element' && (name === undefined || (node.uri === '' && node.local === name)),
  );
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find(
    (node): node is XmlElement => node.kind === 'element' && node.uri === '' && node.local === name,
  );
}

/** All text inside, however deep: the string value of XPath. */
export function textOf(node: XmlNode): string {
  if (node.kind === 'text') return node.value;
  if (node.kind !== 'element') return '';
  return node.children.map(textOf).join('');
}

/** Value of an attribute that is in no namespace. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  return findAttribute(element, name)?.value;
}

export function findAttribute(element: XmlElement, name: string): XmlAttribute | undefined {
  return element.attributes.find((attribute) => attribute.name === name && attribute.uri === '');
}

/** The element and every element inside it, in the order of the document. */
export function* everyElement(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) if (child.kind === 'element') yield* everyElement(child);
}
