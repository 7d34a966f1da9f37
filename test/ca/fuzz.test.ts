// SPDX-License-Identifier: MIT
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CodedError } from '../../common/coded-error.js';
import { Certificate } from '../../common/certificate.js';
import { CertificateRevocationList } from '../../common/crl.js';
import { createCrl } from '../../ca/crl/create-crl.js';
import { Ledger } from '../../ca/ledger/ledger.js';
import { defaultPolicy } from '../../ca/policy.js';
import { readPolicy } from '../../ca/read-policy.js';
import { CertificateRequest } from '../../ca/request/certificate-request.js';
import { createRequest } from '../../ca/request/create-request.js';
import { RequestFile } from '../../ca/review/request-file.js';
import { review } from '../../ca/review/review.js';
import { sharedKey, testAuthority, testCertificate } from './support/authority.js';
import { issued, ledgerOf } from './support/knowledge.js';

const now = new Date('2026-11-21T12:00:00Z');
const request = await createRequest(await sharedKey(), 'gardenplanner');
const certificate = await testCertificate('gardenplanner', 'code-signing');
const { intermediate, signer } = await testAuthority();
const crl = await createCrl({
  issuer: intermediate,
  signer,
  number: 5n,
  thisUpdate: now,
  nextUpdate: new Date('2027-11-21T12:00:00Z'),
  revoked: [{ serial: 0x1101n, date: now, reason: 'keyCompromise' }],
});
const ledger = new Ledger().append([issued('one', 'a1', 'b'.repeat(64)), issued('two', 'a2', 'c'.repeat(64))], now);

/** The bytes with some of them changed, a part cut out, and something put in. */
function damaged(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const at = fc.nat({ max: bytes.length });
  const changes = fc.array(fc.tuple(at, fc.nat({ max: 255 })), { maxLength: 4 });
  return fc
    .tuple(changes, at, fc.nat({ max: 8 }), fc.uint8Array({ maxLength: 8 }))
    .map(([changed, cut, length, put]) => {
      const copy = Uint8Array.from(bytes);
      for (const [index, value] of changed) if (index < copy.length) copy[index] = value;
      return Buffer.concat([copy.subarray(0, cut), put, copy.subarray(cut + length)]);
    });
}

/** Nothing, or an error with a code: anything else is a fault of ours. */
function refusesByCode(action: () => unknown): void {
  try {
    action();
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    expect(error.hint).not.toBe('');
  }
}

const runs = { numRuns: 1500 };

it('reviews whatever a file holds', () => {
  const contents = fc.oneof(
    damaged(Buffer.from(request.toPem())),
    damaged(request.der),
    fc.uint8Array({ maxLength: 300 }),
    fc.string().map((text) => Buffer.from(text)),
  );
  const knowledge = ledgerOf(issued('one', 'a1', 'b'.repeat(64)));
  const path = 'gardenplanner/gardenplanner.csr';
  fc.assert(
    fc.property(contents, (bytes) => {
      const file = new RequestFile(path, bytes);
      const { ok, findings } = review({ file, policy: defaultPolicy, now, repository: { path, knowledge } });
      expect(ok).toBe(findings.every(({ severity }) => severity !== 'error'));
      // the key has 2048 bits: whatever was damaged, it is never accepted
      expect(ok).toBe(false);
    }),
    runs,
  );
});

it.each<[string, Uint8Array, (bytes: Uint8Array) => unknown]>([
  ['requests', request.der, (bytes) => new CertificateRequest(bytes)],
  ['certificates', certificate.der, (bytes) => new Certificate(bytes)],
  ['revocation lists', crl, (bytes) => new CertificateRevocationList(bytes)],
  ['ledgers', ledger, (bytes) => Ledger.parse(bytes)],
  [
    'policies',
    Buffer.from('key:\n  minimum-bits: 4096\nid:\n  reserved: [a, b]\n'),
    (bytes) => readPolicy(Buffer.from(bytes).toString()),
  ],
])('refuses damaged %s by a code', (_, bytes, read) => {
  fc.assert(
    fc.property(damaged(bytes), (input) => refusesByCode(() => read(input))),
    runs,
  );
});
