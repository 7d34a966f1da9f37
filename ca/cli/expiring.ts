// SPDX-License-Identifier: MIT
import type { Arguments, Command, OptionSpec, Terminal } from '../../common/command.js';
import { renderJson } from '../../common/render/json.js';
import { printable } from '../../common/render/printable.js';
import { type Expiring, expiring as expiringIn, type Quarter, untilOf } from '../expiry/expiring.js';
import { Repository } from '../repository/repository.js';
import { serialText } from '../x509/serial.js';
import { isJson, jsonOption, openStore, repositoryOption } from './repository-option.js';

export const withinOption: OptionSpec = {
  type: 'string',
  value: 'DAYS',
  help: 'how far to look ahead, e.g. 180d (default: 180d)',
};

export const expiring: Command = {
  name: 'expiring',
  usage: '--repository DIR --within 180d',
  summary: 'Names the certificates that end soon, by quarter, and who asked for them.',
  options: { repository: repositoryOption, within: withinOption, format: jsonOption },
  positionals: [0, 0],
  run: async (args, terminal) => {
    const json = isJson(args);
    const { quarters } = await expiringCertificates(args, terminal, new Date());
    const document = quarters.map(({ name, certificates }) => ({
      quarter: name,
      certificates: certificates.map(facts),
    }));
    terminal.out(json ? renderJson(document) : quarters.map(paragraph).join('\n'));
    if (!json && quarters.length === 0) terminal.out('no certificate ends in that time\n');
    return 'fine';
  },
};

export async function expiringCertificates(
  args: Arguments,
  terminal: Terminal,
  now: Date,
): Promise<{ repository: Repository; quarters: Quarter[] }> {
  const until = untilOf(args.text('within') ?? '180d', now);
  const repository = await Repository.open(openStore(args, terminal));
  return { repository, quarters: await expiringIn(repository, now, until) };
}

function facts({ record, daysLeft }: Expiring) {
  const { app, serial, notAfter, requestedBy, requestedAt } = record;
  return {
    app,
    serial: serialText(serial),
    notAfter: notAfter.toISOString(),
    daysLeft,
    requestedBy: requestedBy ?? null,
    requestedAt: requestedAt?.toISOString() ?? null,
  };
}

function paragraph({ name, certificates }: Quarter): string {
  const lines = certificates.map(({ record, daysLeft }) => {
    const left = daysLeft < 0 ? 'is over' : `${daysLeft} days left`;
    const asked = record.requestedBy === undefined ? '' : `, asked for by ${printable(record.requestedBy)}`;
    return `  ${record.notAfter.toISOString().slice(0, 10)}  ${printable(record.app)} (${left}${asked})\n`;
  });
  return `${name}: ${certificates.length}\n${lines.join('')}`;
}
