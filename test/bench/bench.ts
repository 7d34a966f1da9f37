// SPDX-License-Identifier: MIT
// npm run bench [-- release | authority | issuing | bot ...]: each row beside its peer over the same input in the same run, as whole
// processes. Not a test: nothing fails here but a command that fails.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchAuthority } from './authority-rows.js';
import { measureBot } from './bot-rows.js';
import { benchIssuing } from './issuing-rows.js';
import { benchRelease } from './release-rows.js';
import { printMachine } from './table.js';

const parts: Readonly<Record<string, (work: string, args: string[]) => Promise<void>>> = {
  release: benchRelease,
  authority: benchAuthority,
  issuing: benchIssuing,
  bot: (_, args) => measureBot(args),
};
const [given, ...args] = process.argv.slice(2);

printMachine();
for (const name of given === undefined ? ['release', 'authority', 'issuing'] : [given]) {
  const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
  if (part === undefined) throw new Error(`"${name}" is none of ${Object.keys(parts).join(', ')}`);
  const work = mkdtempSync(join(tmpdir(), 'nextcloud-release-bench-'));
  try {
    await part(work, args);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
