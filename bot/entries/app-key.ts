// SPDX-License-Identifier: MIT
import { createPrivateKey } from 'node:crypto';
import { BotError } from '../bot-error.js';

const hint = 'Give the .pem file that GitHub made for the App (its settings, "Generate a private key"), whole.';

/**
 * The App's private key as PKCS#8. GitHub gives PKCS#1, and people put it into variables with `\n` for line breaks, or as
 * base64 of the whole, which Probot takes too.
 * @param what names where it was given, for the message
 * @throws BotError `bad-environment`; the text never carries what was read
 */
export function readAppKey(text: string, what: string): string {
  const isPem = text.includes('-----BEGIN');
  const pem = isPem ? text.replaceAll('\\n', '\n') : Buffer.from(text, 'base64').toString('utf8');
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'rsa') return key.export({ type: 'pkcs8', format: 'pem' }).toString();
  } catch {
    // what OpenSSL says of it helps nobody
  }
  throw new BotError('bad-environment', `${what}: it is no RSA private key in PEM form.`, { hint });
}
