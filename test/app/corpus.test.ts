// SPDX-License-Identifier: MIT
import { expect, it } from '@jest/globals';
import { measureMetadata } from '../corpus/metadata-corpus.js';
import { recorded } from '../support/needs.js';

const folder = recorded('data/infoxml');
const itRecorded = folder === undefined ? it.skip : it;

itRecorded('agrees with every recorded verdict of the store', async () => {
  const { disagreements, summary } = await measureMetadata(folder ?? '');
  expect(disagreements).toEqual([]);
  expect(summary.slice(0, 3)).toEqual([
    expect.stringMatching(/^verdicts: (\d+) of \1 agree$/),
    expect.stringMatching(/^normalised fields: (\d+) of \1 /),
    expect.stringMatching(/^the store's first message: (\d+) of \1 /),
  ]);
});
