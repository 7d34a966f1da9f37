// SPDX-License-Identifier: MIT
import type { Command } from '../../common/command.js';
import { renderText } from '../../common/render/text.js';
import { issueForApp } from '../issue/issue-for-app.js';
import { certificatePath } from '../repository/repository.js';
import { serialText } from '../x509/serial.js';
import { isJson, signingOptions, whileSigning } from './repository-option.js';

export const issue: Command = {
  name: 'issue',
  usage: 'APP_ID --repository DIR --ca CA_DIR',
  summary: 'Issues the certificate for APP_ID/APP_ID.csr of the repository, beside it.',
  options: {
    ...signingOptions,
    profile: { type: 'string', value: 'P', help: 'nextcloud-v1 or code-signing (default: what ca.yml says)' },
    'approved-by': { type: 'string', value: 'WHO', multiple: true, help: 'who decided; may be given more than once' },
    reason: { type: 'string', value: 'TEXT', help: 'why, where the review says that a person must decide' },
    'take-over': { type: 'boolean', help: 'somebody else owns the app now: the old certificate is revoked sooner' },
  },
  positionals: [1, 1],
  run: async (args, terminal) => {
    const json = isJson(args);
    const [appId = ''] = args.positionals;
    const reason = args.text('reason');
    const { certificate, review, announced } = await whileSigning(args, terminal, (repository, authority, now) =>
      issueForApp(repository, authority, {
        appId,
        now,
        approvals: args.texts('approved-by').map((by) => ({ by })),
        takeOver: args.flag('take-over'),
        ...(reason !== undefined && { reason }),
      }),
    );
    const issued = {
      app: appId,
      serial: serialText(certificate.serial),
      notBefore: certificate.notBefore.toISOString(),
      notAfter: certificate.notAfter.toISOString(),
      fingerprint: certificate.fingerprint,
      file: certificatePath(appId),
      announced: announced.map(({ serial, on }) => ({ serial, on })),
      findings: review.findings,
    };
    if (json) {
      terminal.out(`${JSON.stringify(issued, null, 2)}\n`);
      return 'fine';
    }
    if (review.findings.length > 0) terminal.err(renderText(review.findings));
    terminal.out(`${issued.file}: serial ${issued.serial}, valid until ${issued.notAfter.slice(0, 10)}\n`);
    for (const { serial, on } of announced)
      terminal.out(`the certificate ${serial} will be revoked on ${on.slice(0, 10)}\n`);
    return 'fine';
  },
};
