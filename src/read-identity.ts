// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOk } from '../common/finding.js';
import { type AppIdentity, readAppIdentity } from './app/app-identity.js';
import { judgeXml } from './app/judge-xml.js';
import { inspectArchive } from './package/archive-listing.js';
import { ReleaseError, validationFailed } from './release-error.js';

const infoPath = join('appinfo', 'info.xml');

/**
 * Which app a folder holds. Where its info.xml cannot even say that, the whole judgement on it is the error.
 * @throws ReleaseError `no-app`, `validation-failed`
 */
export async function readFolderIdentity(dir: string): Promise<AppIdentity> {
  const infoXml = readInfoXml(dir);
  try {
    return readAppIdentity(infoXml);
  } catch (error) {
    await refuseInvalidInfo(infoXml);
    throw error;
  }
}

/** What a release looks at before anything else: key, tag and store are compared with what stands in info.xml. */
export async function readReleasableIdentity(dir: string): Promise<AppIdentity> {
  const infoXml = readInfoXml(dir);
  await refuseInvalidInfo(infoXml);
  return readAppIdentity(infoXml);
}

function readInfoXml(dir: string): Uint8Array {
  try {
    return readFileSync(join(dir, infoPath));
  } catch (cause) {
    throw new ReleaseError('no-app', `${dir} is no app: it has no ${infoPath} that can be read.`, {
      hint: 'Name the folder that holds appinfo/.',
      cause,
      file: dir,
    });
  }
}

async function refuseInvalidInfo(infoXml: Uint8Array): Promise<void> {
  const judgements = await judgeXml([{ kind: 'info', file: infoPath, bytes: infoXml }]);
  const findings = judgements.flatMap((judgement) => judgement.findings);
  if (!isOk(findings)) throw validationFailed(findings);
}

/** Which app an archive says that it is. @throws ReleaseError `no-app`; AppError; PackageError */
export async function readArchiveIdentity(archive: string): Promise<AppIdentity> {
  const wants = (path: string): boolean => /^(?:\.\/)?[^/]+\/appinfo\/info\.xml$/.test(path);
  const { contents } = await inspectArchive(archive, { wants });
  const [infoXml, ...more] = contents.values();
  if (infoXml === undefined || more.length > 0) {
    throw new ReleaseError(
      'no-app',
      `${archive} does not hold one app: it has ${more.length === 0 ? 'no' : 'several'} appinfo/info.xml.`,
      {
        hint: 'Pack one folder, named as the app’s id: "nextcloud-release package" does that.',
        file: archive,
      },
    );
  }
  return readAppIdentity(infoXml);
}
