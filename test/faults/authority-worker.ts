// SPDX-License-Identifier: MIT
// Issues and revokes in a folder until it is killed; says each thing that is done, once it is. FOLDER KEY CERTIFICATE
import { readFileSync, writeSync } from 'node:fs';
import { Certificate } from '../../common/certificate.js';
import { revoke } from '../../ca/crl/revoke.js';
import { issueForApp } from '../../ca/issue/issue-for-app.js';
import { profiles } from '../../ca/issue/profile.js';
import { PemSigner } from '../../ca/key/pem-signer.js';
import { FolderStore } from '../../ca/repository/folder-store.js';
import { recover } from '../../ca/repository/recover.js';
import { Repository } from '../../ca/repository/repository.js';
import { serialText } from '../../ca/x509/serial.js';

const [folder = '', key = '', certificate = ''] = process.argv.slice(2);
const store = new FolderStore(folder);
const authority = {
  issuer: Certificate.fromPem(readFileSync(certificate, 'latin1')),
  signer: PemSigner.open(readFileSync(key, 'latin1'), 'faults'),
  profile: profiles['nextcloud-v1'],
};
const say = (text: string): number => writeSync(1, `${text}\n`);

await store.locked(async () => {
  const repository = await Repository.openToWrite(store);
  await recover(repository, authority.issuer, new Date());
  say('ready');
  const decision = { approvals: [{ by: 'faults' }], reason: 'faults' };
  for (const path of store.list('.csr')) {
    const [appId = ''] = path.split('/');
    if (repository.ledger.certificatesOf(appId).length > 0) continue;
    const { certificate: issued } = await issueForApp(repository, authority, { appId, now: new Date(), ...decision });
    say(`issued ${serialText(issued.serial)}`);
    const done = await revoke(repository, authority, { target: appId, reason: 'superseded', now: new Date() });
    for (const { serial } of done.certificates) say(`revoked ${serialText(serial)}`);
  }
});
say('finished');
