// SPDX-License-Identifier: MIT
import type { Command } from '../../common/command.js';
import { CertificateRevocationList } from '../../common/crl.js';
import { renderJson } from '../../common/render/json.js';
import { publishCrl } from '../crl/publish-crl.js';
import { adoptList } from '../import/adopt-list.js';
import { crlPath } from '../repository/repository.js';
import { isJson, readBytes, signingOptions, whileSigning } from './repository-option.js';

export const crl: Command = {
  name: 'crl',
  usage: '--repository DIR --ca CA_DIR',
  summary: 'Makes the revocation list anew, and revokes what was announced for today or before.',
  options: {
    ...signingOptions,
    after: {
      type: 'string',
      value: 'FILE',
      help: 'a newer list that the ledger does not know, because an older backup was put back: go on from there',
    },
  },
  positionals: [0, 0],
  run: async (args, terminal) => {
    const json = isJson(args);
    const after = args.text('after');
    const newer = after === undefined ? undefined : CertificateRevocationList.from(readBytes(terminal, after), after);
    const { number, entries, thisUpdate, nextUpdate } = await whileSigning(
      args,
      terminal,
      async (repository, authority, now) => {
        if (newer !== undefined) await adoptList(repository, authority, newer, now, after);
        return publishCrl(repository, authority, now);
      },
    );
    const list = { file: crlPath, number, entries, thisUpdate, nextUpdate };
    terminal.out(
      json ? renderJson(list) : `${crlPath}: number ${number}, ${entries} entries, next update until ${nextUpdate}\n`,
    );
    return 'fine';
  },
};
