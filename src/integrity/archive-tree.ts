// SPDX-License-Identifier: MIT
import type { Finding } from '../../common/finding.js';
import { type ArchiveEntry, type ArchiveListing, inspectArchive } from '../package/archive-listing.js';
import { archiveRules } from '../package/archive-rules.js';
import type { HashValue } from './hash-list.js';
import { signaturePaths } from './hashed-paths.js';
import { IntegrityError } from './integrity-error.js';
import type { Tree } from './tree.js';

/** All that a check reads of a tree, from its root. */
const wanted: ReadonlySet<string> = new Set([...Object.values(signaturePaths), 'appinfo/info.xml', '.htaccess']);
/** The signature of a whole server has some 5 MB. */
const largestWanted = 64 * 1024 * 1024;

/** The inside of a `.tar.gz`, below its one top folder, with the names that the server's unpacker reads. */
export class ArchiveTree implements Tree {
  readonly paths: readonly string[];
  readonly findings: readonly Finding[];
  readonly #files: ReadonlyMap<string, ArchiveEntry>;
  readonly #contents: ReadonlyMap<string, Uint8Array>;

  private constructor(
    /** name of the top folder */
    readonly top: string,
    listing: ArchiveListing,
  ) {
    const entries = listing.entries.filter(({ type }) => type !== 'directory');
    // Of several entries of one name the last one counts: it is written over the others.
    this.#files = new Map(entries.map((entry) => [below(top, entry), entry]));
    this.#contents = listing.contents;
    this.paths = [...this.#files.keys()];
    this.findings = listing.findings.map((finding) => ({ ...finding, severity: 'warning' }));
  }

  /**
   * @param source a path, or the archive's bytes
   * @throws IntegrityError `archive-refused` where the server's unpacker would not get a tree out of it
   * @throws PackageError `archive-unreadable`
   */
  static async open(
    source: string | Uint8Array,
    name = typeof source === 'string' ? source : 'archive',
  ): Promise<ArchiveTree> {
    const limits = { wanted: largestWanted };
    const wants = (path: string): boolean => wanted.has(path.replace(/^(?:\.\/)*[^/]*\//, ''));
    const listing = await inspectArchive(source, { name, limits, hash: true, wants });
    const fatal = listing.findings.filter(({ rule, severity }) => severity === 'error' && stopsServer.has(rule));
    const [top, ...others] = new Set(listing.entries.map((entry) => plainPath(entry).split('/', 1)[0] ?? ''));
    if (listing.complete && fatal.length === 0 && top !== undefined && others.length === 0) {
      return new ArchiveTree(top, listing);
    }
    const findings = fatal.length > 0 ? fatal : listing.findings.filter(({ severity }) => severity === 'error');
    throw new IntegrityError(
      'archive-refused',
      `${name} cannot be checked: ${findings[0]?.message ?? 'it is empty.'}`,
      {
        hint: findings[0]?.fix ?? 'Pack one folder, named as the app’s id.',
        file: name,
        findings,
      },
    );
  }

  hash(path: string): HashValue {
    // A link has no content of its own; what it would lead to on a server is not looked into.
    return this.#files.get(path)?.sha512 ?? false;
  }

  read(path: string): Uint8Array | undefined {
    const entry = this.#files.get(path);
    return entry === undefined ? undefined : this.#contents.get(entry.path);
  }
}

const stopsServer: ReadonlySet<string> = new Set(
  archiveRules.filter(({ refusedBy }) => refusedBy === 'server' || refusedBy === 'both').map(({ id }) => id),
);

function plainPath({ path, serverPath }: ArchiveEntry): string {
  return (serverPath ?? path).replace(/^(?:\.?\/)+/, '');
}

function below(top: string, entry: ArchiveEntry): string {
  return plainPath(entry).slice(top.length + 1);
}
