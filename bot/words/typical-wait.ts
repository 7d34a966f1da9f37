// SPDX-License-Identifier: MIT
import type { Ledger } from '../../ca/ledger/ledger.js';

const dayMs = 86_400_000;
/** so many, else a figure would be of the days of somebody’s holidays */
const least = 20;
const most = 200;

/** In how many days, rounded up, half of the last requests and three in four of them were certified; undefined: too few. */
export function typicalWait(ledger: Ledger): { readonly half: number; readonly mostOf: number } | undefined {
  const waits = [...ledger.certificates()]
    .toSorted((a, b) => a.notBefore.getTime() - b.notBefore.getTime())
    .flatMap(({ requestedAt, notBefore }) => (requestedAt === undefined ? [] : [+notBefore - +requestedAt]))
    .slice(-most)
    .toSorted((a, b) => a - b);
  if (waits.length < least) return undefined;
  const at = (share: number): number => {
    return Math.max(1, Math.ceil((waits[Math.floor(waits.length * share)] ?? 0) / dayMs));
  };
  return { half: at(0.5), mostOf: at(0.75) };
}
