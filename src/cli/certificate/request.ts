// SPDX-License-Identifier: MIT
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generateRsaKey } from '../../../ca/key/encrypted-key.js';
import { PemSigner } from '../../../ca/key/pem-signer.js';
import { createRequest } from '../../../ca/request/create-request.js';
import { appIdProblems } from '../../../ca/review/app-id.js';
import { isCommonWord, nearProduct, reservedBecause } from '../../../ca/review/known-names.js';
import type { Command } from '../../../common/command.js';
import { InputError } from '../../../common/input-error.js';
import { readPrivateKey } from '../../../common/private-key.js';
import { readText } from '../key-files.js';

const keyBits = 4096;

export const certificateRequest: Command = {
  name: 'certificate request',
  usage: 'APP_ID [--out DIR] [--key FILE]',
  summary:
    'Makes a private key (RSA, 4096 bits) and the request for a certificate, as the certificate repository asks for.',
  options: {
    out: { type: 'string', value: 'DIR', help: 'where APP_ID.key and APP_ID.csr go (default: here)' },
    key: {
      type: 'string',
      value: 'FILE',
      help: 'a key that is there already, for a renewal: only the request is made',
    },
  },
  positionals: [1, 1],
  run: async (args, terminal) => {
    const [appId = ''] = args.positionals;
    refuseBadId(appId);
    const doubt = doubtAbout(appId);
    if (doubt !== undefined) terminal.err(`${doubt} Ids that were certified before keep theirs.\n`);
    const folder = resolve(terminal.cwd, args.text('out') ?? '.');
    const keyFile = join(folder, `${appId}.key`);
    const requestFile = join(folder, `${appId}.csr`);
    const given = args.text('key');
    refuseOverwriting(given === undefined ? [keyFile, requestFile] : [requestFile]);
    mkdirSync(folder, { recursive: true });
    const key =
      given === undefined ? await generateRsaKey(keyBits) : readPrivateKey(readText(terminal.cwd, given), given);
    if (given === undefined) {
      // `wx`: not even a file that came into being a moment ago is overwritten
      writeFileSync(keyFile, key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
      terminal.out(
        `${keyFile}: the private key. Keep it secret, keep a copy in a safe place, put it into no repository.\n`,
      );
    }
    const request = await createRequest(new PemSigner(key), appId);
    writeFileSync(requestFile, request.toPem(), { flag: 'wx' });
    terminal.out(`${requestFile}: the request. Put it into a pull request as ${appId}/${appId}.csr.\n`);
    return 'fine';
  },
};

function refuseBadId(appId: string): void {
  const problems = appIdProblems(appId);
  if (problems.length === 0) return;
  throw new InputError('bad-usage', `"${appId}" cannot be the id of an app: it ${problems.join(', and ')}.`, {
    hint: 'Give the id that stands in appinfo/info.xml: 3 to 32 of a to z, 0 to 9 and single underscores.',
  });
}

/** What the review will say of a new id, before anybody waits for it. */
function doubtAbout(appId: string): string | undefined {
  const reserved = reservedBecause(appId, []);
  if (reserved !== undefined) return `A request for the id ${appId} will be refused: ${reserved}.`;
  const product = nearProduct(appId);
  const held = product === undefined ? isCommonWord(appId) && 'it is a common word' : `"${product}" or nearly is in it`;
  return held === false ? undefined : `A person will have to decide about the id ${appId}: ${held}.`;
}

function refuseOverwriting(files: readonly string[]): void {
  const there = files.find((file) => existsSync(file));
  if (there === undefined) return;
  throw new InputError('bad-usage', `${there} is there already; nothing was written.`, {
    hint: 'Take another folder with --out, or for a renewal give the key with --key and move the old request away.',
    file: there,
  });
}
