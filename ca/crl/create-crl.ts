// SPDX-License-Identifier: MIT
import type { Certificate } from '../../common/certificate.js';
import { tag } from '../../common/der-reader.js';
import { enumerated, explicit, header, integer, sequence, time } from '../../common/der-writer.js';
import { AuthorityError } from '../authority-error.js';
import type { Signer } from '../key/signer.js';
import { authorityKeyIdentifier, extension, keyIdentifier } from '../x509/extension.js';
import { sha256WithRsa, signStructure } from '../x509/signed-structure.js';
import { revocationReasons, type RevocationReason } from './revocation-reason.js';

export interface Revocation {
  readonly serial: bigint;
  readonly date: Date;
  /** default: none, which is what the hand-made lists say */
  readonly reason?: RevocationReason;
}

export interface CrlOrder {
  readonly issuer: Certificate;
  readonly signer: Signer;
  /** greater than that of every list before */
  readonly number: bigint;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  /** everything that was ever revoked, each serial once; expired certificates stay */
  readonly revoked: Iterable<Revocation>;
}

/**
 * A CRL of version 2 with number and authority key identifier (RFC 5280 section 5), DER; `encodePem('X509 CRL', …)` makes
 * the form that servers ship. Written in one pass: time and memory grow with the number of entries.
 * @throws AuthorityError `bad-crl` where a serial stands twice or is no serial, a date is impossible
 */
export async function createCrl(order: CrlOrder): Promise<Uint8Array> {
  const { issuer, signer, number, thisUpdate, nextUpdate } = order;
  if (!(thisUpdate < nextUpdate)) throw badCrl('nextUpdate does not lie after thisUpdate');
  if (number < 1n || number >= 1n << 159n) throw badCrl(`${number} is not a CRL number`);
  const { content, count } = writeEntries(order.revoked);
  const toBeSigned = sequence(
    integer(1),
    sha256WithRsa,
    issuer.subject.der,
    time(thisUpdate),
    time(nextUpdate),
    // "must be absent" where nothing is revoked (RFC 5280 section 5.1.2.6)
    ...(count > 0 ? [header(tag.sequence, content.length), content] : []),
    explicit(
      0,
      sequence(
        authorityKeyIdentifier(issuer.subjectKeyId ?? keyIdentifier(issuer.spki)),
        extension('2.5.29.20', integer(number)),
      ),
    ),
  );
  return signStructure(toBeSigned, signer);
}

/** revokedCertificates without its header, in a buffer that doubles when it is full */
function writeEntries(revoked: Iterable<Revocation>): { content: Uint8Array; count: number } {
  const seen = new Set<bigint>();
  let buffer = Buffer.allocUnsafe(4096);
  let end = 0;
  for (const entry of revoked) {
    if (seen.has(entry.serial)) throw badCrl(`the serial ${entry.serial.toString(16)} stands on the list twice`);
    seen.add(entry.serial);
    const bytes = encodeEntry(entry);
    if (end + bytes.length > buffer.length) {
      const grown = Buffer.allocUnsafe(buffer.length * 2);
      buffer.copy(grown, 0, 0, end);
      buffer = grown;
    }
    buffer.set(bytes, end);
    end += bytes.length;
  }
  return { content: buffer.subarray(0, end), count: seen.size };
}

function encodeEntry({ serial, date, reason = 'unspecified' }: Revocation): Uint8Array {
  if (serial < 1n || serial >= 1n << 159n) throw badCrl(`${serial} is not a serial`);
  if (Number.isNaN(date.getTime())) throw badCrl(`the serial ${serial.toString(16)} has no date`);
  const code = revocationReasons[reason];
  return sequence(integer(serial), time(date), ...(code === 0 ? [] : [reasonExtensions(code)]));
}

const encodedReasons = new Map<number, Uint8Array>();

function reasonExtensions(code: number): Uint8Array {
  const known = encodedReasons.get(code) ?? sequence(extension('2.5.29.21', enumerated(code)));
  encodedReasons.set(code, known);
  return known;
}

function badCrl(what: string): AuthorityError {
  return new AuthorityError('bad-crl', `The revocation list was not made: ${what}.`, {
    hint: 'Run "nextcloud-ca audit": the ledger holds something that it should not.',
  });
}
