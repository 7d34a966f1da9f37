// SPDX-License-Identifier: MIT
import { StringDecoder } from 'node:string_decoder';
import { BuildError, buildItYourself } from './build-error.js';
import type { BuildCommand } from './build-plan.js';

export interface CommandWorld {
  readonly cwd: string;
  /** all that the command sees */
  readonly env: Record<string, string>;
  /** gets the command's output as it comes */
  readonly output: (text: string) => void;
}

/** As much of the output as a message repeats. */
const tailLines = 30;
const tailLength = 16 * 1024;

/** npm's and Node's words for a registry that cannot be reached. */
const noNetwork =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT)\b/;

/**
 * Runs one command of a build to its end.
 * @throws BuildError `program-missing`, `no-network`, `command-failed` with the last 30 lines of the output
 */
export async function runCommand([program, ...words]: BuildCommand, world: CommandWorld): Promise<void> {
  // Loaded here: most commands of this program build nothing.
  const { exec } = await import('@actions/exec');
  let tail = '';
  const listener = (): ((chunk: Buffer) => void) => {
    const decoder = new StringDecoder('utf8');
    return (chunk) => {
      const text = decoder.write(chunk);
      world.output(text);
      tail = (tail + text).slice(-tailLength);
    };
  };
  const options = {
    cwd: world.cwd,
    env: world.env,
    silent: true,
    ignoreReturnCode: true,
    // Ends standard input at once: a build that asks something must not wait for ever.
    input: Buffer.alloc(0),
    listeners: { stdout: listener(), stderr: listener() },
  };
  const status = await exec(program, words, options).catch((cause: unknown) => {
    throw new BuildError('program-missing', `${program} cannot be run: it is not on this machine’s PATH.`, {
      hint: `Install ${program}, or ${buildItYourself}.`,
      cause,
    });
  });
  if (status === 0) return;
  const line = [program, ...words].join(' ');
  const end = lastLines(tail);
  if (program === 'npm' && words[0] === 'ci' && noNetwork.test(tail)) {
    throw new BuildError('no-network', `"${line}" could not reach the package registry:\n${end}`, {
      hint: `Try again with a network, or ${buildItYourself}.`,
    });
  }
  throw new BuildError('command-failed', `"${line}" ended with status ${status}:\n${end}`, {
    hint: `Make the command work in a fresh clone of the checkout, or ${buildItYourself}.`,
  });
}

function lastLines(text: string): string {
  return text.trimEnd().split('\n').slice(-tailLines).join('\n');
}
