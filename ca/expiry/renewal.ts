// SPDX-License-Identifier: MIT
import { type Repository, requestPath } from '../repository/repository.js';
import { RequestFile } from '../review/request-file.js';
import { keyHash } from '../review/review-subject.js';
import { serialText } from '../x509/serial.js';
import type { Expiring } from './expiring.js';

/** A pull request as files: what it changes, and what it says. */
export interface Renewal {
  readonly app: string;
  /** by path */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Same key, new certificate, no revocation; or in words why that cannot be. */
export async function renewal({ store }: Repository, { record }: Expiring): Promise<Renewal | string> {
  const { app, key } = record;
  const path = requestPath(app);
  const bytes = await store.read(path);
  if (bytes === undefined) return 'there is no request beside the certificate';
  const { request } = new RequestFile(path, bytes);
  if (request === undefined || keyHash(request.spki) !== key) {
    return 'the request beside the certificate is not the one that was certified';
  }
  // in the form that OpenSSL writes, whatever the form was at the time: the request itself stays as it is
  const text = pullRequestText({ record });
  return {
    app,
    files: new Map([
      [path, Buffer.from(request.toPem(), 'latin1')],
      [`${app}/pull-request.md`, Buffer.from(text, 'utf8')],
    ]),
  };
}

function pullRequestText({ record }: Pick<Expiring, 'record'>): string {
  const { app, serial, notAfter, requestedBy, requestedAt } = record;
  const asked =
    requestedBy === undefined
      ? ''
      : `It was asked for by ${requestedBy.replace(/ ?<.*>$/, '')}${requestedAt ? ` on ${requestedAt.toISOString().slice(0, 10)}` : ''}.\n`;
  return `# Renew the certificate of ${app}

The certificate of \`${app}\` (serial ${serialText(serial)}) ends on ${notAfter.toISOString().slice(0, 10)}.
${asked}
This renews it: the same request with the same key gets a new certificate. Nothing is revoked; the old certificate stays
valid until it ends, and everything that was released with it can be installed.

When the new certificate is here:

1. Keep signing releases with the old one until its last weeks: both work.
2. Register the new certificate in the store only together with the next release. **Registering another certificate
   deletes all releases of the app from the store**, also where the key is the same.
3. Publish the release that is signed with the new certificate right after that.
`;
}
