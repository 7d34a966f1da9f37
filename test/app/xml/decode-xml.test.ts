// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { decodeXml, firstBadLine } from '../../../src/app/xml/decode-xml.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const declared = (name: string, text = 'é'): Uint8Array =>
  bytes(`<?xml version="1.0" encoding="${name}"?><a>${text}</a>`);

describe('an encoding other than UTF-8', () => {
  it.each(['UTF-8', 'utf-8', 'UTF8'])('%s is UTF-8', (name) => {
    expect(decodeXml(declared(name))).toMatchObject({ text: expect.stringContaining('<a>é</a>') });
    expect(decodeXml(declared(name))?.declared).toBeUndefined();
  });

  it.each([
    ['ISO-8859-1', 'Ã©'],
    ['latin1', 'Ã©'],
    ['windows-1252', 'Ã©'],
    ['Shift_JIS', 'ﾃｩ'],
  ])('%s garbles letters beyond ASCII, as it does in the store', (name, garbled) => {
    const decoded = decodeXml(declared(name));
    expect(decoded?.text).toContain(`<a>${garbled}</a>`);
    expect(decoded?.utf8).toContain(`encoding="UTF-8"?><a>${garbled}</a>`);
    expect(decoded?.declared).toEqual({ name, start: 30 });
  });

  it('ISO-8859-1 has control characters where windows-1252 has letters', () => {
    expect(decodeXml(declared('ISO-8859-1', '€'))?.text).toContain('â\u0082¬');
  });

  it.each(['UTF-16', 'UCS-4', 'klingon', 'us-ascii'])('%s is left for the judge to refuse', (name) => {
    const decoded = decodeXml(declared(name));
    expect(decoded?.utf8).toContain(`encoding="${name}"`);
  });

  it('ASCII is fine where there is nothing else', () => {
    expect(decodeXml(declared('us-ascii', 'e'))?.utf8).toContain('encoding="UTF-8"?><a>e</a>');
  });

  it('is not listened to behind a byte order mark', () => {
    const decoded = decodeXml(bytes('\uFEFF<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>'));
    expect(decoded?.text).toMatch(/^<\?xml .*<a>é<\/a>$/);
    expect(decoded?.utf8).toContain('encoding="UTF-8"');
  });
});

describe('bytes that are not UTF-8', () => {
  const broken = Buffer.from('<a>\nfine é\nbr\xffken\n</a>', 'latin1');

  it('cannot be read, and the line is known', () => {
    expect(decodeXml(broken)).toBeUndefined();
    expect(firstBadLine(Buffer.concat([Buffer.from('1\n2 é\n'), Buffer.from([0x33, 0xff])]))).toBe(3);
  });

  it.each([
    ['UTF-16 with a byte order mark', Buffer.from('\uFEFF<a/>', 'utf16le')],
    ['a surrogate', Buffer.from([0xed, 0xa0, 0x80])],
    ['an overlong form', Buffer.from([0xc0, 0xbc])],
    ['a cut-off letter', Buffer.from([0x3c, 0xc3])],
  ])('%s', (_what, content) => {
    expect(decodeXml(content)).toBeUndefined();
  });
});
