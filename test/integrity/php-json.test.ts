// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { phpJsonString, readPhpJson } from '../../src/integrity/php-json.js';
import { askPhp, hex, itPhp } from './support/php.js';

describe('strings as PHP’s json_encode writes them', () => {
  it.each([
    ['a/b', '"a\\/b"'],
    ['"\\', '"\\"\\\\"'],
    ['\b\f\n\r\t', '"\\b\\f\\n\\r\\t"'],
    ['\u0000\u001f\u000b', '"\\u0000\\u001f\\u000b"'],
    ['\u007f', '"\u007f"'],
    ['é\u2028\uffff', '"\\u00e9\\u2028\\uffff"'],
    ['😀', '"\\ud83d\\ude00"'],
  ])('%j', (text, written) => {
    expect(phpJsonString(text)).toBe(written);
  });

  it('leaves <, >, & and quotes as they are: escaping them broke signatures (owncloud/ocsign#19)', () => {
    expect(phpJsonString("<>&'")).toBe('"<>&\'"');
  });
});

const accepted = [
  '{}',
  '[]',
  ' {"a":1}\n',
  '{"a":1,"a":2}',
  '{"":0}',
  '{"\\u0000a":1}',
  '{"\\ud83d\\ude00":1}',
  '["\\\\ud800"]',
  '{"__proto__":1}',
];
const refused = [
  '',
  'null',
  '"x"',
  '7',
  'true',
  '{',
  '{}x',
  '[1,]',
  "{'a':1}",
  '\ufeff{}',
  '["\\ud800"]',
  '["\\ude00\\ud83d"]',
  '["a\tb"]',
  '[TRUE]',
];
const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

describe('JSON as PHP’s json_decode reads it', () => {
  it.each([...accepted, nested(511)])('takes %j for an array', (text) => {
    expect(typeof readPhpJson(Buffer.from(text))).toBe('object');
  });

  it.each([...refused, nested(512)])('not %j', (text) => {
    expect(readPhpJson(Buffer.from(text)) instanceof Object).toBe(false);
  });

  it('takes the last of equal keys', () => {
    expect(readPhpJson(Buffer.from('{"a":1,"b":2,"a":3}'))).toEqual({ a: 3, b: 2 });
  });

  it('does not take bytes that are no UTF-8', () => {
    expect(readPhpJson(Buffer.from([...Buffer.from('["'), 0xff, ...Buffer.from('"]')]))).toBeUndefined();
    expect(readPhpJson(Buffer.from([...Buffer.from('["'), 0xed, 0xa0, 0x80, ...Buffer.from('"]')]))).toBeUndefined();
  });

  itPhp('is of one mind with PHP about what is an array', () => {
    const bytes = fc.oneof(
      fc.json().map((text) => Buffer.from(text)),
      fc
        .array(fc.constantFrom(...Array.from('{}[]:,"\\ud83e01-. \n'), '\\ud83d', '\\ude00', '"a"'), { maxLength: 12 })
        .map((text) => Buffer.from(text.join(''))),
      fc.uint8Array({ maxLength: 6 }).map((raw) => Buffer.concat([Buffer.from('["'), raw, Buffer.from('"]')])),
    );
    fc.assert(
      fc.property(fc.array(bytes, { minLength: 400, maxLength: 400 }), (batch) => {
        const all = [...batch, ...[...accepted, ...refused, nested(511), nested(512)].map((text) => Buffer.from(text))];
        const answers = askPhp(all.map((text) => ({ ask: 'is-json-array', text: hex(text) })));
        expect(all.map((text) => [hex(text), readPhpJson(text) instanceof Object])).toEqual(
          all.map((text, index) => [hex(text), answers[index]]),
        );
      }),
      { numRuns: 8 },
    );
  });
});
