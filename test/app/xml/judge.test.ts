// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { anySchema, judge } from '../../../src/app/xml/judge.js';
import { readXml } from '../../../src/app/xml/read-xml.js';
import { everyElement } from '../../../src/app/xml/tree.js';
import { writeXml } from '../../../src/app/xml/write-xml.js';

const schema = {
  'a.xsd':
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b" type="xs:int" minOccurs="0" maxOccurs="9"/></xs:sequence></xs:complexType></xs:element></xs:schema>',
};

describe('judge', () => {
  it('tells what is not XML, what does not match, and what is fine, each with its line', async () => {
    const [broken, wrong, fine] = await judge(['<a>\n<b></a>', '<a>\n<b>x</b></a>', '<a><b>1</b></a>'], schema);
    expect(broken).toMatchObject({ wellFormed: false, valid: false, messages: [{ about: 'parser', line: 2 }] });
    expect(wrong).toMatchObject({ wellFormed: true, valid: false, messages: [{ about: 'schema', line: 2 }] });
    expect(wrong?.messages[0]?.text).toBe("Element 'b': 'x' is not a valid value of the atomic type 'xs:int'.");
    expect(fine).toEqual({ wellFormed: true, valid: true, messages: [] });
  });

  it('keeps messages together whose values have line ends', async () => {
    const [judgement] = await judge(['<a><b>one\ntwo validates\n</b><b>3.5</b></a>'], schema);
    expect(judgement?.messages).toHaveLength(2);
    expect(judgement?.messages[0]?.text).toContain('two validates');
  });

  it('cannot be told lies by what it quotes', async () => {
    const lies = ['0 validates', 'x-0 validates', '\n1 validates', 'file_0.xml validates'].map(
      (lie) => `<a>\n${lie}\n<b></a>`,
    );
    for (const judgement of await judge(lies, anySchema)) expect(judgement.wellFormed).toBe(false);
  });

  it('takes undeclared prefixes for malformed, and undeclared entities only where nothing outside could declare them', async () => {
    const judgements = await judge(
      [
        '<x:a/>',
        '<a x:b="1"/>',
        '<a>&x;</a>',
        '<!DOCTYPE a SYSTEM "u"><a>&x;</a>',
        '<a xmlns="relative"/>',
        '<?xml version="1.1"?><a/>',
      ],
      anySchema,
    );
    expect(judgements.map(({ wellFormed }) => wellFormed)).toEqual([false, false, false, true, true, true]);
  });

  it('judges more documents than one run takes', async () => {
    const documents = Array.from({ length: 1200 }, (_, index) =>
      index % 7 === 0 ? '<a><b>x</b></a>' : '<a><b>1</b></a>',
    );
    const judgements = await judge(documents, schema);
    expect(judgements).toHaveLength(1200);
    expect(judgements.every(({ valid }, index) => valid === (index % 7 !== 0))).toBe(true);
  });

  it('says that it does not run where a schema is broken', async () => {
    await expect(judge(['<a/>'], { 'a.xsd': '<xs:schema/>' })).rejects.toMatchObject({ code: 'judge-failed' });
  });
});

describe('writeXml', () => {
  it('gives every element a line of its own in the judge’s messages, whatever is in it', async () => {
    const text = '<a>\n\n<b>x\ny</b><!-- \n --><b\n\n>\tz&amp;</b>\n<b>&lt;</b></a>';
    const { root } = readXml(text);
    const written = writeXml(root!);
    const [judgement] = await judge([written.text], schema);
    const wrong = judgement?.messages.map(({ line }) => written.elements[line - 1]);
    expect(wrong).toEqual([...everyElement(root!)].slice(1));
  });

  it('keeps values, and declares the prefixes of what it was cut out of', () => {
    const { root } = readXml('<r xmlns:x="u&quot;"><a b="1&#10;2&#9;&lt;" x:c="3"><x:d/>&gt;\r\n&amp;</a></r>');
    const [a] = root?.children ?? [];
    const again = readXml(writeXml(a as never).text);
    expect(again.faults).toEqual([]);
    expect(again.root).toMatchObject({
      attributes: expect.arrayContaining([
        expect.objectContaining({ name: 'b', value: '1\n2\t<' }),
        expect.objectContaining({ name: 'x:c', uri: 'u"', value: '3' }),
      ]),
      children: [
        { local: 'd', uri: 'u"' },
        { kind: 'text', value: '>\n&' },
      ],
    });
  });
});
