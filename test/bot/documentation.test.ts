// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { commandTable } from '../../bot/approval/parse-commands.js';
import { intentOf } from '../../bot/intent.js';
import { readServerSettings } from '../../bot/entries/server-settings.js';
import { stateLabels } from '../../bot/github/labels.js';
import { readBotSettings } from '../../bot/read-settings.js';
import { botSettings } from '../../bot/settings.js';
import { botEvents, botPermissions } from '../../sandbox/github/community.js';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const text = read('docs/bot.md');

/** Rows of a Markdown table, without the padding that a formatter may add. */
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.replace(/ +\|/g, ' |').replace(/\| +/g, '| '));

function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.join(', ')}]`;
  return typeof value === 'number' || typeof value === 'string' ? String(value) : 'not set';
}

it.each(Object.values(botSettings).map((setting) => [setting.at, setting] as const))(
  'tells of the setting %s',
  (_, setting) => {
    expect(rows).toContain(`| \`${setting.at}\` | ${shown(setting.default)} | ${setting.means} |`);
  },
);

it('has an example of settings that can be read', () => {
  const [, example = ''] = /```yaml\n(.*?)```/s.exec(text) ?? [];
  expect(readBotSettings(example)).toMatchObject({
    approverTeams: ['my-org/certificate-signers'],
    approverPermission: 'none',
    crlCopies: [{ repository: 'my-org/appstore', path: 'nextcloudappstore/certificate/nextcloud.crl' }],
  });
});

it.each(Object.entries(commandTable))('tells of the command %s', (_, { usage, does, who }) => {
  expect(rows).toContain(`| \`${usage}\` | ${does} | ${who} |`);
});

it.each(Object.entries(stateLabels))('tells of the label %s', (name, { description }) => {
  expect(rows).toContain(`| \`${name}\` | ${description} |`);
});

it('tells of every variable of the server', () => {
  const asked = new Set<string>();
  const env = new Proxy<Record<string, string>>(
    { APP_ID: '1', WEBHOOK_SECRET: 'x', CA_DIR: 'x', CA_PASSPHRASE_FILE: 'x', PRIVATE_KEY: 'x' },
    { ownKeys: (target) => Reflect.ownKeys(target) },
  );
  expect(() => readServerSettings(env, () => '')).toThrow('PRIVATE_KEY');
  for (const [, name = ''] of read('bot/entries/server-settings.ts').matchAll(
    /\b([A-Z]{2,}(?:_[A-Z]+)+|PORT|HOST)\b/g,
  )) {
    if (name !== 'MAX_SAFE_INTEGER') asked.add(name);
  }
  expect(asked.size).toBeGreaterThan(10);
  for (const name of asked) expect(text).toContain(`\`${name}\``);
});

describe('the App', () => {
  const app = parse(read('bot/app.yml')) as {
    readonly name: string;
    readonly description: string;
    readonly url: string;
    readonly public: boolean;
    readonly default_events: readonly string[];
    readonly default_permissions: Readonly<Record<string, string>>;
  };

  it('is described by an address for GitHub’s form', () => {
    // GitHub documentation, "Registering a GitHub App using URL parameters"
    const parameters = new URLSearchParams({
      name: app.name,
      description: app.description,
      url: app.url,
      public: String(app.public),
      webhook_active: 'true',
      webhook_url: 'https://SERVER/api/github/webhooks',
    });
    const events = app.default_events.map((event) => `events[]=${event}`);
    const permissions = new URLSearchParams(app.default_permissions);
    const query = [parameters.toString(), ...events, permissions.toString()].join('&');
    expect(text).toContain(`https://github.com/organizations/ORGANIZATION/settings/apps/new?${query}\n`);
  });

  it('is told of every event that leads to something, and of no other', () => {
    const head = 'a'.repeat(40);
    const shown = { number: 7, head: { sha: head } };
    const payload = (action: string): object => ({
      ...{
        action,
        pull_request: shown,
        issue: { number: 7 },
        check_run: { head_sha: head },
        check_suite: { head_sha: head },
      },
      ...{ ref: 'refs/heads/main', before: head, after: head },
    });
    // every event that GitHub's documentation lists for repositories, as far as it could be one of ours
    const others = [
      'create',
      'delete',
      'fork',
      'issue_dependencies',
      'label',
      'member',
      'milestone',
      'public',
      'release',
    ];
    const more = ['pull_request_review_comment', 'pull_request_review_thread', 'repository', 'star', 'status', 'watch'];
    const heard = [...app.default_events, ...others, ...more].filter((name) =>
      ['opened', 'created', 'submitted', 'rerequested'].some(
        (action) => intentOf(name, payload(action)).kind !== 'nothing',
      ),
    );
    expect(heard).toEqual(app.default_events);
    const cases = [...read('bot/intent.ts').matchAll(/^ {4}case '(\w+)':$/gm)].map(([, name = '']) => name);
    // the workflow's name for the same
    expect(cases.filter((name) => name !== 'pull_request_target').toSorted()).toEqual(app.default_events.toSorted());
  });

  it('is the one that rehearsals have', () => {
    expect(botEvents).toEqual(app.default_events);
    expect(botPermissions).toEqual(app.default_permissions);
  });

  it('has a reason for every permission', () => {
    for (const [name, access] of Object.entries(app.default_permissions)) {
      expect(rows.filter((row) => row.startsWith(`| \`${name}\` | ${access} | `))).toHaveLength(1);
    }
  });
});

it('names files that are there', () => {
  const links = [...text.matchAll(/\]\(([^)#]+)(?:#([^)]+))?\)/g)];
  expect(links.length).toBeGreaterThan(5);
  for (const [, path = '', anchor] of links) {
    const target = read(`docs/${path}`);
    const anchors = [...target.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    );
    if (anchor !== undefined) expect(anchors).toContain(anchor);
  }
});
