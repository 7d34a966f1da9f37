// SPDX-License-Identifier: MIT
import semver from 'semver';

/** Whether a version of Nextcloud fits a spec of the API, e.g. `>=31.0.0 <33.0.0` or `*` (store: core/versioning.py). */
export function semverCompatible(version: string, spec: string): boolean {
  return spec.split(' ').every((part) => {
    if (part === '*') return true;
    // Leading zeros (`>=031.0.0`) are no semantic version: the store's library fails there.
    const bound = part.replace(/^[<>]=?/, '');
    if (semver.valid(bound) === null) return false;
    return part.startsWith('>=') ? semver.gte(version, bound) : semver.lt(version, bound);
  });
}
