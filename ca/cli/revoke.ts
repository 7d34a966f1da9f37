// SPDX-License-Identifier: MIT
import type { Command } from '../../common/command.js';
import { InputError } from '../../common/input-error.js';
import { renderJson } from '../../common/render/json.js';
import { printable } from '../../common/render/printable.js';
import { reasonByName } from '../crl/revocation-reason.js';
import { revoke as revokeCertificates } from '../crl/revoke.js';
import { crlPath } from '../repository/repository.js';
import { serialText } from '../x509/serial.js';
import { isJson, signingOptions, whileSigning } from './repository-option.js';

export const revoke: Command = {
  name: 'revoke',
  usage: 'APP_ID-or-SERIAL --reason R [--date D] --repository DIR --ca CA_DIR',
  summary: 'Revokes a certificate, now or on a day to come, and makes the new revocation list.',
  options: {
    ...signingOptions,
    reason: { type: 'string', value: 'R', help: 'keyCompromise, superseded, cessationOfOperation, … (RFC 5280)' },
    date: { type: 'string', value: 'D', help: 'a day or an instant; in the future: announced (default: now)' },
    unknown: { type: 'boolean', help: 'the serial is in no line of the ledger, and is to be revoked all the same' },
  },
  positionals: [1, 1],
  run: async (args, terminal) => {
    const json = isJson(args);
    const [target = ''] = args.positionals;
    const reason = reasonByName(args.required('reason'));
    const date = readDate(args.text('date'));
    const { certificates, on, crl } = await whileSigning(args, terminal, (repository, authority, now) =>
      revokeCertificates(repository, authority, {
        ...{ target, reason, now, unknown: args.flag('unknown') },
        ...(date !== undefined && { date }),
      }),
    );
    const revoked = certificates.map(({ app, serial, key, notBefore, notAfter }) => ({
      app,
      serial: serialText(serial),
      serialDecimal: serial.toString(),
      key,
      issued: notBefore.toISOString(),
      validUntil: notAfter.toISOString(),
    }));
    const done = crl !== undefined;
    if (json) {
      const list = crl && { file: crlPath, number: crl.number, entries: crl.entries, nextUpdate: crl.nextUpdate };
      terminal.out(renderJson({ revoked, reason, on: on.toISOString(), done, crl: list ?? null }));
      return 'fine';
    }
    if (revoked.length === 0) terminal.out(`revoked: ${printable(target)}, which nobody recorded\n`);
    for (const { app, serial, serialDecimal, key, issued, validUntil } of revoked) {
      terminal.out(
        `${done ? 'revoked' : `to be revoked on ${on.toISOString()}`}: ${printable(app)}, serial ${serial} (${serialDecimal})\n`,
      );
      terminal.out(
        `  key ${key}\n  used since ${issued.slice(0, 10)}, would have ended on ${validUntil.slice(0, 10)}\n`,
      );
    }
    if (done)
      terminal.out(
        `${crlPath}: number ${crl.number}, ${crl.entries} entries. It has to reach the store and every server.\n`,
      );
    return 'fine';
  },
};

function readDate(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const date = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?Z)?$/.test(text) ? new Date(text) : new Date(NaN);
  // 30 February is read as 2 March
  if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(text.slice(0, 10))) return date;
  throw new InputError('bad-usage', `"${text}" is not a date.`, {
    hint: 'Give 2026-12-31 or 2026-12-31T12:00:00Z, in UTC.',
  });
}
