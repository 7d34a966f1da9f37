// SPDX-License-Identifier: MIT
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { findModule } from '../../../ca/key/pkcs11-module.js';
import { testFolder } from '../support/authority.js';

const { path, put } = testFolder();
mkdirSync(join(path, 'empty'));
const library = put('libMyToken.so', '');
const plugin = put('other-pkcs11.so', '');
put('mytoken.txt', '');

it('takes a file as it is', () => {
  expect(findModule(library)).toBe(library);
  expect(findModule(library, 'ignored')).toBe(library);
});

it('finds a name in a folder, whatever its case, with or without "lib"', () => {
  expect(findModule(path, 'MYTOKEN')).toBe(library);
  expect(findModule(path, 'other-pkcs11')).toBe(plugin);
});

it.each([
  ['neither path nor name', [], 'names none'],
  ['a folder without a name', [path], 'is a folder'],
  ['a path that is not there', [join(path, 'absent.so')], 'is not there'],
  ['a name that is not in the folder', [join(path, 'empty'), 'mytoken'], 'is called "mytoken"'],
  ['a name that is nowhere', [undefined, 'no-such-token'], '/usr/lib'],
])('refuses %s', (_, [modulePath, moduleName], why) => {
  expect(() => findModule(modulePath, moduleName)).toThrow(
    expect.objectContaining({ code: 'token-library', message: expect.stringContaining(why) }),
  );
});
