// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { Positions } from '../../../src/app/xml/positions.js';
import { readXml } from '../../../src/app/xml/read-xml.js';
import { attributeOf, type XmlNode } from '../../../src/app/xml/tree.js';

/** A tree in brackets: `a("text", b(), &x;, ?)`. */
function shape(node: XmlNode | undefined): string {
  if (!node) return 'nothing';
  if (node.kind === 'text') return JSON.stringify(node.value);
  if (node.kind === 'entity') return `&${node.name};`;
  if (node.kind === 'instruction') return '?';
  return `${node.name}(${node.children.map(shape).join(', ')})`;
}

describe('blanks, as libxml2 ignores them for lxml (measured with libxml2 2.9.14 and 2.14.6)', () => {
  it.each([
    ['<a> </a>', 'a(" ")'],
    ['<a> <!--c--> </a>', 'a(" ")'],
    ['<a><!--c--> </a>', 'a(" ")'],
    ['<a> <!--c--></a>', 'a()'],
    ['<a> <?p?> </a>', 'a(?)'],
    ['<a> <![CDATA[x]]> </a>', 'a("x ")'],
    ['<a>\r\n  <b/>\r\n</a>', 'a(b())'],
    ['<a>  \r\nfoo</a>', 'a("\\nfoo")'],
    ['<a> \r\né</a>', 'a("\\né")'],
    ['<a> \rfoo</a>', 'a("\\nfoo")'],
    ['<a>\r\n\r\nfoo</a>', 'a("\\n\\nfoo")'],
    ['<a>&#32;</a>', 'a(" ")'],
    ['<a> &amp;</a>', 'a(" &")'],
    ['<a>x <b/> y</a>', 'a("x ", b(), " y")'],
    ['<a> <b/> y</a>', 'a(b(), " y")'],
    ['<a><b/>x<c/> <d/></a>', 'a(b(), "x", c(), " ", d())'],
    ['<a>\n<?p?>\n<b/></a>', 'a(?, b())'],
    ['<a xml:space="preserve"> <b/> </a>', 'a(" ", b(), " ")'],
    ['<!DOCTYPE a [<!ELEMENT a (b)>]><a> </a>', 'a()'],
    ['<!DOCTYPE a [<!ELEMENT a EMPTY>]><a> </a>', 'a(" ")'],
    ['<!DOCTYPE a [<!ELEMENT a ANY>]><a> <b/></a>', 'a(" ", b())'],
  ])('%j', (text, expected) => {
    expect(shape(readXml(text).root)).toBe(expected);
  });
});

describe('text and attributes', () => {
  it.each([
    ['<a>x<![CDATA[<y>&]]>z</a>', 'a("x<y>&z")'],
    ['<a>&lt;&#x41;&#66;&quot;</a>', 'a("<AB\\"")'],
    ['<a>a<!-- b -->c</a>', 'a("ac")'],
    ['<a>a<?b c?>d</a>', 'a("a", ?, "d")'],
    ['\uFEFF<a/>'.slice(1), 'a()'],
    ['<?xml version="1.1"?><!-- c --><a/>\n<?end?>', 'a()'],
  ])('%j', (text, expected) => {
    expect(shape(readXml(text).root)).toBe(expected);
  });

  it.each([
    ["'1\r\n2\t3&#10;4'", '1 2 3\n4'],
    ['"a&amp;&#x20;b"', 'a& b'],
    ['"1&x;2"', '1one two2', '<!ENTITY x "one&y;"><!ENTITY y " two">'],
    ['"&x;"', ' a\nb ', '<!ENTITY x " a&#10;b ">'],
    ['"&x;"', '<', '<!ENTITY x "&#38;lt;">'],
    ['"&x;"', 'first', '<!ENTITY x "first"><!ENTITY x "second">'],
    ['"&x;"', 'inner', `<!-- <!ENTITY x "no"> --><!ENTITY % p "<!ENTITY x 'inner'>">%p;`],
    ['"1&x;2"', '12', '<!ENTITY % p SYSTEM "u">%p;'],
  ])('the attribute %s is %j', (written, expected, subset = '') => {
    const { root, faults } = readXml(`<!DOCTYPE a [${subset}]><a b=${written}/>`);
    expect(faults).toEqual([]);
    expect(root && attributeOf(root, 'b')).toBe(expected);
  });

  it('resolves namespaces', () => {
    const { root } = readXml('<a xmlns:x="u"><x:b/><c xmlns="v"><d/></c><e x:f="1"/></a>');
    const [b, c, e] = root?.children ?? [];
    expect(b).toMatchObject({ local: 'b', uri: 'u' });
    expect(c).toMatchObject({ uri: 'v', children: [{ local: 'd', uri: 'v' }] });
    expect(e).toMatchObject({ uri: '', attributes: [{ name: 'x:f', uri: 'u' }] });
  });
});

describe('positions', () => {
  it('of elements, ends of start tags and attributes, in lines and code points', () => {
    const text = '<a>\r\n  <!-- 😀 --><b\n x="1"\r>😀</b>\n<c/></a>';
    const { root } = readXml(text);
    const positions = new Positions(text);
    const [b, c] = root?.children.filter((node) => node.kind === 'element') ?? [];
    expect(positions.at(b?.start ?? -1)).toEqual({ line: 2, column: 13 });
    expect(positions.at(b?.attributes[0]?.start ?? -1)).toEqual({ line: 3, column: 2 });
    expect(positions.at(b?.tagEnd ?? -1)).toEqual({ line: 4, column: 1 });
    expect(positions.at(c?.start ?? -1)).toEqual({ line: 5, column: 1 });
  });
});

describe('what is not well-formed', () => {
  it.each([
    ['', 'no root element', 1],
    ['text', 'outside the root', 1],
    ['<a>\n<b></a>', '</b> was expected', 2],
    ['<a>\n<b>', '<b> is not closed', 2],
    ['<a/>\n<b/>', 'behind the end', 2],
    ['<a/>\ntext', 'outside the root', 2],
    ['</a>', 'nothing is open', 1],
    ['<a>&nbsp;</a>', '&nbsp; is not declared', 1],
    ['<a b="&x;"/>', '&x; is not declared', 1],
    ['<a>Q & A</a>', 'no entity begins', 1],
    ['<a b="Q & A"/>', 'no entity begins', 1],
    ['<a b="<"/>', 'in an attribute', 1],
    ['<a b="1" b="2"/>', 'the attribute b twice', 1],
    ['<a b="1"c="2"/>', 'not written as name="value"', 1],
    ['<a b=1/>', 'not written as name="value"', 1],
    ['<a b="1/>', 'not written as name="value"', 1],
    ['<a b/>', 'not written as name="value"', 1],
    ['<a\n', 'does not end', 1],
    ['<a>< b/></a>', 'no tag begins', 1],
    ['<a>]]></a>', ']]>', 1],
    ['<a><!-- </a>', 'comment does not end', 1],
    ['<a><![CDATA[ </a>', 'CDATA section does not end', 1],
    ['<a><?p </a>', 'processing instruction does not end', 1],
    ['\n<?xml version="1.0"?><a/>', 'very beginning', 2],
    ['<x:a/>', 'prefix', 1],
    ['<a x:b="1"/>', 'prefix', 1],
    ['<a:b:c xmlns:a="u"/>', 'prefix', 1],
    ['<a>\u0000</a>', 'U+0000', 1],
    ['<a>\n\u0001</a>', 'U+0001', 2],
    ['<a>&#0;</a>', '&#0; is no character', 1],
    ['<a>&#xD800;</a>', 'is no character', 1],
    ['<!DOCTYPE a [<!ENTITY x "y"', 'DOCTYPE does not end', 1],
    ['<!DOCTYPE a [<!ENTITY x "&x;">]><a b="&x;"/>', 'refers to itself', 1],
  ])('%j: %s', (text, message, line) => {
    const { faults } = readXml(text);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.message).toContain(message);
    expect(faults[0]?.fix).toMatch(/^[A-Z].*[.]$/);
    expect(new Positions(text).at(faults[0]?.start ?? 0).line).toBe(line);
  });

  it('tells every undeclared entity, not only the first', () => {
    expect(readXml('<a>&x;<b c="&y;"/>&z;</a>').faults.map(({ message }) => message.slice(0, 3))).toEqual([
      '&x;',
      '&y;',
      '&z;',
    ]);
  });
});

it('keeps entities of the document’s own as nodes, with their places', () => {
  const { root, entities, faults } = readXml('<!DOCTYPE a [<!ENTITY x "y">]>\n<a>1&x;2&lt;</a>');
  expect(shape(root)).toBe('a("1", &x;, "2<")');
  expect(entities).toMatchObject([{ name: 'x', start: 35 }]);
  expect(faults).toEqual([]);
});
