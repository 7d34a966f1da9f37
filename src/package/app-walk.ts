// SPDX-License-Identifier: MIT
import { readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import { relative } from 'node:path';
import { materialOf, readable, readFolder, type AppEntry } from './app-entry.js';
import { compareByteStrings } from './byte-string.js';
import { parseIgnoreFile, type IgnorePattern } from './ignore-file.js';
import { IgnoreStack, type IgnoreVerdict } from './ignore-stack.js';
import { defaultPatterns, fixedRuleFor, ignoreFileName, outputRule } from './leave-out-rules.js';
import { PackageError } from './package-error.js';

/** One file that will be packed. */
export interface StagedFile {
  /** from the app folder, `/` between */
  readonly path: string;
  /** where its bytes are: absolute, links resolved */
  readonly source: string;
  readonly size: number;
  readonly mode: 0o644 | 0o755;
  /** its bytes, where they had to be looked at already: it is not read a second time */
  readonly content?: Buffer;
  /** what chose it: `app-file`, or `FILE:LINE` of the pattern that took it back */
  readonly rule: string;
}

export interface LeftOut {
  /** from the app folder; a folder ends with a slash */
  readonly path: string;
  /** id of the rule, or `FILE:LINE` of the pattern */
  readonly rule: string;
}

/** All that was met in an app folder. What is wrong with it is for stage-rules.ts to say. */
export interface AppWalk {
  /** in the order of the bytes of their paths */
  readonly files: readonly StagedFile[];
  readonly leftOut: readonly LeftOut[];
  readonly links: readonly AppLink[];
  /** pipes, sockets, devices */
  readonly specials: readonly string[];
  /** names that are not UTF-8, as well as they can be shown */
  readonly notUtf8: readonly string[];
}

export interface AppLink {
  readonly path: string;
  /** from the app folder, or absolute where it leaves the app */
  readonly target: string;
  readonly fate: 'file' | 'folder' | 'leaves-app' | 'broken';
}

const largestIgnoreFile = 1024 * 1024;
/** Content in memory; files beyond it are read again. */
const mostKept = 64 * 1024 * 1024;

/**
 * @param dir the app folder
 * @param outputs absolute paths to leave out: what is about to be written
 */
export function walkApp(dir: string, outputs: readonly string[]): AppWalk {
  let root: string;
  try {
    root = realpathSync.native(dir);
    if (!statSync(root).isDirectory()) throw new Error('not a folder');
  } catch (cause) {
    throw new PackageError('folder-unreadable', `${dir} cannot be read as a folder.`, {
      hint: 'Name the folder that holds appinfo/info.xml.',
      file: dir,
      cause,
    });
  }
  return new Walker(root, new Set(outputs)).walk();
}

class Walker {
  readonly #root: string;
  readonly #outputs: ReadonlySet<string>;
  readonly #files: { file: StagedFile; order: string }[] = [];
  readonly #leftOut: { entry: LeftOut; order: string }[] = [];
  readonly #links: AppLink[] = [];
  readonly #specials: string[] = [];
  readonly #notUtf8: string[] = [];
  /** bytes of content in memory */
  #kept = 0;

  constructor(root: string, outputs: ReadonlySet<string>) {
    this.#root = root;
    this.#outputs = outputs;
  }

  walk(): AppWalk {
    const entries = readFolder(this.#root);
    this.#folder(entries, '', new IgnoreStack(defaultPatterns(entries.some(isIgnoreFile))));
    const byBytes = (a: { order: string }, b: { order: string }) => compareByteStrings(a.order, b.order);
    return {
      files: this.#files.sort(byBytes).map(({ file }) => file),
      leftOut: this.#leftOut.sort(byBytes).map(({ entry }) => entry),
      links: this.#links,
      specials: this.#specials,
      notUtf8: this.#notUtf8,
    };
  }

  /** @param prefix the folder as a byte string, empty or with a slash at the end */
  #folder(entries: readonly AppEntry[], prefix: string, above: IgnoreStack): void {
    const own = entries.find(isIgnoreFile);
    const ignored =
      own === undefined ? above : above.with({ folder: prefix, file: own.path, patterns: patternsOf(own) });
    for (const entry of entries) {
      const verdict = ignored.verdict(entry.pathBytes, entry.nameBytes, entry.kind === 'folder');
      const rule = this.#leaveOutRule(entry, verdict);
      if (rule === undefined) this.#take(entry, verdict?.rule ?? 'app-file', ignored);
      else this.#leaveOut(entry, rule);
    }
  }

  /** A key must be told of as a key, whatever default takes it for litter: only who has left it out himself knows of it. */
  #leaveOutRule(entry: AppEntry, verdict: IgnoreVerdict | undefined): string | undefined {
    if (verdict?.leftOut !== true) return this.#fixedRule(entry);
    if (!verdict.isDefault) return verdict.rule;
    // What a default leaves out need not be readable.
    const { name, path, kind, source } = entry;
    return fixedRuleFor({ name, path, kind, material: () => materialOf(source) }) ?? verdict.rule;
  }

  #take(entry: AppEntry, rule: string, ignored: IgnoreStack): void {
    if (!entry.isUtf8) this.#notUtf8.push(entry.path);
    else if (entry.kind === 'folder') this.#folder(readFolder(this.#root, entry), `${entry.pathBytes}/`, ignored);
    else if (entry.kind === 'file') this.#stage(entry, entry.source, entry.stats(), rule);
    else if (entry.kind === 'link') this.#link(entry, rule);
    else this.#specials.push(entry.path);
  }

  #link(entry: AppEntry, rule: string): void {
    const { path } = entry;
    let real: string;
    let stats: Stats;
    try {
      real = realpathSync.native(entry.source);
      stats = statSync(real);
    } catch {
      this.#links.push({ path, target: '', fate: 'broken' });
      return;
    }
    const target = relative(this.#root, real);
    if (target === '..' || target.startsWith('../')) {
      this.#links.push({ path, target: real, fate: 'leaves-app' });
      return;
    }
    // A link is no way around a rule: `notes -> .git/config`.
    const ruled = this.#fixedRuleOfTarget(target, real);
    if (ruled !== undefined) this.#leaveOut(entry, ruled);
    else if (stats.isDirectory()) this.#links.push({ path, target, fate: 'folder' });
    else if (!stats.isFile()) this.#specials.push(path);
    else {
      this.#links.push({ path, target, fate: 'file' });
      this.#stage(entry, real, stats, rule);
    }
  }

  #stage(entry: AppEntry, source: string, stats: Stats, rule: string): void {
    const { path, content } = entry;
    // The owner's bit alone counts, as in git: the others depend on the umask of whoever made the copy.
    const mode = stats.mode & 0o100 ? 0o755 : 0o644;
    const file: StagedFile = { path, source, size: stats.size, mode, rule };
    const isKept = content?.length === stats.size && this.#kept + stats.size <= mostKept;
    if (isKept) this.#kept += stats.size;
    this.#files.push({ file: isKept ? { ...file, content } : file, order: entry.pathBytes });
  }

  #leaveOut(entry: AppEntry, rule: string): void {
    const path = entry.kind === 'folder' ? `${entry.path}/` : entry.path;
    this.#leftOut.push({ entry: { path, rule }, order: entry.pathBytes });
  }

  #fixedRule(entry: AppEntry): string | undefined {
    return this.#outputs.has(entry.source) ? outputRule : fixedRuleFor(entry);
  }

  #fixedRuleOfTarget(target: string, real: string): string | undefined {
    if (this.#outputs.has(real)) return outputRule;
    const names = target.split('/');
    const rules = names.map((name, index) =>
      fixedRuleFor({
        name,
        path: names.slice(0, index + 1).join('/'),
        kind: index < names.length - 1 ? 'folder' : 'file',
        material: () => materialOf(real),
      }),
    );
    return rules.find((rule) => rule !== undefined);
  }
}

/** Git does not follow a link that is named like an ignore file, and neither do we. */
function isIgnoreFile(entry: AppEntry): boolean {
  return entry.name === ignoreFileName && entry.kind === 'file';
}

function patternsOf(entry: AppEntry): IgnorePattern[] {
  const { size } = entry.stats();
  if (size > largestIgnoreFile) {
    throw new PackageError('ignore-file-too-large', `${entry.path} has ${size} bytes, more than 1 MiB.`, {
      hint: 'Name folders and wildcards instead of single files.',
      file: entry.path,
    });
  }
  return parseIgnoreFile(readable(entry.path, () => readFileSync(entry.source)));
}
