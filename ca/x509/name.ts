// SPDX-License-Identifier: MIT
import { oid, printableString, sequence, setOf, utf8String } from '../../common/der-writer.js';

const types = { C: '2.5.4.6', O: '2.5.4.10', CN: '2.5.4.3' } as const;

/**
 * A Name with one attribute in each relative name, in the order given, e.g. `[['C', 'DE'], ['CN', 'news']]`. Texts are
 * UTF8String, as RFC 5280 section 4.1.2.4 wants, and the country PrintableString, as X.520 does.
 */
export function name(attributes: readonly (readonly [keyof typeof types, string])[]): Uint8Array {
  return sequence(
    ...attributes.map(([type, value]) =>
      setOf(sequence(oid(types[type]), type === 'C' ? printableString(value) : utf8String(value))),
    ),
  );
}
