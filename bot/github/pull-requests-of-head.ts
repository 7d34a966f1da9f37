// SPDX-License-Identifier: MIT
import type { Github } from './github.js';
import { listOpen } from './open-pull-requests.js';

/** Open pull requests with this head: of a fork's, events and check runs name none. */
export async function pullRequestsOfHead(github: Github, head: string): Promise<number[]> {
  return (await listOpen(github)).filter((pullRequest) => pullRequest.head === head).map(({ number }) => number);
}
