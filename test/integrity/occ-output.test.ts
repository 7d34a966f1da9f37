// SPDX-License-Identifier: MIT
import { expect, it } from '@jest/globals';
import { renderOccJson, renderOccText } from '../../src/integrity/occ-output.js';

const result = {
  INVALID_HASH: { 'lib/a.php': { expected: '12', current: '34' } },
  FILE_MISSING: { 'é"': { expected: '56', current: '' } },
  EXTRA_FILE: { '0': { expected: '', current: '78' } },
};

it('prints the form of the server’s documents', () => {
  expect(renderOccText(result)).toBe(
    [
      '  - INVALID_HASH:',
      '    - lib/a.php:',
      '      - expected: 12',
      '      - current: 34',
      '  - FILE_MISSING:',
      '    - é":',
      '      - expected: 56',
      '      - current: ',
      '  - EXTRA_FILE:',
      '    - 0:',
      '      - expected: ',
      '      - current: 78',
      '',
    ].join('\n'),
  );
  const message = 'Signature data not found.';
  expect(renderOccText({ EXCEPTION: { class: 'OC\\X', message } })).toBe(
    `  - EXCEPTION:\n    - class: OC\\X\n    - message: ${message}\n`,
  );
});

it('prints nothing when all is well, and lets no control character and no command of the runner through', () => {
  expect(renderOccText({})).toBe('');
  expect(renderOccText({ EXTRA_FILE: { 'a\u001b[2J\n': { expected: '', current: false } } })).toBe(
    '  - EXTRA_FILE:\n    - a\\x1b[2J\\x0a:\n      - expected: \n      - current: false\n',
  );
  expect(renderOccText({ EXTRA_FILE: { '##[error]a': { expected: '', current: '78' } } })).toBe(
    '  - EXTRA_FILE:\n    - ##\\x5berror]a:\n      - expected: \n      - current: 78\n',
  );
});

it('prints the JSON of occ, in which keys from 0 on are a list', () => {
  expect(renderOccJson({})).toBe('[]');
  expect(renderOccJson(result)).toBe(
    '{"INVALID_HASH":{"lib\\/a.php":{"expected":"12","current":"34"}},' +
      '"FILE_MISSING":{"\\u00e9\\"":{"expected":"56","current":""}},"EXTRA_FILE":[{"expected":"","current":"78"}]}',
  );
});
