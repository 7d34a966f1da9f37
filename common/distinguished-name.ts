// SPDX-License-Identifier: MIT
import { type DerNode, tag } from './der-reader.js';

export interface NameAttribute {
  /** attribute type, dotted decimal */
  readonly type: string;
  /** DER tag of the string type */
  readonly tag: number;
  readonly value: string;
}

const shortNames: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'street',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '1.2.840.113549.1.9.1': 'emailAddress',
  '0.9.2342.19200300.100.1.25': 'DC',
};

/** A distinguished name (RFC 5280 section 4.1.2.4): relative names in order, each a set of attributes. */
export class DistinguishedName {
  /** the whole Name, as it stands in the certificate: names are compared by these bytes */
  readonly der: Uint8Array;
  readonly relativeNames: readonly (readonly NameAttribute[])[];

  constructor(node: DerNode) {
    this.der = node.expect(tag.sequence, 'a name').bytes;
    this.relativeNames = node.children().map((relative) =>
      relative
        .expect(tag.set, 'a relative distinguished name')
        .children()
        .map((attribute) => {
          const [type, value] = attribute.expect(tag.sequence, 'a name attribute').children();
          if (type === undefined || value === undefined) return { type: '', tag: 0, value: '' };
          return { type: type.oid(), tag: value.tag, value: decodeString(value) };
        }),
    );
  }

  get attributes(): readonly NameAttribute[] {
    return this.relativeNames.flat();
  }

  get commonNames(): readonly string[] {
    return this.attributes.filter((attribute) => attribute.type === '2.5.4.3').map((attribute) => attribute.value);
  }

  equals(other: DistinguishedName): boolean {
    return Buffer.compare(this.der, other.der) === 0;
  }

  /** OpenSSL's comma form, e.g. `C=DE, O=Nextcloud GmbH, CN=news`; `+` inside a multi-valued relative name */
  toString(): string {
    return this.relativeNames
      .map((relative) => relative.map(({ type, value }) => `${shortNames[type] ?? type}=${value}`).join(' + '))
      .join(', ');
  }
}

function decodeString(node: DerNode): string {
  const bytes = Buffer.from(node.content);
  switch (node.tag) {
    case tag.bmpString:
      return new TextDecoder('utf-16be').decode(bytes);
    case tag.universalString:
      return Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => {
        const point = bytes.readUInt32BE(at * 4);
        return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
      }).join('');
    case tag.teletexString:
      return bytes.toString('latin1');
    default:
      return bytes.toString('utf8');
  }
}
