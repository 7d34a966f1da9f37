// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { InfoXmlJudge } from '../../bot/info-xml-judge.js';
import { judgeXml } from '../../src/app/judge-xml.js';
import { infoXml } from '../support/world.js';

describe('an info.xml', () => {
  it('is read as the store reads it', async () => {
    const judge = new InfoXmlJudge();
    expect(await judge.verdictOn(Buffer.from(infoXml({ id: 'mail' })))).toEqual({
      kind: 'read',
      id: 'mail',
      refusals: [],
    });
    const refused = await judge.verdictOn(Buffer.from(infoXml().replace('<licence>agpl</licence>', '')));
    expect(refused).toMatchObject({
      kind: 'read',
      id: 'news',
      refusals: [expect.stringContaining('licence') as unknown],
    });
  });

  it.each(['', 'nonsense', '<info/>', '<info><id></id></info>', '\ufeff<other/>'])(
    'that is none is told to be unreadable: %j',
    async (text) => {
      expect(await new InfoXmlJudge().verdictOn(Buffer.from(text))).toMatchObject({
        kind: 'unreadable',
        why: expect.stringContaining('appinfo/info.xml') as unknown,
      });
    },
  );

  it('waits for a run with all the others, and is judged once', async () => {
    const runs: number[] = [];
    const judge = new InfoXmlJudge(async (documents) => {
      runs.push(documents.length);
      return judgeXml(documents);
    });
    const files = ['a', 'b', 'c', 'd', 'a'].map((id) => Buffer.from(infoXml({ id: `app_${id}` })));
    const verdicts = await Promise.all(files.map((bytes) => judge.verdictOn(bytes)));
    expect(verdicts.map((verdict) => verdict.kind === 'read' && verdict.id)).toEqual([
      'app_a',
      'app_b',
      'app_c',
      'app_d',
      'app_a',
    ]);
    expect(runs).toEqual([1, 3]);
  });

  it('suffers nothing from another one that breaks the judge', async () => {
    const judge = new InfoXmlJudge(async (documents) => {
      if (documents.some(({ bytes }) => Buffer.from(bytes).includes('evil'))) throw new Error('broken');
      return judgeXml(documents);
    });
    const results = await Promise.allSettled(
      ['news', 'evil', 'mail'].map((id) => judge.verdictOn(Buffer.from(infoXml({ id })))),
    );
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
