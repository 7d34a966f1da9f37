// SPDX-License-Identifier: MIT
import { fileURLToPath } from 'node:url';
import { AuthorityError } from '../authority-error.js';

/** What a value must be: a test of its text, where it is UTF-8 without control characters, and the same in words. */
interface Form {
  readonly words: string;
  fits(text: string): boolean;
}

const anyText: Form = { words: 'a text', fits: () => true };

const pathAttributes = {
  token: anyText,
  manufacturer: anyText,
  serial: anyText,
  model: anyText,
  object: anyText,
  type: { words: '"private", the key that signs', fits: (text) => text === 'private' },
  'slot-id': { words: 'a decimal number of at most 64 bits', fits: (text) => isNumber(text, 2n ** 64n) },
  'slot-description': anyText,
  'slot-manufacturer': anyText,
  'library-manufacturer': anyText,
  'library-description': anyText,
  'library-version': {
    words: 'MAJOR or MAJOR.MINOR, each at most 255',
    fits: (text) => text.split('.').length <= 2 && text.split('.').every((part) => isNumber(part, 256n)),
  },
} satisfies Record<string, Form>;

const queryAttributes = {
  'module-path': { words: 'an absolute path', fits: (text) => /^(?:\/|[A-Za-z]:[\\/])/.test(text) },
  'module-name': {
    words: 'the name of a library, without its folder, "lib" and ".so"',
    fits: (text) => /^[A-Za-z0-9][\w.+-]*$/.test(text),
  },
  'pin-source': {
    words: 'file:/ABSOLUTE/PATH; programs are not run for a PIN',
    fits: (text) => pathOfFileUrl(text) !== undefined,
  },
} satisfies Record<string, Form>;

/** CKA_ID: octets, not text */
const keyId = 'id';

export type Pkcs11Attribute = keyof typeof pathAttributes | keyof typeof queryAttributes;

/** Far more than any has: labels are 32 octets, and a line of `ca.yml` is no longer. */
const maxLength = 1000;

/** RFC 7512 section 2.3: what may stand in a value as it is */
const pathValue = /^(?:[\w.~:[\]@!$'()*+,=&-]|%[0-9A-Fa-f]{2})*$/;
const queryValue = /^(?:[\w.~:[\]@!$'()*+,=/?|-]|%[0-9A-Fa-f]{2})*$/;

const example = 'pkcs11:token=ca;object=ca-key;id=%01?module-path=/usr/lib/softhsm/libsofthsm2.so';

/** Which key of which token, and whose library knows it (RFC 7512). There is no secret in it. */
export class Pkcs11Uri {
  private constructor(
    readonly text: string,
    private readonly values: ReadonlyMap<string, Buffer>,
  ) {}

  /** True for what means to be such a URI, and not the name of a file. */
  static isMeant(text: string): boolean {
    return /^pkcs11:/i.test(text);
  }

  /**
   * Reads a URI strictly: only the characters that the RFC allows, every attribute once and with a value. An attribute of
   * the path that nobody knows can match no key (section 2.5) and is refused; one of the query is passed over.
   * @param where what the URI is called in messages
   * @throws AuthorityError `bad-key-uri`; a PIN that was in it is not repeated
   */
  static parse(text: string, where = 'The key’s URI'): Pkcs11Uri {
    if (text.length > maxLength) throw bad(where, `it has more than ${maxLength} characters`);
    if (!Pkcs11Uri.isMeant(text)) throw bad(where, 'it does not begin with "pkcs11:"');
    const [, path = '', query] = /^pkcs11:([^?]*)(?:\?(.*))?$/is.exec(text) ?? [];
    const parts = {
      path: path === '' ? [] : path.split(';').map((part) => readPart(part, pathValue, where)),
      query: query === undefined ? [] : query.split('&').map((part) => readPart(part, queryValue, where)),
    };
    const stranger = parts.path.find(([name]) => name !== keyId && !Object.hasOwn(pathAttributes, name));
    if (stranger !== undefined) throw bad(where, `"${stranger[0]}" is unknown, so no key can be meant`);
    const known = [...parts.path, ...parts.query.filter(([name]) => Object.hasOwn(queryAttributes, name))];
    const values = new Map<string, Buffer>();
    for (const [name, value] of known) {
      if (values.has(name)) throw bad(where, `"${name}" stands there twice`);
      refuseUnfit(name, value, where);
      values.set(name, value);
    }
    return new Pkcs11Uri(text, values);
  }

  /** The text of an attribute, or undefined where anything matches. */
  get(name: Pkcs11Attribute): string | undefined {
    return this.values.get(name)?.toString('utf8');
  }

  /** CKA_ID of the key */
  get id(): Buffer | undefined {
    return this.values.get(keyId);
  }

  /** absolute path of a file with the PIN */
  get pinFile(): string | undefined {
    return pathOfFileUrl(this.get('pin-source') ?? '');
  }
}

function readPart(part: string, allowed: RegExp, where: string): [name: string, value: Buffer] {
  const [, name = '', raw = ''] = /^([\w-]+)=(.*)$/s.exec(part) ?? [];
  if (name === '') throw bad(where, 'a part of it is not ATTRIBUTE=VALUE');
  if (name === 'pin-value') {
    throw bad(
      where,
      'a PIN in a file that others review is none (pin-value)',
      'Take it out, change the PIN, and give it with --passphrase-file, --passphrase-fd or pin-source=file:/PATH.',
    );
  }
  if (!allowed.test(raw)) throw bad(where, `"${name}" has characters that need percent-encoding, e.g. a blank as %20`);
  if (raw === '') throw bad(where, `"${name}" is empty`);
  return [name, percentDecode(raw)];
}

function refuseUnfit(name: string, value: Buffer, where: string): void {
  if (name === keyId) return;
  const forms: Readonly<Record<string, Form>> = { ...pathAttributes, ...queryAttributes };
  const text = value.toString('utf8');
  // eslint-disable-next-line no-control-regex -- a NUL would end a path in C, and no label has the others
  if (!Buffer.from(text).equals(value) || /[\u0000-\u001f\u007f-\u009f]/.test(text))
    throw bad(where, `"${name}" is not UTF-8, or has control characters`);
  const form = forms[name] ?? anyText;
  if (!form.fits(text)) throw bad(where, `"${name}" has to be ${form.words}`);
}

/** Octets, since a CKA_ID need not be text. */
function percentDecode(raw: string): Buffer {
  const octets = raw.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(octets, 'latin1');
}

function isNumber(text: string, limit: bigint): boolean {
  return /^\d{1,20}$/.test(text) && BigInt(text) < limit;
}

function pathOfFileUrl(text: string): string | undefined {
  // "file:pin" would be read as /pin, and what stands behind "?" or "#" be lost
  if (!/^file:(?:\/\/)?\/[^/?#][^?#]*$/.test(text)) return undefined;
  try {
    return fileURLToPath(text);
  } catch {
    return undefined;
  }
}

function bad(where: string, what: string, hint = `Write it as in ${example}.`): AuthorityError {
  return new AuthorityError('bad-key-uri', `${where}: ${what}.`, { hint });
}
