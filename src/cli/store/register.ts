// SPDX-License-Identifier: MIT
import { Certificate } from '../../../common/certificate.js';
import type { Command } from '../../../common/command.js';
import { InputError } from '../../../common/input-error.js';
import { belongsTogether, readPrivateKey } from '../../../common/private-key.js';
import { signBytes } from '../../store/archive-signature.js';
import { StoreError } from '../../store/store-error.js';
import { certificateOption, keyOption, readText } from '../key-files.js';
import { storeClient, tell, userOptions } from './connection.js';

export const storeRegister: Command = {
  name: 'store register',
  usage: '--certificate FILE --key FILE [--replace] --token-file FILE',
  summary: 'Registers an app with its certificate. Another certificate for a known app DELETES ALL ITS RELEASES.',
  options: {
    certificate: certificateOption,
    key: keyOption,
    replace: {
      type: 'boolean',
      help: 'register although another certificate is registered: DELETES ALL RELEASES of the app in the store',
    },
    ...userOptions,
  },
  positionals: [0, 0],
  run: async (args, terminal) => {
    const certificateFile = args.required('certificate');
    const keyFile = args.required('key');
    const pem = readText(terminal.cwd, certificateFile);
    const certificate = Certificate.fromPem(pem, certificateFile);
    const key = readPrivateKey(readText(terminal.cwd, keyFile), keyFile);
    const [app] = certificate.commonNames;
    if (app === undefined || !belongsTogether(key, certificate)) {
      const what =
        app === undefined ? `${certificateFile} has no CN` : `${keyFile} is not the key of ${certificateFile}`;
      throw new InputError('not-a-private-key', `${what}.`, {
        hint: 'Give the certificate and the key that it was requested with.',
      });
    }
    const client = storeClient(args, terminal);
    // Compared as texts: the store deletes for a text that differs, though the certificate be the same.
    const registered = await client.compareCertificate(app, pem);
    if (registered === 'other' && !args.flag('replace')) throw otherCertificate(app);
    const result = await client.register({ certificate: pem, signature: signBytes(Buffer.from(app, 'utf8'), key) });
    const text = result === 'created' ? `${app} is registered.\n` : `The certificate of ${app} is registered.\n`;
    tell(args, terminal, text, { app, result });
    return 'fine';
  },
};

function otherCertificate(app: string): StoreError {
  return new StoreError(
    'other-certificate',
    `The store has another certificate registered for ${app}; this one in its place would delete all releases of the app.`,
    {
      hint: 'Nothing needs to be registered while the old one is valid. Where it must be, repeat with --replace, then publish again.',
    },
  );
}
