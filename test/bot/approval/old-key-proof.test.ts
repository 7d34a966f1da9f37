// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { certificatePath } from '../../../ca/repository/repository.js';
import { keyHash } from '../../../ca/review/review-subject.js';
import {
  certifiedKey,
  isSignedIn,
  oldKeyOf,
  replacementChallenge,
  revocationChallenge,
} from '../../../bot/approval/old-key-proof.js';
import { standing } from '../../../bot/approval/standing.js';
import { testCertificate } from '../../ca/support/authority.js';
import { needs } from '../../support/needs.js';
import {
  alice,
  app,
  comment,
  currentOf,
  head,
  issued,
  judgementOf,
  newKey,
  older,
  opener,
  outsider,
  repositoryOf,
  review,
  situationOf,
} from './support.js';

const itOpenssl = needs('openssl', 'openssl') ? it : it.skip;
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });

const text = `nextcloud-ca: replace ${app} by ${app} key ${newKey} commit ${head}`;
const challenge = { text, command: '' };

const signature = (words = text, key: KeyObject = pair.privateKey, hash = 'sha256'): string =>
  sign(hash, Buffer.from(words), key).toString('base64');
const lines = (base64: string): string => base64.replace(/.{64}(?=.)/g, '$&\n');

async function replacement() {
  const repository = await repositoryOf(issued());
  const purpose = { kind: 'replacement', current: currentOf(repository) } as const;
  return { repository, judgement: judgementOf({ hold: true, purpose }) };
}

describe('the challenge', () => {
  it('names the app, the commit and the new key, in one line', async () => {
    const { judgement } = await replacement();
    expect(replacementChallenge(await situationOf(), judgement)).toEqual({
      text,
      command: `printf %s '${text}' | openssl dgst -sha256 -sign ${app}.key | openssl base64 -A`,
    });
  });

  it('names both ids of a rename, and is signed by the key of the old one', async () => {
    const repository = await repositoryOf(issued({ app: 'planner' }));
    const purpose = { kind: 'rename', from: 'planner', current: currentOf(repository, 'planner') } as const;
    expect(replacementChallenge(await situationOf(), judgementOf({ purpose }))).toMatchObject({
      text: `nextcloud-ca: replace planner by ${app} key ${newKey} commit ${head}`,
      command: expect.stringContaining('-sign planner.key'),
    });
  });

  it('is none where nothing is replaced, or an id would end the quotes of the command', async () => {
    expect(replacementChallenge(await situationOf(), judgementOf())).toBeUndefined();
    const hostile = await repositoryOf(issued({ app: "x';rm -rf $HOME;'" }));
    const current = currentOf(hostile, "x';rm -rf $HOME;'");
    const purpose = { kind: 'replacement', current } as const;
    expect(replacementChallenge(await situationOf(), judgementOf({ purpose }))).toBeUndefined();
    expect(revocationChallenge(current)).toBeUndefined();
  });

  itOpenssl('is answered by its own command', () => {
    const folder = mkdtempSync(join(tmpdir(), 'old-key-'));
    try {
      writeFileSync(join(folder, `${app}.key`), pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
      const command = revocationChallenge(currentOfNow())!;
      const { stdout } = spawnSync('sh', ['-c', command.command], { cwd: folder, encoding: 'utf8' });
      expect(stdout).toHaveLength(344);
      expect(isSignedIn([stdout], command, pair.publicKey)).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const currentOfNow = () => ({
  serial: 0x1001n,
  app,
  key: 'd'.repeat(64),
  fingerprint: '',
  notBefore: new Date(0),
  notAfter: new Date(0),
  imported: false,
  recordedAt: new Date(0),
});

describe('a signature in a comment', () => {
  it.each([
    ['alone', signature()],
    ['with SHA-512', signature(text, pair.privateKey, 'sha512')],
    ['in lines of 64', lines(signature())],
    ['with Windows line ends', lines(signature()).replaceAll('\n', '\r\n')],
    ['in a code fence', `Here it is:\n\n\`\`\`\n${lines(signature())}\n\`\`\`\n\nThanks!`],
    ['between two lines of text', `Signature\n${signature()}\nthanks`],
    ['indented', `    ${signature()}`],
    ['behind another that is wrong', `${signature('x')}\n\n${signature()}`],
  ])('is found %s', (_, body) => {
    expect(isSignedIn([body], challenge, pair.publicKey)).toBe(true);
  });

  const replaced = (from: string, to: string): string => signature(text.replace(from, to));
  it.each([
    ['by another key', signature(text, other.privateKey)],
    ['for another commit', replaced(head, older)],
    ['for another new key', replaced(newKey, 'f'.repeat(64))],
    ['for another app', replaced(`replace ${app}`, 'replace notes')],
    ['for a revocation', signature(`nextcloud-ca: revoke ${app} serial 1001`)],
    ['over the id, as the store asks for it', signature(app, pair.privateKey, 'sha512')],
    ['with SHA-1', signature(text, pair.privateKey, 'sha1')],
    ['with PSS', sign('sha256', Buffer.from(text), { key: pair.privateKey, padding: 6 }).toString('base64')],
    ['cut short', signature().slice(0, -8)],
    ['in a sentence', `it is ${signature()}`],
    ['quoted', `> ${signature()}`],
    ['as the fifth of a comment', `${`${signature('x')}\n\n`.repeat(4)}${signature()}`],
  ])('is none %s', (_, body) => {
    expect(isSignedIn([body], challenge, pair.publicKey)).toBe(false);
  });

  it('is none by a key that is not RSA', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(isSignedIn([signature(text, privateKey)], challenge, publicKey)).toBe(false);
  });

  it('is found fast behind a flood of others, newest first', () => {
    const flood: string[] = Array(2000).fill(`${signature('x')}\n\n`.repeat(4));
    const start = performance.now();
    expect(isSignedIn([...flood, signature()], challenge, pair.publicKey)).toBe(true);
    expect(isSignedIn([signature(), ...flood], challenge, pair.publicKey)).toBe(false);
    for (const odd of [
      'A'.repeat(65_536),
      `${'A'.repeat(63)}\n`.repeat(1024),
      'A\n'.repeat(32_768),
      ' \t'.repeat(32_768),
    ]) {
      isSignedIn(
        Array.from({ length: 50 }, () => odd),
        challenge,
        pair.publicKey,
      );
    }
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('the old key', () => {
  it('is read from the certificate that counts, and from no other', async () => {
    const certificate = await testCertificate(app);
    const repository = await repositoryOf(
      issued({ key: keyHash(certificate.spki) }),
      issued({ app: 'notes', serial: '2001' }),
    );
    await repository.store.replace(certificatePath(app), Buffer.from(certificate.toPem()));
    await repository.store.replace(certificatePath('notes'), Buffer.from(certificate.toPem()));
    const key = await certifiedKey(repository, currentOf(repository));
    expect(key?.export({ type: 'spki', format: 'der' })).toEqual(Buffer.from(certificate.spki));
    expect(await certifiedKey(repository, currentOf(repository, 'notes'))).toBeUndefined();
    await repository.store.replace(certificatePath(app), Buffer.from('a certificate, once'));
    expect(await certifiedKey(repository, currentOf(repository))).toBeUndefined();
    await repository.store.remove(certificatePath(app));
    const situation = await situationOf({ base: { ref: 'master', commit: older, repository } });
    const purpose = { kind: 'replacement', current: currentOf(repository) } as const;
    expect(await oldKeyOf(situation, judgementOf({ purpose }))).toBeUndefined();
    expect(await oldKeyOf(situation, judgementOf())).toBeUndefined();
  });

  it('makes one approval enough, whoever pastes the signature, at this head only', async () => {
    const { repository, judgement } = await replacement();
    const facts = {
      base: { ref: 'master', commit: older, repository },
      reviews: [review(alice, 20, { body: 'ok' })],
      comments: [comment(opener, '/replace lost disk', 12), comment(outsider, lines(signature()), 13, true)],
    };
    const oldKey = createPublicKey(pair.privateKey);
    const said = standing(await situationOf(facts), judgement, { oldKey });
    expect(said).toMatchObject({ needed: 1, lacksReason: false, replacement: { why: 'lost', proof: 'old-key' } });
    expect(standing(await situationOf(facts), judgement)).toMatchObject({ needed: 2 });
    const pushed = await situationOf({
      ...facts,
      pullRequest: { head: { sha: older, ref: 'x', repository: undefined } },
    });
    expect(standing(pushed, judgement, { oldKey })).toMatchObject({ needed: 2, replacement: { proof: undefined } });
  });
});
