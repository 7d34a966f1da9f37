// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { type KeyObject } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { SHARE_ENV, Worker } from 'node:worker_threads';
import { findModule } from '../../../../ca/key/pkcs11-module.js';
import { needs, needsPackage } from '../../../support/needs.js';
import { testFolder } from '../../support/authority.js';

const build = 'npm rebuild pkcs11js --ignore-scripts=false';

/** True where tokens can be had: SoftHSM, the program that makes keys in them, and the binding, built. */
export const hasTokens = [
  needs('softhsm2-util', 'softhsm2'),
  needs('pkcs11-tool', 'opensc'),
  needsPackage('pkcs11js', build),
].every((there) => there);

export const pin = '2468';
const officerPin = '13579';

/** Tokens of SoftHSM in a folder that is gone after the test file. */
export class SoftTokens {
  readonly #folder = testFolder();
  /** Makes this process, and those that it starts, see these tokens; more lines for SoftHSM's configuration may be given. */
  async use(...settings: string[]): Promise<void> {
    const tokens = join(this.#folder.path, 'tokens');
    mkdirSync(tokens, { recursive: true });
    const lines = [`directories.tokendir = ${tokens}`, 'objectstore.backend = file', 'log.level = ERROR', ...settings];
    const configuration = this.#folder.put('softhsm2.conf', `${lines.join('\n')}\n`);
    // Jest's process.env is a copy, which a C library does not see
    const code = `process.env.SOFTHSM2_CONF = ${JSON.stringify(configuration)}`;
    await new Promise((done) => new Worker(code, { eval: true, env: SHARE_ENV }).once('exit', done));
  }

  get module(): string {
    return findModule(undefined, 'softhsm2');
  }

  add(label: string): void {
    run('softhsm2-util', '--init-token', '--free', '--label', label, '--pin', pin, '--so-pin', officerPin);
  }

  /** A new pair of 2,048 bits. */
  addKey(token: string, label: string, id: string, ...more: string[]): void {
    this.tool(token, '--keypairgen', '--key-type', 'rsa:2048', '--usage-sign', '--label', label, '--id', id, ...more);
  }

  importKey(token: string, label: string, id: string, key: KeyObject): void {
    const file = this.#folder.put('import.pem', key.export({ type: 'pkcs8', format: 'pem' }));
    run('softhsm2-util', '--import', file, '--token', token, '--label', label, '--id', id, '--pin', pin);
  }

  /** pkcs11-tool, logged in with the PIN */
  tool(token: string, ...words: string[]): string {
    return run('pkcs11-tool', '--module', this.module, '--token-label', token, '--login', '--pin', pin, ...words);
  }

  /** @param path attributes of the path, e.g. `token=ca;id=%01` */
  uri(path: string, query = ''): string {
    return `pkcs11:${path}?module-path=${this.module}${query}`;
  }
}

function run(program: string, ...words: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${stderr}${stdout}`);
  return stdout;
}
