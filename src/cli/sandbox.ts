// SPDX-License-Identifier: MIT
import { resolve } from 'node:path';
import type { Arguments, Command } from '../../common/command.js';
import { InputError } from '../../common/input-error.js';
import { printable } from '../../common/render/printable.js';
import { startStore } from '../../sandbox/store/store-server.js';
import { crlOption, readCrl, readTrust, trustOption } from './key-files.js';

export const sandbox: Command = {
  name: 'sandbox',
  usage: '[--port N] [--data DIR] [--trust FILE] [--crl FILE] [--allow-loopback]',
  summary: 'Serves an App Store on this machine, until it is stopped, that refuses what the real one refuses.',
  options: {
    port: { type: 'string', value: 'N', help: 'default: any free one' },
    data: { type: 'string', value: 'DIR', help: 'folder that keeps what the store knows (default: memory)' },
    trust: trustOption,
    crl: crlOption,
    'allow-loopback': {
      type: 'boolean',
      help: 'fetch archives from this machine, over http too; the real store never does',
    },
  },
  positionals: [0, 0],
  run: async (args, terminal) => {
    const [crlFile, data] = [args.text('crl'), args.text('data')];
    const allowLoopback = args.flag('allow-loopback');
    const port = portOf(args);
    const store = await startStore({
      port,
      trust: readTrust(terminal.cwd, args.text('trust')).issuers,
      allowLoopback,
      ...(data !== undefined && { data: resolve(terminal.cwd, data) }),
      ...(crlFile !== undefined && { crl: readCrl(terminal.cwd, crlFile) }),
      log: (line) => terminal.err(`${printable(line)}\n`),
    }).catch((error: unknown) => {
      throw isTaken(error) ? portTaken(port) : error;
    });
    terminal.out(`${JSON.stringify({ url: store.url, user: store.user, token: store.token })}\n`);
    terminal.err(
      allowLoopback
        ? 'Archives are fetched from this machine as well, over http too: the real store never does that.\n'
        : 'Archives are not fetched from this machine or a private network, as the real store does it; --allow-loopback changes that.\n',
    );
    // Until somebody stops it; that the program ends at once on a signal is no harm: data is whole after every request.
    await new Promise((stop) => process.once('SIGINT', stop).once('SIGTERM', stop));
    await store.close();
    return 'fine';
  },
};

function portOf(args: Arguments): number {
  const text = args.text('port') ?? '0';
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new InputError('bad-usage', `"${text}" is not a port.`, { hint: 'Give a number from 1 to 65535.' });
}

function isTaken(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === 'EADDRINUSE' || code === 'EACCES';
}

function portTaken(port: number): InputError {
  return new InputError('bad-usage', `Port ${port} is taken, or may not be used by you.`, {
    hint: 'Give another --port, or none for any free one.',
  });
}
