// SPDX-License-Identifier: MIT
import { type EntryOf, timeText } from '../ledger/ledger-line.js';
import type { Repository } from '../repository/repository.js';
import { serialText } from '../x509/serial.js';

const day = 86_400_000;

/**
 * Moves an announced revocation nearer, once nobody installs a release with the old certificate any more: a later
 * announcement of a serial takes the place of the earlier one. Whoever has to be told has `replacement.notice-days` left.
 * @returns the new announcement; undefined where there is none to move, or it comes as soon anyway
 */
export async function bringForward(
  repository: Repository,
  serial: bigint,
  now: Date,
): Promise<EntryOf<'announce'> | undefined> {
  const { ledger, policy } = repository;
  const announced = ledger.announcementOf(serial);
  const nearest = new Date(now.getTime() + policy.noticeDays * day);
  if (announced === undefined || announced.on <= nearest) return undefined;
  const { app, reason, why } = announced;
  const entry: EntryOf<'announce'> = {
    kind: 'announce',
    serial: serialText(serial),
    app,
    reason,
    on: timeText(nearest),
    ...(why !== undefined && { why }),
  };
  await repository.record([entry], now);
  return entry;
}
