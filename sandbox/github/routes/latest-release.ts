// SPDX-License-Identifier: MIT
import semver from 'semver';
import type { Release, Repository } from '../state.js';

/** The release at `releases/latest`: the one marked so, else the one with the highest semantic version (`legacy`). */
export function latestRelease(repository: Repository): Release | undefined {
  const candidates = repository.releases.filter(({ draft, prerelease }) => !draft && !prerelease);
  const marked = candidates.find(({ id }) => id === repository.latest);
  return marked ?? candidates.toSorted((a, b) => semver.compare(versionOf(b), versionOf(a)))[0];
}

function versionOf(release: Release): string {
  return semver.coerce(release.tag)?.version ?? '0.0.0';
}
