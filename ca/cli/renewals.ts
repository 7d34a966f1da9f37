// SPDX-License-Identifier: MIT
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Command } from '../../common/command.js';
import { renderJson } from '../../common/render/json.js';
import { printable } from '../../common/render/printable.js';
import { renewal } from '../expiry/renewal.js';
import { expiringCertificates, withinOption } from './expiring.js';
import { isJson, jsonOption, repositoryOption } from './repository-option.js';

export const renewals: Command = {
  name: 'renewals',
  usage: '--repository DIR --within 180d --out DIR',
  summary: 'Writes a pull request for each certificate that ends soon: the same key, a new certificate, no revocation.',
  options: {
    repository: repositoryOption,
    within: withinOption,
    out: {
      type: 'string',
      value: 'DIR',
      help: 'where they go: APP_ID/APP_ID.csr, and beside the folder APP_ID.md with the words',
    },
    format: jsonOption,
  },
  positionals: [0, 0],
  run: async (args, terminal) => {
    const json = isJson(args);
    const out = resolve(terminal.cwd, args.required('out'));
    const now = new Date();
    const { repository, quarters } = await expiringCertificates(args, terminal, now);
    const written: string[] = [];
    const passedOver: { app: string; why: string }[] = [];
    for (const certificate of quarters.flatMap(({ certificates }) => certificates)) {
      const made = await renewal(repository, certificate, now);
      if (typeof made === 'string') {
        passedOver.push({ app: certificate.record.app, why: made });
        continue;
      }
      for (const [path, bytes] of made.files) {
        const file = join(out, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, bytes);
      }
      written.push(made.app);
    }
    if (json) {
      terminal.out(renderJson({ written, passedOver }));
      return 'fine';
    }
    terminal.out(`${out}: ${written.length} renewals\n`);
    for (const { app, why } of passedOver) terminal.out(`passed over: ${printable(app)}: ${why}\n`);
    return 'fine';
  },
};
