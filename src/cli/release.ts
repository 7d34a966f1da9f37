// SPDX-License-Identifier: MIT
import type { Arguments, Command, Terminal } from '../../common/command.js';
import { InputError } from '../../common/input-error.js';
import { formatOption, parseFormat, renderFindings } from '../../common/render/format.js';
import { printable } from '../../common/render/printable.js';
import { temporaryFolder } from '../../common/temporary-folder.js';
import { release as runRelease, type ReleaseReport, type Target } from '../release.js';
import { Steps } from '../steps.js';
import { environmentOf } from './environment.js';
import { certificateOption, keyOption, readSecret, readText, trustOption } from './key-files.js';
import { readReleaseInputs } from './release-inputs.js';
import { terminalProgress } from './terminal-progress.js';

export const release: Command = {
  name: 'release',
  usage: '[DIR] --key FILE --certificate FILE (--github OWNER/NAME --tag TAG | --url URL) [OPTION...]',
  summary: 'Releases an app: build, validate, code-sign, pack, upload, sign, publish, and read back what is there.',
  options: {
    key: keyOption,
    certificate: certificateOption,
    github: { type: 'string', value: 'OWNER/NAME', help: 'repository whose release gets the archive as an asset' },
    tag: { type: 'string', value: 'TAG', help: 'tag of the release; must be the version in info.xml' },
    url: { type: 'string', value: 'URL', help: 'where somebody else serves the archive' },
    archive: { type: 'string', value: 'FILE', help: 'a packed archive in place of building one' },
    'out-dir': { type: 'string', value: 'DIR', help: 'keep the archive here (default: a temporary folder)' },
    'no-build': { type: 'boolean', help: 'pack what is there' },
    nightly: { type: 'boolean', help: 'publish as a nightly, which replaces the nightlies before it' },
    store: { type: 'string', value: 'URL', help: "the store's REST API (default: the App Store)" },
    'store-token-file': { type: 'string', value: 'FILE', help: "the store user's API token" },
    'github-token-file': { type: 'string', value: 'FILE', help: 'GitHub token (default: GITHUB_TOKEN)' },
    'github-url': { type: 'string', value: 'URL', help: "GitHub's REST API (default: GITHUB_API_URL)" },
    trust: trustOption,
    crl: { type: 'string', value: 'FILE-OR-URL', help: "revocation list (default: the store's copy)" },
    register: {
      type: 'boolean',
      help: 'register this certificate; another than before DELETES ALL RELEASES of the app',
    },
    'dry-run': { type: 'boolean', help: 'all but the writes' },
    format: formatOption,
  },
  positionals: [0, 1],
  run: async (args, terminal) => {
    const format = parseFormat(args.text('format'));
    const target = targetOf(args, terminal);
    const keep = args.text('out-dir');
    const temporary = temporaryFolder('nextcloud-release');
    const optionalSecret = (name: string): string | undefined => {
      const file = args.text(name);
      return file === undefined ? undefined : readSecret(terminal.cwd, file);
    };
    try {
      const inputs = await readReleaseInputs({
        cwd: terminal.cwd,
        dir: args.positionals[0] ?? '.',
        archive: args.text('archive'),
        outDir: keep ?? temporary.path,
        build: !args.flag('no-build'),
        key: readText(terminal.cwd, args.required('key')),
        certificate: readText(terminal.cwd, args.required('certificate')),
        target,
        tag: args.text('tag'),
        nightly: args.flag('nightly'),
        register: args.flag('register'),
        dryRun: args.flag('dry-run'),
        storeUrl: args.text('store'),
        storeToken: optionalSecret('store-token-file'),
        trust: args.text('trust'),
        crl: args.text('crl'),
        buildEnvironment: environmentOf(terminal),
      });
      const steps = new Steps(terminalProgress(terminal));
      const report = await runRelease(inputs, { steps });
      terminal.out(renderFindings(format, report.findings, toJson(report, keep !== undefined)));
      if (format === 'text') terminal.out(`${printable(lastLine(report))}\n`);
      return 'fine';
    } finally {
      temporary.dispose();
    }
  },
};

function targetOf(args: Arguments, { cwd, env }: Terminal): Target {
  const [repository, url] = [args.text('github'), args.text('url')];
  if ((repository === undefined) === (url === undefined)) {
    throw new InputError('bad-usage', 'It must be said where the archive is served: --github or --url, one of them.', {
      hint: 'Use --github OWNER/NAME --tag TAG for a GitHub release, or --url URL where you serve it yourself.',
    });
  }
  if (url !== undefined) return { kind: 'url', url };
  args.required('tag');
  const file = args.text('github-token-file');
  const apiUrl = args.text('github-url') ?? env.GITHUB_API_URL;
  return {
    kind: 'github',
    repository: repository ?? '',
    token: file === undefined ? (env.GITHUB_TOKEN ?? '') : readSecret(cwd, file),
    ...(apiUrl !== undefined && { apiUrl }),
  };
}

function toJson(report: ReleaseReport, keepsArchive: boolean): unknown {
  const { app, archive, signature, downloadUrl, releasePage, storeStatus, findings } = report;
  return {
    ok: true,
    appId: app.id,
    version: app.version,
    ...(keepsArchive && { archive: archive.path }),
    size: archive.size,
    files: archive.files,
    sha256: archive.sha256,
    sha512: archive.sha512,
    ...(signature !== undefined && { signature }),
    ...(downloadUrl !== undefined && { downloadUrl }),
    ...(releasePage !== undefined && { releasePage }),
    storeStatus,
    findings,
  };
}

function lastLine({ app, storeStatus, downloadUrl }: ReleaseReport): string {
  if (storeStatus === 'dry-run') return `dry run: ${app.id} ${app.version} could be released`;
  return `released ${app.id} ${app.version}: ${downloadUrl ?? ''} (store: ${storeStatus})`;
}
