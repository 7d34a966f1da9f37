// SPDX-License-Identifier: MIT
import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { judgeXml } from '../../src/app/judge-xml.js';
import { type ArchiveJudgement, type OpenArchive, openArchive } from '../../src/store/acceptance.js';
import { appArchive, infoXml, tarGz } from './support/tar.js';

const more = (text: string): Buffer => appArchive({ more: text });
const changelog = (content: string, version = '1.0.0'): Buffer =>
  appArchive({ version, files: [{ name: 'news/CHANGELOG.md', content }] });
const big = randomBytes(21 * 1024 ** 2);
const collaboration = (attributes: string): Buffer =>
  more(`<collaboration><plugins><plugin ${attributes}>OCA\\News\\Search</plugin></plugins></collaboration>`);

interface Line {
  /** what docs/developer.rst or restapi.rst lead one to expect */
  readonly documents: string;
  readonly archive: Buffer;
  /** what the code does */
  readonly accepted: boolean;
  readonly changelog?: string;
}

/** Where the store's documents and its code differ, the verdict is the code's. */
const lines: readonly Line[] = [
  {
    documents: 'an archive has 20 MB at most',
    archive: appArchive({ files: [{ name: 'news/data', content: big }] }),
    accepted: true,
  },
  {
    documents: 'info.xml is smaller than 512 KB',
    archive: tarGz([{ name: 'news/appinfo/info.xml', content: infoXml() + ' '.repeat(600_000) }]),
    accepted: true,
  },
  {
    documents: 'max-version is optional',
    archive: appArchive({ dependencies: '<nextcloud min-version="32"/>' }),
    accepted: false,
  },
  {
    documents: 'owncloud stands in for nextcloud',
    archive: appArchive({ dependencies: '<owncloud min-version="9" max-version="10"/>' }),
    accepted: false,
  },
  { documents: 'a name has 256 characters at most', archive: appArchive({ name: 'n'.repeat(129) }), accepted: false },
  {
    documents: 'a name has 256 characters at most: 128',
    archive: appArchive({ name: 'n'.repeat(128) }),
    accepted: true,
  },
  {
    documents: 'a summary has 256 characters at most',
    archive: appArchive({ summary: 's'.repeat(129) }),
    accepted: false,
  },
  { documents: 'an id has 256 characters at most', archive: appArchive({ id: 'a'.repeat(33) }), accepted: false },
  {
    documents: 'an id is of lowercase letters and underscores',
    archive: appArchive({ id: 'news2go' }),
    accepted: true,
  },
  { documents: 'an id may end with an underscore', archive: appArchive({ id: 'news_' }), accepted: false },
  {
    documents: 'the changelog has "## 1.0.0"',
    archive: changelog('## [v1.0.0] - now\nthis\n'),
    accepted: true,
    changelog: 'this',
  },
  {
    documents: 'the changelog has "## 1.0.0": two parts',
    archive: changelog('## 1.0\nthis\n'),
    accepted: true,
    changelog: '',
  },
  {
    documents: 'the changelog has "## 1.0.0": a prerelease',
    archive: changelog('## 1.0.0-rc1\ncandidate\n## 1.0.0\nthis\n'),
    accepted: true,
    changelog: 'candidate\nthis',
  },
  {
    documents: 'documentation is a URL: a slug',
    archive: more('<documentation><admin>admin-news</admin></documentation>'),
    accepted: true,
  },
  {
    documents: 'documentation is a URL: http',
    archive: more('<documentation><admin>http://example.com</admin></documentation>'),
    accepted: false,
  },
  {
    documents: 'a navigation needs a route',
    archive: more('<navigations><navigation><name>News</name></navigation></navigations>'),
    accepted: true,
  },
  {
    documents: 'a plugin has the type collaboration-search',
    archive: collaboration('type="collaboration-search"'),
    accepted: false,
  },
  { documents: 'a plugin needs a share-type', archive: collaboration('type="collaborator-search"'), accepted: true },
  {
    documents: 'classes of settings and activity are validated',
    archive: more(
      '<settings><admin>no class!</admin></settings><activity><filters><filter>no class!</filter></filters></activity>',
    ),
    accepted: true,
  },
  {
    documents: 'sabre is validated, and its example has a leading backslash',
    archive: more('<sabre><plugins><plugin>\\OCA\\News\\Plugin</plugin></plugins></sabre>'),
    accepted: true,
  },
  {
    documents: 'SPDX identifiers are for Nextcloud 31 and later',
    archive: appArchive({ dependencies: '<nextcloud min-version="20" max-version="30"/>' }),
    accepted: true,
  },
  {
    documents: 'architecture is validated',
    archive: appArchive({
      dependencies: '<architecture>z80</architecture><nextcloud min-version="32" max-version="34"/>',
    }),
    accepted: true,
  },
  {
    documents: 'types dav and session are in the schema',
    archive: more('<types><dav/><session/><nonsense/></types>'),
    accepted: true,
  },
  { documents: 'deprecated elements fail', archive: more('<default_enable/>'), accepted: false },
  {
    documents: 'deprecated elements fail: any other unknown one',
    archive: more('<ocsid>1234</ocsid>'),
    accepted: true,
  },
  {
    documents: 'nothing of backend, fulltextsearch, dashboard',
    archive: appArchive({
      more: '<dashboard><widget>OCA\\News\\Widget</widget></dashboard><fulltextsearch><provider>OCA\\News\\Search</provider></fulltextsearch>',
      dependencies: '<nextcloud min-version="32" max-version="34"/><backend>caldav</backend>',
    }),
    accepted: true,
  },
  {
    documents: 'the published schema wants elements in its order',
    archive: tarGz([
      {
        name: 'news/appinfo/info.xml',
        content: infoXml().replace(/( *<id>[^]*)( *<category>[^]*<\/bugs>\n)/, '$2$1'),
      },
    ]),
    accepted: true,
  },
];

describe('documents and code of the store', () => {
  const judgements = new Map<string, ArchiveJudgement>();
  beforeAll(async () => {
    const opened = new Map<string, OpenArchive>();
    for (const { documents, archive } of lines) opened.set(documents, await openArchive(archive, { name: 'a' }));
    const judged = await judgeXml([...opened.values()].flatMap((archive) => archive.documents));
    for (const [line, archive] of opened)
      judgements.set(line, archive.conclude(judged.splice(0, archive.documents.length)));
  });

  it.each(lines)('“$documents”: accepted $accepted', ({ documents, accepted, changelog: wanted }) => {
    const judgement = judgements.get(documents);
    expect(judgement?.ok).toBe(accepted);
    expect(judgement?.refusals.length === 0).toBe(accepted);
    expect(judgement?.info !== undefined).toBe(accepted);
    if (wanted !== undefined) expect(judgement?.changelogs.en).toBe(wanted);
  });

  it('the old licence ids stay as they are', async () => {
    const content = infoXml().replace('AGPL-3.0-or-later', 'agpl');
    const archive = await openArchive(tarGz([{ name: 'news/appinfo/info.xml', content }]), { name: 'a' });
    const { info } = archive.conclude(await judgeXml(archive.documents));
    expect(info?.release.licenses).toEqual([{ license: { id: 'agpl' } }]);
  });

  it('between the documents’ limit and the code’s there is a warning', () => {
    const rules = (line: Line | undefined): string[] =>
      (judgements.get(line?.documents ?? '')?.findings ?? [])
        .filter(({ severity }) => severity === 'warning')
        .map(({ rule }) => rule);
    expect(rules(lines[0])).toContain('archive-above-documented-size');
    expect(rules(lines[1])).toContain('file-above-documented-size');
  });
});
