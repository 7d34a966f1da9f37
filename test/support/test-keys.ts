// SPDX-License-Identifier: MIT
import { initAuthority, type NewAuthority } from '../../ca/init-authority.js';
import { generateRsaKey } from '../../ca/key/encrypted-key.js';
import { PemSigner } from '../../ca/key/pem-signer.js';

let authority: Promise<NewAuthority> | undefined;

/** One authority with RSA-2048 keys, made once a test file, valid since 2026-01-01. */
export function testAuthority(): Promise<NewAuthority> {
  authority ??= initAuthority({ organization: 'Test', keyBits: 2048, now: new Date('2026-01-01T00:00:00Z') });
  return authority;
}

/** A key of 2048 bits; fresh every time. */
export async function testKey(): Promise<PemSigner> {
  return new PemSigner(await generateRsaKey(2048));
}

let shared: Promise<PemSigner> | undefined;

/** One key of 2048 bits a test file, for tests that do not care whose it is. */
export function sharedKey(): Promise<PemSigner> {
  shared ??= testKey();
  return shared;
}
