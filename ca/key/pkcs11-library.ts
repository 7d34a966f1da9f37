// SPDX-License-Identifier: MIT
import { realpathSync } from 'node:fs';
import { AuthorityError } from '../authority-error.js';
import { ck, type Cryptoki, type Handle, returnValue } from './cryptoki.js';
import { findModule } from './pkcs11-module.js';
import type { Pkcs11Uri } from './pkcs11-uri.js';

/** Libraries of this process by path: C_Initialize can be called once only, C_Finalize ends everybody's sessions. */
const opened = new Map<string, Pkcs11Library>();

/** A token's library, initialised; finalised when its last user has closed it, or the process ends. */
export class Pkcs11Library {
  #users = 0;
  /** what the running C_Sign reads and writes, or undefined */
  #signing: readonly Buffer[] | undefined;
  readonly #finalize = (): void => this.#end();

  /** @param file its path, absolute and without links */
  constructor(
    readonly cryptoki: Cryptoki,
    readonly file: string,
  ) {
    cryptoki.C_Initialize({ flags: ck.osLockingOk });
    process.once('exit', this.#finalize);
    opened.set(file, this);
  }

  /** @throws AuthorityError `pkcs11-missing`, `token-library` */
  static async open(uri: Pkcs11Uri): Promise<Pkcs11Library> {
    const addon = await loadAddon();
    const file = findModule(uri.get('module-path'), uri.get('module-name'));
    try {
      const path = realpathSync(file);
      return (opened.get(path) ?? new Pkcs11Library(loaded(addon, path), path)).use();
    } catch (cause) {
      const why = returnValue(cause) ?? (cause instanceof Error ? cause.message : String(cause));
      throw new AuthorityError('token-library', `The PKCS#11 library ${file} cannot be used: ${why}.`, {
        hint: 'Give the library that came with the token, e.g. ?module-path=/usr/lib/softhsm/libsofthsm2.so.',
        cause,
        file,
      });
    }
  }

  use(): this {
    this.#users++;
    return this;
  }

  close(): void {
    if (--this.#users > 0) return;
    process.removeListener('exit', this.#finalize);
    opened.delete(this.file);
    this.#end();
  }

  /**
   * C_Sign, which must have been initialised, on a thread of its own: tokens take milliseconds to seconds. The addon
   * keeps bare pointers to both buffers, so they are held here until it is back. One call at a time.
   */
  async sign(session: Handle, input: Buffer, octets: number): Promise<Buffer> {
    const output = Buffer.alloc(octets);
    this.#signing = [input, output];
    try {
      return await this.cryptoki.C_SignAsync(session, input, output);
    } finally {
      this.#signing = undefined;
    }
  }

  #end(): void {
    // another thread is in the library, where C_Finalize is undefined (PKCS#11 2.40 section 5.4): the end of the process
    // ends the session too
    if (this.#signing !== undefined) return;
    try {
      this.cryptoki.C_Finalize();
    } catch {
      // a library that is gone needs no end
    }
  }
}

interface Binding {
  readonly PKCS11: Addon;
}

type Addon = new () => Cryptoki & { load(path: string): void };

function loaded(addon: Addon, path: string): Cryptoki {
  const cryptoki = new addon();
  cryptoki.load(path);
  return cryptoki;
}

/** The binding is an optional package with a native addon: everything but tokens works without it. */
async function loadAddon(): Promise<Addon> {
  try {
    const module: Binding & { readonly default?: Binding } = await import('pkcs11js');
    return (module.default ?? module).PKCS11;
  } catch (cause) {
    const absent = !String(cause).includes('pkcs11.node');
    throw new AuthorityError(
      'pkcs11-missing',
      `A key in a token needs the package pkcs11js: it is ${absent ? 'not installed' : 'installed, but not built for this machine'}.`,
      {
        hint: `In this program's folder, with g++, make and python3: npm ${absent ? 'install' : 'rebuild'} pkcs11js --ignore-scripts=false.`,
        cause,
      },
    );
  }
}
