// SPDX-License-Identifier: MIT
import { beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { inspect } from 'node:util';
import { type JobContext, type JobInputs, readJobInputs } from '../../../bot/entries/job-inputs.js';
import { encryptPrivateKey, generateRsaKey } from '../../../ca/key/encrypted-key.js';
import { keyInputs, passphrase } from './support.js';

const head = 'a'.repeat(40);
const pem = { type: 'pkcs1', format: 'pem' } as const;
const appKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export(pem).toString();
const app = { 'app-id': '12', 'app-private-key': appKey };
const context: JobContext = {
  repository: 'our-org/certificates',
  apiUrl: 'https://api.example.org',
  eventName: 'issue_comment',
  event: { repository: { full_name: 'Our-Org/Certificates' }, issue: { number: 7, pull_request: {} } },
};

function read(inputs: Readonly<Record<string, string>>, more: Partial<JobContext> = {}): JobInputs {
  return readJobInputs((name) => inputs[name] ?? '', { ...context, ...more });
}

describe('the inputs of a job', () => {
  let keys: Record<string, string>;
  let otherKey: string;
  beforeAll(async () => {
    keys = await keyInputs();
    otherKey = encryptPrivateKey(await generateRsaKey(2048), { passphrase, iterations: 1000 });
  });

  it('are an identity, a place and a task', () => {
    const { privateKey, ...rest } = read({ ...app, mode: 'review' });
    expect(rest).toMatchObject({
      appId: '12',
      apiUrl: 'https://api.example.org',
      repository: { owner: 'our-org', repo: 'certificates' },
      task: { mode: 'review', intent: { kind: 'look', pullRequest: 7 } },
    });
    expect(rest.trust.issuers).toHaveLength(2);
    expect(privateKey).toContain('-----BEGIN PRIVATE KEY-----');
  });

  it('take the App’s key as people paste it', () => {
    const { privateKey } = read({ ...app, mode: 'review' });
    for (const text of [appKey.replaceAll('\n', '\\n'), Buffer.from(appKey).toString('base64'), `${appKey}\n\n`]) {
      expect(read({ ...app, 'app-private-key': text, mode: 'review' }).privateKey).toBe(privateKey);
    }
  });

  it.each([
    ['schedule', {}],
    ['workflow_dispatch', context.event],
    // an event of the repository that the workflow is in says nothing of another
    ['issue_comment', { repository: { full_name: 'our-org/elsewhere' }, issue: { number: 7, pull_request: {} } }],
    ['issue_comment', undefined],
    ['issue_comment', null],
  ])('ask for everything on %s with %j', (eventName, event) => {
    expect(read({ ...app, mode: 'review' }, { eventName, event }).task).toEqual({
      mode: 'review',
      intent: { kind: 'reconcile' },
    });
  });

  it('name a pull request where a person asks for one', () => {
    const inputs = { ...app, mode: 'review', number: ' 12 ' };
    expect(read(inputs, { eventName: 'workflow_dispatch' }).task).toMatchObject({ intent: { pullRequest: 12 } });
  });

  it('are the authority as well, where something is to be signed', () => {
    const { task, trust } = read({ ...app, ...keys, mode: 'issue', number: '7', head, 'ca-profile': 'code-signing' });
    expect(task).toMatchObject({ mode: 'issue', number: 7, head, authority: { profile: { version: 3 } } });
    expect(trust.issuers).toHaveLength(2);
    const reconcile = read({ ...app, ...keys, 'ca-passphrase': `${passphrase}\n`, mode: 'reconcile' }).task;
    expect(reconcile).toMatchObject({ mode: 'reconcile', authority: { profile: { name: 'nextcloud-v1' } } });
    // shown, it shows nothing
    expect(inspect(reconcile, { depth: null })).toContain('[private key]');
  });

  const refused: [what: string, inputs: Record<string, string>, words: string][] = [
    ['no mode', { mode: '' }, 'The input mode: it is missing or empty'],
    ['another mode', { mode: 'sign\n::x::' }, 'The input mode: "sign\\x0a::x::" is none'],
    ['no id', { 'app-id': '' }, 'The input app-id: it is missing or empty'],
    ['a wrong id', { 'app-id': 'my app' }, 'The input app-id: it is no id of an App'],
    ['no App key', { 'app-private-key': '' }, 'The input app-private-key: it is missing or empty'],
    ['a wrong App key', { 'app-private-key': 'abc' }, 'The input app-private-key: it is no RSA private key'],
    ['half a repository', { repository: 'our-org' }, 'The input repository: "our-org" is not OWNER/NAME'],
    ['a path', { repository: 'our-org/../x' }, 'is not OWNER/NAME'],
    ['no trust', { trust: 'x' }, 'the input trust'],
    ['a number that is none', { number: '1e9999' }, 'The input number: it is no number of a pull request'],
    ['no number', { mode: 'issue', head }, 'The input number: it is missing or empty'],
    ['no head', { mode: 'issue', number: '7' }, 'The input head: it is missing or empty'],
    ['a short head', { mode: 'issue', number: '7', head: head.slice(0, 12) }, 'The input head: it is no commit'],
    ['no certificate', { mode: 'reconcile', 'ca-certificate': '' }, 'The input ca-certificate: it is missing'],
    ['no certificate', { mode: 'reconcile', 'ca-certificate': 'x' }, 'the input ca-certificate'],
    ['no key', { mode: 'reconcile', 'ca-key': '' }, 'The input ca-key: it is missing or empty'],
    ['a key in the open', { mode: 'reconcile', 'ca-key': appKey }, 'no PEM block "ENCRYPTED PRIVATE KEY"'],
    ['no passphrase', { mode: 'reconcile', 'ca-passphrase': '\n' }, 'The input ca-passphrase: it is missing'],
    ['a wrong passphrase', { mode: 'reconcile', 'ca-passphrase': 'no' }, 'The input ca-key cannot be opened'],
    ['a profile', { mode: 'reconcile', 'ca-profile': 'no' }, '"no" is not a certificate profile'],
  ];

  it.each(refused)('are refused with %s', (_, inputs, words) => {
    const all = { ...app, mode: 'review', ...(inputs.mode === undefined ? {} : keys), ...inputs };
    expect(() => read(all)).toThrow(words);
    expect(() => read(all)).toThrow(
      expect.objectContaining({ outcome: 'unusable', hint: expect.stringMatching(/\w/) }),
    );
  });

  it('are refused where key and certificate are not of the same authority', () => {
    const inputs = { ...app, ...keys, mode: 'reconcile', 'ca-key': otherKey };
    expect(() => read(inputs)).toThrow('The input ca-key is not the key of the input ca-certificate.');
  });
});
