// SPDX-License-Identifier: MIT
import type { Arguments, Command, Terminal } from '../../../common/command.js';
import { InputError } from '../../../common/input-error.js';
import { readText } from '../key-files.js';
import { storeClient, tell, userOptions } from './connection.js';

export const storePublish: Command = {
  name: 'store publish',
  usage: '--download URL (--signature TEXT | --signature-file FILE) [--nightly] --token-file FILE',
  summary: 'Publishes an archive that is served already; the same version again overwrites it.',
  options: {
    download: { type: 'string', value: 'URL', help: 'https address of the archive' },
    signature: { type: 'string', value: 'TEXT', help: 'signature over the archive, as "sign-archive" prints it' },
    'signature-file': { type: 'string', value: 'FILE', help: 'file with the signature' },
    nightly: { type: 'boolean', help: 'as a nightly: it takes the place of all nightlies of the app' },
    ...userOptions,
  },
  positionals: [0, 0],
  run: async (args, terminal) => {
    const download = args.required('download');
    const signature = readSignature(args, terminal);
    const nightly = args.flag('nightly');
    const result = await storeClient(args, terminal).publish({ download, signature, nightly });
    tell(args, terminal, result === 'created' ? 'Published.\n' : 'Published in place of the same version.\n', {
      result,
    });
    return 'fine';
  },
};

function readSignature(args: Arguments, { cwd }: Terminal): string {
  const [text, file] = [args.text('signature'), args.text('signature-file')];
  if ((text === undefined) === (file === undefined)) {
    throw new InputError('bad-usage', 'The signature is to be given once.', {
      hint: 'Give --signature TEXT or --signature-file FILE.',
    });
  }
  return (text ?? readText(cwd, file ?? '')).trim();
}
