// SPDX-License-Identifier: MIT
import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type EntryOf } from '../../../ca/ledger/ledger-line.js';
import { certificatePath, type Repository } from '../../../ca/repository/repository.js';
import { keyHash } from '../../../ca/review/review-subject.js';
import { revocationChallenge } from '../../../bot/approval/old-key-proof.js';
import { keysInQuestion, revocationRequests } from '../../../bot/approval/revocation-requests.js';
import type { Comment } from '../../../bot/situation.js';
import { testCertificate } from '../../ca/support/authority.js';
import { alice, app, bob, bot, comment, currentOf, issued, minute, outsider, repositoryOf } from './support.js';

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = keyHash(pair.publicKey.export({ type: 'spki', format: 'der' }));
const approvers = new Map([alice, bob, bot].map(({ id }) => [id, true]));
const command = `/revoke ${app} cessationOfOperation the author is gone`;

function ask({ ledger }: Repository, comments: Comment[]) {
  return revocationRequests({ comments, approvers, ledger, keys: new Map([[key, pair.publicKey]]) });
}

const revoke = (serial: string): EntryOf<'revoke'> => {
  return { kind: 'revoke', serial, app, reason: 'unspecified', date: '2026-11-21T12:00:00Z' };
};

const signed = (repository: Repository): string => {
  const { text } = revocationChallenge(currentOf(repository))!;
  return sign('sha256', Buffer.from(text), pair.privateKey).toString('base64');
};

describe('revocationRequests', () => {
  it('orders what two people who may approve say', async () => {
    const comments = [comment(alice, command, 1), comment(bob, `/revoke ${app} CessationOfOperation`, 2)];
    const { orders, answers } = ask(await repositoryOf(issued()), comments);
    expect(orders).toEqual([
      {
        app,
        serials: [0x1001n],
        reason: 'cessationOfOperation',
        why: 'the author is gone',
        approvals: [
          { by: alice, at: minute(1), source: `comment ${comments[0]!.id}` },
          { by: bob, at: minute(2), source: `comment ${comments[1]!.id}` },
        ],
        signedByKey: false,
      },
    ]);
    expect(answers.map(({ accepted, text }) => [accepted, text])).toEqual([
      [true, 'To be revoked: 1001.'],
      [true, 'To be revoked: 1001.'],
    ]);
  });

  it.each<[string, Comment[], string]>([
    ['one person', [comment(alice, command, 1)], 'One more person'],
    [
      'one person twice',
      [comment(alice, command, 1), comment({ ...alice, login: 'al' }, command, 2)],
      'One more person',
    ],
    ['one, and an edited comment', [comment(alice, command, 1, true), comment(bob, command, 2)], 'edited'],
    ['one, and an outsider', [comment(outsider, command, 1), comment(bob, command, 2)], 'Only those who may approve'],
    ['two for two reasons', [comment(alice, command, 1), comment(bob, `/revoke ${app} gone`, 2)], 'One more person'],
    ['two for two apps', [comment(alice, command, 1), comment(bob, '/revoke notes x', 2)], 'One more person'],
    ['two before the certificate was recorded', [comment(alice, command, 0), comment(bob, command, 0)], 'younger'],
    ['one before it, one after', [comment(alice, command, 0), comment(bob, command, 1)], 'younger'],
    [
      'two for an unknown app',
      [comment(alice, '/revoke nots x', 1), comment(bob, '/revoke nots x', 1)],
      'No certificate',
    ],
    [
      'nobody who gave a reason',
      [comment(alice, `/revoke ${app}`, 1), comment(bob, `/revoke ${app}`, 1)],
      'reason is missing',
    ],
  ])('does not revoke for %s', async (_, comments, text) => {
    const { orders, answers } = ask(
      await repositoryOf(issued(), issued({ app: 'notes', serial: '2001', key })),
      comments,
    );
    expect(orders).toEqual([]);
    expect(answers[0]).toMatchObject({ at: comments[0]!.createdAt, text: expect.stringContaining(text) });
    expect(answers[0]!.accepted).toBe(text === 'One more person');
  });

  it('hears no bot, and answers none', async () => {
    const said = ask(await repositoryOf(issued()), [comment(bot, command, 1), comment(alice, command, 2)]);
    expect(said).toMatchObject({ orders: [], answers: [{ by: alice }] });
  });

  it('never hits a certificate that came after the commands', async () => {
    const repository = await repositoryOf(issued());
    const first = [comment(alice, command, 1), comment(bob, command, 2)];
    await repository.record([revoke('1001')], minute(3));
    await repository.record([issued({ serial: '1002', key })], minute(4));
    const done = ask(repository, first);
    expect(done.orders).toEqual([]);
    expect(done.answers.map(({ text }) => text)).toEqual(Array(2).fill(`The certificate of ${app} is revoked.`));
    expect(ask(repository, [...first, comment(alice, command, 5)]).orders).toEqual([]);
    const [order] = ask(repository, [...first, comment(alice, command, 5), comment(bob, command, 6)]).orders;
    expect(order).toMatchObject({ serials: [0x1002n], approvals: [{ at: minute(5) }, { at: minute(6) }] });
  });

  it('means the key that the app had when the command was written', async () => {
    const repository = await repositoryOf(issued(), issued({ serial: '1002' }));
    await repository.record([issued({ serial: '1003', key })], minute(2));
    const before = [comment(alice, command, 1), comment(bob, command, 1)];
    expect(ask(repository, before).orders[0]?.serials).toEqual([0x1001n, 0x1002n]);
    const after = [comment(alice, command, 3), comment(bob, command, 3)];
    expect(ask(repository, after).orders[0]?.serials).toEqual([0x1003n]);
    expect(ask(repository, [before[0]!, after[1]!]).orders).toEqual([]);
  });

  it('says nothing on the list where the reason is in words, and revokes once for two reasons', async () => {
    const words = `/revoke ${app} cACompromise is what they said`;
    const all = [alice, bob].flatMap((by) => [comment(by, words, 1), comment(by, command, 2)]);
    const { orders } = ask(await repositoryOf(issued()), all);
    expect(orders).toHaveLength(1);
    expect(orders[0]).toMatchObject({ reason: 'unspecified', why: 'cACompromise is what they said' });
  });
});

describe('a request signed with the certified key', () => {
  it('needs one approval', async () => {
    const repository = await repositoryOf(issued({ key }));
    const asked = ask(repository, [comment(outsider, command, 1)]);
    const challenge = revocationChallenge(currentOf(repository))!;
    expect(challenge.text).toBe(`nextcloud-ca: revoke ${app} serial 1001`);
    expect(asked).toMatchObject({ orders: [], answers: [{ accepted: false, run: challenge.command }] });
    const proved = [comment(outsider, `${command}\n\n${signed(repository)}`, 2)];
    expect(ask(repository, proved)).toMatchObject({ orders: [], answers: [{ accepted: true }] });
    expect(ask(repository, [...proved, comment(alice, command, 3)]).orders).toEqual([
      expect.objectContaining({
        serials: [0x1001n],
        signedByKey: true,
        approvals: [expect.objectContaining({ by: alice })],
      }),
    ]);
  });

  it('speaks for that certificate and earlier ones of the key, not for a renewal', async () => {
    const repository = await repositoryOf(issued({ key }));
    const old = signed(repository);
    await repository.record([issued({ serial: '1002', key })], minute(2));
    const voted = comment(alice, command, 3);
    expect(ask(repository, [comment(outsider, old, 1), voted]).orders[0]?.serials).toEqual([0x1001n]);
    const both = ask(repository, [comment(outsider, signed(repository), 3), voted]);
    expect(both.orders[0]?.serials).toEqual([0x1001n, 0x1002n]);
  });

  it('is worth nothing by another key', async () => {
    const repository = await repositoryOf(issued());
    expect(ask(repository, [comment(outsider, signed(repository), 1), comment(alice, command, 2)]).orders).toEqual([]);
  });
});

it('reads the keys of the apps that are spoken of', async () => {
  const certificate = await testCertificate(app);
  const repository = await repositoryOf(issued({ key: keyHash(certificate.spki) }));
  await repository.store.replace(certificatePath(app), Buffer.from(certificate.toPem()));
  expect([...(await keysInQuestion(repository, [comment(outsider, command, 1)])).keys()]).toEqual([
    keyHash(certificate.spki),
  ]);
  expect(await keysInQuestion(repository, [comment(outsider, '/revoke notes x\n/revoke absent y', 1)])).toEqual(
    new Map(),
  );
});
