// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LedgerEntry } from '../../../ca/ledger/ledger-line.js';
import { type View, viewOf } from '../../../bot/view.js';
import { checkOutput, failureOutput } from '../../../bot/words/check-output.js';
import { labelsOf } from '../../../bot/words/labels-of.js';
import { verdictComment } from '../../../bot/words/verdict-comment.js';
import { issued } from '../../ca/support/knowledge.js';
import { needs } from '../../support/needs.js';
import { pageOf } from '../support/markdown.js';
import {
  alice,
  appKey,
  appRepository,
  goodSituation,
  maintainer,
  mallory,
  now,
  type Outline,
  situationOf,
} from '../support/situation.js';

const itMarkdown = needs('cmark-gfm', 'cmark-gfm') ? it : it.skip;
const id = 'weather_maps';
const path = `${id}/${id}.csr`;
const request = await appKey(id);
const other = await appKey(id, 'another');
const replaced: Outline = {
  existing: [path],
  ledger: [{ ...issued(id, 'abc', other.hash), requestedBy: 'bob (22)' } as LedgerEntry],
};
const { sha } = (await goodSituation()).pullRequest.head;
const approvers = new Map([[maintainer.id, true]]);
const comment = (body: string, author = maintainer, number = 5) => {
  return { id: number, author, body, createdAt: now, edited: false };
};

const view = async (outline: Outline = {}): Promise<View> => viewOf(await goodSituation(outline));
const commentOn = async (outline: Outline = {}): Promise<string> => verdictComment(await view(outline)) ?? 'quiet';

describe('the comment', () => {
  it('is quiet where there is nothing to say', async () => {
    expect(await commentOn()).toBe('quiet');
    expect(await commentOn({ files: { [path]: request.pem.trimEnd() } })).toBe('quiet');
    expect(await commentOn({ pullRequest: { draft: true }, isFirstTime: true, linked: { kind: 'none' } })).toBe(
      'quiet',
    );
    const readme = viewOf(await situationOf({ files: { 'README.md': 'x' } }));
    expect(verdictComment(await readme)).toBeUndefined();
  });

  it('names the commit, the number of things to change, each once, and the commands for this app', async () => {
    const text = await commentOn({ files: { 'notes.txt': 'x', [`${id}/${id}.crt`]: 'x' }, linked: { kind: 'none' } });
    const { pullRequest } = await goodSituation();
    expect(text).toContain(`Commit \`${pullRequest.head.sha.slice(0, 12)}\`: 3 things to change`);
    for (const rule of ['extra-files', 'certificate-touched', 'repository-link']) {
      expect(text.split(`**${rule}**`)).toHaveLength(2);
    }
    expect(text).toContain('git rm -r -- notes.txt\n');
    expect(text).toContain(`git rm -r -- ${id}/${id}.crt\n`);
    expect(text).not.toContain('### Approval');
  });

  it('gives the same commands once', async () => {
    const text = await commentOn({ files: { [path]: '' }, ledger: [issued('weather_mapz', 'abc', other.hash)] });
    expect(text).toContain(`openssl req -new -sha256 -key ../${id}.key -out ${path} -subj "/CN=${id}"`);
    const { pem } = await appKey('APP_ID');
    const both = await commentOn({ files: { [path]: `${pem}${request.pem}` } });
    expect(both).toMatch(/openssl req[\s\S]*\*\*request-several\*\*.*\n\nThe commands above mend this too\./);
    expect(both.split('openssl req')).toHaveLength(2);
  });

  it('greets whoever is here for the first time, and tells what happens next, and how long it takes', async () => {
    expect(await commentOn({ isFirstTime: true })).toContain('Hello @alice, thank you');
    expect(await commentOn({ isFirstTime: true })).not.toContain('were certified within');
    const ledger = Array.from({ length: 40 }, (_, at): LedgerEntry => {
      const requestedAt = new Date(Date.UTC(2026, 0, 1) - (at + 1) * 6 * 3_600_000).toISOString().replace('.000', '');
      return { ...issued(`app_${at}x`, `1${at}`, `${at}`.padStart(64, '0')), requestedAt } as LedgerEntry;
    });
    expect(await commentOn({ isFirstTime: true, ledger })).toContain(
      'half were certified within 6 days and three in four within 8 days',
    );
  });

  it('of a leaked key says that it is burnt, and never shows it', async () => {
    const text = await commentOn({ files: { [`${id}/${id}.key`]: request.privatePem } });
    expect(text).toContain('treat it as stolen');
    expect(text).toMatch(
      /git checkout -B request FETCH_HEAD\n[\s\S]*-newkey rsa:4096[\s\S]*git push --force-with-lease origin request/,
    );
    for (const line of request.privatePem.split('\n').filter(({ length }) => length > 20)) {
      expect(line.startsWith('-----') || !text.includes(line)).toBe(true);
    }
  });

  it('of a replacement says who holds the certificate, asks why, and gives the line that proves it', async () => {
    const situation = await goodSituation(replaced);
    const text = verdictComment(await viewOf(situation)) ?? '';
    expect(text).toContain(`\`${id}\` has a certificate: serial \`abc\`, asked for by \`bob\`, since 2026-01-01`);
    expect(text).toContain('`/replace lost …`');
    expect(text).toContain(
      `printf %s 'nextcloud-ca: replace ${id} by ${id} key ${request.hash} commit ${situation.pullRequest.head.sha}' | openssl dgst -sha256 -sign ${id}.key`,
    );
    expect(text).toContain(
      'revoked at most 90 days later; where the key leaked, at once; where the app changes hands, at most 14 days later',
    );
    expect(text).toContain('**403**');
    expect(text).toContain('**padding**');
    expect(text).not.toContain('**replacement**');
  });

  it('of a replacement with a reason says the day, and what is proven', async () => {
    const leaked = await commentOn({ ...replaced, approvers, comments: [comment('/replace leaked on my disk')] });
    expect(leaked).toContain('**Why**: leaked, says `maintainer`: on my disk');
    expect(leaked).toContain('The old certificate is revoked at once; the day is told here.');
    const bob = { id: 22, login: 'bob', isBot: false };
    const own = await commentOn({
      ...replaced,
      headPushers: [22],
      pullRequest: { author: bob },
      comments: [comment('/replace lost x', bob)],
    });
    expect(own).toContain('the account that asked for the old certificate says so');
  });

  it('of the same key says that there is nothing to do', async () => {
    const text = await commentOn({ existing: [path], ledger: [issued(id, 'abc', request.hash)] });
    expect(text).toContain('### Nothing to do');
    expect(text).toContain('the certificate is there already');
    expect(text).toContain('**403**');
  });

  it('shows approvals, those that do not count with why, and what is missing', async () => {
    const review = {
      id: 3,
      author: alice,
      state: 'APPROVED',
      commit: sha,
      body: '',
      edited: false,
      submittedAt: now,
    } as const;
    const text = await commentOn({
      ...replaced,
      approvers,
      reviews: [review],
      comments: [comment(`/sign ${sha.slice(0, 12)}`, alice), comment('/hold', maintainer, 6)],
    });
    expect(text).toContain('`alice`: does not count.');
    expect(text).toContain('0 of 2 approvals');
    expect(text).toContain('It is on hold by maintainer');
    expect(text).toContain('| /hold | maintainer | yes |');
  });

  it('answers every command, also where there is nothing to judge', async () => {
    const situation = await situationOf({
      files: { 'README.md': 'x' },
      comments: [comment('/help'), comment('/sing abc')],
    });
    const text = verdictComment(await viewOf(situation)) ?? '';
    expect(text).toContain('| /help | maintainer | yes |');
    expect(text).toContain('| /sing abc | maintainer | no | There is no command /sing. /help lists the commands. |');
    expect(text).toContain('| `/revoke APP_ID REASON` |');
    expect(text).not.toContain('Commit');
  });

  it('of a refusal gives the reason', async () => {
    const text = await commentOn({ approvers, comments: [comment('/refuse too near the product')] });
    expect(text).toContain('`maintainer` decided not to certify this: too near the product');
    expect(text).not.toContain('### Evidence');
  });

  it('is cut where GitHub would not take it, and says by how much', async () => {
    const long = 'x'.repeat(4000);
    const comments = Array.from({ length: 200 }, (_, at) => comment(`/refuse ${long}`, mallory, at));
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${'y'.repeat(200)}${at}`, 'x']));
    const text = await commentOn({ approvers, comments, files, isFirstTime: true });
    expect(text.length).toBeLessThan(60_000);
    expect(text).toContain('earlier ones are left out');
  });
});

describe('check run and labels', () => {
  const shown = async (outline: Outline) => {
    const seen = await view(outline);
    const { conclusion, title } = checkOutput(seen);
    return [conclusion, title, ...labelsOf(seen)];
  };
  const signed = [comment(`/sign ${sha.slice(0, 12)}`)];
  const looked = [{ id: 1, startedAt: new Date(+now - 1000), externalId: '', conclusion: 'success' }];

  it.each([
    ['nothing wrong', {}, ['success', 'Waits for approval', 'ready to approve']],
    [
      'a warning',
      { linked: { ...appRepository(id), relation: 'committer' } },
      ['success', 'Waits for approval, 1 warning', 'ready to approve'],
    ],
    [
      'a hold',
      { linked: { kind: 'elsewhere', url: 'https://x' } },
      ['success', '1 question for a person to decide', 'ready to approve'],
    ],
    [
      'errors',
      { linked: { kind: 'none' }, truncated: true },
      ['action_required', '2 things to change', 'needs changes'],
    ],
    [
      'a replacement',
      replaced,
      ['success', '1 question for a person to decide', 'ready to approve', 'replaces a certificate'],
    ],
    ['an approval', { approvers, comments: signed, ownCheckRuns: looked }, ['success', 'Approved', 'ready to approve']],
    ['a refusal', { approvers, comments: [comment('/refuse no')] }, ['failure', 'Refused by a maintainer', 'refused']],
    [
      'a draft',
      { pullRequest: { draft: true } },
      ['neutral', 'A draft: nothing is certified before it is ready for review'],
    ],
    [
      'a closed one that was refused by hand',
      { pullRequest: { open: false, labels: ['Refused', 'needs changes'] } },
      ['neutral', 'Closed: nothing is certified unless it is opened again', 'refused'],
    ],
    [
      'the same key',
      { existing: [path], ledger: [issued(id, 'abc', request.hash)] },
      ['neutral', 'Nothing to do: this key is certified'],
    ],
    [
      'a signed one',
      { ledger: [{ ...issued(id, 'abc', request.hash), pullRequest: 7 } as LedgerEntry] },
      ['success', 'Certified', 'signed'],
    ],
  ] satisfies [string, Outline, string[]][])('show %s', async (_, outline, expected) => {
    expect(await shown(outline)).toEqual(expected);
  });

  it('have nothing to say of what is no request', async () => {
    const seen = await viewOf(await situationOf({ files: { 'README.md': 'x' } }));
    expect(checkOutput(seen)).toMatchObject({ conclusion: 'neutral', title: 'No certificate request' });
    expect(labelsOf(seen)).toEqual([]);
  });

  it('annotate lines that are there', async () => {
    const [files, commits] = [{ [path]: `\n\nx${request.pem}`, 'a\nb.txt': 'x' }, [{ files: {}, message: 'x' }]];
    const { annotations, text, summary } = checkOutput(await view({ files, commits }));
    expect(annotations.map(({ path: file, line, level, title }) => [file, line, level, title])).toEqual([
      ['a\nb.txt', 1, 'failure', 'extra-files'],
      [path, 1, 'failure', 'request-pem'],
    ]);
    expect(annotations[0]?.message.split('\n')).toHaveLength(2);
    expect(text).toContain('**sign-off**');
    expect(summary).toBe(`Commit \`${sha.slice(0, 12)}\` for \`${id}\`: 3 things to change.`);
  });

  it('have the evidence, also where there is no comment', async () => {
    const seen = await view();
    expect(verdictComment(seen)).toBeUndefined();
    const { text = '' } = checkOutput(seen);
    expect(text).toContain('### Evidence');
    expect(text).toContain('Repository of the app: `alice/weather_maps`');
    expect(text).toContain('`alice` owns it');
    expect(text).toContain(`The id \`${id}\` was never certified.`);
  });

  it('of a renewal say who holds the certificate, since when, and that the key is the same', async () => {
    const renewed = { ...issued(id, 'abc', request.hash, '2027-01-05T00:00:00Z'), requestedBy: 'bob (22)' };
    const { text = '' } = checkOutput(await view({ existing: [path], ledger: [renewed] }));
    expect(text).toContain(
      `The id \`${id}\` was certified once; what counts is: serial \`abc\`, asked for by \`bob\`, since 2026-01-01, valid until 2027-01-05. The key of this request is the same key.`,
    );
    expect(checkOutput(await view(replaced)).text).toContain('This request has another key.');
  });

  it('of a certified pull request say which commit was certified in which, and that the head is another by now', async () => {
    const seen = await view({ ledger: [{ ...issued(id, 'abc', request.hash), pullRequest: 7 } as LedgerEntry] });
    const commit = 'd'.repeat(40);
    const web = 'https://github.com/nextcloud/app-certificate-requests/commit';
    const same = checkOutput(seen, { head: sha, commit });
    expect(same).toMatchObject({ conclusion: 'success', title: 'Certified', annotations: [] });
    expect(same.text).toBe(
      `Request of [\`${sha.slice(0, 12)}\`](${web}/${sha}), certified in [\`dddddddddddd\`](${web}/${commit}).\n`,
    );
    const earlier = checkOutput(seen, { head: 'e'.repeat(40), commit });
    expect(earlier).toMatchObject({
      ...{ conclusion: 'neutral', title: 'An earlier commit was certified, not this one' },
      text: expect.stringContaining(`is [\`${sha.slice(0, 12)}\`](${web}/${sha}) by now: that one was not approved`),
    });
  });

  it('say when the bot failed', () => {
    expect(failureOutput('github-failed')).toMatchObject({ conclusion: 'failure', annotations: [] });
    expect(failureOutput('github-failed').summary).toContain('no verdict');
  });
});

describe('whatever a stranger writes', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '`',
      '```',
      '\n',
      '|',
      '\\',
      '<img src=x onerror=y>',
      '<!--',
      '@maintainer',
      '@nextcloud/ca',
      '#1',
      'GH-1',
    ),
    fc.constantFrom(
      '[x](http://e.x)',
      '![x](http://e.x)',
      'https://evil.example',
      'www.evil.example',
      'a@b.example',
      '\u202e',
      '$x$',
    ),
    fc.constantFrom('/help', '/sign abc', '/refuse ', '/replace lost ', '"', "'", '$(id)', ' ', '~~~', '- ', '1. '),
    fc.string({ maxLength: 6 }),
  );
  const text = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(''));
  const name = text.map((one) => one.replace(/[/\0]/g, '_') || 'x');

  itMarkdown(
    'becomes neither mention, markup nor link',
    async () => {
      const property = fc.asyncProperty(
        fc.array(name, { minLength: 6, maxLength: 6 }),
        text,
        text,
        fc.nat(4),
        async (names, title, body, kind) => {
          const [folder = '', file = '', common = '', login = '', author = '', reason = ''] = names;
          const { pem } = await appKey(common.slice(0, 60) || 'x');
          const files = { [path]: kind === 0 ? request.pem : pem, [`${folder}/${file}`]: 'x', [`${folder}.csr`]: pem };
          const repository = {
            ...appRepository(reason),
            name: reason,
            relation: kind === 3 ? ('owner' as const) : undefined,
            keyFiles: 1,
          };
          const situation = await situationOf({
            files: kind === 1 ? { [path]: request.pem } : files,
            commits: [{ files, message: body, authorName: author, authorEmail: reason }],
            linked: kind === 2 ? { kind: 'unreachable', url: body } : repository,
            pullRequest: {
              title,
              body,
              author: { ...alice, login },
              head: { sha: 'a'.repeat(40), ref: file, repository: undefined },
            },
            comments: [
              comment(body, { ...mallory, login: author }),
              comment(`/refuse ${title}`),
              comment(`/replace other ${body}`, alice),
            ],
            rivals: [{ number: 4, author: { ...mallory, login: title }, createdAt: now }],
            isFirstTime: true,
            approvers: kind === 4 ? approvers : new Map(),
            ...(kind === 1 && {
              ledger: [{ ...issued(id, 'abc', other.hash), requestedBy: `${author} (5)` } as LedgerEntry],
            }),
          });
          const seen = await viewOf(situation);
          const { summary, text: details = '' } = checkOutput(seen);
          for (const markdown of [verdictComment(seen) ?? '', summary, details]) {
            const page = pageOf(markdown);
            const strange = [...page.elements].filter((element) => !known.includes(element));
            expect([strange, page.links]).toEqual([[], []]);
            const mentions = page.text.match(/@[A-Za-z0-9-]+/g) ?? [];
            expect(mentions.filter((mention) => mention !== `@${login}`)).toEqual([]);
            // #4 is the other pull request, which we mean
            expect(page.text.replaceAll('See #4', '').replaceAll(`@${login}`, '')).not.toMatch(
              /#\d|gh-\d|:\/\/|www\.[a-z]/i,
            );
          }
        },
      );
      await fc.assert(property, { numRuns: 60 });
    },
    120_000,
  );

  const known = [
    'p',
    'code',
    'pre',
    'ul',
    'ol',
    'li',
    'h2',
    'h3',
    'strong',
    'em',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
  ];
});
