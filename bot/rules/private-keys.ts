// SPDX-License-Identifier: MIT
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { keyHash } from '../../ca/review/review-subject.js';

/** A private key that stands in a file or in a text; nothing of it is kept. */
export interface PrivateKeyFound {
  /** 1-based line on which it begins; 1 in a binary file */
  readonly line: number;
  /** SHA-256 of its SubjectPublicKeyInfo, hex; undefined: encrypted, damaged, or of a kind that cannot be read */
  readonly key: string | undefined;
}

/** An RSA-8192 key has 4.7 KB in PKCS#8; nobody was ever certified with a longer one than 4096 bits. */
const maxDer = 6 * 1024;
/** What a file of nothing but keys may cost: proving one takes up to 10 ms, with an elliptic curve of 571 bits. */
const maxKeysInFile = 20;
const rsaEncryption = Buffer.from('06092a864886f70d010101', 'hex');
/** A PEM block's first line that nothing follows is a text about keys; EC keys begin at 64 characters. */
const leastBase64 = 40;

// counts have an upper end everywhere, so that no file of dashes makes these slow
const begin = /-{1,10} ?BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)? ?-{1,10}/g;
const putty = /^PuTTY-User-Key-File-\d/m;
/** base64 of a DER sequence up to the end of the line, whatever stands before it */
const firstLine = /(?:^|[^A-Za-z0-9+/=])(M[A-P][A-Za-z0-9+/]{14,}={0,2})[^A-Za-z0-9+/=]*$/;
const nextLine = /^[^A-Za-z0-9+/=]*([A-Za-z0-9+/]{2,}={0,2})[^A-Za-z0-9+/=]*$/;

/**
 * Every private key in these bytes: PEM in any dress (PKCS#1, PKCS#8, SEC 1, encrypted, OpenSSH, PGP; quoted, with line
 * ends written out, UTF-16), base64 without its lines, DER, PKCS#12, PuTTY, Java key stores.
 * @param named of which of them it is found out which key it is: no other than RSA is ever certified
 */
export function findPrivateKeys(bytes: Uint8Array, named: Named = 'all'): PrivateKeyFound[] {
  const binary = inBinary(bytes, named);
  if (binary !== undefined) return [binary];
  // UTF-16 is ASCII with a zero beside each letter: with the zeros gone it reads like any other text
  const text = Buffer.from(bytes).toString('latin1').replaceAll('\0', '');
  const found = [...inPem(text, named), ...inBareBase64(text, named)].toSorted((a, b) => a.line - b.line);
  if (found.length === 0 && putty.test(text)) return [{ line: 1, key: undefined }];
  return distinct(found).slice(0, maxKeysInFile);
}

function inBinary(bytes: Uint8Array, named: Named): PrivateKeyFound | undefined {
  const javaKeyStore = Buffer.from(bytes.subarray(0, 4)).equals(Buffer.of(0xfe, 0xed, 0xfe, 0xed));
  const shape = javaKeyStore ? 'encrypted' : shapeOf(bytes);
  if (shape === undefined) return undefined;
  return { line: 1, key: keyOf(bytes, shape, named) };
}

function* inPem(text: string, named: Named): Generator<PrivateKeyFound> {
  let line = 1;
  let counted = 0;
  let count = 0;
  for (const { 0: first, index } of text.matchAll(begin)) {
    if (count++ === maxKeysInFile) return;
    line += newlines(text, counted, index);
    counted = index;
    const rest = text.slice(index + first.length, index + first.length + 2 * maxDer);
    // the body ends at the END line, or, where that is lost, at whatever is no base64 any more
    const body = rest.split(/- ?END|PRIVATE KEY/, 1)[0] ?? '';
    const compact = body.replace(/\\[rn]/g, '').replace(/[^A-Za-z0-9+/=]/g, '');
    if (compact.length < leastBase64) continue;
    const der = Buffer.from(compact, 'base64');
    yield { line, key: keyOf(der, shapeOf(der), named) };
  }
}

/** Lines of nothing but base64 under each other, from one on that could begin a DER sequence. */
function* inBareBase64(text: string, named: Named): Generator<PrivateKeyFound> {
  const lines = text.split('\n');
  let count = 0;
  for (let start = 0; start < lines.length && count < maxKeysInFile; start++) {
    const first = lines[start]?.match(firstLine)?.[1];
    if (first === undefined) continue;
    const shape = shapeOf(Buffer.from(first, 'base64'));
    if (shape === undefined) continue;
    count++;
    let body = first;
    for (let at = start + 1; at < lines.length && body.length < 2 * maxDer; at++) {
      const more = lines[at]?.match(nextLine)?.[1];
      if (more === undefined) break;
      body += more;
    }
    yield { line: start + 1, key: keyOf(Buffer.from(body, 'base64'), shape, named) };
  }
}

type Named = 'all' | 'rsa';
type Shape = 'pkcs1' | 'pkcs8' | 'sec1' | 'encrypted';

/**
 * What the first bytes of a DER structure say: version and what follows it are the same in every key of a kind. A
 * certificate, a request and a public key begin otherwise.
 */
function shapeOf(bytes: Uint8Array): Shape | undefined {
  const header = headerLength(bytes);
  if (header === undefined) return undefined;
  const [tag, length, version, next] = bytes.subarray(header, header + 4);
  if (tag === 0x30) return isEncryptedPkcs8(bytes.subarray(header, header + 24)) ? 'encrypted' : undefined;
  if (tag !== 0x02 || length !== 1) return undefined;
  if (version === 3 && next === 0x30) return 'encrypted'; // PKCS#12, RFC 7292 section 4
  if (version === 1 && next === 0x04) return 'sec1'; // RFC 5915 section 3
  if (version === 0 && next === 0x02) return 'pkcs1'; // RFC 8017 appendix A.1.2
  // RFC 5958 section 2; a request too is version, then a sequence, but all of it is in one more sequence
  return (version === 0 || version === 1) && next === 0x30 ? 'pkcs8' : undefined;
}

/** PKCS#5 schemes are 1.2.840.113549.1.5.*, those of PKCS#12 1.2.840.113549.1.12.1.* (RFC 8018, RFC 7292 appendix C) */
function isEncryptedPkcs8(bytes: Uint8Array): boolean {
  const hex = Buffer.from(bytes).toString('hex');
  return hex.includes('06092a864886f70d0105') || hex.includes('060a2a864886f70d010c01');
}

function headerLength(bytes: Uint8Array): number | undefined {
  const [tag, length = 0] = bytes;
  if (tag !== 0x30 || bytes.length < 12) return undefined;
  if (length < 0x80) return 2;
  return length === 0x81 || length === 0x82 ? 2 + (length & 0x7f) : undefined;
}

/** The structure itself, without what may stand behind it. */
function structure(bytes: Uint8Array): Buffer {
  const header = headerLength(bytes) ?? 2;
  const [, short = 0, high = 0, low = 0] = bytes;
  const length = header === 2 ? short : header === 3 ? high : (high << 8) | low;
  return Buffer.from(bytes.subarray(0, Math.min(header + length, maxDer)));
}

/**
 * The hash of the key's public half, where the private half really is one. A file with somebody else's modulus in it
 * proves nothing, and whoever could make us believe it would have us revoke the certificates of any app.
 */
function keyOf(der: Uint8Array, type: Shape | undefined, named: Named): string | undefined {
  if (type === undefined || type === 'encrypted' || (named === 'rsa' && !isRsa(der, type))) return undefined;
  try {
    const key = createPrivateKey({ key: structure(der), format: 'der', type });
    const publicKey = createPublicKey(key);
    return isProven(key, publicKey) ? keyHash(publicKey.export({ type: 'spki', format: 'der' })) : undefined;
  } catch {
    // whatever it is, it looks like a key: without a hash it is an alarm all the same
    return undefined;
  }
}

/** Told without opening it: 1.2.840.113549.1.1.1 stands in the first bytes (RFC 8017 appendix A.1). */
function isRsa(der: Uint8Array, type: Shape): boolean {
  return type === 'pkcs1' || Buffer.from(der.subarray(0, 32)).includes(rsaEncryption);
}

function isProven(key: KeyObject, publicKey: KeyObject): boolean {
  const { asymmetricKeyType: type, asymmetricKeyDetails: { namedCurve } = {} } = key;
  if (type === 'rsa') return isFactored(key);
  // on a curve of the file's own making it could take any time
  if (type !== 'ed25519' && type !== 'ed448' && namedCurve === undefined) return false;
  const hash = type === 'ec' ? 'sha256' : undefined;
  const message = Buffer.from('this key is no secret any more');
  return verify(hash, message, publicKey, sign(hash, message, key));
}

/**
 * Whoever can name the factors has the key, and multiplying them costs nothing. A signature with numbers that were made
 * up to be slow took a second (measured), and there can be a hundred of them in a pull request.
 */
function isFactored(key: KeyObject): boolean {
  const { n, p, q } = key.export({ format: 'jwk' });
  const [modulus, one, other] = [n, p, q].map((text = '') => {
    return BigInt(`0x0${Buffer.from(text, 'base64url').toString('hex')}`);
  }) as [bigint, bigint, bigint];
  return one > 1n && other > 1n && one * other === modulus;
}

function distinct(found: readonly PrivateKeyFound[]): PrivateKeyFound[] {
  const seen = new Set<string>();
  return found.filter(({ line, key }) => {
    const name = key ?? `line ${line}`;
    // a block is found once by its BEGIN line, and once more by the base64 on the line below it
    if (seen.has(name) || (key === undefined && seen.has(`line ${line - 1}`))) return false;
    seen.add(name);
    if (key !== undefined) seen.add(`line ${line}`);
    return true;
  });
}

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
