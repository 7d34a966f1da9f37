// SPDX-License-Identifier: MIT

/**
 * A range of versions as the store keeps it (appstore: core/versioning.py). Written versions have one to three numeric
 * parts; an absent one is `*`.
 */
export interface VersionRange {
  /** padded with `.0` to three parts; leading zeros stay */
  readonly min: string;
  readonly rawMin: string;
  /** exclusive: the last written part raised by one, then padded */
  readonly max: string;
  readonly rawMax: string;
}

export function versionRange(min: string | undefined, max: string | undefined): VersionRange {
  return { min: padMin(min), rawMin: min ?? '*', max: padMax(max), rawMax: max ?? '*' };
}

/** E.g. `>=9.0.0,<12.0.0`. */
export function specification(min: string, max: string): string {
  return combine(min, max, '<');
}

/** E.g. `>=9,<=11`: as written, the upper end inclusive. */
export function rawSpecification(min: string, max: string): string {
  return combine(min, max, '<=');
}

/** Whether the written upper end lies below the written lower end, compared part by part. */
export function isEmptyRange(min: string, max: string): boolean {
  const low = parts(padMin(min));
  const high = parts(padMax(max));
  for (let place = 0; place < 3; place++) {
    const [a, b] = [low[place] ?? 0n, high[place] ?? 0n];
    if (a !== b) return a > b;
  }
  return true;
}

function padMin(version: string | undefined): string {
  return version === undefined ? '*' : [...version.split('.'), '0', '0'].slice(0, 3).join('.');
}

function padMax(version: string | undefined): string {
  if (version === undefined) return '*';
  const [...raised] = parts(version);
  raised.push((raised.pop() ?? 0n) + 1n);
  return [...raised, 0n, 0n].slice(0, 3).join('.');
}

/** Parts may have 256 digits. */
function parts(version: string): bigint[] {
  return version.split('.').map(BigInt);
}

function combine(min: string, max: string, below: string): string {
  const ends = [min === '*' ? '' : `>=${min}`, max === '*' ? '' : below + max].filter((end) => end !== '');
  return ends.length === 0 ? '*' : ends.join(',');
}
