// SPDX-License-Identifier: MIT
import { expect, it } from '@jest/globals';
import { normaliseDatabase } from '../../src/app/normalise-database.js';
import { readXml } from '../../src/app/xml/read-xml.js';
import { writeXml } from '../../src/app/xml/write-xml.js';

function normalised(text: string): string {
  return writeXml(normaliseDatabase(readXml(text).root!))
    .text.replace(/\n>|<\/[^>]*>/g, '|')
    .replaceAll('<', '');
}

it.each([
  [
    '<database><x/><charset/><table/><overwrite/><name/><create/></database>',
    'database|name||create||overwrite||charset||table||x|||',
  ],
  [
    '<table><declaration/><charset/><y/><overwrite/><create/></table>',
    'table|create||overwrite||charset||declaration||y|||',
  ],
  ['<table><name>a</name><declaration/></table>', 'table|name|a|declaration|||'],
  ['<table><declaration/><name>a</name></table>', 'table|declaration||name|a||'],
  ['<table><name>a</name></table>', 'table||'],
  [
    '<table><name>a</name><declaration/><name>b</name><declaration/><name>c</name></table>',
    'table|name|a|name|b|declaration||declaration||name|b|name|c||',
  ],
  ['<declaration><index/><x/><field/></declaration>', 'declaration|field||index||x|||'],
  [
    '<field z="1"><scale/><precision/><primary/><comments/><default/><autoincrement/><x/><notnull/><unsigned/><length/><type/><name/></field>',
    'field|name||type||length||unsigned||notnull||autoincrement||default||comments||primary||precision||scale||x|||',
  ],
  [
    '<index><field><sorting/><x/><name/></field><unique/><primary/><name/></index>',
    'index|name||primary||unique||field|name||sorting||x||||',
  ],
])('%s', (content, expected) => {
  const wrapped: Record<string, [string, string]> = {
    '<data': ['', ''],
    '<tabl': ['<database>', '</database>'],
    '<decl': ['<database><table>', '</table></database>'],
    '<fiel': ['<database><table><declaration>', '</declaration></table></database>'],
    '<inde': ['<database><table><declaration>', '</declaration></table></database>'],
  };
  const [before = '', after = ''] = wrapped[content.slice(0, 5)] ?? [];
  expect(normalised(before + content + after)).toContain(expected);
});
