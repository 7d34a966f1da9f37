// SPDX-License-Identifier: MIT
import { InputError } from '../../common/input-error.js';
import type { RawInputs } from './release-inputs.js';

/** What the runner says of the job it runs (GitHub: contexts reference, default environment variables). */
export interface RunnerContext {
  /** `OWNER/NAME` */
  readonly repository: string;
  readonly apiUrl: string;
  /** `tag` or `branch` */
  readonly refType: string;
  readonly refName: string;
  readonly workspace: string;
  readonly temp: string;
  /** the event's payload */
  readonly event: unknown;
  readonly env: Readonly<Record<string, string>>;
}

/** @param input the text of an input, '' where it was not given */
export function readActionInputs(input: (name: string) => string, runner: RunnerContext): RawInputs {
  const optional = (name: string): string | undefined => (input(name).trim() === '' ? undefined : input(name).trim());
  const required = (name: string, hint: string): string => {
    const value = optional(name);
    if (value === undefined) throw missing(name, hint);
    return value;
  };
  const url = optional('url');
  const tag = optional('tag') ?? tagOfEvent(runner);
  return {
    cwd: runner.workspace,
    dir: optional('app-dir') ?? '.',
    archive: optional('archive'),
    outDir: runner.temp,
    build: flag('build', optional('build') ?? 'true'),
    key: required('private-key', 'Put the key, whole, into a secret: private-key: ${{ secrets.APP_PRIVATE_KEY }}.'),
    certificate: required('certificate', 'Give the certificate: certificate: ${{ secrets.APP_CERTIFICATE }}.'),
    target:
      url === undefined
        ? {
            kind: 'github',
            repository: runner.repository,
            token: required('github-token', 'Leave it out, or give ${{ github.token }} with "contents: write".'),
            apiUrl: runner.apiUrl,
          }
        : { kind: 'url', url },
    tag: url === undefined ? (tag ?? noTag()) : tag,
    nightly: flag('nightly', optional('nightly') ?? 'false'),
    register: flag('register', optional('register') ?? 'false'),
    dryRun: flag('dry-run', optional('dry-run') ?? 'false'),
    storeUrl: optional('store-url'),
    storeToken: optional('store-token'),
    trust: optional('trust'),
    crl: optional('crl'),
    buildEnvironment: runner.env,
  };
}

/** The tag that was pushed, or that of the release whose event started the job. */
function tagOfEvent({ refType, refName, event }: RunnerContext): string | undefined {
  const release = typeof event === 'object' && event !== null && 'release' in event ? event.release : undefined;
  if (
    typeof release === 'object' &&
    release !== null &&
    'tag_name' in release &&
    typeof release.tag_name === 'string'
  ) {
    return release.tag_name;
  }
  return refType === 'tag' && refName !== '' ? refName : undefined;
}

/** YAML's booleans as GitHub's own toolkit takes them (YAML 1.2 core schema). */
function flag(name: string, text: string): boolean {
  if (/^(true|True|TRUE)$/.test(text)) return true;
  if (/^(false|False|FALSE)$/.test(text)) return false;
  throw new InputError('bad-usage', `The input ${name} is "${text}", which is neither true nor false.`, {
    hint: `Write ${name}: true or ${name}: false.`,
  });
}

function missing(name: string, hint: string): InputError {
  return new InputError(
    'bad-usage',
    `The input ${name} is missing or empty. A secret that a job may not read is empty, too.`,
    {
      hint,
    },
  );
}

function noTag(): never {
  throw new InputError('bad-usage', 'There is no tag: the job was started neither by a tag nor by a release.', {
    hint: 'Start it by pushing a tag (on: push: tags), or name one: tag: v1.2.3.',
  });
}
