// SPDX-License-Identifier: MIT
import type { Command } from '../../common/command.js';
import { InputError } from '../../common/input-error.js';
import { renderJson } from '../../common/render/json.js';
import { renderText } from '../../common/render/text.js';
import { issueForApp } from '../issue/issue-for-app.js';
import { type ReplacementReason, replacementReasons } from '../issue/replacement.js';
import { certificatePath } from '../repository/repository.js';
import { serialText } from '../x509/serial.js';
import { isJson, signingOptions, whileSigning } from './repository-option.js';

/** A rename takes another request out of the repository: that is what the bot's pull requests are for. */
const reasons = replacementReasons.filter((why) => why !== 'rename');

export const issue: Command = {
  name: 'issue',
  usage: 'APP_ID --repository DIR --ca CA_DIR',
  summary: 'Issues the certificate for APP_ID/APP_ID.csr of the repository, beside it.',
  options: {
    ...signingOptions,
    profile: { type: 'string', value: 'P', help: 'nextcloud-v1 or code-signing (default: what ca.yml says)' },
    'approved-by': { type: 'string', value: 'WHO', multiple: true, help: 'who decided; may be given more than once' },
    reason: { type: 'string', value: 'TEXT', help: 'why, where the review says that a person must decide' },
    replaces: {
      type: 'string',
      value: 'WHY',
      help: `why another key: ${reasons.join(', ')}; take-over ends the old certificate sooner, leaked at once`,
    },
  },
  positionals: [1, 1],
  run: async (args, terminal) => {
    const json = isJson(args);
    const [appId = ''] = args.positionals;
    const reason = args.text('reason');
    const why = readReason(args.text('replaces'));
    const { certificate, review, announced } = await whileSigning(args, terminal, (repository, authority, now) =>
      issueForApp(repository, authority, {
        appId,
        now,
        approvals: args.texts('approved-by').map((by) => ({ by })),
        ...(why !== undefined && { replacement: { why } }),
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
      terminal.out(renderJson(issued));
      return 'fine';
    }
    if (review.findings.length > 0) terminal.err(renderText(review.findings));
    terminal.out(`${issued.file}: serial ${issued.serial}, valid until ${issued.notAfter.slice(0, 10)}\n`);
    for (const { serial, on } of announced)
      terminal.out(`the certificate ${serial} will be revoked on ${on.slice(0, 10)}\n`);
    return 'fine';
  },
};

function readReason(text: string | undefined): ReplacementReason | undefined {
  const why = reasons.find((known) => known === text);
  if (text === undefined || why !== undefined) return why;
  throw new InputError('bad-usage', `"${text}" is not a reason for a replacement.`, {
    hint: `Use one of ${reasons.join(', ')}.`,
  });
}
