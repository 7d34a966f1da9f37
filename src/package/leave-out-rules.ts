// SPDX-License-Identifier: MIT
import { parseIgnoreFile, type IgnorePattern } from './ignore-file.js';
import { isLookedInto, type KeyMaterial } from './key-material.js';

/** What a name in a folder stands for, links unfollowed. */
export type EntryKind = 'file' | 'folder' | 'link' | 'special';

/** What the rules look at. */
export interface RuledEntry {
  readonly name: string;
  /** from the app folder */
  readonly path: string;
  readonly kind: EntryKind;
  /** reads the file, where a rule asks */
  material(): KeyMaterial;
}

/** A safe default that no `.nextcloudignore` takes back. */
export interface FixedRule {
  /** stable: `--list` prints it, other people's scripts match on it */
  readonly id: string;
  readonly why: string;
  readonly source: string;
  readonly leavesOut: (entry: RuledEntry) => boolean;
}

/** A default in the language of gitignore(5): of lowest precedence, so that `!pattern` in a `.nextcloudignore` takes it back. */
export interface DefaultRule {
  readonly id: string;
  readonly why: string;
  readonly patterns: readonly string[];
  /** `always`, or only where the app has no `.nextcloudignore` at its top: then somebody has thought about it */
  readonly applies: 'always' | 'without-ignore-file';
}

const versionControl = /^(?:\.git|\.svn|\.hg|\.bzr|\.jj|_darcs)$/i;
const keyName = /^(?:.*\.(?:key|p12|pfx|ppk|jks)|id_(?:rsa|dsa|ecdsa|ed25519))$/is;
const unhashedName =
  /^(?:\.DS_Store|\.directory|\.rnd|\.webapp|Thumbs\.db|nextcloud-init-sync\.lock|\.webapp-nextcloud-(?:\d+\.){2}\d+(?:-r\d+)?\n?)$/;

export const fixedRules: readonly FixedRule[] = [
  {
    id: 'version-control',
    why: 'the history of the sources is nobody’s business on a server, and the store refuses .git',
    source: 'appstore: settings/base.py, ARCHIVE_FOLDER_BLACKLIST',
    leavesOut: ({ name, kind }) => versionControl.test(name) || (name === 'CVS' && kind === 'folder'),
  },
  {
    id: 'private-key',
    why: 'a private key that is published is lost, and the certificate with it',
    source: 'what a file of that name holds, or a PEM block of a private key in it',
    leavesOut: (entry) =>
      entry.kind !== 'folder' &&
      (keyName.test(entry.name)
        ? entry.material() !== 'public'
        : isLookedInto(entry.name) && entry.material() === 'private'),
  },
  {
    id: 'unhashed-name',
    why: 'servers leave the name out of the hash list, and which names those are has changed over the years',
    source: 'server: IntegrityCheck/Iterator/ExcludeFileByNameFilterIterator.php',
    leavesOut: ({ name, kind }) => unhashedName.test(name) && kind !== 'folder',
  },
  {
    id: 'htaccess',
    why: 'the server’s installer never copies it, so that a signed app that has it fails its integrity check',
    source: 'server: Installer.php with forbidden_filenames; nextcloud/server#9765',
    leavesOut: ({ name, kind }) => name.toLowerCase() === '.htaccess' && kind !== 'folder',
  },
  {
    id: 'ignore-file',
    why: 'it has done its work',
    source: 'krankerl: README',
    leavesOut: ({ name, kind }) => name === ignoreFileName && kind !== 'folder',
  },
  {
    id: 'krankerl-recipe',
    why: 'it says how to build the app, and is no part of it',
    source: 'krankerl: README',
    leavesOut: ({ path, kind }) => path === 'krankerl.toml' && kind !== 'folder',
  },
  {
    id: 'old-signature',
    why: 'the signature is made anew over what is packed',
    source: 'server: IntegrityCheck/Checker.php',
    leavesOut: ({ path, kind }) => path === 'appinfo/signature.json' && kind !== 'folder',
  },
  {
    id: 'unfinished-archive',
    why: 'it is what a packing that was killed has left',
    source: 'output-file.ts',
    leavesOut: ({ name, kind }) => unfinishedName.test(name) && kind === 'file',
  },
];

/** The id of the rule that leaves the entry out whatever the ignore files say. */
export function fixedRuleFor(entry: RuledEntry): string | undefined {
  return fixedRules.find((rule) => rule.leavesOut(entry))?.id;
}

/** The rule for what the caller names: the archive that is about to be written. */
export const outputRule = 'output-archive';
export const ignoreFileName = '.nextcloudignore';
/** The temporary names that output-file.ts makes. */
export const unfinishedName = /^\..+\.[0-9a-f]{12}\.unfinished$/s;

export const defaultRules: readonly DefaultRule[] = [
  {
    id: 'node-modules',
    why: 'it belongs to the build, at any depth',
    applies: 'always',
    patterns: ['node_modules'],
  },
  {
    id: 'credentials',
    why: 'these hold passwords and tokens of the machine where the app is built',
    applies: 'always',
    patterns: [
      '.env',
      '.env.local',
      '.env.*.local',
      '.envrc',
      '.npmrc',
      '.pypirc',
      '.netrc',
      '.htpasswd',
      '/auth.json',
      '/credentials.json',
      '.aws/',
      '.ssh/',
      '.gnupg/',
      'id_rsa*',
      'id_ecdsa*',
      'id_ed25519*',
      '*.p12',
      '*.pfx',
      '*.kdbx',
    ],
  },
  {
    id: 'editor-litter',
    why: 'editors and desktops leave them behind',
    applies: 'always',
    patterns: [
      // prettier-ignore
      '*~',
      '.*.sw[a-p]',
      '*.sw[op]',
      '.#*',
      '\\#*#',
      '._*',
      'desktop.ini',
      '.idea/',
      '.vscode/',
      '.fleet/',
      'nbproject/',
      '.project',
      '.buildpath',
      '.settings/',
      '*.sublime-project',
      '*.sublime-workspace',
    ],
  },
  {
    id: 'debug-log',
    why: 'package managers leave them where they fail',
    applies: 'always',
    patterns: ['npm-debug.log*', 'yarn-debug.log*', 'yarn-error.log', '.pnpm-debug.log*'],
  },
  {
    id: 'development-file',
    why: 'it serves the repository and its checks, and no server reads it',
    applies: 'without-ignore-file',
    patterns: [
      '.github/',
      '.gitlab/',
      '.gitea/',
      '.forgejo/',
      '.circleci/',
      '.husky/',
      '.devcontainer/',
      '.gitignore',
      '.gitattributes',
      '.gitmodules',
      '.git-blame-ignore-revs',
      '.mailmap',
      '.editorconfig',
      '.gitlab-ci.yml',
      '.travis.yml',
      '.drone.yml',
      '.scrutinizer.yml',
      '.codecov.yml',
      '.pre-commit-config.yaml',
      '.eslintrc*',
      '.eslintignore',
      '.prettierrc*',
      '.prettierignore',
      '.stylelintrc*',
      '.stylelintignore',
      '.babelrc*',
      '.browserslistrc',
      '.nvmrc',
      '.node-version',
      '.jshintrc',
      '.php-cs-fixer*',
      '.php_cs*',
      '.phpunit*',
      '.l10nignore',
    ],
  },
];

export interface DefaultPattern extends IgnorePattern {
  readonly rule: string;
}

/** The defaults as the patterns of one list, each with the rule that it comes from. */
export function defaultPatterns(hasIgnoreFile: boolean): DefaultPattern[] {
  return defaultRules
    .filter((rule) => rule.applies === 'always' || !hasIgnoreFile)
    .flatMap((rule) =>
      parseIgnoreFile(Buffer.from(rule.patterns.join('\n'))).map((pattern) => ({ ...pattern, rule: rule.id })),
    );
}
