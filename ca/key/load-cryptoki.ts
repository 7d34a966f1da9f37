// SPDX-License-Identifier: MIT
import { AuthorityError } from '../authority-error.js';
import type { Cryptoki } from './cryptoki.js';

interface Binding {
  readonly PKCS11: new () => Cryptoki & { load(path: string): void };
}

/**
 * Loads a token's library through pkcs11js, an optional package with a native addon: everything else works without it.
 * @param path of the library
 * @throws AuthorityError `pkcs11-missing`; what the dynamic linker says, as it comes
 */
export async function loadCryptoki(path: string): Promise<Cryptoki> {
  const { PKCS11 } = await loadBinding();
  const cryptoki = new PKCS11();
  cryptoki.load(path);
  return cryptoki;
}

async function loadBinding(): Promise<Binding> {
  try {
    // a CommonJS package: its exports are the default, or, in the bundle, the module
    const module: Binding & { readonly default?: Binding } = await import('pkcs11js');
    return module.default ?? module;
  } catch (cause) {
    // .npmrc runs no install scripts, so after `npm ci` it is there and not built
    const absent = !String(cause).includes('pkcs11.node');
    throw new AuthorityError(
      'pkcs11-missing',
      `A key in a token needs the package pkcs11js: it is ${absent ? 'not installed' : 'installed, but not built for this machine'}.`,
      {
        hint: `In this program's folder, with g++, make and python3: ${absent ? 'npm ci && ' : ''}npm rebuild pkcs11js --ignore-scripts=false.`,
        cause,
      },
    );
  }
}
