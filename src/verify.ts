// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Certificate } from '../common/certificate.js';
import type { CertificateRevocationList } from '../common/crl.js';
import { type Finding, isOk } from '../common/finding.js';
import { applyRules } from '../common/rule.js';
import { temporaryFolder } from '../common/temporary-folder.js';
import type { Trust } from '../common/trust.js';
import { type AppIdentity, readAppIdentity } from './app/app-identity.js';
import { buildApp } from './build/build-app.js';
import { certificateRules } from './certificate-rules.js';
import { ArchiveTree } from './integrity/archive-tree.js';
import { checkTree } from './integrity/check-tree.js';
import { isFine } from './integrity/verdict.js';
import { verdictFindings } from './integrity/verdict-findings.js';
import { packStage } from './package/pack-stage.js';
import { stageApp } from './package/stage.js';
import { verifyBytes } from './store/archive-signature.js';
import { judgeArchive } from './store/acceptance.js';

/** What the store says of a release, or whoever asks. */
export interface Claim {
  readonly certificate: Certificate;
  /** base64, over the archive */
  readonly signature: string;
}

export interface VerifyInputs {
  /** as the user wrote it: file or URL */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** asked for once the archive has said which app it is */
  readonly claim: (app: AppIdentity) => Promise<Claim>;
  readonly trust: Trust;
  readonly crl?: CertificateRevocationList;
  readonly now: Date;
  /** a checkout that the archive is said to be made from */
  readonly source?: { readonly dir: string; readonly environment: Readonly<Record<string, string>> };
}

export interface Proof {
  readonly check: 'archive' | 'certificate' | 'archive signature' | 'code signature' | 'rebuilt';
  readonly ok: boolean;
  readonly detail: string;
}

export interface Verification {
  readonly app: AppIdentity;
  readonly size: number;
  /** lower-case hex */
  readonly sha512: string;
  readonly proofs: readonly Proof[];
  readonly findings: readonly Finding[];
}

/** Looks at a published archive as store, installer and integrity check do, and at where it came from. Goes through all of it. */
export async function verify(inputs: VerifyInputs): Promise<Verification> {
  const { name, bytes, trust, crl, now } = inputs;
  const tree = await ArchiveTree.open(bytes, name);
  const app = readAppIdentity(tree.read('appinfo/info.xml') ?? new Uint8Array());
  const { certificate, signature } = await inputs.claim(app);
  const proofs: Proof[] = [];
  const findings: Finding[] = [];
  const prove = (check: Proof['check'], found: readonly Finding[], detail: string): void => {
    findings.push(...found);
    const error = found.find(({ severity }) => severity === 'error');
    proofs.push({ check, ok: error === undefined, detail: error?.message ?? detail });
  };
  prove('archive', (await judgeArchive(bytes, { nightly: false, name })).findings, 'the store takes it');
  const use = { appId: app.id, certificate, trust, now, ...(crl && { crl }) };
  prove('certificate', applyRules(certificateRules, use), `serial ${certificate.serial.toString(16)}, for ${app.id}`);
  const signed = verifyBytes(bytes, certificate.publicKey, signature);
  prove('archive signature', signed ? [] : [wrongSignature(name)], 'made with the certificate’s key over these bytes');
  const { result, warnings } = checkTree(tree, { kind: 'app', scope: app.id, trust, now, ...(crl && { crl }) });
  const files = `${tree.paths.length - 1} files as they were signed`;
  prove('code signature', isFine(result) ? warnings : [...verdictFindings(result), ...warnings], files);
  if (inputs.source !== undefined)
    prove('rebuilt', await rebuild(tree, app, bytes, inputs.source), 'the checkout gives these very bytes');
  return { app, size: bytes.length, sha512: sha512Of(bytes), proofs, findings };
}

/** Packs the checkout anew, with the published signature in place of one of our own, and compares. */
async function rebuild(
  tree: ArchiveTree,
  app: AppIdentity,
  bytes: Uint8Array,
  { dir, environment }: NonNullable<VerifyInputs['source']>,
): Promise<Finding[]> {
  const work = temporaryFolder('nextcloud-verify');
  const built = await buildApp({ dir, environment, output: () => undefined });
  try {
    const out = join(work.path, 'rebuilt.tar.gz');
    const signature = tree.read('appinfo/signature.json');
    const packed = await packStage(stageApp(built.dir), {
      appId: app.id,
      out,
      ...(signature && { codeSign: () => signature }),
    });
    if (packed.sha512 === sha512Of(bytes)) return [];
    const differences = compare(tree, packed.hashes);
    if (differences.length > 0) return differences;
    return [
      {
        rule: 'rebuilt-other-packing',
        severity: 'warning',
        message:
          'Every file is the same as in the checkout, but the archive’s bytes are not: it was packed by another program or another Node.js.',
        fix: 'Nothing is to be done where that is known.',
      },
    ];
  } finally {
    built.dispose();
    work.dispose();
  }
}

function compare(tree: ArchiveTree, hashes: ReadonlyMap<string, string>): Finding[] {
  const published = tree.paths.filter((path) => path !== 'appinfo/signature.json');
  const differs = (file: string, message: string): Finding => ({
    rule: 'rebuilt-differs',
    severity: 'error',
    message,
    file,
    fix: 'Check out the very commit of the release; if that is so, ask the publisher where the file came from.',
  });
  return [
    ...published
      .filter((path) => !hashes.has(path))
      .map((path) => differs(path, 'is in the archive, and the checkout does not give it.')),
    ...published
      .filter((path) => hashes.has(path) && hashes.get(path) !== tree.hash(path))
      .map((path) => differs(path, 'is another one in the archive than the checkout gives.')),
    ...[...hashes.keys()]
      .filter((path) => !published.includes(path))
      .map((path) => differs(path, 'is missing in the archive.')),
  ];
}

function wrongSignature(name: string): Finding {
  return {
    rule: 'archive-signature-invalid',
    severity: 'error',
    message: 'The signature was not made over these bytes with the certificate’s key.',
    file: name,
    fix: 'Do not install it. The publisher signs the bytes that are served, and publishes again.',
  };
}

function sha512Of(bytes: Uint8Array): string {
  return createHash('sha512').update(bytes).digest('hex');
}

export function isVerified({ findings }: Verification): boolean {
  return isOk(findings);
}
