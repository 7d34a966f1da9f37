// SPDX-License-Identifier: MIT
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** A program as it ships: its bundle in dist/, as a process of its own. */
export function program(name: 'nextcloud-release' | 'nextcloud-ca'): (...words: string[]) => Promise<Ended> {
  const bundle = fileURLToPath(new URL(`../../dist/${name}/index.js`, import.meta.url));
  return async (...words) => {
    const child = spawn(process.execPath, [bundle, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { status, out, err };
  };
}
