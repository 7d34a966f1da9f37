// SPDX-License-Identifier: MIT
import { land } from '../land.js';
import type { Workshop } from '../workshop.js';
import { prepareCrl } from './prepare-crl.js';

/** Makes the list again before it ends, and when announced revocations are due. */
export async function keepCrl(workshop: Workshop): Promise<void> {
  const { authority, github } = workshop;
  if (authority === undefined) return;
  await land(workshop, (base) => prepareCrl(base, base.settings, authority, github.clock.now()));
}
