// SPDX-License-Identifier: MIT
import { join, resolve } from 'node:path';
import type { Command } from '../../common/command.js';
import { readPrivateKey } from '../../common/private-key.js';
import { formatOption, parseFormat, renderFindings } from '../../common/render/format.js';
import { readAppIdentity } from '../app/app-identity.js';
import { signFolder } from '../integrity/sign-folder.js';
import { signerFindings } from '../integrity/signer-findings.js';
import {
  certificateOption,
  keyOption,
  readBytes,
  readCertificate,
  readText,
  readTrust,
  trustOption,
} from './key-files.js';

export const sign: Command = {
  name: 'sign',
  usage: 'DIR --key FILE --certificate FILE [--core]',
  summary:
    'Writes appinfo/signature.json of an app, or core/signature.json of a server, as the server’s own commands do.',
  options: {
    key: keyOption,
    certificate: certificateOption,
    core: { type: 'boolean', help: 'DIR is a whole server, and the certificate is for core' },
    trust: trustOption,
    format: formatOption,
  },
  positionals: [1, 1],
  run: async (args, terminal) => {
    const format = parseFormat(args.text('format'));
    const [dir = ''] = args.positionals;
    const root = resolve(terminal.cwd, dir);
    const kind = args.flag('core') ? 'core' : 'app';
    const keyFile = args.required('key');
    const certificate = readCertificate(terminal.cwd, args.required('certificate'));
    const key = readPrivateKey(readText(terminal.cwd, keyFile), keyFile);
    const trust = readTrust(terminal.cwd, args.text('trust'));
    const appId =
      kind === 'core' ? 'core' : readAppIdentity(readBytes(terminal.cwd, join(dir, 'appinfo', 'info.xml'))).id;
    const about = signerFindings({ appId, certificate, key, trust, now: new Date() });
    const signed = signFolder(root, kind, key, certificate);
    const findings = [...about, ...signed.findings];
    if (format === 'text') terminal.out(`signed ${signed.files} files of ${appId}: ${signed.file}\n`);
    const document = { scope: appId, signature: signed.file, files: signed.files, warnings: findings };
    (format === 'text' ? terminal.err : terminal.out)(renderFindings(format, findings, document));
    return 'fine';
  },
};
