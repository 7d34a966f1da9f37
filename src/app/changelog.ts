// SPDX-License-Identifier: MIT
import { splitLines, strip } from './python-text.js';

/**
 * Languages for which the store looks for CHANGELOG.CODE.md, in its order: Django's LANGUAGES without en-au and en-gb
 * (appstore: settings/base.py; Django: conf/global_settings.py).
 */
export const changelogLanguages: readonly string[] =
  'af ar ar-dz ast az bg be bn br bs ca ckb cs cy da de dsb el en eo es es-ar es-co es-mx es-ni es-ve et eu fa fi fr fy ga gd gl he hi hr hsb hu hy ia id ig io is it ja ka kab kk km kn ko ky lb lt lv mk ml mn mr ms my nb ne nl nn os pa pl pt pt-br ro ru sk sl sq sr sr-latn sv sw ta te tg th tk tr tt udm ug uk ur uz vi zh-hans zh-hant'.split(
    ' ',
  );

const heading = /^## \[?v?(\p{Nd}+\.\p{Nd}+(?:\.\p{Nd}+)?)/u;
const unreleased = '## [Unreleased]';

/** Under which heading the store looks for the changes of a release. */
export function changelogHeading(version: string, nightly: boolean): string {
  return nightly || version.includes('-') ? 'Unreleased' : version;
}

/**
 * The part of a changelog that is about one version, as the store takes it out (appstore: api/v1/release/parser.py,
 * parse_changelog): lines below headings of that number, however often it occurs. Other headings are content.
 *
 * @returns '' where there is none
 */
export function changelogFor(changelog: string, version: string, nightly: boolean): string {
  return sectionsOf(changelog).get(changelogHeading(version, nightly)) ?? '';
}

/** All sections by number, `Unreleased`, or '' for what stands before the first heading. */
export function sectionsOf(changelog: string): ReadonlyMap<string, string> {
  const sections = new Map<string, string[]>();
  let current = '';
  for (const line of splitLines(strip(changelog))) {
    const number = heading.exec(line)?.[1] ?? (line.startsWith(unreleased) ? 'Unreleased' : undefined);
    if (number !== undefined) current = number;
    else {
      const lines = sections.get(current);
      if (lines) lines.push(line);
      else sections.set(current, [line]);
    }
  }
  return new Map([...sections].map(([number, lines]) => [number, strip(lines.join('\n'))]));
}
