// SPDX-License-Identifier: MIT
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { reviewRules } from '../../../ca/review/review.js';
import { judge } from '../../../bot/judge.js';
import { pullRequestRules } from '../../../bot/rules/pull-request-rules.js';
import { viewOf } from '../../../bot/view.js';
import { mend } from '../../../bot/words/mend.js';
import { verdictComment } from '../../../bot/words/verdict-comment.js';
import { needs } from '../../support/needs.js';
import { GitFolder } from '../support/git-folder.js';
import { appKey, appRepository, type Outline, situationOf } from '../support/situation.js';

const canRun = needs('git', 'git') && needs('openssl', 'openssl');
const id = 'weather_maps';
const path = `${id}/${id}.csr`;
const { pem, privatePem } = await appKey(id);
const { pem: wrongName } = await appKey('APP_ID');
const linked = appRepository(id);
const commit = 'git add . && git commit -qsm Request';

const roots: string[] = [];
afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true, force: true })));

function clone(): GitFolder {
  const root = mkdtempSync(join(tmpdir(), 'nextcloud-bot-'));
  roots.push(root);
  return new GitFolder(root);
}

/** What the comment tells to run, in its order: the code blocks for a shell. */
async function toRun(folder: GitFolder, outline: Outline): Promise<string[]> {
  const comment = verdictComment(await viewOf(await folder.situation(outline))) ?? '';
  return [...comment.matchAll(/^```sh\n([\s\S]*?)\n```$/gm)].map(([, script = '']) => script);
}

async function errors(folder: GitFolder, outline: Outline): Promise<string[]> {
  const { findings } = judge(await folder.situation(outline));
  return findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
}

(canRun ? describe : describe.skip)('who runs what the comment says has mended', () => {
  it.each([
    ['a commit', commit],
    ['two commits', `echo >> ${path} && ${commit} && sed -i '$d' ${path} && ${commit}`],
  ])('%s under an address that no account has', async (_, commits) => {
    const folder = clone();
    folder.write(path, pem);
    folder.run(`git config user.email me@home.unlinked && ${commits} && git push -q origin request`);
    const rules = async () => judge(await folder.situation({ linked })).findings.map(({ rule }) => rule);
    expect(await rules()).toEqual(['commit-account']);
    for (const script of await toRun(folder, { linked })) folder.run(script);
    expect(await rules()).toEqual([]);
    expect(folder.run("git log -1 --format='%ae %ce'")).toBe(
      '11+alice@users.noreply.github.com 11+alice@users.noreply.github.com\n',
    );
  });

  it.each<[string, string[], (folder: GitFolder) => void]>([
    [
      'a request without a sign-off, made in a browser under another name',
      ['sign-off'],
      (folder) => {
        folder.write(path, pem);
        folder.run('git add . && git commit -qm x --author="O\'Hara \\$(id) <1+alice@users.noreply.github.com>"');
      },
    ],
    [
      'several commits without',
      ['sign-off'],
      (folder) => {
        folder.write(path, 'x');
        folder.run('git add . && git commit -qm one');
        folder.write(path, pem);
        folder.run('git add . && git commit -qm two');
      },
    ],
    [
      'a commit of a program',
      ['sign-off'],
      (folder) => {
        folder.write(path, pem);
        folder.run("git add . && git commit -qm x --author='Claude <noreply@anthropic.com>'");
      },
    ],
    [
      'a request in a folder of a name for shells to trip over',
      ['request-path'],
      (folder) => {
        folder.write(`-n $(touch ../broken) 'x';/request.csr`, pem);
        folder.run(`git add -- . && git commit -qsm x`);
      },
    ],
    [
      'files too many, and files of others changed',
      ['extra-files'],
      (folder) => {
        folder.write(path, pem);
        folder.write('notes & more.txt', 'x');
        folder.write('README.md', 'mine');
        folder.run(commit);
      },
    ],
    [
      'a certificate, a policy and a link',
      ['certificate-touched', 'not-a-file', 'protected-files'],
      (folder) => {
        folder.write(path, pem);
        folder.write(`${id}/${id}.crt`, 'x');
        folder.write('authority/policy.yml', 'x');
        folder.run(`ln -s /etc/passwd link && ${commit}`);
      },
    ],
    [
      'a private key that was taken away again',
      ['leaked-key'],
      (folder) => {
        folder.write(path, pem);
        folder.write(`${id}/${id}.key`, privatePem);
        folder.run(`${commit} && git rm -q ${id}/${id}.key && git commit -qsm less`);
      },
    ],
    [
      'a placeholder as name, in the wrong place',
      ['cn-app-id', 'request-path'],
      (folder) => {
        folder.write(`${id}.csr`, wrongName);
        folder.write(`../${id}.key`, privatePem);
        folder.run(commit);
      },
    ],
    [
      'everything at once',
      ['certificate-touched', 'extra-files', 'request-path', 'sign-off'],
      (folder) => {
        folder.write('request.csr', pem);
        folder.write('notes.txt', 'x');
        folder.write('weather_maps/old.crt', 'x');
        folder.run('git add . && git commit -qm x');
      },
    ],
  ])(
    '%s',
    async (_, rules, prepare) => {
      const folder = clone();
      prepare(folder);
      folder.run('git push -q origin request');
      expect((await errors(folder, { linked })).toSorted()).toEqual(rules);
      const scripts = await toRun(folder, { linked });
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) folder.run(script);
      expect(await errors(folder, { linked })).toEqual([]);
      expect(folder.run('ls ..')).not.toContain('broken');
      const situation = await folder.situation({ linked });
      expect(situation.changes.map((change) => change.path)).toEqual([path]);
    },
    120_000,
  );
});

(canRun ? it : it.skip)(
  'who asked for several apps has a branch for each, with one request and one commit',
  async () => {
    const folder = clone();
    const other = 'star_charts';
    folder.write(path, pem);
    folder.write(`requests/${other}.csr`, (await appKey(other)).pem);
    folder.run(`${commit} && git push -q origin request`);
    expect(await errors(folder, { linked })).toContain('several-requests');
    const comment = verdictComment(await viewOf(await folder.situation({ linked }))) ?? '';
    const [, words = ''] = /\*\*several-requests\*\*([\s\S]*?)(?=\n\n\*\*|\n### |$)/.exec(comment) ?? [];
    const [, script = ''] = /```sh\n([\s\S]*?)\n```/.exec(words) ?? [];
    folder.run(script);
    for (const app of [id, other]) {
      const file = `${app}/${app}.csr`;
      expect(folder.run(`git diff --name-only origin/master origin/request-${app}`)).toBe(`${file}\n`);
      expect(folder.run(`git rev-list --count origin/master..origin/request-${app}`)).toBe('1\n');
      expect(folder.run(`git show origin/request-${app}:${file}`)).toBe((await appKey(app)).pem);
      expect(folder.run(`git log -1 --format=%B origin/request-${app}`)).toContain('Signed-off-by: ');
    }
    expect(folder.run('git branch --show-current')).toBe('request\n');
    expect(words).toContain('open a pull request from each of the new branches');
  },
  120_000,
);

describe('commands', () => {
  const all = [...pullRequestRules, ...reviewRules];

  it('are of rules that there are, and of every error but those that words alone can mend', async () => {
    const situation = await situationOf({
      files: { [path]: pem, x: 'y' },
      commits: [{ files: { x: 'y' }, message: 'x' }],
    });
    const without = all.filter(({ id: rule, severity }) => severity === 'error' && mend(rule, situation) === undefined);
    expect(without.map(({ id: rule }) => rule)).toEqual([
      'request-path',
      ...[
        'repository-link',
        'repository-not-an-app',
        'repository-unreachable',
        'info-xml-absent',
        'info-xml-unreadable',
      ],
      'info-xml-id',
      'path',
    ]);
  });

  it('name the id of info.xml where the request has another', async () => {
    const situation = await situationOf({ files: { [path]: pem }, linked: appRepository('rainfall') });
    expect(mend('info-xml-id', situation)?.shell).toContain(`git mv -- ${path} rainfall/rainfall.csr`);
    const odd = await situationOf({ files: { [path]: pem }, linked: appRepository('$(id)') });
    expect(mend('info-xml-id', odd)).toBeUndefined();
  });

  it('have a placeholder where the id could not go into a shell', async () => {
    const folder = '$(id)';
    const situation = await situationOf({ files: { [`${folder}/${folder}.csr`]: (await appKey(folder)).pem } });
    const shell = mend('key-size', situation)?.shell.join('\n') ?? '';
    expect(shell).toContain('-subj "/CN=APP_ID"');
    expect(shell).not.toContain('$(');
    expect(mend('id-format', situation)?.shell).toContain(`git rm -- '$(id)/$(id).csr'`);
  });

  it('are none where somebody could not see what he copies', async () => {
    const situation = await situationOf({ files: { [path]: pem, 'a\u202etxt.exe': 'x' } });
    const shell = mend('extra-files', situation)?.shell.join('\n') ?? '';
    expect(shell).toContain('git checkout -B request FETCH_HEAD');
    expect(shell).not.toContain('\u202e');
    const branch = { sha: 'a'.repeat(40), ref: 'a\u200bb', repository: undefined };
    const hidden = await situationOf({ files: { [path]: pem }, pullRequest: { head: branch } });
    expect(mend('too-large', hidden)).toBeUndefined();
  });
});
