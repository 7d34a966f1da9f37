// SPDX-License-Identifier: MIT
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../common/finding.js';
import { checkTree, type CheckQuestion } from '../../src/integrity/check-tree.js';
import { FolderTree } from '../../src/integrity/folder-tree.js';
import { type IntegrityResult, isFine } from '../../src/integrity/verdict.js';
import { InstallError } from './install-error.js';

export interface CodeSignatureReport {
  readonly codeSignature: 'fine' | 'absent';
  readonly warnings: readonly Finding[];
}

/**
 * What a server says of an installed app when its administrator asks for the integrity check (server:
 * IntegrityCheck/Checker.php, runInstanceVerification): apps of the store without a signature.json are passed over.
 * @throws InstallError `integrity-failed`
 */
export function checkInstalled(
  path: string,
  id: string,
  question: Pick<CheckQuestion, 'trust' | 'crl' | 'now'>,
): CodeSignatureReport {
  if (!existsSync(join(path, 'appinfo', 'signature.json'))) return { codeSignature: 'absent', warnings: [] };
  const { result, warnings } = checkTree(new FolderTree(path, 'app'), { ...question, kind: 'app', scope: id });
  if (isFine(result)) return { codeSignature: 'fine', warnings };
  throw new InstallError('integrity-failed', `The integrity check of ${id} says: ${inWords(result)}`, {
    hint: 'Sign the files that are packed and nothing else: "nextcloud-release package" does both in one go.',
    findings: warnings,
  });
}

const shown = 5;

function inWords({ EXCEPTION, ...differences }: IntegrityResult): string {
  if (EXCEPTION !== undefined) return `${EXCEPTION.class}: ${EXCEPTION.message}`;
  const all = Object.entries(differences).flatMap(([kind, files]) =>
    Object.keys(files).map((file) => `${kind} ${file}`),
  );
  const more = all.length > shown ? ` and ${all.length - shown} more` : '';
  return `${all.slice(0, shown).join(', ')}${more}`;
}
