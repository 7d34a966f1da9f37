// SPDX-License-Identifier: MIT
import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { extractArchive } from '../../src/package/extract-archive.js';
import { PackageError } from '../../src/package/package-error.js';

/** `tar` is this project's own reader, for machines without PHP. */
export type Unpacker = 'PEAR Archive_Tar' | 'tar';

export interface Unpacked {
  readonly with: Unpacker;
  /** why nothing, or not everything, was unpacked; absent when all went well */
  readonly failure?: string;
}

/** What the server does (server: Archive/TAR.php): the kind of archive comes from the name `.tar.gz`, so it is `gz`. */
const script = `
  error_reporting(0);
  if (!@include_once 'Archive/Tar.php') exit(3);
  $archive = new Archive_Tar($argv[1], 'gz');
  if ($archive->extract($argv[2])) exit(0);
  echo is_object($archive->error_object) ? $archive->error_object->getMessage() : '';
  exit(4);
`;
const absent = [3, 'ENOENT'];
const failed = 4;

const run = promisify(execFile);

/**
 * Unpacks as a server does, with PEAR Archive_Tar in PHP; where that is not there, with our own reader.
 * @param php the program
 */
export async function unpack(archive: string, folder: string, php: string): Promise<Unpacked> {
  mkdirSync(folder, { recursive: true });
  try {
    await run(php, ['-r', script, '--', archive, folder], { timeout: 120_000, maxBuffer: 1024 * 1024 });
    return { with: 'PEAR Archive_Tar' };
  } catch (error) {
    const { code, stdout } = error as { readonly code?: number | string; readonly stdout?: string };
    if (code === failed) return { with: 'PEAR Archive_Tar', failure: stdout ?? '' };
    if (!absent.includes(code ?? '')) return { with: 'PEAR Archive_Tar', failure: 'PHP did not end by itself' };
  }
  try {
    await extractArchive(archive, folder);
    return { with: 'tar' };
  } catch (error) {
    if (error instanceof PackageError && error.outcome === 'refused') return { with: 'tar', failure: error.message };
    throw error;
  }
}
