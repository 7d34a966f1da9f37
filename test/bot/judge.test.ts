// SPDX-License-Identifier: MIT
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { LedgerEntry } from '../../ca/ledger/ledger-line.js';
import { PemSigner } from '../../ca/key/pem-signer.js';
import { createRequest } from '../../ca/request/create-request.js';
import { reviewRules } from '../../ca/review/review.js';
import { judge } from '../../bot/judge.js';
import { decisionTable } from '../../bot/rules/decision-table.js';
import { pullRequestRules } from '../../bot/rules/pull-request-rules.js';
import { issued } from '../ca/support/knowledge.js';
import { testCertificate } from '../ca/support/authority.js';
import {
  keyOfPrimes,
  primesOf,
  requestOfNumbers,
  requestOfPublicKey,
  requestWithSha1,
  rocaShaped,
  wronglySigned,
} from './support/odd-requests.js';
import {
  alice,
  appKey,
  appRepository,
  goodSituation,
  mallory,
  maintainer,
  now,
  type Outline,
  situationOf,
} from './support/situation.js';

const weather = await appKey('weather_maps');
const other = await appKey('weather_maps', 'another');
const request = async (appId: string): Promise<string> => (await appKey(appId)).pem;
const path = 'weather_maps/weather_maps.csr';
const rainfall = await request('rainfall');
const linked = appRepository('weather_maps');
const certificate = (await testCertificate('weather_maps')).toPem();
const certified = issued('weather_maps', 'abc', other.hash);
const revoked: LedgerEntry = {
  ...{ kind: 'revoke', serial: 'abc', app: 'weather_maps', reason: 'superseded', date: '2026-05-01T00:00:00Z' },
};
const renewed = { existing: [path], ledger: [issued('weather_maps', 'abc', weather.hash, '2027-02-01T00:00:00Z')] };
const encrypted = weather.privateKey
  .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' })
  .toString();
/** The app's repository, with files of private keys in it. */
const holding = (keyFiles: number, ...privateKeys: string[]): Outline => ({
  linked: { ...linked, keyFiles, privateKeys },
});

const withSha1: Outline = { files: { [path]: requestWithSha1('weather_maps', weather.privateKey) } };
const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'der' });
const { p, q } = primesOf(weather.privateKey);
const sound = p * q;
/** a key that shares a prime with that one */
const sharing = keyOfPrimes(p, primesOf(other.privateKey).q);
const another = (1n << 4095n) + 1n;

/** Severities and rules of everything that is found. */
async function found(outline: Outline): Promise<string[]> {
  return judge(await goodSituation(outline)).findings.map(({ severity, rule }) => `${severity} ${rule}`);
}

/** The same where nothing is there but what the outline says. */
async function foundAlone(outline: Outline): Promise<string[]> {
  return judge(await situationOf({ linked, ...outline })).findings.map(({ severity, rule }) => `${severity} ${rule}`);
}

const withKey = (text: string): Outline => ({ files: { 'weather_maps/weather_maps.key': text } });

const comment = (body: string, author = mallory) => ({ id: 1, author, body, createdAt: now, edited: false });

it('has nothing to say of a request as the documents ask for it', async () => {
  const judgement = judge(await goodSituation());
  expect(judgement).toMatchObject({
    findings: [],
    ok: true,
    hold: false,
    appId: 'weather_maps',
    purpose: { kind: 'new' },
  });
  expect(judgement).toMatchObject({ foreignHistory: false, leakedKeys: [] });
  expect(judgement.request?.file.path).toBe(path);
  expect(judgement.request?.key).toBe(weather.hash);
});

/** For each row of the decision table a pull request that breaks it, and all that is said of it. */
const cases: readonly (readonly [row: string, what: string, outline: Outline, findings: string[], alone?: 'alone'])[] =
  [
    ['1', 'a text beside the request', { files: { 'README.md': 'x' } }, ['error extra-files']],
    ['1', 'a text alone', { files: { 'README.md': 'x' } }, ['info no-request'], 'alone'],
    [
      '1',
      'a certificate alone',
      { files: { 'a/a.pem': certificate } },
      ['error extra-files', 'error request-missing'],
      'alone',
    ],
    ['1', 'two apps', { files: { 'rainfall/rainfall.csr': await request('rainfall') } }, ['error several-requests']],
    ['1', 'a request in no folder', { files: { 'weather_maps.csr': weather.pem } }, ['error request-path'], 'alone'],
    [
      '1',
      'a request in another folder',
      { files: { 'app/weather_maps.csr': weather.pem } },
      ['error request-path'],
      'alone',
    ],
    [
      '1',
      'a request of another name',
      { files: { 'weather_maps/request.csr': weather.pem } },
      ['error request-path'],
      'alone',
    ],
    ['1', 'a request as a text', { files: { 'weather_maps/csr.txt': weather.pem } }, ['error request-path'], 'alone'],
    [
      '1',
      'a request in a certificate’s file',
      { files: { 'weather_maps/weather_maps.crt': weather.pem } },
      ['error request-path'],
      'alone',
    ],
    [
      '1',
      'a request in the folder of another name',
      { files: { 'weather_map/weather_map.csr': weather.pem } },
      ['error request-path'],
      'alone',
    ],
    ['1', 'a copy of the request', { files: { 'weather_maps.csr': weather.pem } }, ['error extra-files']],
    ['1', 'the policy', { files: { 'authority/policy.yml': 'x' } }, ['error protected-files']],
    [
      '1',
      'a workflow alone',
      { files: { '.github/workflows/a.yml': 'x' } },
      ['error protected-files', 'info no-request'],
      'alone',
    ],
    [
      '1',
      'a symbolic link',
      { files: { [path]: { mode: '120000', content: '../x/x.csr' } } },
      ['error not-a-file', 'error request-missing'],
      'alone',
    ],
    ['1', 'a submodule', { files: { lib: { mode: '160000' } } }, ['error not-a-file']],
    ['1', 'a path that leads out', { files: { '../x.csr': 'x' } }, ['error path-unsafe']],
    [
      '1',
      'a folder with a Cyrillic letter',
      {
        files: { 'we\u0430ther_maps/we\u0430ther_maps.csr': await request('we\u0430ther_maps') },
        linked: appRepository('we\u0430ther_maps'),
      },
      ['error path-characters'],
      'alone',
    ],
    [
      '1',
      'a folder of other capitals',
      {
        files: { 'Weather_Maps/Weather_Maps.csr': await request('Weather_Maps') },
        linked: appRepository('Weather_Maps'),
        ledger: [certified],
      },
      ['error path-case'],
      'alone',
    ],
    [
      '1',
      'a request that goes',
      { files: { 'rainfall/rainfall.csr': undefined } },
      ['error request-taken-away'],
      'alone',
    ],
    ['1', 'too many commits', { truncated: true }, ['error too-large']],
    [
      '1b',
      'a rename',
      {
        files: { 'rainfall/rainfall.csr': undefined, 'rainfall/rainfall.crt': undefined },
        ledger: [issued('rainfall', 'abc', other.hash)],
      },
      ['hold rename'],
    ],
    ['1b', 'a rename of what nobody certified', { files: { 'rainfall/rainfall.csr': undefined } }, ['info rename']],
    ['2', 'a private key', withKey(weather.privatePem), ['error leaked-key']],
    [
      '2',
      'a private key in the request’s file',
      { files: { [path]: weather.pem + weather.privatePem } },
      ['error leaked-key'],
    ],
    ['2', 'an encrypted private key', withKey(encrypted), ['error leaked-key-unreadable']],
    [
      '2',
      'an encrypted private key in the request’s file',
      { files: { [path]: weather.pem + encrypted } },
      ['error leaked-key-unreadable'],
    ],
    ['2', 'something named like a key', withKey('secret'), ['error leaked-key-unreadable']],
    ['2', 'the request’s key in a comment', { comments: [comment(weather.privatePem)] }, ['error leaked-key']],
    ['2', 'another key in a comment', { comments: [comment(other.privatePem)] }, ['warning leaked-key-beside']],
    ['3', 'a certificate', { files: { 'weather_maps/weather_maps.crt': certificate } }, ['error certificate-touched']],
    ['3', 'a certificate that goes', { files: { 'rainfall/rainfall.crt': undefined } }, ['error certificate-touched']],
    ['3', 'the app’s own certificate that goes', { files: { 'weather_maps/weather_maps.crt': undefined } }, []],
    ['4', 'a certificate as request', { files: { [path]: certificate } }, ['error request-wrong-kind']],
    ['4', 'half a request', { files: { [path]: weather.pem.slice(0, 900) } }, ['error request-pem']],
    ['5', 'a signature with SHA-1, while that is borne with', withSha1, ['warning request-signature-hash']],
    [
      '5',
      'a signature with SHA-1, later',
      { ...withSha1, now: new Date('2027-01-01T00:00:00Z') },
      ['error request-signature-hash'],
    ],
    ['5', 'a signature that is none', { files: { [path]: wronglySigned(weather.pem) } }, ['error request-signature']],
    [
      '6',
      'a key of 2048 bits',
      { files: { [path]: requestOfNumbers('weather_maps', p) } },
      ['error key-size', 'error request-signature'],
    ],
    [
      '6',
      'the exponent 3',
      { files: { [path]: requestOfNumbers('weather_maps', sound, 3n) } },
      ['error key-exponent', 'error request-signature'],
    ],
    ['6', 'a key on a curve', { files: { [path]: requestOfPublicKey('weather_maps', curve) } }, ['error key-type']],
    [
      '7',
      'a key that a small prime divides',
      { files: { [path]: requestOfNumbers('weather_maps', (sound / 991n) * 991n) } },
      ['error key-weak-factor', 'error request-signature'],
    ],
    [
      '7',
      'a key that a prime divides which is only found with a longer look',
      { files: { [path]: requestOfNumbers('weather_maps', (sound / 99_991n) * 99_991n) }, certifiedModuli: [] },
      ['error key-weak-factor', 'error request-signature'],
    ],
    [
      '7',
      'a key of the faulty smart cards',
      { files: { [path]: requestOfNumbers('weather_maps', rocaShaped(sound)) } },
      ['error key-weak-roca', 'error request-signature'],
    ],
    [
      '7',
      'a key of one prime, twice',
      { files: { [path]: requestOfNumbers('weather_maps', p * p) } },
      ['error key-weak-close-primes', 'error request-signature'],
    ],
    [
      '7',
      'a key that shares a prime with a certified one',
      {
        files: { [path]: (await createRequest(new PemSigner(sharing), 'weather_maps')).toPem() },
        certifiedModuli: [another, sound],
      },
      ['error key-weak-shared'],
    ],
    [
      '7',
      'a key that is certified, beside others',
      { ...renewed, certifiedModuli: [another, sound] },
      ['info renewal'],
    ],
    ['8', 'another app’s key', { ledger: [issued('sunshine', 'abc', weather.hash)] }, ['error key-of-another-app']],
    ['8', 'the same key again', { ledger: [issued('weather_maps', 'abc', weather.hash)] }, ['info renewal']],
    ['9', 'another name in the subject', { files: { [path]: await request('APP_ID') } }, ['error cn-app-id']],
    [
      '10',
      'an id of capitals',
      { files: { 'MyMaps/MyMaps.csr': await request('MyMaps') }, linked: appRepository('MyMaps') },
      ['error id-format'],
      'alone',
    ],
    [
      '11',
      'the product’s name',
      { files: { 'nextcloud/nextcloud.csr': await request('nextcloud') }, linked: appRepository('nextcloud') },
      ['error id-reserved'],
      'alone',
    ],
    ['12', 'nearly another’s name', { ledger: [issued('weather_map', 'abc', other.hash)] }, ['hold id-confusing']],
    ['13', 'another key', { existing: [path], ledger: [certified] }, ['hold replacement']],
    ['13', 'a revoked app', { existing: [path], ledger: [certified, revoked] }, ['hold revoked-before']],
    ['13', 'an app that the store has', { storeIds: new Set(['weather_maps']) }, ['hold store-app']],
    ['13', 'a store that does not answer', { storeIds: 'silent' }, ['hold store-app']],
    ['13', 'a certified app that the store has', { ...renewed, storeIds: 'silent' }, ['info renewal']],
    [
      '14',
      'a commit without a sign-off',
      { commits: [{ files: { [path]: weather.pem }, message: 'Request' }] },
      ['error sign-off'],
    ],
    ['15', 'no link', { linked: { kind: 'none' } }, ['error repository-link']],
    [
      '15',
      'a link to this repository',
      { linked: { kind: 'not-an-app', url: 'https://github.com/a/b' } },
      ['error repository-not-an-app'],
    ],
    [
      '15',
      'a private repository',
      { linked: { kind: 'unreachable', url: 'https://github.com/a/b' } },
      ['error repository-unreachable'],
    ],
    [
      '15',
      'another host',
      { linked: { kind: 'elsewhere', url: 'https://example.org/a' } },
      ['hold repository-elsewhere'],
    ],
    [
      '16',
      'no info.xml',
      { linked: { ...linked, infoXml: { kind: 'absent', path: 'appinfo/info.xml' } } },
      ['error info-xml-absent'],
    ],
    [
      '16',
      'a broken info.xml',
      { linked: { ...linked, infoXml: { kind: 'unreadable', path: 'appinfo/info.xml', why: 'no XML' } } },
      ['error info-xml-unreadable'],
    ],
    ['16', 'another id', { linked: appRepository('rainfall') }, ['error info-xml-id']],
    [
      '16',
      'what the store refuses',
      {
        linked: {
          ...linked,
          infoXml: { kind: 'read', path: 'appinfo/info.xml', id: 'weather_maps', refusals: ["Element 'x'", 'y'] },
        },
      },
      ['warning info-xml-refused'],
    ],
    ['17', 'a stranger', { linked: { ...linked, relation: undefined } }, ['hold repository-relation']],
    [
      '17',
      'somebody who wrote a commit once',
      { linked: { ...linked, relation: 'committer' } },
      ['warning repository-relation'],
    ],
    ['18', 'keys of nobody here in the repository', holding(2, 'a'.repeat(64)), ['hold repository-key-files']],
    ['18', 'the request’s own key in the repository', holding(1, weather.hash), ['error leaked-key-repository']],
    [
      '18',
      'the request’s own key in the repository, and others',
      holding(2, weather.hash, 'a'.repeat(64)),
      ['error leaked-key-repository', 'hold repository-key-files'],
    ],
    [
      '18',
      'another app’s certified key in the repository',
      { ...holding(1, other.hash), ledger: [issued('rainfall', 'abc', other.hash)] },
      ['warning leaked-key-beside'],
    ],
    ['20', 'another pull request', { rivals: [{ number: 9, author: alice, createdAt: now }] }, ['info duplicate']],
    ['20', 'the same key for two apps', { sameKey: [{ number: 9, app: 'rainfall' }] }, ['warning key-twice']],
    ['20', 'somebody else’s', { rivals: [{ number: 9, author: mallory, createdAt: now }] }, ['warning duplicate']],
    [
      '21',
      'a merge of the base branch',
      {
        commits: [
          { files: { [path]: weather.pem } },
          {
            files: { 'rainfall/rainfall.crt': certificate },
            message: 'Merge',
            parents: ['a'.repeat(40), 'b'.repeat(40)],
          },
        ],
      },
      [],
    ],
    [
      '14b',
      'a commit whose author has no account',
      { commits: [{ files: { [path]: weather.pem }, author: undefined }] },
      ['hold commit-account'],
    ],
    [
      '14b',
      'a commit whose committer has no account',
      { commits: [{ files: { [path]: weather.pem }, committer: undefined }] },
      ['hold commit-account'],
    ],
    [
      '21',
      'a detour',
      { commits: [{ files: { [path]: weather.pem, 'notes.txt': 'x' } }, { files: { 'notes.txt': undefined } }] },
      [],
    ],
  ];

it.each(cases.map(([row, what, ...rest]) => [row, what, rest] as const))(
  'row %s: %s',
  async (_row, _what, [outline, findings, alone]) => {
    const all = alone === undefined ? await found(outline) : await foundAlone(outline);
    expect(all.toSorted()).toEqual(findings);
  },
);

/** The message of the one finding of a rule. */
async function said(rule: string, outline: Outline, alone = false): Promise<string | undefined> {
  const { findings } = judge(await (alone ? situationOf({ linked, ...outline }) : goodSituation(outline)));
  return findings.find((finding) => finding.rule === rule)?.message;
}

describe('says what it is about', () => {
  it.each([
    [
      'extra-files',
      { files: { 'a.txt': 'x', 'b.txt': 'x' } },
      '2 files that are no part of a request: "a.txt", "b.txt".',
    ],
    ['several-requests', { files: { 'rainfall/rainfall.csr': rainfall } }, '2 apps: "weather_maps", "rainfall".'],
    ['info-xml-id', { linked: appRepository('rainfall') }, 'has the id "rainfall", the request is for "weather_maps".'],
    [
      'leaked-key',
      withKey(weather.privatePem),
      'stands in "weather_maps/weather_maps.key". It is public now, and can never be certified. It is the key of this request.',
    ],
    [
      'leaked-key',
      { ...withKey(other.privatePem), ledger: [issued('rainfall', 'abc', other.hash)] },
      'It is the certified key of "rainfall": what was certified with it is revoked as soon as the authority’s key is at hand.',
    ],
    [
      'leaked-key',
      {
        ...withKey(other.privatePem),
        ledger: [
          issued('rainfall', 'abc', other.hash),
          { kind: 'revoke', serial: 'abc', app: 'rainfall', reason: 'keyCompromise', date: '2026-02-01T00:00:00Z' },
        ],
      },
      'It was the certified key of "rainfall": what was certified with it is revoked.',
    ],
    ['leaked-key-unreadable', withKey(encrypted), 'It is public now. It cannot be opened here,'],
    [
      'leaked-key-repository',
      holding(1, weather.hash),
      'A private key lies in a file of the linked repository. It is public now, and can never be certified. It is the key of this request.',
    ],
    ['repository-key-files', holding(1), 'The linked repository holds a file that looks like a private key.'],
    ['repository-key-files', holding(3), 'The linked repository holds 3 files that look like private keys.'],
    [
      'duplicate',
      { rivals: [{ number: 3, author: mallory, createdAt: new Date(0) }] },
      '#3, older than this one and by another account, "mallory",',
    ],
  ] satisfies [string, Outline, string][])('%s', async (rule, outline, end) => {
    expect(await said(rule, outline)).toContain(end);
  });

  it('where the request must lie', async () => {
    const files = { 'Maps/request.csr': weather.pem };
    const message = await said('request-path', { files }, true);
    expect(message).toContain(
      'lies at "Maps/request.csr"; for the app "weather_maps" it must be "weather_maps/weather_maps.csr"',
    );
  });

  it('which letter is a twin of which app’s', async () => {
    const id = 'we\u0430ther_maps';
    const outline = {
      files: { [`${id}/${id}.csr`]: await request(id) },
      linked: appRepository(id),
      ledger: [certified],
    };
    expect(await said('path-characters', outline, true)).toMatch(
      / has U\+0430 in it\. It looks like the app "weather_maps",/,
    );
    const hidden = 'weather_maps\u200b';
    expect(await said('path-characters', { files: { [`${hidden}/${hidden}.csr`]: weather.pem } }, true)).toContain(
      'U+200B',
    );
  });

  it('of a file that is too large', async () => {
    const situation = await goodSituation();
    const { findings, ok, foreignHistory } = judge({ ...situation, blobs: new Map(), unread: new Set(['x']) });
    expect({ ok, foreignHistory }).toEqual({ ok: false, foreignHistory: true });
    expect(findings).toEqual([
      expect.objectContaining({ rule: 'unread', message: `Too large to be looked at: "${path}".` }),
    ]);
  });

  it('with the id of this app in the commands', async () => {
    const { findings } = judge(await goodSituation({ files: { [path]: '' } }));
    expect(findings.map(({ fix }) => fix)).toEqual([expect.stringContaining('certificate request weather_maps.')]);
  });
});

describe('a private key', () => {
  const later = [
    { files: { [path]: weather.pem, 'weather_maps/k.txt': other.privatePem } },
    { files: { 'weather_maps/k.txt': undefined } },
  ];

  it('is found where a later commit takes it away', async () => {
    const judgement = judge(await goodSituation({ commits: later }));
    expect(judgement).toMatchObject({ ok: false, leakedKeys: [other.hash], foreignHistory: true });
    expect(judgement.findings[0]?.message).toContain('of the commit');
    expect(judgement.findings[0]?.file).toBeUndefined();
  });

  it('is told of once, wherever it stands', async () => {
    const files = { 'a.key': weather.privatePem, 'b.key': `${weather.privatePem}\n` };
    const commits = [{ files: { [path]: weather.pem, ...files } }];
    const { findings, leakedKeys } = judge(
      await goodSituation({ files, commits, comments: [comment(weather.privatePem)] }),
    );
    expect(findings.filter(({ rule }) => rule === 'leaked-key')).toHaveLength(1);
    expect(leakedKeys).toEqual([weather.hash]);
  });

  it('in a stranger’s comment is burnt only where somebody uses it', async () => {
    const comments = [comment(other.privatePem)];
    expect(judge(await goodSituation({ comments })).leakedKeys).toEqual([]);
    const ledger = [issued('rainfall', 'abc', other.hash)];
    expect(judge(await goodSituation({ comments, ledger })).leakedKeys).toEqual([other.hash]);
    const own = [comment(other.privatePem, alice)];
    expect(judge(await goodSituation({ comments: own })).leakedKeys).toEqual([other.hash]);
  });

  it('in a stranger’s comment makes no request of a pull request about something else', async () => {
    const outline = { files: { 'README.md': 'x' }, linked: { kind: 'none' } } as const;
    const stranger = await foundAlone({ ...outline, comments: [comment(other.privatePem)] });
    expect(stranger).toEqual(['warning leaked-key-beside', 'info no-request']);
    const author = await foundAlone({ ...outline, comments: [comment(other.privatePem, alice)] });
    expect(author).toContain('error request-missing');
  });

  it('in the app’s repository is burnt where it is the request’s own, or certified; any other is nobody’s business', async () => {
    const unrelated = 'a'.repeat(64);
    const burnt = async (outline: Outline) => judge(await goodSituation(outline)).leakedKeys;
    expect(await burnt(holding(2, unrelated, weather.hash))).toEqual([weather.hash]);
    expect(await burnt(holding(2, unrelated, other.hash))).toEqual([]);
    const ledger = [issued('rainfall', 'abc', other.hash)];
    expect(await burnt({ ...holding(2, unrelated, other.hash), ledger })).toEqual([other.hash]);
  });

  it('in a repository that a pull request about something else links makes no request of it', async () => {
    const outline = { files: { 'README.md': 'x' }, ...holding(1, other.hash), ledger: [certified] };
    expect(await foundAlone(outline)).toEqual(['warning leaked-key-beside', 'info no-request']);
  });

  it('that cannot be opened burns nothing: whoever copied a public request would have its key burnt', async () => {
    const later = [{ files: { [path]: weather.pem, 'k.txt': encrypted } }, { files: { 'k.txt': undefined } }];
    for (const outline of [withKey(encrypted), { commits: later }]) {
      for (const ledger of [[], [issued('weather_maps', 'abc', weather.hash)]]) {
        const { ok, leakedKeys, findings } = judge(await goodSituation({ ...outline, ledger }));
        expect({ ok, leakedKeys }).toEqual({ ok: false, leakedKeys: [] });
        expect(JSON.stringify(findings)).not.toContain('never be certified');
      }
    }
  });

  it('is never shown', async () => {
    const line = weather.privatePem.split('\n')[7] ?? '';
    for (const outline of [
      withKey(weather.privatePem),
      { files: { [path]: weather.privatePem } },
      { commits: later },
    ]) {
      const text = JSON.stringify(judge(await goodSituation(outline)).findings);
      expect(text).toContain('leaked-key');
      expect(text).not.toContain(line.slice(0, 20));
    }
  });
});

describe('the sign-off', () => {
  const commit = (message: string, more = {}) => ({ commits: [{ files: { [path]: weather.pem }, message, ...more }] });

  it.each([
    ['is the author’s', 'x\n\nSigned-off-by: Alice Ångström <alice@example.org>', undefined],
    ['may have other capitals', 'x\n\nsigned-off-by: alice a\u030angstro\u0308m <Alice@Example.org>\r', undefined],
    [
      'may stand beside a program’s',
      'x\n\nCo-authored-by: Claude <noreply@anthropic.com>\nSigned-off-by: Alice Ångström <alice@example.org>',
      undefined,
    ],
    ['is there', 'x', 'has no line Signed-off-by'],
    ['has an address', 'x\n\nSigned-off-by: Alice Ångström', 'has no line Signed-off-by'],
    [
      'is no other person’s',
      'x\n\nSigned-off-by: Bob <bob@example.org>',
      'is signed off by "Bob <bob@example.org>", its author is "Alice Ångström <alice@example.org>"',
    ],
    [
      'has the author’s address',
      'x\n\nSigned-off-by: Alice Ångström <al@home>',
      'is signed off by "Alice Ångström <al@home>"',
    ],
    ['is no program’s', 'x\n\nSigned-off-by: Claude <noreply@anthropic.com>', 'is signed off by a program only'],
  ])('%s', async (_, message, why) => {
    const words = await said('sign-off', commit(message));
    if (why === undefined) expect(words).toBeUndefined();
    else expect(words).toContain(why);
  });

  it('of a program does not count for its own commit either', async () => {
    const more = { authorName: 'Claude', authorEmail: 'noreply@anthropic.com' };
    const words = await said('sign-off', commit('x\n\nSigned-off-by: Claude <noreply@anthropic.com>', more));
    expect(words).toContain('was written by the program "Claude"');
  });

  it('is asked for as the settings say, and of no merge', async () => {
    expect(await said('sign-off', { ...commit('x'), settings: { signOff: 'optional' } })).toBeUndefined();
    expect(await said('sign-off', commit('x', { parents: ['a'.repeat(40), 'b'.repeat(40)] }))).toBeUndefined();
  });
});

describe('the purpose', () => {
  const purpose = async (outline: Outline) => judge(await goodSituation(outline)).purpose;
  const current = (hash: string, end?: string) => ({
    existing: [path],
    ledger: [issued('weather_maps', 'abc', hash, end)],
  });

  it('is told from the ledger', async () => {
    expect(await purpose({})).toEqual({ kind: 'new' });
    expect(await purpose(current(other.hash))).toMatchObject({ kind: 'replacement', current: { serial: 0xabcn } });
    expect(await purpose(current(weather.hash))).toMatchObject({ kind: 'nothing-to-do' });
    expect(await purpose(current(weather.hash, '2027-02-01T00:00:00Z'))).toMatchObject({ kind: 'renewal' });
    expect(await purpose({ files: { 'rainfall/rainfall.csr': await request('rainfall') } })).toEqual({
      kind: 'unknown',
    });
    expect(await purpose({ ...current(other.hash), files: { [path]: 'x' } })).toEqual({ kind: 'unknown' });
  });

  it('is a replacement as well where all certificates of the id are revoked', async () => {
    const outline = { existing: [path], ledger: [certified, revoked] };
    expect(await purpose(outline)).toMatchObject({
      ...{ kind: 'replacement', current: { serial: 0xabcn }, revoked: { reason: 'superseded' } },
    });
    expect(await purpose({ ...outline, files: { [path]: 'x' } })).toEqual({ kind: 'unknown' });
  });

  it('is a rename where one request goes and another comes', async () => {
    const renamed = { files: { 'rainfall/rainfall.csr': undefined } };
    expect(await purpose(renamed)).toEqual({ kind: 'rename', from: 'rainfall', current: undefined });
  });

  it('is no rename where the new id is another’s already', async () => {
    const outline = { ...current(other.hash), files: { 'rainfall/rainfall.csr': undefined } };
    expect(await purpose(outline)).toMatchObject({ kind: 'replacement' });
    expect(await found(outline)).toContain('error request-taken-away');
  });

  it('of a renewal asks for no link', async () => {
    const outline = { ...current(weather.hash, '2027-02-01T00:00:00Z'), linked: { kind: 'none' } } as const;
    expect(await found(outline)).toEqual(['info renewal']);
  });
});

describe('the history is foreign', () => {
  const foreign = async (...commits: NonNullable<Outline['commits']>) =>
    judge(await goodSituation({ commits })).foreignHistory;

  it('unless every commit changes the request alone', async () => {
    expect(await foreign({ files: { [path]: 'x' } }, { files: { [path]: weather.pem } })).toBe(false);
    expect(await foreign({ files: { [path]: weather.pem, x: 'y' } }, { files: { x: undefined } })).toBe(true);
    expect(await foreign({ files: { [path]: { mode: '120000', content: 'x' } } })).toBe(true);
    expect(await foreign({ files: { [path]: weather.pem }, parents: [] })).toBe(true);
    expect(await foreign({ files: { [path]: weather.pem } }, { parents: ['a', 'b'] })).toBe(false);
    expect(await foreign({ files: { 'rainfall/rainfall.csr': undefined } })).toBe(true);
  });
});

describe('the maintainers’ own pull requests', () => {
  const policy = { files: { 'authority/policy.yml': 'x' }, linked: { kind: 'none' } } as const;
  const approvers = new Map([[maintainer.id, true]]);
  const by = (author: typeof alice) => ({ approvers, pullRequest: { author } });

  it('may change the policy, and nobody else’s', async () => {
    expect(await foundAlone({ ...policy, ...by(maintainer) })).toEqual(['info no-request']);
    expect(await foundAlone({ ...policy, ...by(alice) })).toContain('error protected-files');
  });

  it('may change neither ledger nor list, nor any of it beside a request', async () => {
    for (const file of ['authority/ledger.jsonl', 'authority/nextcloud.crl']) {
      expect(await foundAlone({ ...policy, ...by(maintainer), files: { [file]: 'x' } })).toContain(
        'error protected-files',
      );
    }
    expect(await found({ files: policy.files, ...by(maintainer) })).toContain('error protected-files');
  });
});

describe('the decision table', () => {
  const ids = [...pullRequestRules, ...reviewRules].map(({ id }) => id);

  it('knows every rule, each once, and no other', () => {
    expect(decisionTable.flatMap(({ rules }) => rules).toSorted()).toEqual(ids.toSorted());
  });

  it('has rules with ids of their own, a fix and a source', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, fix, source } of pullRequestRules) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect([id, fix.length > 15, source.length > 10]).toEqual([id, true, true]);
    }
  });

  it('leaves to people what has no rule', () => {
    const rows = decisionTable.filter(({ rules }) => rules.length === 0).map(({ row }) => row);
    expect(rows).toEqual(['19', '21']);
    expect(decisionTable.find(({ row }) => row === '19')?.people).toContain('all of it');
  });

  it('is broken by a pull request above, row by row and rule by rule', () => {
    const tested = new Set(cases.flatMap(([, , , findings]) => findings.map((finding) => finding.split(' ')[1])));
    expect(pullRequestRules.filter(({ id }) => !tested.has(id)).map(({ id }) => id)).toEqual(['unread']); // in a test of its own
    const rows = new Set(cases.map(([row]) => row));
    expect(decisionTable.filter(({ row }) => !rows.has(row)).map(({ row }) => row)).toEqual(['19']);
  });
});
