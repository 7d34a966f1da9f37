// SPDX-License-Identifier: MIT
import { type KeyObject, verify } from 'node:crypto';
import { Certificate } from '../../common/certificate.js';
import { InputError } from '../../common/input-error.js';
import type { CertificateRecord } from '../../ca/ledger/certificate-record.js';
import { certificatePath, type Repository } from '../../ca/repository/repository.js';
import { keyHash } from '../../ca/review/review-subject.js';
import { serialText } from '../../ca/x509/serial.js';
import type { Judgement } from '../judgement.js';
import type { Situation } from '../situation.js';

/** What the holder of a key signs, and the one command that does it. */
export interface Challenge {
  /** one line, without a newline at its end, that nobody signs by accident: neither an archive nor an id is like it */
  readonly text: string;
  readonly command: string;
}

/**
 * What the old key has to sign for a replacement: it names the app, the commit and the new key, so that it is worth
 * nothing for any other. Undefined where nothing is replaced, or where a name could not go into a command.
 */
export function replacementChallenge(situation: Situation, { purpose, request }: Judgement): Challenge | undefined {
  if (purpose.kind !== 'replacement' && purpose.kind !== 'rename') return undefined;
  if (purpose.current === undefined || request?.key === undefined) return undefined;
  // a revoked key may be in anybody's hands
  if (purpose.kind === 'replacement' && purpose.revoked !== undefined) return undefined;
  const { app } = purpose.current;
  const { sha } = situation.pullRequest.head;
  return challenge(app, ['replace', app, 'by', request.file.appId, 'key', request.key, 'commit', sha]);
}

/** The same for a revocation that the holder of the key asks for. */
export function revocationChallenge({ app, serial }: CertificateRecord): Challenge | undefined {
  return challenge(app, ['revoke', app, 'serial', serialText(serial)]);
}

function challenge(app: string, words: readonly string[]): Challenge | undefined {
  if (!words.every((word) => /^[\w-]{1,64}$/.test(word))) return undefined;
  const text = `nextcloud-ca: ${words.join(' ')}`;
  const command = `printf %s '${text}' | openssl dgst -sha256 -sign ${app}.key | openssl base64 -A`;
  return { text, command };
}

/**
 * The public key of a certificate, from its file in the repository; undefined where that is another's by now, or gone.
 * The ledger has only its hash.
 */
export async function certifiedKey(
  { store }: Repository,
  { app, key }: CertificateRecord,
): Promise<KeyObject | undefined> {
  const bytes = await store.read(certificatePath(app));
  if (bytes === undefined) return undefined;
  try {
    const certificate = Certificate.fromPem(Buffer.from(bytes).toString('latin1'));
    return keyHash(certificate.spki) === key ? certificate.publicKey : undefined;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** The same for the certificate that a pull request wants to replace: what `standing` takes. */
export async function oldKeyOf({ base }: Situation, { purpose }: Judgement): Promise<KeyObject | undefined> {
  const current = purpose.kind === 'replacement' || purpose.kind === 'rename' ? purpose.current : undefined;
  return current && certifiedKey(base.repository, current);
}

/** A check costs 0.1 ms with RSA-4096; strangers may write as many comments as they like. */
const [maxPerText, maxInAll] = [4, 400];

/** Whether any of these texts holds a signature by the key, base64, in one line or many, bare or in a code fence. */
export function isSignedIn(bodies: readonly string[], { text }: Challenge, key: KeyObject): boolean {
  const bits = key.asymmetricKeyType === 'rsa' ? (key.asymmetricKeyDetails?.modulusLength ?? 0) : 0;
  const bytes = Math.ceil(bits / 8);
  if (bytes === 0) return false;
  // newest first: a flood of old comments does not push the signature out of the limit
  const candidates = bodies.toReversed().flatMap((body) => signaturesIn(body, bytes));
  return candidates
    .slice(0, maxInAll)
    .some((signature) => ['sha256', 'sha512'].some((hash) => verify(hash, Buffer.from(text), key, signature)));
}

/** Runs of base64 that are long enough; OpenSSL breaks them after 64 characters, unless it is told not to. */
function signaturesIn(body: string, bytes: number): Buffer[] {
  const length = 4 * Math.ceil(bytes / 3);
  const runs = body.matchAll(/^[ \t]*[A-Za-z0-9+/]{60,}={0,2}[ \t]*$(?:\r?\n[ \t]*[A-Za-z0-9+/]+={0,2}[ \t]*$)*/gm);
  return [...runs]
    .map(([run]) => run.replace(/\s+/g, '').slice(0, length))
    .filter((run) => run.length === length)
    .slice(0, maxPerText)
    .map((run) => Buffer.from(run, 'base64'))
    .filter((signature) => signature.length === bytes);
}
