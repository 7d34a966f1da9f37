// SPDX-License-Identifier: MIT
import type { Certificate } from '../../common/certificate.js';
import { CodedError } from '../../common/coded-error.js';
import { tag } from '../../common/der-reader.js';
import { parsePem } from '../../common/pem.js';
import { crlPath } from '../repository/repository.js';
import type { Store } from '../repository/store.js';
import { CrlOutline } from './crl-outline.js';

/** True where the list in place can be read, and another authority signed it: this one would take its place. */
export async function isListOfAnother(store: Pick<Store, 'read'>, issuer: Certificate): Promise<boolean> {
  const bytes = await store.read(crlPath);
  if (bytes === undefined) return false;
  try {
    const der = bytes[0] === tag.sequence ? bytes : parsePem(Buffer.from(bytes).toString('latin1'), crlPath)[0]?.der;
    return der !== undefined && !new CrlOutline(der).isSignedBy(issuer);
  } catch (error) {
    // what cannot be read is the audit's business
    if (error instanceof CodedError) return false;
    throw error;
  }
}
