// SPDX-License-Identifier: MIT
import { AuthorityError } from '../authority-error.js';
import { type Random, systemRandom } from '../random.js';

const octets = 16;
/** a second collision of 120 random bits is a broken random source, not bad luck */
const attempts = 4;

/**
 * A serial of 16 octets, the first 0x01 to 0x7f, 120 random bits behind it. `isTaken` answers for everything that any
 * issuer in the servers' bundle ever issued: servers look up revoked serials without looking at the issuer
 * (server: Installer.php; nextcloud/server#20674 is what came of sequential ones).
 * @throws AuthorityError `bad-serial` where the random source repeats itself
 */
export function randomSerial(isTaken: (serial: bigint) => boolean, random: Random = systemRandom): bigint {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const bytes = Uint8Array.from(random(octets));
    bytes[0] = 1 + ((bytes[0] ?? 0) % 0x7f);
    const serial = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
    if (!isTaken(serial)) return serial;
  }
  throw new AuthorityError('bad-serial', `The random source gave ${attempts} serials that were all issued before.`, {
    hint: 'Do not issue anything on this machine: its random source is broken.',
  });
}

/** What {@link serialText} writes: up to 20 octets (RFC 5280 section 4.1.2.2). */
export const serialForm = /^[1-9a-f][0-9a-f]{0,39}$/;

/** Lower-case hex without leading zeros, as OpenSSL prints serials but for the case */
export function serialText(serial: bigint): string {
  return serial.toString(16);
}

/** True for the serials that {@link randomSerial} makes; the hand-made past has shorter ones. */
export function isRandomSerial(serial: bigint): boolean {
  const first = serial >> 120n;
  return first >= 1n && first <= 0x7fn;
}
