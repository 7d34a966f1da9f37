// SPDX-License-Identifier: MIT
import { realpathSync } from 'node:fs';
import { AuthorityError } from '../authority-error.js';
import { ck, type Cryptoki, type Handle, returnValue } from './cryptoki.js';
import { loadCryptoki } from './load-cryptoki.js';
import { findModule } from './pkcs11-module.js';
import type { Pkcs11Uri } from './pkcs11-uri.js';

/** By path: a process can call C_Initialize once, and C_Finalize ends everybody's sessions. */
const opened = new Map<string, Pkcs11Library>();

/** A token's library, initialised; finalised when its last user has closed it, or the process ends. */
export class Pkcs11Library {
  #users = 0;
  /** what the running C_Sign reads and writes, or undefined */
  #signing: readonly Buffer[] | undefined;
  readonly #finalize = (): void => this.#end();

  private constructor(
    readonly cryptoki: Cryptoki,
    private readonly path: string,
  ) {
    cryptoki.C_Initialize({ flags: ck.osLockingOk });
    process.once('exit', this.#finalize);
    opened.set(path, this);
  }

  /**
   * @param load how a library is loaded, by its path
   * @throws AuthorityError `pkcs11-missing`, `token-library`
   */
  static async open(uri: Pkcs11Uri, load = loadCryptoki): Promise<Pkcs11Library> {
    const file = findModule(uri.get('module-path'), uri.get('module-name'));
    try {
      const path = realpathSync(file);
      const cryptoki = opened.get(path)?.cryptoki ?? (await load(path));
      const library = opened.get(path) ?? new Pkcs11Library(cryptoki, path);
      library.#users++;
      return library;
    } catch (cause) {
      if (cause instanceof AuthorityError) throw cause;
      const why = returnValue(cause) ?? (cause instanceof Error ? cause.message : String(cause));
      throw new AuthorityError('token-library', `The PKCS#11 library ${file} cannot be used: ${why}.`, {
        hint: 'Give the library that came with the token, e.g. ?module-path=/usr/lib/softhsm/libsofthsm2.so.',
        cause,
        file,
      });
    }
  }

  close(): void {
    if (--this.#users > 0) return;
    process.removeListener('exit', this.#finalize);
    opened.delete(this.path);
    this.#end();
  }

  /**
   * C_Sign, initialised before, on a thread of the pool: tokens take milliseconds to seconds. One call at a time.
   * @param octets length of the signature
   */
  async sign(session: Handle, input: Buffer, octets: number): Promise<Buffer> {
    const output = Buffer.alloc(octets);
    // the addon keeps bare pointers to both, which the garbage collector does not see
    this.#signing = [input, output];
    try {
      return await this.cryptoki.C_SignAsync(session, input, output);
    } finally {
      this.#signing = undefined;
    }
  }

  #end(): void {
    // a thread is in the library, where C_Finalize is undefined (PKCS#11 2.40 section 5.4); the process's end is enough
    if (this.#signing !== undefined) return;
    try {
      this.cryptoki.C_Finalize();
    } catch {
      // a library that is lost needs no end
    }
  }
}
