// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { Ledger } from '../../../ca/ledger/ledger.js';
import { type EntryOf, type LedgerEntry, timeText } from '../../../ca/ledger/ledger-line.js';
import { dice } from '../../fuzz/mutate.js';

const day = 86_400_000;
const words = (text: string): string[] => text.split(' ');
const first = words(
  'garden star choir recipe tide orchard harbour library bicycle mountain village theatre meadow river',
);
const second = words('planner catalogue atlas diary counter workshop exchange almanac cellar register compass ledger');
const reasons = ['lost key', 'lost key', 'taken over', 'key leaked', 'wrong common name'];
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Ten years of an authority that never was, as they stand at `now`: the same every time. */
export function sampleLedger(now: Date): Ledger {
  const roll = dice(2026);
  const events: { at: Date; entries: LedgerEntry[] }[] = [];
  const end = now.getTime();
  const apps = first.flatMap((one) => second.map((two) => `${one}_${two}`));
  let serial = 0xa000;
  const issue = (app: string, key: string, at: number, waited: number, reason?: string): EntryOf<'issue'> => ({
    kind: 'issue',
    serial: (serial++).toString(16),
    app,
    key: hash(key),
    fingerprint: hash(`${key} ${serial}`),
    notBefore: timeText(new Date(at)),
    notAfter: timeText(new Date(at + 3750 * day)),
    requestedAt: timeText(new Date(at - waited * day)),
    requestedBy: 'Ada',
    ...(reason !== undefined && { reason }),
  });
  for (const app of apps) {
    // the oldest end within days
    const at = end - (3740 - roll(3735)) * day - roll(86_400) * 1000;
    const issued = issue(app, app, at, roll(400) / 60);
    events.push({ at: new Date(at), entries: [issued] });
    const later = at + (30 + roll(900)) * day;
    if (roll(4) > 0 || later > end) continue;
    const reason = reasons[roll(reasons.length)] ?? '';
    const leaked = reason === 'key leaked';
    const on = new Date(leaked ? later : later + 90 * day);
    const why = { serial: issued.serial, app, reason: leaked ? 'keyCompromise' : 'superseded' } as const;
    const revoke: LedgerEntry =
      on.getTime() > end
        ? { kind: 'announce', ...why, on: timeText(on), why: reason }
        : { kind: 'revoke', ...why, date: timeText(on) };
    events.push({ at: new Date(later), entries: [issue(app, `${app} new`, later, roll(900) / 60, reason), revoke] });
  }
  const ledger = new Ledger();
  for (const { at, entries } of events.toSorted((a, b) => a.at.getTime() - b.at.getTime())) ledger.append(entries, at);
  ledger.append(
    [
      {
        kind: 'crl',
        number: '41',
        thisUpdate: timeText(now),
        nextUpdate: timeText(new Date(end + 320 * day)),
        sha256: hash('list'),
        entries: ledger.revocations.size,
      },
    ],
    now,
  );
  return ledger;
}
