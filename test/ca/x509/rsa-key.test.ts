// SPDX-License-Identifier: MIT
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { publicKeyOf, rsaKeyOf } from '../../../ca/x509/rsa-key.js';
import { tag } from '../../../common/der-reader.js';
import { bitString, integer, nullValue, oid, sequence, tlv } from '../../../common/der-writer.js';

const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
const { publicKey: curve } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const modulus = BigInt(`0x${Buffer.from(publicKey.export({ format: 'jwk' }).n!, 'base64url').toString('hex')}`);
const numbers = sequence(integer(modulus), integer(65537));
const algorithm = oid('1.2.840.113549.1.1.1');
const rsa = sequence(algorithm, nullValue());
const der = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });

function asNodeReads(spki: Uint8Array): KeyObject | undefined {
  try {
    return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
  } catch {
    return undefined;
  }
}

it('tells the numbers of an RSA key, and none of another', () => {
  expect(rsaKeyOf(der(publicKey))).toEqual({ modulus, bits: 1024, exponent: 65537n });
  expect(rsaKeyOf(der(curve))).toBeUndefined();
});

describe('publicKeyOf', () => {
  it.each<[string, Uint8Array]>([
    ['an RSA key', der(publicKey)],
    ['a key of another type', der(curve)],
    ['RSA without its NULL', sequence(sequence(algorithm), bitString(numbers))],
    ['no numbers', sequence(rsa, bitString(sequence()))],
    ['one number', sequence(rsa, bitString(sequence(integer(modulus))))],
    ['three numbers', sequence(rsa, bitString(sequence(integer(modulus), integer(65537), integer(1))))],
    ['a key that is none', sequence(rsa, bitString(Uint8Array.of(1, 2, 3)))],
    ['bytes behind the numbers', sequence(rsa, bitString(Buffer.concat([numbers, Buffer.alloc(4)])))],
    ['no bits', sequence(rsa)],
  ])('reads %s as Node does', (_, spki) => {
    const [ours, nodes] = [publicKeyOf(spki), asNodeReads(spki)];
    expect(ours && der(ours)).toEqual(nodes && der(nodes));
  });
});

it('a modulus below zero is none, although OpenSSL reads such a key', () => {
  const below = sequence(tlv(tag.integer, Buffer.alloc(128, 0xc1)), integer(65537));
  const spki = sequence(rsa, bitString(below));
  expect(asNodeReads(spki)?.asymmetricKeyType).toBe('rsa');
  expect(rsaKeyOf(spki)).toBeUndefined();
});
