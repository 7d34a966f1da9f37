// SPDX-License-Identifier: MIT
// Signs until it is told to end: sign-for-ever.ts URI PIN
import { Pkcs11Signer } from '../../../../ca/key/pkcs11-signer.js';
import { Pkcs11Uri } from '../../../../ca/key/pkcs11-uri.js';
import { exitOnSignals } from '../../../../common/process-terminal.js';

const [, , uri = '', pin = ''] = process.argv;
exitOnSignals();
const signer = await Pkcs11Signer.open(Pkcs11Uri.parse(uri), async () => pin);
for (let signed = 0; ; signed++) {
  await signer.sign('sha256', Buffer.from('for ever'));
  if (signed === 0) console.log('signing');
}
