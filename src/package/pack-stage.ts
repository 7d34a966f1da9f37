// SPDX-License-Identifier: MIT
import { isOk, type Finding } from '../../common/finding.js';
import { applyRules } from '../../common/rule.js';
import { archiveSizeRules, storeLimit } from './archive-size-rules.js';
import { BlockGzip } from './block-gzip.js';
import { OutputFile, type OpenNew } from './output-file.js';
import { PackageError } from './package-error.js';
import { withoutLinks, type Stage } from './stage.js';
import { StagedContent } from './staged-content.js';
import { endOfArchive, fileHeader, padded } from './tar-header.js';

export interface PackOptions {
  /** the name of the archive's one top folder */
  readonly appId: string;
  /** the archive to write, `.tar.gz` */
  readonly out: string;
  /**
   * Makes `appinfo/signature.json` from what was packed: path from the app folder to SHA-512 in lowercase hex, in the order of
   * the paths' bytes. Absent: the archive is not signed.
   */
  readonly codeSign?: (hashes: ReadonlyMap<string, string>) => Uint8Array | Promise<Uint8Array>;
  readonly signal?: AbortSignal;
  /** called now and then, and at the end */
  readonly onProgress?: (progress: PackProgress) => void;
  /** for tests of full disks */
  readonly openNew?: OpenNew;
}

export interface PackProgress {
  readonly files: number;
  readonly ofFiles: number;
  /** of content, not of archive */
  readonly bytes: number;
  readonly ofBytes: number;
}

export interface PackedArchive {
  /** its path */
  readonly archive: string;
  /** in bytes */
  readonly size: number;
  /** digests of the archive, lowercase hex */
  readonly sha256: string;
  readonly sha512: string;
  /** how many, the signature included */
  readonly files: number;
  readonly signed: boolean;
  /** what `codeSign` was given */
  readonly hashes: ReadonlyMap<string, string>;
  /** those of the stage, and what there is to say about the archive */
  readonly findings: readonly Finding[];
}

const signaturePath = 'appinfo/signature.json';

/**
 * Packs a stage. The same files make the same bytes on any machine, at any time, as any user: the tar everywhere, the gzip around it
 * within one version of Node and one kind of processor, since both bring their own deflate. Each file is read once. Either the archive is complete at the end or nothing of it is there.
 *
 * @throws PackageError
 */
export async function packStage(stage: Stage, options: PackOptions): Promise<PackedArchive> {
  refuseStage(stage, options);
  const output = new OutputFile(options.out, options.openNew);
  try {
    const packing = new Packing(stage, output, options);
    const hashes = await packing.run();
    options.signal?.throwIfAborted();
    const size = output.size;
    const signed = options.codeSign !== undefined;
    return {
      archive: options.out,
      size,
      ...output.commit(),
      files: stage.files.length + (signed ? 1 : 0),
      signed,
      hashes,
      findings: [...stage.findings, ...applyRules(archiveSizeRules, { size, file: options.out })],
    };
  } catch (error) {
    output.discard();
    throw options.signal?.aborted === true ? aborted(options.out, error) : error;
  }
}

function refuseStage(stage: Stage, { appId, out }: PackOptions): void {
  if (!/^[a-z]+[a-z0-9_]*$/.test(appId)) {
    throw new PackageError('bad-app-id', `${JSON.stringify(appId)} cannot be the name of the archive’s folder.`, {
      hint: 'Give the app an id of lowercase ASCII letters, digits and underscores that begins with a letter.',
    });
  }
  if (!isOk(stage.findings)) {
    const errors = stage.findings.filter(({ severity }) => severity === 'error');
    throw new PackageError('stage-refused', `${stage.dir} cannot be packed: ${errors[0]?.message ?? ''}`, {
      hint: errors[0]?.fix ?? 'Mend what the findings say.',
      file: errors[0]?.file ?? stage.dir,
      findings: errors,
    });
  }
  const target = withoutLinks(out);
  const itself = stage.files.find(({ source }) => source === target);
  if (itself !== undefined) {
    throw new PackageError('output-in-stage', `${out} is to be written, and is itself one of the files to be packed.`, {
      hint: 'Stage the app with the archive among the outputs, or write the archive elsewhere.',
      file: out,
    });
  }
}

class Packing {
  readonly #stage: Stage;
  readonly #output: OutputFile;
  readonly #options: PackOptions;
  readonly #gzip: BlockGzip;
  readonly #content = new StagedContent();
  readonly #hashes = new Map<string, string>();

  constructor(stage: Stage, output: OutputFile, options: PackOptions) {
    this.#stage = stage;
    this.#output = output;
    this.#options = options;
    this.#gzip = new BlockGzip((bytes) => output.write(bytes));
  }

  async run(): Promise<ReadonlyMap<string, string>> {
    const { appId, codeSign, onProgress } = this.#options;
    const { files } = this.#stage;
    const ofBytes = files.reduce((sum, { size }) => sum + size, 0);
    let bytes = 0;
    for (const [index, file] of files.entries()) {
      this.#gzip.write(fileHeader(`${appId}/${file.path}`, file.size, file.mode));
      for (const piece of this.#content.pieces(file, (sha512) => this.#hashes.set(file.path, sha512))) {
        this.#gzip.write(piece);
        if (this.#gzip.isAhead) {
          await this.#pause();
          onProgress?.({ files: index, ofFiles: files.length, bytes, ofBytes });
        }
      }
      this.#pad(file.size);
      bytes += file.size;
    }
    if (codeSign !== undefined) this.#add(`${appId}/${signaturePath}`, Buffer.from(await codeSign(this.#hashes)));
    this.#gzip.write(endOfArchive);
    await this.#gzip.end();
    this.#refuseSize();
    onProgress?.({ files: files.length, ofFiles: files.length, bytes, ofBytes });
    return this.#hashes;
  }

  #add(path: string, content: Buffer): void {
    this.#gzip.write(fileHeader(path, content.length, 0o644));
    this.#gzip.write(content);
    this.#pad(content.length);
  }

  #pad(size: number): void {
    this.#gzip.write(endOfArchive.subarray(0, padded(size) - size));
  }

  /** The one place where others get a turn: compressed blocks are written, and whoever wants to stop is heard. */
  async #pause(): Promise<void> {
    await this.#gzip.drain();
    this.#options.signal?.throwIfAborted();
    this.#refuseSize();
  }

  /** At once, not after compressing the rest for nothing. */
  #refuseSize(): void {
    if (this.#output.size <= storeLimit) return;
    const largest = this.#stage.files.toSorted((a, b) => b.size - a.size).slice(0, 3);
    const named = largest.map(({ path, size }) => `${path} (${(size / 1e6).toFixed(1)} MB)`).join(', ');
    throw new PackageError(
      'archive-too-large',
      `The archive is larger than the ${storeLimit} bytes that the store takes.`,
      {
        hint: `Leave files out in .nextcloudignore; the largest are ${named}.`,
        file: this.#options.out,
      },
    );
  }
}

function aborted(out: string, cause: unknown): PackageError {
  return new PackageError('aborted', `Packing was stopped; nothing of ${out} is left.`, {
    hint: 'Run it again: nothing needs to be cleaned up.',
    file: out,
    cause,
  });
}
