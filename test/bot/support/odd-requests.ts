// SPDX-License-Identifier: MIT
import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { smallFactor } from '../../../ca/review/weak-key.js';
import { name } from '../../../ca/x509/name.js';
import { sha256WithRsa } from '../../../ca/x509/signed-structure.js';
import { bitString, explicit, integer, nullValue, oid, sequence } from '../../../common/der-writer.js';
import { encodePem, parsePem } from '../../../common/pem.js';

const rsaEncryption = sequence(oid('1.2.840.113549.1.1.1'), nullValue());
const sha1WithRsa = sequence(oid('1.2.840.113549.1.1.5'), nullValue());

function infoOf(appId: string, spki: Uint8Array): Uint8Array {
  return sequence(integer(0), name([['CN', appId]]), spki, explicit(0, new Uint8Array()));
}

function pemOf(info: Uint8Array, algorithm: Uint8Array, signature: Uint8Array): string {
  return encodePem('CERTIFICATE REQUEST', sequence(info, algorithm, bitString(signature)));
}

/** A request of an RSA key that nobody can sign with: its signature is none. */
export function requestOfNumbers(appId: string, modulus: bigint, exponent = 65537n): string {
  const key = sequence(integer(modulus), integer(exponent));
  return requestOfPublicKey(appId, sequence(rsaEncryption, bitString(key)));
}

/** The same of any SubjectPublicKeyInfo. */
export function requestOfPublicKey(appId: string, spki: Uint8Array): string {
  return pemOf(infoOf(appId, spki), sha256WithRsa, Buffer.alloc(512));
}

/** As OpenSSL made them until 2014. */
export function requestWithSha1(appId: string, key: KeyObject): string {
  const info = infoOf(appId, createPublicKey(key).export({ type: 'spki', format: 'der' }));
  return pemOf(info, sha1WithRsa, sign('sha1', info, key));
}

/** The same request with the last bit of its signature turned over. */
export function wronglySigned(pem: string): string {
  const der = Uint8Array.from(parsePem(pem, 'the request')[0]?.der ?? []);
  der[der.length - 1] = (der.at(-1) ?? 0) ^ 1;
  return encodePem('CERTIFICATE REQUEST', der);
}

/** A modulus near this one that looks as if Infineon's library had made it (CVE-2017-15361), and is sound otherwise. */
export function rocaShaped(modulus: bigint): bigint {
  const numbers = Array.from({ length: 166 }, (_, at) => BigInt(at + 2));
  const primes = numbers.filter((number) => numbers.every((one) => one >= number || number % one !== 0n));
  const [all, power] = [primes.reduce((product, prime) => product * prime), 65537n ** 4711n];
  let shaped = (modulus / all) * all + (power % all);
  while (smallFactor(shaped) !== undefined) shaped -= all;
  return shaped;
}

/** The two primes of an RSA key. */
export function primesOf(key: KeyObject): { readonly p: bigint; readonly q: bigint } {
  const { p = '', q = '' } = key.export({ format: 'jwk' });
  return { p: numberOf(p), q: numberOf(q) };
}

/** An RSA key that works, of these two primes: what a generator without enough randomness makes. */
export function keyOfPrimes(p: bigint, q: bigint): KeyObject {
  const e = 65537n;
  const d = inverse(e, (p - 1n) * (q - 1n));
  const numbers = { n: p * q, e, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) };
  const jwk = Object.fromEntries(Object.entries(numbers).map(([field, number]) => [field, textOf(number)]));
  return createPrivateKey({ key: { kty: 'RSA', ...jwk }, format: 'jwk' });
}

function numberOf(text: string): bigint {
  return BigInt(`0x${Buffer.from(text, 'base64url').toString('hex')}`);
}

function textOf(number: bigint): string {
  const hex = number.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex').toString('base64url');
}

/** Euclid's algorithm, extended. */
function inverse(number: bigint, modulus: bigint): bigint {
  let [rest, next, factor, other] = [modulus, number % modulus, 0n, 1n];
  while (next !== 0n) {
    const times = rest / next;
    [rest, next, factor, other] = [next, rest - times * next, other, factor - times * other];
  }
  return ((factor % modulus) + modulus) % modulus;
}
