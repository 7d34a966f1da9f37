// SPDX-License-Identifier: MIT
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Arguments, Command, Terminal } from '../../common/command.js';
import { InputError } from '../../common/input-error.js';
import type { Outcome } from '../../common/outcome.js';
import { type Format, formatOption, parseFormat, renderFindings } from '../../common/render/format.js';
import { unobeyedJson } from '../../common/render/json.js';
import { printable } from '../../common/render/printable.js';
import { readAppIdentity } from '../app/app-identity.js';
import { ArchiveTree } from '../integrity/archive-tree.js';
import { type CheckReport, checkTree } from '../integrity/check-tree.js';
import { FolderTree } from '../integrity/folder-tree.js';
import type { TreeKind } from '../integrity/hashed-paths.js';
import { IntegrityError } from '../integrity/integrity-error.js';
import { renderOccJson, renderOccText } from '../integrity/occ-output.js';
import type { Tree } from '../integrity/tree.js';
import { isFine } from '../integrity/verdict.js';
import { verdictFindings } from '../integrity/verdict-findings.js';
import { crlOption, readCrl, readTrust, trustOption } from './key-files.js';

export const check: Command = {
  name: 'check',
  usage: 'DIR-or-ARCHIVE [--app ID | --core]',
  summary: 'The verdict of the server’s integrity check over an app or a server, and what that check is blind to.',
  options: {
    app: { type: 'string', value: 'ID', help: 'the app id (default: the id in appinfo/info.xml)' },
    core: { type: 'boolean', help: 'check a whole server' },
    trust: trustOption,
    crl: crlOption,
    occ: { type: 'boolean', help: 'print the verdict alone, as occ integrity:check-app does' },
    format: formatOption,
  },
  positionals: [1, 1],
  run: async (args, terminal) => {
    const format = formatOf(args);
    const kind = args.flag('core') ? 'core' : 'app';
    if (kind === 'core' && args.text('app') !== undefined) {
      throw new InputError('bad-usage', 'An app and a whole server cannot be checked at once.', {
        hint: 'Give either --app ID or --core.',
      });
    }
    const trust = readTrust(terminal.cwd, args.text('trust'));
    const crlFile = args.text('crl');
    const crl = crlFile === undefined ? undefined : readCrl(terminal.cwd, crlFile);
    const [name = ''] = args.positionals;
    const tree = await openTree(resolve(terminal.cwd, name), name, kind);
    const scope = kind === 'core' ? 'core' : (args.text('app') ?? idOf(tree));
    const report = checkTree(tree, { kind, scope, trust, ...(crl && { crl }), now: new Date() });
    return print(report, args, terminal, format);
  },
};

/** @throws InputError `bad-usage` for a format that occ does not have */
function formatOf(args: Arguments): Format {
  const format = parseFormat(args.text('format'));
  if (!args.flag('occ') || format === 'text' || format === 'json') return format;
  throw new InputError('bad-usage', `--occ prints text or json, not ${format}.`, {
    hint: `Give --occ or --format ${format}.`,
  });
}

async function openTree(path: string, name: string, kind: TreeKind): Promise<Tree> {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? new FolderTree(path, kind) : ArchiveTree.open(path, name);
}

function idOf(tree: Tree): string {
  const infoXml = tree.read('appinfo/info.xml');
  if (infoXml === undefined) {
    throw new IntegrityError('scope-unknown', 'There is no appinfo/info.xml that says which app this is.', {
      hint: 'Name the app with --app ID; for a whole server use --core.',
    });
  }
  return readAppIdentity(infoXml).id;
}

function print(report: CheckReport, args: Arguments, terminal: Terminal, format: Format): Outcome {
  const { result, warnings } = report;
  const outcome = isFine(result) ? 'fine' : 'refused';
  if (args.flag('occ')) {
    terminal.out(format === 'json' ? `${unobeyedJson(renderOccJson(result))}\n` : renderOccText(result));
    terminal.err(renderFindings('text', warnings, undefined));
    return outcome;
  }
  if (format === 'text' && outcome === 'fine') terminal.out(`${printable(`${report.scope}: no differences`)}\n`);
  terminal.out(renderFindings(format, [...verdictFindings(result), ...warnings], report));
  return outcome;
}
