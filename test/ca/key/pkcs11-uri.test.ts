// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AuthorityError } from '../../../ca/authority-error.js';
import { type Pkcs11Attribute, Pkcs11Uri } from '../../../ca/key/pkcs11-uri.js';

const parse = (text: string) => Pkcs11Uri.parse(text);

function refusal(text: string): AuthorityError {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof AuthorityError) return error;
    throw error;
  }
  throw new Error(`not refused: ${text}`);
}

describe('a PKCS#11 URI', () => {
  it('names token, key and library', () => {
    const uri = parse(
      'pkcs11:token=The%20CA%20%231;manufacturer=Snake%20Oil,%20Inc.;model=1.0;serial=0a&b;object=ca-key;type=private;' +
        'id=%69%95%3E%5C%F4%BD%EC%91;slot-id=327;slot-description=Reader%3B;slot-manufacturer=x;library-version=3.1;' +
        'library-manufacturer=y;library-description=z?module-path=/usr/lib/p11.so&module-name=p11&pin-source=file:/etc/pin',
    );
    expect(uri.get('token')).toBe('The CA #1');
    expect(uri.get('manufacturer')).toBe('Snake Oil, Inc.');
    expect(uri.get('serial')).toBe('0a&b');
    expect(uri.get('object')).toBe('ca-key');
    expect(uri.get('slot-description')).toBe('Reader;');
    expect(uri.get('slot-id')).toBe('327');
    expect(uri.get('library-version')).toBe('3.1');
    expect(uri.id?.toString('hex')).toBe('69953e5cf4bdec91');
    expect(uri.get('module-path')).toBe('/usr/lib/p11.so');
    expect(uri.get('module-name')).toBe('p11');
    expect(uri.pinFile).toBe('/etc/pin');
  });

  it('may say nothing: then everything fits', () => {
    const uri = parse('PKCS11:');
    expect([uri.get('token'), uri.id, uri.pinFile]).toEqual([undefined, undefined, undefined]);
  });

  it('passes over what nobody knows in the query (RFC 7512 section 2.5), as often as it stands there', () => {
    expect(parse('pkcs11:token=a?x-vendor=1&x-vendor=2&module-name=b').get('module-name')).toBe('b');
  });

  it.each([
    ['another scheme', 'file:/key', 'begin'],
    ['an attribute of the path that nobody knows', 'pkcs11:token=a;x-vendor=1', '"x-vendor" is unknown'],
    ['one of the query in the path', 'pkcs11:module-name=a', '"module-name" is unknown'],
    ['the name of an inherited property', 'pkcs11:constructor=a', '"constructor" is unknown'],
    ['one twice', 'pkcs11:token=a;token=a', '"token" stands there twice'],
    ['one twice in the query', 'pkcs11:?module-name=a&module-name=b', '"module-name" stands there twice'],
    ['an empty value', 'pkcs11:token=', '"token" is empty'],
    ['a part without =', 'pkcs11:token', 'ATTRIBUTE=VALUE'],
    ['a separator too many', 'pkcs11:token=a;', 'ATTRIBUTE=VALUE'],
    ['an empty query', 'pkcs11:token=a?', 'ATTRIBUTE=VALUE'],
    ['a blank', 'pkcs11:token=My CA', '%20'],
    ['a question mark in the path’s second half', 'pkcs11:token=a?module-name=b;c', 'percent-encoding'],
    ['a fragment', 'pkcs11:token=a#b', 'percent-encoding'],
    ['half an octet', 'pkcs11:id=%1', 'percent-encoding'],
    ['what is no hex', 'pkcs11:id=%zz', 'percent-encoding'],
    ['letters beyond ASCII', 'pkcs11:token=é', 'percent-encoding'],
    ['a line break', 'pkcs11:token=a\n', 'percent-encoding'],
    ['text that is no UTF-8', 'pkcs11:token=%ff', 'UTF-8'],
    ['a NUL in a path', 'pkcs11:?module-path=/lib/a.so%00b', 'control characters'],
    ['a public key', 'pkcs11:type=public', '"private"'],
    ['a slot that is no number', 'pkcs11:slot-id=0x1', 'decimal'],
    ['a slot beyond 64 bits', 'pkcs11:slot-id=18446744073709551616', '64 bits'],
    ['a version that is none', 'pkcs11:library-version=1.2.3', 'MAJOR'],
    ['a version beyond an octet', 'pkcs11:library-version=1.256', '255'],
    ['a relative library', 'pkcs11:?module-path=lib/a.so', 'absolute'],
    ['a path as a name', 'pkcs11:?module-name=../a', 'name of a library'],
    ['a program that tells the PIN', 'pkcs11:?pin-source=|/bin/pin', 'programs are not run'],
    ['a relative PIN file', 'pkcs11:?pin-source=file:pin', 'file:/ABSOLUTE/PATH'],
    ['a PIN file elsewhere', 'pkcs11:?pin-source=file://host/pin', 'file:/ABSOLUTE/PATH'],
    ['a PIN over the network', 'pkcs11:?pin-source=https://host/pin', 'file:/ABSOLUTE/PATH'],
    ['a PIN file with a query', 'pkcs11:?pin-source=file:/pin?a', 'file:/ABSOLUTE/PATH'],
    ['a PIN file with an encoded slash', 'pkcs11:?pin-source=file:/a%252Fb', 'file:/ABSOLUTE/PATH'],
    ['more characters than any has', `pkcs11:token=${'a'.repeat(1000)}`, '1000'],
  ])('is refused with %s', (_, text, why) => {
    expect(refusal(text)).toMatchObject({ code: 'bad-key-uri', outcome: 'unusable' });
    expect(refusal(text).message).toContain(why);
  });

  it('holds no PIN, and what refuses one does not repeat it', () => {
    for (const text of ['pkcs11:token=a?pin-value=987654', 'pkcs11:pin-value=987654', 'pkcs11:?pin-value=98 76 54']) {
      const error = refusal(text);
      expect(error.message).toContain('pin-value');
      expect(JSON.stringify([error.message, error.hint, error.stack])).not.toMatch(/98 ?76/);
    }
  });

  it('gives back whatever was encoded', () => {
    const texts = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 5 })
      .filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text));
    const names = ['token', 'manufacturer', 'serial', 'model', 'object', 'slot-description'] as const;
    const paths = fc.uniqueArray(fc.tuple(fc.constantFrom(...names), texts), { selector: ([name]) => name });
    fc.assert(
      fc.property(paths, fc.uint8Array({ minLength: 1, maxLength: 64 }), texts, fc.boolean(), (path, id, file, all) => {
        const encoded = path.map(([name, text]) => `${name}=${encode(Buffer.from(text), all)}`);
        const module = `module-path=${encode(Buffer.from(`/${file}`), all)}`;
        const written = `pkcs11:${[...encoded, `id=${encode(id, all)}`].join(';')}?${module}`;
        fc.pre(written.length <= 1000);
        const uri = parse(written);
        for (const [name, text] of path) expect(uri.get(name)).toBe(text);
        expect(uri.id).toEqual(Buffer.from(id));
        expect(uri.get('module-path')).toBe(`/${file}`);
      }),
    );
  });

  it('is read or refused with a reason, whatever it is', () => {
    const piece = fc.constantFrom(
      'pkcs11:',
      ';',
      '&',
      '?',
      '=',
      '%',
      '%00',
      '%41',
      'token',
      'id',
      'slot-id',
      'pin-source',
      'file:',
      '/',
      '|',
      '.',
      '9',
      ' ',
      '\n',
      'é',
      '\ud800',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 40 }).map((pieces) => `pkcs11:${pieces.join('')}`),
    );
    fc.assert(
      fc.property(texts, (text) => {
        try {
          const uri = parse(text);
          const all: Pkcs11Attribute[] = ['token', 'slot-id', 'module-path'];
          for (const name of all) expect(['string', 'undefined']).toContain(typeof uri.get(name));
        } catch (error) {
          expect(error).toMatchObject({ code: 'bad-key-uri' });
          expect((error as AuthorityError).hint).not.toBe('');
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** Percent-encoding of everything, or of all but what needs none. */
function encode(octets: Uint8Array, all: boolean): string {
  return [...octets]
    .map((octet) => {
      const letter = String.fromCharCode(octet);
      return !all && /[A-Za-z0-9._~-]/.test(letter) ? letter : `%${octet.toString(16).padStart(2, '0')}`;
    })
    .join('');
}
