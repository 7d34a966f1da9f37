// SPDX-License-Identifier: MIT
import { resolve } from 'node:path';
import { Certificate } from '../../common/certificate.js';
import type { Arguments, Command, Terminal } from '../../common/command.js';
import { http } from '../../common/http.js';
import { InputError } from '../../common/input-error.js';
import { formatOption, parseFormat, renderFindings } from '../../common/render/format.js';
import { printable } from '../../common/render/printable.js';
import type { AppIdentity } from '../app/app-identity.js';
import { defaultStoreUrl, StoreClient } from '../store/client.js';
import { StoreError } from '../store/store-error.js';
import { type Claim, isVerified, verify as runVerify } from '../verify.js';
import { environmentOf } from './environment.js';
import { certificateOption, readBytes, readCertificate, readText, readTrust, trustOption } from './key-files.js';
import { loadCrl } from './release-inputs.js';

export const verify: Command = {
  name: 'verify',
  usage: 'FILE-or-URL [--source DIR]',
  summary: 'Looks at anyone’s published archive: what the store says of it, signatures, certificate, and its sources.',
  options: {
    source: { type: 'string', value: 'DIR', help: 'a checkout that has to give these very bytes' },
    store: {
      type: 'string',
      value: 'URL',
      help: 'the store that lists certificate and signature (default: the App Store)',
    },
    certificate: { ...certificateOption, help: 'certificate in place of the listed one' },
    'signature-file': { type: 'string', value: 'FILE', help: 'base64 signature in place of the listed one' },
    trust: trustOption,
    crl: { type: 'string', value: 'FILE-OR-URL', help: 'revocation list' },
    format: formatOption,
  },
  positionals: [1, 1],
  run: async (args, terminal) => {
    const format = parseFormat(args.text('format'));
    const [name = ''] = args.positionals;
    const source = args.text('source');
    const crl = await loadCrl(args.text('crl'), terminal.cwd, http);
    if (crl !== undefined && 'unavailable' in crl) {
      throw new InputError('file-unreadable', `The revocation list cannot be had: ${crl.unavailable}`, {
        hint: 'Give one as a file: --crl FILE.',
      });
    }
    const verification = await runVerify({
      name,
      bytes: await load(name, terminal.cwd),
      claim: (app) => claimOf(app, args, terminal),
      trust: readTrust(terminal.cwd, args.text('trust')),
      now: new Date(),
      ...(crl && { crl }),
      ...(source !== undefined && {
        source: { dir: resolve(terminal.cwd, source), environment: environmentOf(terminal) },
      }),
    });
    const ok = isVerified(verification);
    terminal.out(renderFindings(format, verification.findings, { ok, ...verification }));
    if (format === 'text') {
      for (const { check, ok: holds, detail } of verification.proofs) {
        terminal.out(`${holds ? '✓' : '✗'} ${check.padEnd(18)} ${printable(detail)}\n`);
      }
    }
    return ok ? 'fine' : 'refused';
  },
};

async function load(name: string, cwd: string): Promise<Uint8Array> {
  if (!/^https?:\/\//.test(name)) return readBytes(cwd, name);
  const answer = await http({ method: 'GET', url: name, timeoutMs: 120_000 });
  if (answer.status === 200) return answer.body;
  throw new StoreError('unreachable', `${name} answers ${answer.status}.`, {
    hint: 'See whether the address is right.',
  });
}

/** Certificate and signature: as given, else as the store lists them for this version. */
async function claimOf(app: AppIdentity, args: Arguments, { cwd }: Terminal): Promise<Claim> {
  const [certificateFile, signatureFile] = [args.text('certificate'), args.text('signature-file')];
  if (certificateFile !== undefined && signatureFile !== undefined) {
    return { certificate: readCertificate(cwd, certificateFile), signature: readText(cwd, signatureFile) };
  }
  const url = args.text('store') ?? defaultStoreUrl;
  const listed = await new StoreClient({ url }).listedApp(app.id);
  const release = listed?.releases.find(({ version }) => version === app.version);
  if (listed === undefined || release === undefined) {
    throw new StoreError(
      'not-listed',
      `The store lists no ${app.id} ${app.version}, so that its signature is unknown.`,
      {
        hint: 'Give --certificate FILE and --signature-file FILE, or the store that has it with --store URL.',
      },
    );
  }
  return {
    certificate:
      certificateFile === undefined ? Certificate.fromPem(listed.certificate) : readCertificate(cwd, certificateFile),
    signature: signatureFile === undefined ? release.signature : readText(cwd, signatureFile),
  };
}
