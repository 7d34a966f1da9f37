// SPDX-License-Identifier: MIT
import { Certificate } from '../../common/certificate.js';
import { CodedError } from '../../common/coded-error.js';
import { CertificateRevocationList } from '../../common/crl.js';
import { CertificateRequest } from '../request/certificate-request.js';
import type { Store } from '../repository/store.js';
import type { AuditFile } from './audit-subject.js';

const readers = {
  certificate: (bytes: Uint8Array, path: string) => Certificate.fromPem(Buffer.from(bytes).toString('latin1'), path),
  request: (bytes: Uint8Array, path: string) => CertificateRequest.fromPem(Buffer.from(bytes).toString('latin1'), path),
  crl: (bytes: Uint8Array, path: string) => CertificateRevocationList.from(bytes, path),
};

type Read<Kind extends keyof typeof readers> = ReturnType<(typeof readers)[Kind]>;

/** A file of the repository, or why it cannot be read as what it should be; neither: there is no such file. */
export async function readOrProblem<Kind extends keyof typeof readers>(
  store: Store,
  path: string,
  kind: Kind,
): Promise<AuditFile<Read<Kind>>> {
  const [app = ''] = path.split('/');
  const bytes = await store.read(path);
  if (bytes === undefined) return { path, app };
  try {
    return { path, app, content: readers[kind](bytes, path) as Read<Kind> };
  } catch (error) {
    if (error instanceof CodedError) return { path, app, problem: error.message };
    throw error;
  }
}
