// SPDX-License-Identifier: MIT
import { land } from '../land.js';
import { readBase } from '../read-base.js';
import type { Workshop } from '../workshop.js';
import { crlIsDue, prepareCrl } from './prepare-crl.js';

/** Makes the list again before it ends, and when announced revocations are due. */
export async function keepCrl(workshop: Workshop): Promise<void> {
  const { authority, github, waits } = workshop;
  if (authority === undefined) {
    const { repository, settings } = await readBase(github);
    if (crlIsDue(repository, settings, github.clock.now()) !== undefined) waits?.({ kind: 'upkeep' });
    return;
  }
  await land(workshop, (base) => prepareCrl(base, base.settings, authority, github.clock.now()));
}
