// SPDX-License-Identifier: MIT
import { AuthorityError } from '../authority-error.js';
import { type Cryptoki, type Handle, returnValue, tokenFlag } from './cryptoki.js';
import type { Pkcs11Attribute, Pkcs11Uri } from './pkcs11-uri.js';

/** A token in a slot, as it describes itself. */
export interface Token {
  readonly slot: Handle;
  /** e.g. `"ca" (SoftHSM v2, serial 8e0d745886fda27b)` */
  readonly name: string;
  readonly label: string;
  readonly attributes: Readonly<Partial<Record<Pkcs11Attribute, string>>>;
  /** see `tokenFlag` */
  readonly flags: number;
  /** of a PIN, in octets; what is not known is 0 or huge */
  readonly minPinLen: number;
  readonly maxPinLen: number;
}

/**
 * The one token that the URI's attributes fit.
 * @throws AuthorityError `token-absent`, `token-ambiguous`, with the tokens that there are; the library's errors as they come
 */
export function findToken(cryptoki: Cryptoki, uri: Pkcs11Uri): Token {
  const tokens = readTokens(cryptoki);
  const fitting = tokens.filter(({ attributes }) => fits(uri, attributes));
  const [token] = fitting;
  if (token !== undefined && fitting.length === 1) return token;
  const names = (token === undefined ? tokens : fitting)
    .map(({ name }) => name)
    .toSorted()
    .join(', ');
  if (token === undefined) {
    const there = names === '' ? 'There is none at all.' : `There are: ${names}.`;
    throw new AuthorityError('token-absent', `No token fits the key’s URI. ${there}`, {
      hint: 'Plug it in, or correct the URI: pkcs11-tool --module LIBRARY --list-slots shows what there is.',
    });
  }
  throw new AuthorityError('token-ambiguous', `Several tokens fit the key’s URI: ${names}.`, {
    hint: 'Say in the URI which one is meant, e.g. with serial=.',
  });
}

/** How values are compared that can be written in several ways. */
const canonical: Readonly<Partial<Record<Pkcs11Attribute, (text: string) => string>>> = {
  'slot-id': (text) => BigInt(text).toString(),
  'library-version': (text) => {
    const [major, minor] = text.split('.');
    return `${Number(major)}.${Number(minor ?? 0)}`;
  },
};

function fits(uri: Pkcs11Uri, attributes: Token['attributes']): boolean {
  return (Object.entries(attributes) as [Pkcs11Attribute, string][]).every(([name, value]) => {
    const wanted = uri.get(name);
    return wanted === undefined || (canonical[name]?.(wanted) ?? wanted) === value;
  });
}

function readTokens(cryptoki: Cryptoki): Token[] {
  const { manufacturerID, libraryDescription, libraryVersion } = cryptoki.C_GetInfo();
  const library = {
    'library-manufacturer': unpadded(manufacturerID),
    'library-description': unpadded(libraryDescription),
    'library-version': `${libraryVersion.major}.${libraryVersion.minor}`,
  };
  return cryptoki
    .C_GetSlotList(true)
    .flatMap((slot) => readToken(cryptoki, slot))
    .map((token) => ({ ...token, attributes: { ...token.attributes, ...library } }));
}

/** The token of a slot; none where it was pulled out since, or nobody has set it up. */
function readToken(cryptoki: Cryptoki, slot: Handle): Token[] {
  try {
    const place = cryptoki.C_GetSlotInfo(slot);
    const { flags, minPinLen, maxPinLen, ...info } = cryptoki.C_GetTokenInfo(slot);
    if (!(flags & tokenFlag.tokenInitialized)) return [];
    const attributes = {
      token: unpadded(info.label),
      model: unpadded(info.model),
      serial: unpadded(info.serialNumber),
      manufacturer: unpadded(info.manufacturerID),
      'slot-id': slotNumber(slot).toString(),
      'slot-description': unpadded(place.slotDescription),
      'slot-manufacturer': unpadded(place.manufacturerID),
    };
    const { token: label, model, serial } = attributes;
    return [{ slot, name: `"${label}" (${model}, serial ${serial})`, label, attributes, flags, minPinLen, maxPinLen }];
  } catch (error) {
    if (returnValue(error) === 'CKR_TOKEN_NOT_PRESENT') return [];
    throw error;
  }
}

/** Fixed-width fields of the standard are padded with blanks; some libraries pad with zeros. */
function unpadded(text: string): string {
  return text.replace(/[ \0]+$/, '');
}

/** CK_SLOT_ID, an unsigned long of this machine: the addon hands it on as its octets. */
function slotNumber(slot: Handle): bigint {
  return slot.length === 8 ? slot.readBigUInt64LE() : BigInt(slot.readUInt32LE());
}
