// SPDX-License-Identifier: MIT
import { createHash, type KeyObject } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import type { Certificate } from '../common/certificate.js';
import { type Finding, isOk } from '../common/finding.js';
import { Trust } from '../common/trust.js';
import type { AppIdentity } from './app/app-identity.js';
import { judgeApp } from './app/judge-app.js';
import { buildApp } from './build/build-app.js';
import { buildSignature } from './integrity/build-signature.js';
import { signerFindings } from './integrity/signer-findings.js';
import { pathRules } from './integrity/signing-rules.js';
import { packStage } from './package/pack-stage.js';
import { type Stage, stageApp } from './package/stage.js';
import { validationFailed } from './release-error.js';
import { stagedAppFiles } from './staged-app-files.js';
import type { Steps } from './steps.js';
import { type VerifiedArchive, verifyArchive } from './verify-archive.js';

export interface Signer {
  readonly key: KeyObject;
  readonly certificate: Certificate;
}

export interface ArchiveInputs {
  /** folder of the app, absolute */
  readonly dir: string;
  readonly app: AppIdentity;
  /** the archive to write, absolute */
  readonly out: string;
  readonly build: boolean;
  readonly validate: boolean;
  readonly nightly: boolean;
  /** absent: the archive carries no code signature */
  readonly signer?: Signer;
  readonly trust: Trust;
  readonly now: Date;
  readonly buildEnvironment: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface MadeArchive {
  readonly path: string;
  readonly size: number;
  /** lower-case hex */
  readonly sha256: string;
  readonly sha512: string;
  /** how many files it holds, the signature included */
  readonly files: number;
  readonly signed: boolean;
  /** the version's part of the English changelog, '' where there is none */
  readonly changelog: string;
  readonly findings: readonly Finding[];
}

/**
 * Build, stage, validate, code-sign and pack in one go, then open the archive as the store and a server will.
 * Either there is an archive in which nothing was found, or there is none.
 * @throws CodedError of the room that said no; nothing half-written stays
 */
export async function makeArchive(inputs: ArchiveInputs, steps: Steps): Promise<MadeArchive> {
  const { signer, trust, now, app } = inputs;
  const signing = signer === undefined ? [] : signerFindings({ appId: app.id, ...signer, trust, now });
  const built = await buildStep(inputs, steps);
  try {
    const stage = await steps.run('stage', async () => {
      const rules = signer === undefined ? [] : pathRules;
      const chosen = stageApp(built.dir, { outputs: [inputs.out], rules });
      return [chosen, `${chosen.files.length} files chosen, ${chosen.leftOut.length} paths left out`] as const;
    });
    const metadata = await validateStep(inputs, stage, steps);
    const packed = await steps.run('pack', async () => {
      const archive = await packStage(stage, {
        appId: app.id,
        out: inputs.out,
        ...(inputs.signal && { signal: inputs.signal }),
        ...(signer && { codeSign: (hashes) => buildSignature(hashes, signer.key, signer.certificate) }),
        onProgress: ({ bytes, ofBytes }) => steps.progress.update(ofBytes === 0 ? 1 : bytes / ofBytes),
      });
      const words = archive.signed ? 'code-signed' : 'without a code signature';
      return [archive, `${archive.files} files, ${archive.size} bytes, ${words}`] as const;
    });
    // An issuer that is not trusted was told above, and is for `release` to refuse.
    const isKnown = signer === undefined || trust.issuerOf(signer.certificate) !== undefined;
    const looked = isKnown ? inputs : { ...inputs, trust: Trust.indifferent() };
    const seen = await verifyStep(looked, inputs.out, packed.signed, steps).catch((error: unknown) => {
      rmSync(inputs.out, { force: true });
      throw error;
    });
    const { size, sha256, sha512, files, signed } = packed;
    const findings = distinct([
      ...built.findings,
      ...signing,
      ...metadata.findings,
      ...packed.findings,
      ...seen.findings,
    ]);
    return { path: inputs.out, size, sha256, sha512, files, signed, changelog: metadata.changelog, findings };
  } finally {
    built.dispose();
  }
}

/** An archive that somebody packed: nothing is changed in it, and it must stand the same tests. */
export async function openGivenArchive(
  inputs: Pick<ArchiveInputs, 'app' | 'trust' | 'nightly' | 'now'> & { readonly archive: string },
  steps: Steps,
): Promise<MadeArchive> {
  const { archive } = inputs;
  const bytes = readFileSync(archive);
  const seen = await verifyStep(inputs, archive, true, steps);
  const digest = (name: string): string => createHash(name).update(bytes).digest('hex');
  return {
    path: archive,
    size: bytes.length,
    sha256: digest('sha256'),
    sha512: digest('sha512'),
    files: seen.files,
    signed: true,
    changelog: seen.changelog,
    findings: seen.findings,
  };
}

interface Built {
  readonly dir: string;
  readonly findings: readonly Finding[];
  dispose(): void;
}

async function buildStep({ build, dir, buildEnvironment }: ArchiveInputs, steps: Steps): Promise<Built> {
  if (!build) {
    steps.skip('build', 'as asked; what is there is packed');
    return { dir, findings: [], dispose: () => undefined };
  }
  return steps.run('build', async () => {
    const output = (text: string): void => {
      for (const line of text.split('\n')) if (line.trim() !== '') steps.progress.note(line);
    };
    const built = await buildApp({ dir, environment: buildEnvironment, output });
    const words = built.commands.length === 0 ? 'nothing to build' : built.commands.join(', ');
    return [built, built.dir === dir ? words : `${words}, in a clean copy`] as const;
  });
}

async function validateStep(
  { validate, nightly }: ArchiveInputs,
  stage: Stage,
  steps: Steps,
): Promise<{ findings: readonly Finding[]; changelog: string }> {
  if (!validate) {
    steps.skip('validate', 'as asked');
    return { findings: [], changelog: '' };
  }
  return steps.run('validate', async () => {
    const { findings, changelogs } = await judgeApp(stagedAppFiles(stage), { nightly });
    if (!isOk(findings)) throw validationFailed(findings);
    const remarks = findings.length === 0 ? '' : `; remarks: ${findings.length}`;
    return [{ findings, changelog: changelogs.en ?? '' }, `the store would take it${remarks}`] as const;
  });
}

type Looked = Pick<ArchiveInputs, 'app' | 'nightly' | 'trust' | 'now'>;

async function verifyStep(
  { app, nightly, trust, now }: Looked,
  archive: string,
  signed: boolean,
  steps: Steps,
): Promise<VerifiedArchive> {
  return steps.run('verify', async () => {
    const seen = await verifyArchive({ archive, app, nightly, signed, trust, now });
    const who = trust.isIndifferent ? 'a server that trusts its issuer' : 'a server';
    const words = signed
      ? `, and ${who} finds every file as it was signed`
      : '; a server would not check it, it is not signed';
    return [seen, `the store would take it${words}`] as const;
  });
}

/** Stage and archive are looked at by the same rules: what both say is said once, with the app's own path. */
function distinct(findings: readonly Finding[]): Finding[] {
  const known = new Set<string>();
  return findings.filter(({ rule, message, line }) => {
    const words = `${rule}\n${message}\n${line ?? ''}`;
    return !known.has(words) && known.add(words);
  });
}
