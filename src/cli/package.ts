// SPDX-License-Identifier: MIT
import { resolve } from 'node:path';
import type { Arguments, Command, Terminal } from '../../common/command.js';
import { InputError } from '../../common/input-error.js';
import { readPrivateKey } from '../../common/private-key.js';
import { formatOption, parseFormat, renderFindings } from '../../common/render/format.js';
import { printable } from '../../common/render/printable.js';
import { makeArchive, type MadeArchive, type Signer } from '../make-archive.js';
import { readFolderIdentity, readReleasableIdentity } from '../read-identity.js';
import { stageApp } from '../package/stage.js';
import { Steps } from '../steps.js';
import { environmentOf } from './environment.js';
import { certificateOption, keyOption, readCertificate, readText, readTrust, trustOption } from './key-files.js';
import { terminalProgress } from './terminal-progress.js';

export const packageCommand: Command = {
  name: 'package',
  usage: '[DIR] -o FILE [--key FILE --certificate FILE]',
  summary:
    'Builds, stages, validates, code-signs and packs an app, and looks into the archive as store and server will.',
  options: {
    output: { type: 'string', short: 'o', value: 'FILE', help: 'the archive to write, .tar.gz' },
    key: keyOption,
    certificate: certificateOption,
    trust: trustOption,
    'no-build': { type: 'boolean', help: 'pack what is there' },
    'no-validate': { type: 'boolean', help: 'do not ask whether the store would take it' },
    nightly: { type: 'boolean', help: 'it will be published as a nightly' },
    list: { type: 'boolean', help: 'show each file, its size and the rule that chose it; packs nothing' },
    format: formatOption,
  },
  positionals: [0, 1],
  run: async (args, terminal) => {
    const format = parseFormat(args.text('format'));
    const dir = resolve(terminal.cwd, args.positionals[0] ?? '.');
    if (args.flag('list')) return list(dir, args, terminal);
    const out = resolve(terminal.cwd, args.required('output'));
    const steps = new Steps(terminalProgress(terminal));
    const signer = readSigner(args, terminal);
    const validate = !args.flag('no-validate');
    // What key and certificate are compared with must be right itself, or the wrong one of them would be blamed.
    const app = await (validate ? readReleasableIdentity(dir) : readFolderIdentity(dir));
    const archive = await makeArchive(
      {
        dir,
        app,
        out,
        build: !args.flag('no-build'),
        validate,
        nightly: args.flag('nightly'),
        trust: readTrust(terminal.cwd, args.text('trust')),
        now: new Date(),
        buildEnvironment: environmentOf(terminal),
        ...(signer && { signer }),
      },
      steps,
    );
    terminal.out(renderFindings(format, archive.findings, toJson(archive)));
    if (format === 'text') terminal.out(`${archive.path}\n  sha512 ${archive.sha512}\n`);
    return 'fine';
  },
};

function readSigner(args: Arguments, { cwd }: Terminal): Signer | undefined {
  const [keyFile, certificateFile] = [args.text('key'), args.text('certificate')];
  if (keyFile === undefined && certificateFile === undefined) return undefined;
  if (keyFile === undefined || certificateFile === undefined) {
    throw new InputError('bad-usage', 'To code-sign, key and certificate are needed, both.', {
      hint: 'Give --key FILE and --certificate FILE, or neither.',
    });
  }
  const key = readPrivateKey(readText(cwd, keyFile), keyFile);
  return { key, certificate: readCertificate(cwd, certificateFile) };
}

function list(dir: string, args: Arguments, terminal: Terminal): 'fine' | 'refused' {
  const output = args.text('output');
  const { files, leftOut, findings } = stageApp(dir, {
    outputs: output === undefined ? [] : [resolve(terminal.cwd, output)],
  });
  const ok = findings.every(({ severity }) => severity !== 'error');
  const format = parseFormat(args.text('format'));
  if (format !== 'text') {
    const chosen = files.map(({ path, size, rule }) => ({ path, size, rule }));
    terminal.out(renderFindings(format, findings, { ok, files: chosen, leftOut, findings }));
    return ok ? 'fine' : 'refused';
  }
  for (const { path, size, rule } of files)
    terminal.out(`${printable(`+ ${String(size).padStart(9)}  ${path}  [${rule}]`)}\n`);
  for (const { path, rule } of leftOut) terminal.out(`${printable(`- ${''.padStart(9)}  ${path}  [${rule}]`)}\n`);
  terminal.out(renderFindings('text', findings, undefined));
  return ok ? 'fine' : 'refused';
}

function toJson({ path, sha512, size, files, signed, findings }: MadeArchive): unknown {
  return { archive: path, sha512, size, files, signed, findings };
}
