// SPDX-License-Identifier: MIT
import { type ReviewRule, type ReviewSubject, when } from './review-subject.js';
import { hasClosePrimes, isRoca, sharedFactor, smallFactor } from './weak-key.js';

const newKey =
  'Make a new key and request: openssl req -nodes -newkey rsa:4096 -keyout APP_ID.key -out APP_ID.csr -subj "/CN=APP_ID".';
const hasKey = ({ rsaKey }: ReviewSubject): boolean => rsaKey !== undefined;
const store = 'the store and every server verify RSA only';

/** The key and the signature of the request. */
export const keyRules: readonly ReviewRule[] = [
  {
    id: 'request-version',
    severity: 'error',
    applies: ({ request }) => request !== undefined,
    message: 'The request’s version is not 0.',
    fix: newKey,
    source: 'RFC 2986 section 4.1',
    check: ({ request }) => when(request?.version !== 0n),
  },
  {
    id: 'request-signature',
    severity: 'error',
    applies: hasKey,
    message: 'The request is not signed with the key that it names: it was changed, or put together from two.',
    fix: newKey,
    source: 'RFC 2986 section 4.2',
    check: ({ request }) => when(request?.signatureHash !== undefined && !request.isSelfSigned),
  },
  {
    id: 'request-signature-hash',
    severity: 'error',
    applies: hasKey,
    message: 'The request is not signed with RSA and SHA-256, SHA-384 or SHA-512.',
    fix: `Add -sha256: ${newKey}`,
    source: 'RFC 8017 section 8.2; SHA-1 is broken (2020)',
    check: ({ request, policy, now, current, key }) => {
      const hash = request?.signatureHash;
      if (hash === 'sha1') {
        const inTime = policy.sha1Until !== undefined && now <= policy.sha1Until;
        // who holds the key of a renewal was shown when it was certified: one in three of 2016 was signed so
        const tolerated = inTime || current?.key === key;
        return [{ message: 'The request is signed with SHA-1.', severity: tolerated ? 'warning' : 'error' }];
      }
      return when(hash !== 'sha256' && hash !== 'sha384' && hash !== 'sha512');
    },
  },
  {
    id: 'key-type',
    severity: 'error',
    applies: ({ request }) => request !== undefined,
    message: 'The key is not an RSA key that can be read.',
    fix: newKey,
    source: store,
    check: ({ rsaKey, request }) =>
      when(rsaKey === undefined, { message: `The key is ${typeOf(request?.publicKey?.asymmetricKeyType)}; ${store}.` }),
  },
  {
    id: 'key-size',
    severity: 'error',
    applies: hasKey,
    message: 'The key is too short.',
    fix: newKey,
    source: 'developer documentation of the store: 4096 bits; app-certificate-requests#170, #1013, #1123',
    check: ({ rsaKey, policy, now, current, key }) => {
      const bits = rsaKey?.bits ?? 0;
      if (bits >= policy.minimumKeyBits) return [];
      const message = `The key has ${bits} bits; ${policy.minimumKeyBits} are the least.`;
      const inTime = policy.shorterKeysUntil !== undefined && now <= policy.shorterKeysUntil;
      // a renewal of what was certified before is not a new request
      const tolerated = bits >= 2048 && (inTime || current?.key === key);
      return [{ message, severity: tolerated ? 'warning' : 'error' }];
    },
  },
  {
    id: 'key-exponent',
    severity: 'error',
    applies: hasKey,
    message: 'The public exponent is even, below 65537, or longer than 32 bits.',
    fix: newKey,
    source: 'NIST SP 800-89 section 5.3.3; every key ever certified has 65537',
    check: ({ rsaKey }) => {
      const exponent = rsaKey?.exponent ?? 0n;
      return when(exponent < 65537n || exponent % 2n === 0n || exponent >= 1n << 32n);
    },
  },
  {
    id: 'key-weak-factor',
    severity: 'error',
    applies: hasKey,
    message: 'A small prime divides the key.',
    fix: newKey,
    source: 'a sound generator makes no such key',
    check: ({ rsaKey, deep }) => when(smallFactor(rsaKey?.modulus ?? 1n, deep ? 100_000 : 1000) !== undefined),
  },
  {
    id: 'key-weak-roca',
    severity: 'error',
    applies: hasKey,
    message: 'The key was made by a faulty smart card or TPM and can be broken (ROCA).',
    fix: newKey,
    source: 'CVE-2017-15361',
    check: ({ rsaKey }) => when(isRoca(rsaKey?.modulus ?? 1n)),
  },
  {
    id: 'key-weak-close-primes',
    severity: 'error',
    applies: hasKey,
    message: 'The two primes of the key lie so near each other that it can be broken.',
    fix: newKey,
    source: 'CVE-2022-26320',
    check: ({ rsaKey, deep }) => when(hasClosePrimes(rsaKey?.modulus ?? 1n, deep ? 10_000 : 100)),
  },
  {
    id: 'key-weak-shared',
    severity: 'error',
    applies: ({ rsaKey, deep }) => rsaKey !== undefined && deep !== undefined,
    message: 'The key shares a prime with another key: both can be broken.',
    fix: newKey,
    source: 'Heninger and others, "Mining your Ps and Qs", 2012',
    check: ({ rsaKey, deep }) =>
      when(
        rsaKey !== undefined &&
          deep !== undefined &&
          sharedFactor(rsaKey.modulus, deep.otherModuli(rsaKey.modulus)) !== undefined,
      ),
  },
];

function typeOf(type: string | undefined): string {
  if (type === undefined) return 'damaged, or of a kind that is unknown here';
  return type === 'rsa' ? 'a damaged RSA key' : `of type ${type}`;
}
