// SPDX-License-Identifier: MIT
// Builds the addon of pkcs11js, for the tests of keys in tokens: `npm ci` runs no install scripts. One line says how it went.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const tools = ['g++', 'make', 'python3'];

/** @param root folder of the project; nothing is done where the addon can be loaded, or its package is not installed */
export function buildAddon(root) {
  const addon = join(root, 'node_modules', 'pkcs11js');
  const loads = () => spawnSync(process.execPath, ['-e', 'require(process.argv[1])', addon]).status === 0;
  if (!existsSync(addon) || loads()) return;
  const missing = tools.filter((tool) => spawnSync(tool, ['--version']).error !== undefined);
  if (missing.length > 0) {
    console.log(`skipped: pkcs11js is not built (Debian packages that are not here: ${missing.join(', ')})`);
    return;
  }
  const start = Date.now();
  const { stdout, stderr } = spawnSync('npm', ['rebuild', 'pkcs11js', '--ignore-scripts=false'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...headers() },
  });
  if (loads()) console.log(`ok: pkcs11js is built (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  else console.log(`skipped: pkcs11js cannot be built\n${stdout}${stderr}`.trimEnd());
}

/** Node's own headers lie beside most installations: then they need not be fetched from the net. */
function headers() {
  const folder = join(process.execPath, '..', '..');
  return existsSync(join(folder, 'include', 'node', 'node.h')) ? { npm_config_nodedir: folder } : {};
}
