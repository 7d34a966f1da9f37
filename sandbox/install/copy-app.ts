// SPDX-License-Identifier: MIT
import { copyFileSync, mkdirSync, readdirSync, type Stats, statSync } from 'node:fs';

/** The server's default of `forbidden_filenames`, compared with the lower-cased name. */
const forbidden = ['.htaccess'];

/** Deeper trees are links that lead in a circle: the server would copy until its disk is full. */
const maxDepth = 100;

/**
 * Copies an unpacked app to its place as the server does (server: legacy/OC_Helper.php, copyr): files with a forbidden
 * name stay behind, links are followed. Names are bytes: they need not be UTF-8.
 */
export function copyApp(from: Buffer, to: Buffer, depth = 0): void {
  if (depth > maxDepth) throw new Error(`The app is more than ${maxDepth} folders deep.`);
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from, { encoding: 'buffer' })) {
    const [source, target] = [below(from, name), below(to, name)];
    const stats = look(source);
    if (stats?.isDirectory() === true) copyApp(source, target, depth + 1);
    else if (stats?.isFile() === true && !forbidden.includes(name.toString('latin1').toLowerCase())) {
      copyFileSync(source, target);
    }
  }
}

/** undefined for a link that leads nowhere: to PHP it does not exist */
function look(path: Buffer): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

function below(folder: Buffer, name: Buffer): Buffer {
  return Buffer.concat([folder, Buffer.from('/'), name]);
}
