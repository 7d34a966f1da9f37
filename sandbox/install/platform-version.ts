// SPDX-License-Identifier: MIT
import { InstallError } from './install-error.js';
import { compareVersions } from './php-version.js';

export interface VersionRange {
  /** the empty string where there is no bound */
  readonly least: string;
  readonly most: string;
}

/**
 * A version spec as the server parses it (server: App/AppStore/Version/VersionParser.php): `*`, or one or two parts with
 * one blank between, of which the first two characters are dropped unseen.
 * @throws InstallError `list-unusable`: the server lets this exception pass through, so that one bad spec empties the
 *   whole list of apps
 */
export function parsePlatformSpec(spec: string): VersionRange {
  if (spec === '*') return { least: '', most: '' };
  const parts = spec.split(' ');
  const [first = '', second = ''] = parts.map((part) => part.slice(2));
  const valid = parts.length <= 2 && [first, second].slice(0, parts.length).every((part) => /^[0-9.]+\n?$/.test(part));
  if (!valid) {
    throw new InstallError('list-unusable', `Version cannot be parsed: ${spec}`, {
      hint: 'One such release empties the list of apps on every server: delete it in the store, and write its versions as digits and dots.',
    });
  }
  if (parts.length === 2) return { least: first, most: second };
  return spec.startsWith('>') ? { least: first, most: '' } : { least: '', most: first };
}

/** One to three numbers: what `isCompatible` takes for a bound. */
export function isBound(bound: string): boolean {
  return /^\d+(\.\d+){0,2}$/.test(bound);
}

/** Compared as far as the bound goes: `31.0.5` meets `<= 31` (server: App/CompareVersion.php). */
export function isCompatible(actual: string, bound: string, comparator: '>=' | '<='): boolean {
  const digits = bound.split('.').length;
  const order = compareVersions(actual.split('.').slice(0, digits).join('.'), bound);
  return comparator === '>=' ? order >= 0 : order <= 0;
}
