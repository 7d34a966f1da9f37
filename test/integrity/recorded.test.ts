// SPDX-License-Identifier: MIT
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Trust } from '../../common/trust.js';
import { checkTree } from '../../src/integrity/check-tree.js';
import { FolderTree } from '../../src/integrity/folder-tree.js';
import { signedBytes, sortHashList } from '../../src/integrity/hash-list.js';
import { hashTree, type Tree } from '../../src/integrity/tree.js';
import { selectHashed, type TreeKind } from '../../src/integrity/hashed-paths.js';
import { verifyPss } from '../../src/integrity/pss-signature.js';
import { readServerCertificate } from '../../src/integrity/server-certificate.js';
import { readSignatureData } from '../../src/integrity/signature-data.js';
import { writeSignatureFile } from '../../src/integrity/signature-file.js';
import { recorded } from '../support/needs.js';
import { memoryTree, temporaryFolder } from './support/tree.js';

interface Case {
  readonly name: string;
  readonly dir: string | null;
  readonly core: boolean;
  readonly write: boolean;
  readonly expected: object | null;
}

const data = recorded('data/integrity');
const cases = data === undefined ? [] : (JSON.parse(readFileSync(join(data, 'cases/cases.json'), 'utf8')) as Case[]);
const parent = temporaryFolder();
const signatureOf = (name: string): Buffer | undefined => {
  const file = join(data!, 'cases', `${name}.signature.json`);
  return existsSync(file) ? readFileSync(file) : undefined;
};

/** Upload sizes in these files did not count in 2016. Servers have dropped that rule, and report both files today. */
const affected = ['.htaccess', '.user.ini'];
const usesDroppedRule = ({ name }: Case): boolean => name.includes('ValidModifiedHtaccessAndUserIni');

/** The tree of a case, writable. */
function treeOf({ name, dir }: Case): string {
  const root = join(parent, name);
  mkdirSync(root);
  if (dir !== null) cpSync(join(data!, 'trees', dir), root, { recursive: true });
  makeWritable(root);
  // Not in the server's test data, nor in any of the signatures over this tree: a leftover of the recording.
  rmSync(join(root, 'core'), { recursive: true, force: true });
  return root;
}

/** The recorded trees may be read-only, and a copy keeps that: nobody but root could change or delete it. */
function makeWritable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) makeWritable(path);
    else chmodSync(path, 0o644);
  }
}

(data ? describe : describe.skip)('the cases of the server’s own tests', () => {
  it.each(cases.filter(({ write }) => !write))('$name', (test) => {
    const root = treeOf(test);
    const kind: TreeKind = test.core ? 'core' : 'app';
    const folder = new FolderTree(root, kind);
    const signature = signatureOf(test.name);
    const tree: Tree = {
      paths: folder.paths,
      findings: folder.findings,
      hash: (path) => folder.hash(path),
      read: (path) => (path.endsWith('/signature.json') ? signature : folder.read(path)),
    };
    const trust = Trust.fromPem(readFileSync(join(data!, 'trees/root.crt'), 'latin1'));
    const report = checkTree(tree, { kind, scope: test.core ? 'core' : 'SomeApp', trust, now: new Date() });
    if (usesDroppedRule(test)) {
      expect(Object.keys(report.result)).toEqual(['INVALID_HASH']);
      expect(Object.keys(report.result.INVALID_HASH ?? {})).toEqual(affected);
    } else {
      expect(report.result).toEqual(Array.isArray(test.expected) ? {} : test.expected);
    }
  });

  it.each(cases.filter(({ write }) => write))(
    '$name: the same list, and the same bytes around the signature',
    (test) => {
      const kind: TreeKind = test.core ? 'core' : 'app';
      const content = signatureOf(test.name)!;
      const { hashes, signature, certificate } = readSignatureData(content);
      const tree = new FolderTree(treeOf(test), kind);
      const { hashed } = selectHashed(tree.paths, kind);
      const sorted = sortHashList(hashTree(tree, hashed, kind));
      const dropped = usesDroppedRule(test) ? affected : [];
      const without = (list: Iterable<[string, unknown]>): object[] =>
        [...list].filter(([path]) => !dropped.includes(path));
      expect(without(sorted)).toEqual(without(hashes));
      const certified = readServerCertificate(certificate)!;
      const own = writeSignatureFile(sortHashList(hashes), signature, certified.toPem('\r\n').trimEnd());
      expect(own.toString()).toBe(content.toString().trimEnd());
      expect(verifyPss(signedBytes(sortHashList(hashes)), signature, certified.publicKey)).toBe(true);
    },
  );
});

const real = data === undefined ? [] : readdirSync(join(data, 'real-signatures'));

(data ? describe : describe.skip)('signatures of real releases', () => {
  it.each(real)('%s', (name) => {
    const content = readFileSync(join(data!, 'real-signatures', name));
    const { hashes, certificate } = readSignatureData(content);
    const scope = readServerCertificate(certificate)!.commonNames[0] ?? '';
    const tree = memoryTree({ 'appinfo/signature.json': content });
    const { result } = checkTree(tree, { kind: 'app', scope, trust: Trust.pinned(), now: new Date() });
    if (name.endsWith('.badcert')) {
      expect(result).toMatchObject({ EXCEPTION: { message: 'Certificate is not valid.' } });
    } else {
      // The trees are not recorded: certificate and signature are good where every file is missed, one for each hash.
      expect(Object.keys(result)).toEqual(['FILE_MISSING']);
      expect(Object.keys(result.FILE_MISSING ?? {})).toHaveLength(new Set(hashes.values()).size);
    }
  });
});
