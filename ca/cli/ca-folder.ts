// SPDX-License-Identifier: MIT
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { Certificate } from '../../common/certificate.js';
import type { Authority } from '../authority.js';
import { AuthorityError } from '../authority-error.js';
import type { NewAuthority } from '../init-authority.js';
import { defaultProfile, profileByName } from '../issue/profile.js';
import { PemSigner } from '../key/pem-signer.js';

/** `ca.yml`: where key and certificates are, and what certificates look like. Paths are relative to the folder. */
interface Configuration {
  /** an encrypted PEM file */
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

/** A folder with everything that an authority is, but for the passphrase. */
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
  static create(folder: string, authority: NewAuthority, passphrase: string): void {
    const files = {
      'intermediate.key': { text: authority.encryptKey({ passphrase }), mode: 0o600 },
      'intermediate.crt': { text: authority.intermediate.toPem(), mode: 0o644 },
      'root.crt': { text: authority.bundle, mode: 0o644 },
      'ca.yml': { text: stringify(defaults), mode: 0o644 },
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

  /** @throws AuthorityError `bad-ca-folder`, `wrong-passphrase`; InputError `not-a-certificate` */
  open(passphrase: string, profile = this.#configuration.profile): Authority {
    const { key } = this.#configuration;
    const signer = PemSigner.open(this.#read(key), passphrase, join(this.folder, key));
    return { issuer: this.issuer, signer, profile: profileByName(profile) };
  }

  get issuer(): Certificate {
    const { certificate } = this.#configuration;
    return Certificate.fromPem(this.#read(certificate), join(this.folder, certificate));
  }

  /** PEM: the intermediate and the root */
  get bundle(): string {
    return this.#read(this.#configuration.bundle);
  }

  #readConfiguration(): Partial<Configuration> {
    const file = join(this.folder, 'ca.yml');
    const value: unknown = parse(this.#read('ca.yml'));
    const entries: [string, unknown][] = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    const wrong = entries.find(([name, text]) => !Object.hasOwn(defaults, name) || typeof text !== 'string');
    if (wrong === undefined) return Object.fromEntries(entries);
    throw new AuthorityError('bad-ca-folder', `${file}: "${wrong[0]}" is no setting, or no text.`, {
      hint: `The settings are ${Object.keys(defaults).join(', ')}.`,
      file,
    });
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
