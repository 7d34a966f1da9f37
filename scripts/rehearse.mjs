// SPDX-License-Identifier: MIT
// npm run rehearse [-- OPTION...]: the whole circle on this machine. dist/ is committed, so a fresh clone needs nothing
// else; where it is missing, the packages are installed and it is built first.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'dist', 'nextcloud-release', 'index.js');
const run = (command, args, cwd = root) => {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

if (!existsSync(program)) {
  if (!existsSync(join(root, 'node_modules'))) run('npm', ['ci']);
  run(process.execPath, [join(root, 'scripts', 'build.mjs')]);
}
// npm runs scripts in the package's folder; paths are meant from where the user stands.
run(process.execPath, [program, 'rehearse', ...process.argv.slice(2)], process.env.INIT_CWD ?? process.cwd());
