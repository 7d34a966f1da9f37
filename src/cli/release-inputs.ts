// SPDX-License-Identifier: MIT
import { resolve } from 'node:path';
import { Certificate } from '../../common/certificate.js';
import { CodedError } from '../../common/coded-error.js';
import { CertificateRevocationList } from '../../common/crl.js';
import { type Http, http as platformHttp } from '../../common/http.js';
import { readPrivateKey } from '../../common/private-key.js';
import type { ReleaseInputs, Target } from '../release.js';
import { defaultStoreUrl } from '../store/client.js';
import { readCrl, readTrust } from './key-files.js';

/** What command line and Action give alike: texts and paths, nothing read yet. */
export interface RawInputs {
  readonly cwd: string;
  readonly dir: string;
  readonly archive?: string | undefined;
  readonly outDir: string;
  readonly build: boolean;
  /** PEM text */
  readonly key: string;
  readonly certificate: string;
  readonly target: Target;
  readonly tag?: string | undefined;
  readonly nightly: boolean;
  readonly register: boolean;
  readonly dryRun: boolean;
  readonly storeUrl?: string | undefined;
  readonly storeToken?: string | undefined;
  /** PEM file */
  readonly trust?: string | undefined;
  /** file or URL */
  readonly crl?: string | undefined;
  readonly buildEnvironment: Readonly<Record<string, string>>;
}

/** The list that the real store checks uploads with; asked only where store and trust are the real ones. */
const storeCrl =
  'https://raw.githubusercontent.com/nextcloud/appstore/master/nextcloudappstore/certificate/nextcloud.crl';

/** @throws InputError where key, certificate, trust or a CRL *file* cannot be read; a CRL's URL may fail: that is a warning */
export async function readReleaseInputs(raw: RawInputs, http: Http = platformHttp): Promise<ReleaseInputs> {
  const storeUrl = raw.storeUrl ?? defaultStoreUrl;
  const isReal = raw.trust === undefined && storeUrl === defaultStoreUrl;
  const crl = await loadCrl(raw.crl ?? (isReal ? storeCrl : undefined), raw.cwd, http);
  return {
    dir: resolve(raw.cwd, raw.dir),
    outDir: resolve(raw.cwd, raw.outDir),
    build: raw.build,
    key: readPrivateKey(raw.key, 'the private key'),
    certificate: Certificate.fromPem(raw.certificate, 'the certificate'),
    trust: readTrust(raw.cwd, raw.trust),
    target: raw.target,
    nightly: raw.nightly,
    register: raw.register,
    dryRun: raw.dryRun,
    storeUrl,
    buildEnvironment: raw.buildEnvironment,
    ...(crl !== undefined && { crl }),
    ...(raw.archive !== undefined && { archive: resolve(raw.cwd, raw.archive) }),
    ...(raw.tag !== undefined && { tag: raw.tag }),
    ...(raw.storeToken !== undefined && { storeToken: raw.storeToken }),
  };
}

/** From a file, or from a URL, which may fail: then with the reason. @throws InputError for a file */
export async function loadCrl(source: string | undefined, cwd: string, http: Http): Promise<ReleaseInputs['crl']> {
  if (source === undefined) return undefined;
  if (!/^https?:\/\//.test(source)) return readCrl(cwd, source);
  try {
    const answer = await http({ method: 'GET', url: source, timeoutMs: 20_000 });
    if (answer.status !== 200) return { unavailable: `${source} answered ${answer.status}.` };
    return CertificateRevocationList.from(answer.body, source);
  } catch (error) {
    if (error instanceof CodedError) return { unavailable: error.message };
    throw error;
  }
}
