// SPDX-License-Identifier: MIT
import { verify } from 'node:crypto';
import { inspect } from 'node:util';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { PKCS11 } from 'pkcs11js';
import { attribute, ck, type Cryptoki, tokenFlag } from '../../../ca/key/cryptoki.js';
import { generateRsaKey } from '../../../ca/key/encrypted-key.js';
import { loadCryptoki } from '../../../ca/key/load-cryptoki.js';
import { PemSigner } from '../../../ca/key/pem-signer.js';
import { Pkcs11Library } from '../../../ca/key/pkcs11-library.js';
import { Pkcs11Signer } from '../../../ca/key/pkcs11-signer.js';
import { Pkcs11Uri } from '../../../ca/key/pkcs11-uri.js';
import { hasTokens, pin, SoftTokens } from './support/soft-token.js';

const hashes = ['sha256', 'sha384', 'sha512'] as const;
const data = Buffer.from('what is to be signed');
const readWrite = 2;
const describeToken = hasTokens ? describe : describe.skip;

describeToken('a key in a token of SoftHSM', () => {
  const tokens = new SoftTokens();
  const open: Pkcs11Signer[] = [];
  let asked = 0;
  let logins = 0;
  /** calls that fail or lie, as those of SoftHSM never do */
  let instead: (real: Cryptoki) => Partial<Cryptoki> = () => ({});

  /** The real library, counted and tampered with. */
  const load = async (path: string): Promise<Cryptoki> => {
    const real = await loadCryptoki(path);
    const changes = new Map<unknown, unknown>(Object.entries(instead(real)));
    return new Proxy(real, {
      get: (_, name) => {
        if (name === 'C_Login') logins++;
        // the addon's methods know their object by `this`
        const value: unknown = changes.get(name) ?? Reflect.get(real, name);
        return typeof value === 'function' ? (value.bind(real) as unknown) : value;
      },
    });
  };

  async function openKey(path = 'token=ca;object=ca-key', given = pin): Promise<Pkcs11Signer> {
    const askPin = async (): Promise<string> => {
      asked++;
      return given;
    };
    const signer = await Pkcs11Signer.open(Pkcs11Uri.parse(tokens.uri(path)), askPin, (uri) =>
      Pkcs11Library.open(uri, load),
    );
    open.push(signer);
    return signer;
  }

  const refusal = async (path: string, given?: string) => caught(openKey(path, given));

  beforeAll(async () => {
    await tokens.use();
    for (const label of ['ca', 'twin', 'twin', 'empty']) tokens.add(label);
    tokens.addKey('ca', 'ca-key', '01');
    tokens.addKey('ca', 'double', '02');
    tokens.addKey('ca', 'double', '03');
    tokens.addKey('ca', 'careful', '05', '--always-auth');
  });

  afterEach(async () => {
    for (const signer of open.splice(0)) await signer.close();
    [asked, logins, instead] = [0, 0, () => ({})];
  });

  it('signs with every hash as its public half says', async () => {
    const signer = await openKey();
    expect(signer.publicKey.asymmetricKeyDetails).toMatchObject({ modulusLength: 2048, publicExponent: 65537n });
    for (const hash of hashes) expect(verify(hash, data, signer.publicKey, await signer.sign(hash, data))).toBe(true);
    expect([asked, logins]).toEqual([1, 1]);
  });

  it('signs byte for byte what a PEM file with the same key signs', async () => {
    const key = await generateRsaKey(2048);
    tokens.importKey('ca', 'imported', '0a', key);
    const [inToken, inFile] = [await openKey('token=ca;object=imported'), new PemSigner(key)];
    expect(inToken.publicKey.equals(inFile.publicKey)).toBe(true);
    for (const hash of hashes)
      expect(Buffer.from(await inToken.sign(hash, data))).toEqual(Buffer.from(inFile.sign(hash, data)));
  });

  it('signs one after the other what is asked for at once', async () => {
    let [running, most] = [0, 0];
    instead = (real) => ({
      C_SignAsync: async (...args) => {
        most = Math.max(most, ++running);
        const signature = await real.C_SignAsync(...args);
        running--;
        return signature;
      },
    });
    const signer = await openKey();
    const texts = Array.from({ length: 20 }, (_, index) => Buffer.from(`text ${index}`));
    const signatures = await Promise.all(texts.map((text) => signer.sign('sha256', text)));
    for (const [index, text] of texts.entries())
      expect(verify('sha256', text, signer.publicKey, signatures[index]!)).toBe(true);
    expect(most).toBe(1);
  });

  it('gives the PIN again for each signature where the key wants that', async () => {
    const signer = await openKey('token=ca;object=careful');
    for (const hash of hashes) expect(verify(hash, data, signer.publicKey, await signer.sign(hash, data))).toBe(true);
    expect([asked, logins]).toEqual([1, 4]);
  });

  it('lets the token hash where it does not sign what was hashed', async () => {
    await tokens.use('slots.mechanisms = -CKM_RSA_PKCS');
    try {
      const signer = await openKey();
      for (const hash of hashes) expect(verify(hash, data, signer.publicKey, await signer.sign(hash, data))).toBe(true);
    } finally {
      await tokens.use();
    }
  });

  it('finds the token by what it says of itself', async () => {
    const { slot, serialNumber } = await tokenInfo('ca');
    const number = slot.readBigUInt64LE();
    const all = `serial=${serialNumber};slot-id=0${number};model=SoftHSM%20v2;manufacturer=SoftHSM%20project`;
    const library = 'library-manufacturer=SoftHSM;library-description=Implementation%20of%20PKCS11';
    await openKey(`${all};${library};slot-manufacturer=SoftHSM%20project;id=%01;type=private`);
    for (const other of ['model=other', 'slot-id=1', 'library-version=99', 'slot-description=other'])
      expect(await refusal(`token=ca;${other}`)).toMatchObject({ code: 'token-absent' });
    expect(asked).toBe(1);
  });

  it.each([
    ['no such token', 'token=absent', 'token-absent', /"ca" \(SoftHSM v2, serial \w+\).*"empty"/],
    ['two such tokens', 'token=twin', 'token-ambiguous', /"twin" .*"twin"/],
    ['no such key', 'token=ca;object=absent', 'key-absent', /It has .*"ca-key" \(id 01\)/],
    ['no such id', 'token=ca;object=ca-key;id=%02', 'key-absent', /"ca-key" \(id 01\)/],
    ['no key at all', 'token=empty', 'key-absent', /It has no private RSA key/],
    ['two such keys', 'token=ca;object=double', 'key-ambiguous', /"double" \(id 02\), "double" \(id 03\)/],
  ])('says what there is where there is %s', async (_, path, code, message) => {
    expect(await refusal(path)).toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it.each([
    ['does not sign', attribute.sign, /is not for signing/],
    ['does not tell its public half', attribute.modulus, /does not tell its public half/],
  ])('refuses a key that %s', async (_, missing, message) => {
    instead = (real) => ({
      C_GetAttributeValue: (session, object, template) => {
        if (template[0]?.type === missing) throw new Error('CKR_ATTRIBUTE_TYPE_INVALID:18');
        return real.C_GetAttributeValue(session, object, template);
      },
    });
    expect(await refusal('token=ca;object=ca-key')).toMatchObject({
      code: 'key-unusable',
      message: expect.stringMatching(message),
    });
  });

  it('learns the public exponent from the public key where the private key does not know it', async () => {
    const { publicKey } = await openKey();
    let told = 0;
    instead = (real) => ({
      C_GetAttributeValue: (session, object, template) => {
        if (template[0]?.type === attribute.publicExponent && told++ === 0)
          throw new Error('CKR_ATTRIBUTE_TYPE_INVALID:18');
        return real.C_GetAttributeValue(session, object, template);
      },
    });
    await open.pop()?.close();
    expect((await openKey()).publicKey.equals(publicKey)).toBe(true);
    expect(told).toBe(2);
  });

  it('takes one of two keys by its id', async () => {
    const [two, three] = [await openKey('token=ca;id=%02'), await openKey('token=ca;object=double;id=%03')];
    expect(two.publicKey.equals(three.publicKey)).toBe(false);
  });

  it('tries a wrong PIN once, warns, and tells nothing of it', async () => {
    const error = await refusal('token=ca', '99887766');
    expect(error).toMatchObject({ code: 'wrong-pin', outcome: 'unusable', hint: expect.stringContaining('lock') });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('99887766');
    expect([asked, logins]).toEqual([1, 1]);
  });

  it.each([
    ['empty', ''],
    ['too short', '123'],
    ['too long', '1'.repeat(256)],
  ])('does not spend a try on a PIN that is %s', async (_, given) => {
    expect(await refusal('token=ca', given)).toMatchObject({
      code: 'wrong-pin',
      hint: expect.stringContaining('not tried'),
    });
    expect(logins).toBe(0);
  });

  it('says when the next wrong PIN locks the token, and when it is locked', async () => {
    const flagged =
      (flag: number, afterLogin = true) =>
      (real: Cryptoki): Partial<Cryptoki> => ({
        C_GetTokenInfo: (slot) => {
          const info = real.C_GetTokenInfo(slot);
          return logins > 0 || !afterLogin ? { ...info, flags: info.flags | flag } : info;
        },
      });
    instead = flagged(tokenFlag.userPinFinalTry);
    expect(await refusal('token=ca', '99887766')).toMatchObject({
      code: 'wrong-pin',
      message: expect.stringContaining('THE NEXT WRONG PIN LOCKS IT'),
    });
    logins = 0;
    instead = flagged(tokenFlag.userPinLocked);
    expect(await refusal('token=ca', '99887766')).toMatchObject({ code: 'pin-locked' });
    [asked, logins] = [0, 0];
    instead = flagged(tokenFlag.userPinLocked, false);
    expect(await refusal('token=ca')).toMatchObject({ code: 'pin-locked' });
    instead = flagged(tokenFlag.protectedAuthenticationPath, false);
    expect(await refusal('token=ca')).toMatchObject({ code: 'key-unusable' });
    expect([asked, logins]).toEqual([0, 0]);
  });

  it.each([
    ['CKR_PIN_LOCKED:164', 'pin-locked', 'unusable'],
    ['CKR_PIN_EXPIRED:163', 'wrong-pin', 'unusable'],
    ['CKR_USER_PIN_NOT_INITIALIZED:258', 'wrong-pin', 'unusable'],
    ['CKR_DEVICE_REMOVED:50', 'token-absent', 'unusable'],
    ['CKR_GENERAL_ERROR:5', 'token-failed', 'outside'],
    ['CKR_VENDOR_DEFINED:2147483649', 'token-failed', 'outside'],
  ])('has an error of its own for %s', async (name, code, outcome) => {
    instead = () => ({ C_Login: failing(name) });
    expect(await refusal('token=ca')).toMatchObject({ code, outcome, message: expect.stringContaining('"ca"') });
  });

  it('opens a new session where the first is lost', async () => {
    const signer = await openKey();
    const before = await signer.sign('sha256', data);
    await closeAllSessions('ca');
    expect(await signer.sign('sha256', data)).toEqual(before);
    expect([asked, logins]).toEqual([1, 2]);
  });

  it('gives up where the second is lost too', async () => {
    let signings = 0;
    const removed = failing('CKR_DEVICE_REMOVED:50');
    instead = () => ({
      C_SignInit: () => {
        signings++;
        removed();
      },
    });
    const signer = await openKey();
    expect(await caught(signer.sign('sha256', data))).toMatchObject({ code: 'token-absent' });
    expect(signings).toBe(2);
  });

  it('does not sign with another key that took the place of the first', async () => {
    tokens.addKey('ca', 'changing', '06');
    const signer = await openKey('token=ca;object=changing');
    for (const type of ['privkey', 'pubkey']) tokens.tool('ca', '--delete-object', '--type', type, '--id', '06');
    tokens.addKey('ca', 'changing', '06');
    await closeAllSessions('ca');
    expect(await caught(signer.sign('sha256', data))).toMatchObject({ code: 'key-unusable' });
  });

  it('never again gives a token a PIN that it refused', async () => {
    tokens.add('moody');
    tokens.addKey('moody', 'key', '01');
    const signer = await openKey('token=moody');
    await signer.sign('sha256', data);
    const changing = await elsewhere();
    const { slot } = await tokenInfo('moody');
    changing.C_SetPIN(changing.C_OpenSession(slot, ck.serialSession | readWrite), pin, '24681357');
    changing.C_CloseAllSessions(slot);
    const refused = await caught(signer.sign('sha256', data));
    expect(refused).toMatchObject({ code: 'wrong-pin' });
    expect(await Promise.all([signer.sign('sha256', data), signer.sign('sha256', data)].map(caught))).toEqual([
      refused,
      refused,
    ]);
    expect(logins).toBe(2);
  });

  it('finishes what was asked for before it is closed, and signs nothing after', async () => {
    const signer = await openKey();
    const last = signer.sign('sha256', data);
    await signer.close();
    expect(verify('sha256', data, signer.publicKey, await last)).toBe(true);
    await expect(signer.sign('sha256', data)).rejects.toThrow('closed');
    await signer.close();
    await openKey();
  });

  it('shares a library: closing one key leaves the other open', async () => {
    const [one, other] = [await openKey(), await openKey('token=ca;id=%02')];
    await one.close();
    expect(verify('sha256', data, other.publicKey, await other.sign('sha256', data))).toBe(true);
  });

  it('keeps the key in the token, and shows nothing of it or the PIN', async () => {
    const signer = await openKey();
    expect(inspect(signer, { depth: 9, showHidden: true })).toBe('[private key]');
    expect(JSON.stringify({ signer })).toBe('{"signer":"[private key]"}');
    expect(String(signer)).toBe('[private key]');
    expect(Object.getOwnPropertyNames(signer)).toEqual([]);
    expect(structuredClone(signer)).toEqual({});
    const library = await Pkcs11Library.open(Pkcs11Uri.parse(tokens.uri('')));
    const { cryptoki } = library;
    const session = cryptoki.C_OpenSession((await tokenInfo('ca')).slot, ck.serialSession);
    cryptoki.C_FindObjectsInit(session, [
      { type: 0, value: ck.classPrivateKey },
      { type: 0x3, value: 'ca-key' },
    ]);
    const [key] = cryptoki.C_FindObjects(session, 1);
    const [privateExponent, prime] = [0x123, 0x124];
    for (const type of [privateExponent, prime])
      expect(() => cryptoki.C_GetAttributeValue(session, key!, [{ type }])).toThrow('CKR_ATTRIBUTE_SENSITIVE');
    library.close();
  });

  it('says so where the library is none', async () => {
    const open = (query: string) => caught(Pkcs11Library.open(Pkcs11Uri.parse(`pkcs11:${query}`)));
    expect(await open('?module-path=/absent.so')).toMatchObject({ code: 'token-library' });
    const notElf = encodeURI(new URL(import.meta.url).pathname);
    expect(await open(`?module-path=${notElf}`)).toMatchObject({
      code: 'token-library',
      hint: expect.stringContaining('module-path'),
    });
    expect(await open('')).toMatchObject({ code: 'token-library' });
  });

  async function tokenInfo(label: string) {
    const cryptoki = await loadCryptoki(tokens.module);
    const slots = await whileInitialized(cryptoki, () =>
      cryptoki.C_GetSlotList(true).map((slot) => ({ slot, ...cryptoki.C_GetTokenInfo(slot) })),
    );
    return slots.find((info) => info.label.trim() === label)!;
  }

  /** The library that the signer has open, from elsewhere in this process. */
  async function elsewhere() {
    return (await loadCryptoki(tokens.module)) as Cryptoki & Pick<PKCS11, 'C_SetPIN' | 'C_CloseAllSessions'>;
  }

  /** As where a token's service starts anew. */
  async function closeAllSessions(label: string): Promise<void> {
    (await elsewhere()).C_CloseAllSessions((await tokenInfo(label)).slot);
  }
});

async function whileInitialized<Result>(cryptoki: Cryptoki, action: () => Result): Promise<Result> {
  let ours = true;
  try {
    cryptoki.C_Initialize();
  } catch {
    ours = false;
  }
  const result = action();
  if (ours) cryptoki.C_Finalize();
  return result;
}

function failing(message: string): () => never {
  return () => {
    throw new Error(message);
  };
}

async function caught(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error('nothing was thrown');
    },
    (error: unknown) => error,
  );
}
