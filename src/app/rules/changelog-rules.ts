// SPDX-License-Identifier: MIT
import type { Rule } from '../../../common/rule.js';
import { changelogHeading, changelogLanguages, sectionsOf } from '../changelog.js';
import { limits } from '../limits.js';
import { firstBadLine } from '../xml/decode-xml.js';

export interface Changelog {
  readonly path: string;
  /** as the store calls it; undefined where it does not look at the file */
  readonly language: string | undefined;
  readonly bytes: Uint8Array;
  /** undefined where the bytes are not UTF-8 */
  readonly text: string | undefined;
}

/** All changelogs of an app, and the release that they are about. */
export interface Changelogs {
  readonly files: readonly Changelog[];
  /** undefined where info.xml names none */
  readonly version: string | undefined;
  readonly nightly: boolean;
}

const source = 'appstore: api/v1/release/parser.py, parse_changelog';
const read = ({ files }: Changelogs): Changelog[] => files.filter(({ language }) => language !== undefined);

/** The store never refuses a changelog that it can read; it just shows nothing. */
export const changelogRules: readonly Rule<Changelogs>[] = [
  {
    id: 'changelog-too-large',
    severity: 'error',
    *check(changelogs) {
      for (const { path, bytes } of read(changelogs)) {
        if (bytes.length > limits.fileSize) {
          yield {
            file: path,
            // How much more is not known: of a file far above the limit only the start is here.
            message: `${path} has more than ${limits.fileSize.toLocaleString('en')} bytes; the store reads no more.`,
          };
        }
      }
    },
    message: 'A changelog is larger than the store reads.',
    fix: 'Move old versions into another file.',
    source: 'appstore: api/v1/release/parser.py, stream_read_file',
  },
  {
    id: 'changelog-not-utf-8',
    severity: 'error',
    *check(changelogs) {
      for (const { path, bytes, text } of read(changelogs)) {
        if (text === undefined && bytes.length <= limits.fileSize) yield { file: path, line: firstBadLine(bytes) };
      }
    },
    message: 'A changelog is not UTF-8: the store fails with an internal error (500).',
    fix: 'Save it as UTF-8.',
    source: 'appstore: api/v1/release/parser.py, stream_read_utf8',
  },
  {
    id: 'changelog-missing',
    severity: 'warning',
    *check(changelogs) {
      if (read(changelogs).every(({ bytes }) => bytes.length === 0)) yield {};
    },
    message: 'There is no CHANGELOG.md: the store shows no changes.',
    fix: 'Add CHANGELOG.md with a line “## 1.2.3 - 2026-01-31” for each version, and the changes below it.',
    source,
  },
  {
    id: 'changelog-byte-order-mark',
    severity: 'warning',
    *check(changelogs) {
      for (const { path, text } of read(changelogs)) if (text?.startsWith('\uFEFF')) yield { file: path, line: 1 };
    },
    message: 'A byte order mark stands at the beginning: where the first line is a heading, the store does not see it.',
    fix: 'Save the file as UTF-8 without a byte order mark.',
    source,
  },
  {
    id: 'changelog-without-version',
    severity: 'warning',
    *check({ files, version, nightly }) {
      if (version === undefined) return;
      const wanted = changelogHeading(version, nightly);
      for (const { path, language, text } of files) {
        if (language === undefined || !text || replaced(files, path)) continue;
        const sections = sectionsOf(text);
        if (sections.get(wanted)) continue;
        if (wanted === 'Unreleased') {
          const message = `${path} has nothing below “## [Unreleased]”, where the store looks for the changes of ${nightly ? 'a nightly' : 'a prerelease'}.`;
          yield {
            file: path,
            message,
            fix: 'Put the changes below a line “## [Unreleased]”, in exactly this spelling.',
          };
        } else {
          const line = 1 + text.split(/\r\n|\r|\n/).findIndex((each) => each.includes(wanted));
          const message = `${path} has nothing below a heading of version ${wanted}: the store shows no changes.`;
          yield { file: path, message, fix: `Put the changes below a line “## ${wanted}”.`, ...(line > 0 && { line }) };
        }
      }
    },
    message: 'A changelog has nothing about this version: the store shows no changes.',
    fix: 'Put the changes below a line “## 1.2.3”; those of prereleases and nightlies below “## [Unreleased]”.',
    source,
  },
  {
    id: 'changelog-replaced',
    severity: 'warning',
    *check({ files }) {
      for (const { path } of files) if (replaced(files, path)) yield { file: path };
    },
    message: 'CHANGELOG.md is not shown: the store takes CHANGELOG.en.md instead of it.',
    fix: 'Keep one of the two.',
    source: 'appstore: api/v1/release/parser.py, GunZipAppMetadataExtractor',
  },
  {
    id: 'changelog-not-read',
    severity: 'warning',
    *check({ files }) {
      for (const { path, language } of files) {
        if (language !== undefined) continue;
        const code = /^changelog\.(.+)\.md$/i.exec(path)?.[1]?.toLowerCase().replaceAll('_', '-');
        const known = [code, code?.split('-')[0]].find(
          (name) => name !== undefined && changelogLanguages.includes(name),
        );
        const name = code === undefined ? 'CHANGELOG.md' : known && `CHANGELOG.${known}.md`;
        yield {
          file: path,
          message: `The store does not look at ${path}.`,
          ...(name !== undefined && { fix: `Call it ${name}.` }),
        };
      }
    },
    message: 'The store does not look at a changelog of this name.',
    fix: 'Call it CHANGELOG.md, or CHANGELOG.CODE.md with a language code in lower case, such as de or pt-br.',
    source: 'appstore: api/v1/release/parser.py, GunZipAppMetadataExtractor',
  },
];

/** CHANGELOG.md, where there is a CHANGELOG.en.md with something in it. */
function replaced(files: readonly Changelog[], path: string): boolean {
  const english = files.find((file) => file.path === 'CHANGELOG.en.md');
  return path === 'CHANGELOG.md' && english !== undefined && english.bytes.length > 0;
}
