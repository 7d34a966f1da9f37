// SPDX-License-Identifier: MIT
import { printable } from '../../common/render/printable.js';
import { type Repository, requestPath } from '../repository/repository.js';
import { RequestFile } from '../review/request-file.js';
import { review } from '../review/review.js';
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
export async function renewal(
  { store, ledger, policy }: Repository,
  { record }: Expiring,
  now: Date,
): Promise<Renewal | string> {
  const { app, key } = record;
  const path = requestPath(app);
  const bytes = await store.read(path);
  if (bytes === undefined) return 'there is no request beside the certificate';
  const file = new RequestFile(path, bytes);
  const { request } = file;
  if (request === undefined || keyHash(request.spki) !== key) {
    return 'the request beside the certificate is not the one that was certified';
  }
  const { ok, findings } = review({ file, policy, now, repository: { path, knowledge: ledger } });
  if (!ok) {
    const rules = findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
    return `the request would be refused today: ${rules.join(', ')}`;
  }
  const pem = request.toPem();
  // a pull request has to change something, and signing the same again gives the same bytes: an empty line comes or goes
  const text = Buffer.from(pem, 'latin1').equals(bytes) ? `${pem}\n` : pem;
  return {
    app,
    files: new Map([
      [path, Buffer.from(text, 'latin1')],
      // beside the folder: what is copied into the repository is the request alone
      [`${app}.md`, Buffer.from(pullRequestText({ record }), 'utf8')],
    ]),
  };
}

function pullRequestText({ record }: Pick<Expiring, 'record'>): string {
  const { app, serial, notAfter, requestedBy, requestedAt } = record;
  const on = requestedAt === undefined ? '' : ` on ${requestedAt.toISOString().slice(0, 10)}`;
  // as code: a name that somebody chose mentions nobody, and is no link
  const asked = requestedBy === undefined ? '' : `It was asked for by \`${nameOf(requestedBy)}\`${on}.\n`;
  return `# Renew the certificate of ${app}

The certificate of \`${app}\` (serial ${serialText(serial)}) ends on ${notAfter.toISOString().slice(0, 10)}.
${asked}
This renews it: the same request with the same key gets a new certificate; at most an empty line at the end of the file is
another. Nothing is revoked; the old certificate stays valid until it ends, and everything that was released with it can be
installed.

When the new certificate is here:

1. Keep signing releases with the old one until its last weeks: both work.
2. Register the new certificate in the store only together with the next release. **Registering another certificate
   deletes all releases of the app from the store**, also where the key is the same.
3. Publish the release that is signed with the new certificate right after that.
`;
}

/** Without the address, which need not be in public once more. */
function nameOf(author: string): string {
  return printable(author.replace(/ ?<[^>]*>$/, '')).replaceAll('`', '');
}
