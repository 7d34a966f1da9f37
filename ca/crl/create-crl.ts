// SPDX-License-Identifier: MIT
import type { Certificate } from '../../common/certificate.js';
import { tag } from '../../common/der-reader.js';
import { explicit, header, integer, sequence, time } from '../../common/der-writer.js';
import type { Signer } from '../key/signer.js';
import { authorityKeyIdentifier, extension, keyIdentifier } from '../x509/extension.js';
import { sha256WithRsa, signStructure } from '../x509/signed-structure.js';
import { CrlEntries } from './crl-entries.js';
import type { Revocation } from './revocation.js';
import { badCrl, type RevocationWords, twinAmong, wordsOf } from './revocation-words.js';

export interface CrlOrder<Entries = Iterable<Revocation | RevocationWords>> {
  readonly issuer: Certificate;
  readonly signer: Signer;
  /** greater than that of every list before */
  readonly number: bigint;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  /** everything that was ever revoked, each serial once; expired certificates stay */
  readonly revoked: Entries;
}

/**
 * A CRL of version 2 with number and authority key identifier (RFC 5280 section 5), DER; `encodePem('X509 CRL', …)` makes
 * the form that servers ship. Written in one pass: time and memory grow with the number of entries.
 * @throws AuthorityError `bad-crl` where a serial stands twice or is no serial, a date is impossible
 */
export async function createCrl(order: CrlOrder): Promise<Uint8Array> {
  const revoked: RevocationWords[] = [];
  for (const one of order.revoked) revoked.push(wordsOf(one));
  const twin = twinAmong(revoked);
  if (twin !== undefined) throw badCrl(`the serial ${twin} stands on the list twice`);
  return writeCrl({ ...order, revoked });
}

/** The same for entries of which somebody knows that each serial stands there once: the ledger does. */
export async function writeCrl(order: CrlOrder<readonly RevocationWords[]>): Promise<Uint8Array> {
  const { issuer, signer, number, thisUpdate, nextUpdate, revoked } = order;
  if (!(thisUpdate < nextUpdate)) throw badCrl('nextUpdate does not lie after thisUpdate');
  if (number < 1n || number >= 1n << 159n) throw badCrl(`${number} is not a CRL number`);
  const entries = new CrlEntries(revoked.length);
  for (const words of revoked) entries.add(words);
  const { content } = entries;
  const toBeSigned = sequence(
    integer(1),
    sha256WithRsa,
    issuer.subject.der,
    time(thisUpdate),
    time(nextUpdate),
    // "must be absent" where nothing is revoked (RFC 5280 section 5.1.2.6)
    ...(content.length > 0 ? [header(tag.sequence, content.length), content] : []),
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
