// SPDX-License-Identifier: MIT
import { Certificate } from '../../common/certificate.js';
import type { Arguments, Terminal } from '../../common/command.js';
import { InputError } from '../../common/input-error.js';
import {
  type AuthorityOptions,
  initAuthority,
  initAuthorityOverKey,
  initSuccessor,
  type IssuingAuthority,
} from '../init-authority.js';
import { encryptPrivateKey, generateRsaKey } from '../key/encrypted-key.js';
import { PemSigner } from '../key/pem-signer.js';
import { Pkcs11Uri } from '../key/pkcs11-uri.js';
import type { Signer } from '../key/signer.js';
import { type KeyPlace, openToken } from './ca-folder.js';
import { readBytes } from './repository-option.js';
import { type AskSecret, readSecret, type Secret } from './secret.js';

export interface MadeAuthority {
  readonly authority: IssuingAuthority;
  readonly key: KeyPlace;
  /** of a root that is new */
  readonly encryptedRootKey?: () => string;
}

/** What `init` was asked for: with a new root or under one that is there, with a new key or over one in a token. */
export async function makeAuthority(
  args: Arguments,
  terminal: Terminal,
  options: AuthorityOptions & { readonly keyBits: number },
): Promise<MadeAuthority> {
  const ask: AskSecret = (secret) => readSecret(args, terminal, secret);
  const text = args.text('key');
  const root = args.text('root');
  if (text === undefined) {
    const passphrase = await askNew(ask, { name: 'passphrase of the new key' });
    const rootPassphrase = hasOwnPassphrase(args) ? await askRoot(ask, root === undefined) : passphrase;
    if (root === undefined) {
      const authority = await initAuthority(options);
      return {
        authority,
        key: { encrypted: authority.encryptKey({ passphrase }) },
        encryptedRootKey: () => authority.encryptRootKey({ passphrase: rootPassphrase }),
      };
    }
    const existing = readRoot(args, terminal, root, rootPassphrase);
    const key = await generateRsaKey(options.keyBits);
    const authority = await initSuccessor(existing, new PemSigner(key), options);
    return { authority, key: { encrypted: encryptPrivateKey(key, { passphrase }) } };
  }
  // the root's key has a passphrase of its own: a PIN of some digits protects a token, which counts the tries, but no file
  const uri = Pkcs11Uri.parse(text, '--key');
  const rootPassphrase = args.text('root-key') === undefined ? '' : await askRoot(ask, root === undefined);
  const existing = root === undefined ? undefined : readRoot(args, terminal, root, rootPassphrase);
  const signer = await openToken(uri, ask);
  try {
    if (existing !== undefined) return { authority: await initSuccessor(existing, signer, options), key: { uri } };
    const authority = await initAuthorityOverKey(signer, options);
    return {
      authority,
      key: { uri },
      encryptedRootKey: () => authority.encryptRootKey({ passphrase: rootPassphrase }),
    };
  } finally {
    await signer.close();
  }
}

/** The root that signs itself, in a file of its own or in the bundle; and its key. */
function readRoot(
  args: Arguments,
  terminal: Terminal,
  file: string,
  passphrase: string,
): { certificate: Certificate; signer: Signer } {
  const keyFile = args.required('root-key');
  const certificates = Certificate.allFromPem(readBytes(terminal, file).toString('latin1'), file);
  const certificate = certificates.find((one) => one.issuer.equals(one.subject) && one.isSignedBy(one.publicKey));
  if (certificate === undefined) {
    throw new InputError('not-a-certificate', `${file} holds no root, which is a certificate that signed itself.`, {
      hint: 'Give the root’s certificate, or the bundle that it stands in.',
      file,
    });
  }
  return { certificate, signer: PemSigner.open(readBytes(terminal, keyFile).toString('latin1'), passphrase, keyFile) };
}

function hasOwnPassphrase(args: Arguments): boolean {
  return args.text('root-passphrase-file') !== undefined || args.text('root-passphrase-fd') !== undefined;
}

async function askRoot(ask: AskSecret, isNew: boolean): Promise<string> {
  const secret: Secret = { name: 'passphrase of the root’s key', option: 'root-passphrase' };
  return isNew ? askNew(ask, secret) : ask(secret);
}

async function askNew(ask: AskSecret, secret: Secret): Promise<string> {
  const text = await ask({ ...secret, isNew: true });
  if (text !== '') return text;
  throw new InputError('bad-usage', `The ${secret.name} is empty.`, {
    hint: 'Take one that nobody can guess: the file with the key may be copied, and tried for ever.',
  });
}
