// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { type Finding, isOk } from '../common/finding.js';
import type { Trust } from '../common/trust.js';
import type { AppIdentity } from './app/app-identity.js';
import { ArchiveTree } from './integrity/archive-tree.js';
import { checkTree } from './integrity/check-tree.js';
import { isFine } from './integrity/verdict.js';
import { verdictFindings } from './integrity/verdict-findings.js';
import { archiveRefused, ReleaseError } from './release-error.js';
import { judgeArchive } from './store/acceptance.js';

export interface VerifyQuestion {
  /** path */
  readonly archive: string;
  readonly app: AppIdentity;
  readonly nightly: boolean;
  /** whether there has to be a code signature */
  readonly signed: boolean;
  readonly trust: Trust;
  readonly now: Date;
}

export interface VerifiedArchive {
  /** how many files it holds */
  readonly files: number;
  /** the version's part of the English changelog, '' where there is none */
  readonly changelog: string;
  /** none of them an error */
  readonly findings: readonly Finding[];
}

/**
 * Opens an archive as the store will (structure, metadata), and checks it as a server will (signature.json).
 * @throws ReleaseError `archive-refused` with all findings, `archive-other-app`
 */
export async function verifyArchive(question: VerifyQuestion): Promise<VerifiedArchive> {
  const { archive, app, nightly, signed, trust, now } = question;
  const bytes = readFileSync(archive);
  const judged = await judgeArchive(bytes, { nightly, name: archive });
  const findings = [...judged.findings];
  let files = 0;
  if (isOk(findings)) {
    const tree = await ArchiveTree.open(bytes, archive);
    files = tree.paths.length;
    if (signed) findings.push(...checkSignature(tree, app.id, trust, now));
  }
  if (!isOk(findings)) throw archiveRefused(archive, findings);
  if (judged.id !== app.id || judged.version !== app.version) {
    throw new ReleaseError(
      'archive-other-app',
      `${archive} holds ${judged.id ?? 'no app'} ${judged.version ?? ''}, not ${app.id} ${app.version}.`,
      {
        hint: 'Give the archive of this very version.',
        file: archive,
      },
    );
  }
  return { files, changelog: judged.changelogs.en ?? '', findings };
}

/** A warning of the check is one here; that the issuer is unknown shows in its verdict, and was said at signing. */
function checkSignature(tree: ArchiveTree, scope: string, trust: Trust, now: Date): Finding[] {
  const { result, warnings } = checkTree(tree, { kind: 'app', scope, trust, now });
  return isFine(result) ? [...warnings] : [...verdictFindings(result), ...warnings];
}
