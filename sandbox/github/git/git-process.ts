// SPDX-License-Identifier: MIT
import { spawn } from 'node:child_process';

export interface GitResult {
  readonly status: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs git once. @param variables what the environment has besides ours */
export async function runGit(
  words: readonly string[],
  input: Uint8Array = new Uint8Array(),
  variables: Readonly<Record<string, string>> = {},
): Promise<GitResult> {
  const assignments = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  const child = spawn('env', [...assignments, 'git', ...words]);
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  // Git may end before it has read everything.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const status = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? -1));
  });
  return { status, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString() };
}
