// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dirname } from 'node:path';
import type { Ledger } from '../../ca/ledger/ledger.js';
import { recorded } from '../support/needs.js';
import { replayCases } from './case-table.js';
import { historyTable, unexplained } from './history-table.js';
import { appOf, readCases, readHistory, readRequest } from './recorded-history.js';
import { type Outcome, ReplayedRepository } from './replayed-repository.js';

const history = recorded('data/request-history');
const data = history === undefined ? '' : dirname(history);

/** A few of 539: ordinary ones, a wrong folder, a short key, a reserved id, and an app that was given another key. */
const slice = [
  'direct_menu/direct_menu.csr',
  'bookmarks/bookmarks/bookmarks.csr',
  'aboutconfig/aboutconfig.csr',
  'twofactor_totp/twofactor_totp.csr',
  'passman/passman.csr',
  'gluusso/gluusso.csr',
  'ownpad/ownpad.csr',
  'files_markdown/files_markdown.csr',
];

(history === undefined ? describe.skip : describe)('the replayed past', () => {
  const outcomes: Outcome[] = [];
  let ledger: Ledger;

  beforeAll(async () => {
    const past = readHistory(data).filter(({ path, date }) => slice.includes(path) && date < '2018');
    const repository = await ReplayedRepository.open(past.map(appOf));
    for (const one of past) outcomes.push(await repository.replay(one, readRequest(data, one)));
    ledger = await repository.world.ledger();
    await repository.close();
  }, 60_000);
  afterAll(() => void outcomes.splice(0));

  it('ends with a certificate, or with the rule that refuses', () => {
    const told = outcomes.map(({ past, number, judgement }) => {
      const error = judgement.findings.find(({ severity }) => severity === 'error')?.rule;
      return [appOf(past), ledger.issuedFor(number)?.app ?? error ?? judgement.purpose.kind];
    });
    expect(told).toEqual([
      ['direct_menu', 'direct_menu'],
      ['bookmarks', 'request-path'],
      ['ownpad', 'ownpad'],
      ['passman', 'passman'],
      ['twofactor_totp', 'id-reserved'],
      ['passman', 'passman'],
      ['aboutconfig', 'key-size'],
      ['files_markdown', 'files_markdown'],
      // the one whose private key lay beside it, which the record does not hold, and the next
      ['gluusso', 'new'],
      ['gluusso', 'gluusso'],
    ]);
    expect(unexplained(outcomes, ledger)).toEqual([]);
  });

  it('says what it supplied, and counts', () => {
    const text = historyTable(outcomes, ledger).join('\n');
    expect(text).toContain('Supplied by the replay');
    expect(text).toContain('| certified there, and here | 6 |');
    expect(text).toContain('| certified there, refused here | 3 |');
    expect(text).toContain('| never certified there | 1 |');
  });

  it('says of a second key what the reviewers asked', () => {
    const text = replayCases(outcomes, readCases(data)).join('\n');
    expect(text).toMatch(/\| renewal_other \| 1 \| `replacement` 1 \(#23\) \|/);
  });

  it('tells of a request that was certified, and is not here, without an explanation', () => {
    const [one] = outcomes;
    if (one === undefined) throw new Error('nothing was replayed');
    const lost: Outcome = { ...one, number: 0, decision: { kind: 'needs-changes' } };
    expect(unexplained([lost], ledger)).toEqual([expect.stringContaining('direct_menu')]);
  });
});
