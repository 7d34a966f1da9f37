// SPDX-License-Identifier: MIT
import type { Clock } from '../../../common/clock.js';
import type { GithubEvent } from '../../../sandbox/github/events.js';
import { payloadFor } from '../../../sandbox/github/webhooks/payload.js';
import { testAuthority } from '../../support/test-keys.js';
import type { World } from '../support/world.js';

export const passphrase = 'a passphrase of the tests';

/** The inputs that only the jobs with the authority's key have. */
export async function keyInputs(): Promise<Record<string, string>> {
  const authority = await testAuthority();
  return {
    'ca-certificate': authority.intermediate.toPem(),
    'ca-key': authority.encryptKey({ passphrase, iterations: 1000 }),
    'ca-passphrase': passphrase,
    trust: authority.bundle,
  };
}

/** Real time, of which sleeping takes none away. */
export class LeapingClock implements Clock {
  #ahead = 0;

  now(): Date {
    return new Date(Date.now() + this.#ahead);
  }

  async sleep(milliseconds: number): Promise<void> {
    this.#ahead += milliseconds;
  }
}

/** What an App would be told: the last payload of each event, by its name. */
export function listen({ stage: { community, server } }: World): ReadonlyMap<string, string> {
  const payloads = new Map<string, string>();
  server.state.events.subscribe((event: GithubEvent) => {
    const told = payloadFor(community.app, event, event.facts(), { state: server.state, origins: server });
    if (told !== undefined) payloads.set(event.event, JSON.stringify(told.payload));
  });
  return payloads;
}

/** That of `pull_request_target` is that of `pull_request`. */
export function payloadOf(payloads: ReadonlyMap<string, string>, event: string): string {
  return payloads.get(event.replace('_target', '')) ?? '{}';
}
