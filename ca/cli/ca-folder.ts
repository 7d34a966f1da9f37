// SPDX-License-Identifier: MIT
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { Certificate } from '../../common/certificate.js';
import { printable } from '../../common/render/printable.js';
import { readSettings } from '../../common/settings-file.js';
import type { Authority } from '../authority.js';
import { AuthorityError } from '../authority-error.js';
import type { IssuingAuthority } from '../init-authority.js';
import { defaultProfile, profileByName, profiles } from '../issue/profile.js';
import { PemSigner } from '../key/pem-signer.js';
import { Pkcs11Signer } from '../key/pkcs11-signer.js';
import { Pkcs11Uri } from '../key/pkcs11-uri.js';
import type { Signer } from '../key/signer.js';
import type { AskSecret } from './secret.js';

/** `ca.yml`: where key and certificates are, and what certificates look like. Paths are relative to the folder. */
interface Configuration {
  /** an encrypted PEM file, or the PKCS#11 URI of a key in a token */
  readonly key: string;
  readonly certificate: string;
  readonly bundle: string;
  readonly profile: string;
}

const defaults: Configuration = {
  key: 'intermediate.key',
  certificate: 'intermediate.crt',
  bundle: 'root.crt',
  profile: defaultProfile,
};

/** Where a new authority's key is: in a file that is written too, or in a token. */
export type KeyPlace = { readonly encrypted: string } | { readonly uri: Pkcs11Uri };

/** A folder with everything that an authority is, but for its secret. */
export class CaFolder {
  readonly #configuration: Configuration;

  /** @throws AuthorityError `bad-ca-folder` */
  constructor(readonly folder: string) {
    this.#configuration = { ...defaults, ...this.#readConfiguration() };
  }

  /**
   * Writes a new authority into a folder that holds none.
   * @throws AuthorityError `already-there`
   */
  static create(folder: string, authority: IssuingAuthority, key: KeyPlace): void {
    const settings = 'uri' in key ? { ...defaults, key: key.uri.text } : defaults;
    const files = {
      ...('encrypted' in key && { [defaults.key]: { text: key.encrypted, mode: 0o600 } }),
      [defaults.certificate]: { text: authority.intermediate.toPem(), mode: 0o644 },
      [defaults.bundle]: { text: authority.bundle, mode: 0o644 },
      'ca.yml': { text: stringify(settings, { lineWidth: 0 }), mode: 0o644 },
    };
    CaFolder.refuseExisting(folder);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const [name, { text, mode }] of Object.entries(files))
      writeFileSync(join(folder, name), text, { mode, flag: 'wx' });
  }

  /** @throws AuthorityError `already-there` */
  static refuseExisting(folder: string): void {
    const there = ['ca.yml', defaults.key, defaults.certificate, defaults.bundle]
      .map((name) => join(folder, name))
      .find((file) => existsSync(file));
    if (there === undefined) return;
    throw new AuthorityError('already-there', `${there} is there already; nothing was written.`, {
      hint: 'Take an empty folder: an authority is never made over another.',
      file: there,
    });
  }

  /**
   * Opens the key. Its secret is asked for when everything else is in order; the signer is to be closed at the end.
   * @throws AuthorityError `bad-ca-folder`, `wrong-issuer`, `wrong-passphrase`, `bad-key-uri`, and those of
   *   `Pkcs11Signer.open`; InputError `not-a-certificate`
   */
  async open(ask: AskSecret, profile = this.#configuration.profile): Promise<Authority> {
    const { issuer } = this;
    const wanted = profileByName(profile);
    const signer = await this.#openKey(ask);
    if (signer.publicKey.equals(issuer.publicKey)) return { issuer, signer, profile: wanted };
    await signer.close?.();
    const { key, certificate } = this.#configuration;
    throw new AuthorityError('wrong-issuer', `The key ${key} is not the one of ${certificate}.`, {
      hint: `Name the key and the certificate of the same authority in ${join(this.folder, 'ca.yml')}.`,
      file: join(this.folder, certificate),
    });
  }

  get issuer(): Certificate {
    const { certificate } = this.#configuration;
    return Certificate.fromPem(this.#read(certificate), join(this.folder, certificate));
  }

  /** PEM: the intermediate and the root */
  get bundle(): string {
    return this.#read(this.#configuration.bundle);
  }

  async #openKey(ask: AskSecret): Promise<Signer> {
    const { key } = this.#configuration;
    if (Pkcs11Uri.isMeant(key)) {
      const uri = Pkcs11Uri.parse(key, `The key in ${join(this.folder, 'ca.yml')}`);
      return openToken(uri, ask);
    }
    const pem = this.#read(key);
    return PemSigner.open(pem, await ask({ name: `passphrase of ${key}` }), join(this.folder, key));
  }

  #readConfiguration(): Partial<Configuration> {
    const file = join(this.folder, 'ca.yml');
    const fail = (what: string, line: number): AuthorityError =>
      new AuthorityError('bad-ca-folder', `${file}:${line}: ${printable(what)}.`, {
        hint: `The settings are ${Object.keys(defaults).join(', ')}; each is a text.`,
        file,
        line,
      });
    const entries = readSettings(this.#read('ca.yml'), fail).map(({ at, value, line }): [string, string] => {
      if (!Object.hasOwn(defaults, at)) throw fail(`there is no setting "${at}"`, line);
      if (typeof value !== 'string') throw fail(`"${at}" has to be a text`, line);
      if (at === 'profile' && !Object.hasOwn(profiles, value))
        throw fail(`"profile" has to be ${Object.keys(profiles).join(' or ')}, not "${value}"`, line);
      return [at, value];
    });
    return Object.fromEntries(entries);
  }

  #read(name: string): string {
    try {
      return readFileSync(join(this.folder, name), 'utf8');
    } catch (cause) {
      throw new AuthorityError('bad-ca-folder', `${join(this.folder, name)} cannot be read.`, {
        hint: 'Give the folder that "nextcloud-ca init" made, or one with a ca.yml.',
        cause,
        file: join(this.folder, name),
      });
    }
  }
}

/** A key in a token, its PIN from wherever it is to be had. */
export function openToken(uri: Pkcs11Uri, ask: AskSecret): Promise<Pkcs11Signer> {
  return Pkcs11Signer.open(uri, ({ label }) => ask({ name: `PIN of the token "${label}"`, file: uri.pinFile }));
}
