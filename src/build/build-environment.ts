// SPDX-License-Identifier: MIT

/** What a build may see of the environment. Everything else stays out: tokens, keys, the Action's inputs. */
const allowed = [
  // where programs are, who runs them, and how they talk
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'TMPDIR', 'TERM', 'LANG', 'LANGUAGE', 'TZ', 'CI'],
  // the way out to the registry
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'ALL_PROXY', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'NODE_EXTRA_CA_CERTS'],
  ...['NPM_CONFIG_REGISTRY', 'NPM_CONFIG_CACHE', 'NPM_CONFIG_USERCONFIG', 'NPM_CONFIG_GLOBALCONFIG'],
  ...['NPM_CONFIG_CAFILE', 'NPM_CONFIG_OFFLINE', 'NPM_CONFIG_PREFER_OFFLINE'],
  // what is built, for programs that write it into their output
  ...['GITHUB_ACTIONS', 'GITHUB_REPOSITORY', 'GITHUB_REF', 'GITHUB_REF_NAME', 'GITHUB_REF_TYPE', 'GITHUB_SHA'],
  // so that the same source makes the same bytes
  'SOURCE_DATE_EPOCH',
];

const prefixes = ['LC_', 'XDG_'];

/**
 * The environment of build commands. A list of what may pass, because nobody can list every name of a secret, and the
 * dependencies of an app run strangers' code while the signing key is in the job. `GITHUB_ENV`, `GITHUB_PATH` and
 * `GITHUB_OUTPUT` stay out too: through those files a build could change what later steps run.
 * It does not hide what the same user can read elsewhere, e.g. this process's own environment in /proc: whoever does not
 * trust a dependency builds in another job, and releases with `--archive`.
 */
export function buildEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const passing = Object.entries(environment).filter(([name, value]) => {
    const upper = name.toUpperCase();
    return value !== undefined && (allowed.includes(upper) || prefixes.some((prefix) => upper.startsWith(prefix)));
  });
  return Object.fromEntries(passing) as Record<string, string>;
}
