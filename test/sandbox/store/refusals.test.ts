// SPDX-License-Identifier: MIT
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signBytes } from '../../../src/store/archive-signature.js';
import { StoreClient } from '../../../src/store/client.js';
import { refusalOf } from '../../../src/store/refusal.js';
import type { StoreErrorCode } from '../../../src/store/store-error.js';
import { storeLimit } from '../../../src/package/archive-size-rules.js';
import { appArchive, infoXml, type Member, tar, tarGz } from '../../store/support/tar.js';
import { makeAuthority, rsaKey } from '../../store/support/test-authority.js';
import { closeWorld, makeStoreWorld, type PublishOptions, type StoreWorld } from './store-world.js';

let world: StoreWorld;
beforeAll(async () => {
  world = await makeStoreWorld();
  for (const app of ['news', 'folder']) await world.register(await world.certificate(app));
});
afterAll(() => closeWorld(world));

const info: Member = { name: 'news/appinfo/info.xml', content: infoXml() };
const database = (content: string): Buffer => tarGz([info, { name: 'news/appinfo/database.xml', content }]);
const withInfo = (content: string): Buffer => tarGz([{ ...info, content }]);

interface Refused {
  readonly archive: () => Uint8Array;
  readonly options?: () => PublishOptions;
  readonly status?: number;
  /** exact text, or a pattern; of an array, or of `detail` */
  readonly says: string | RegExp;
  readonly shape?: 'array' | 'detail' | 'page';
  readonly code: StoreErrorCode;
}

/** Everything that an upload can be refused for, in the order in which the store looks. */
const uploads: Record<string, Refused> = {
  'a download that fails': {
    archive: () => appArchive(),
    options: () => ({ url: world.host.url('/gone/news.tar.gz?token=1') }),
    says: 'news.tar.gz?token=1 is not a valid tar.gz archive ',
    code: 'download-refused',
  },
  'an archive over the limit': {
    archive: () => Buffer.alloc(storeLimit + 1),
    says: 'Downloaded archive is bigger than the allowed 31457280 bytes',
    code: 'download-refused',
  },
  'an archive of the very limit, which is none': {
    archive: () => Buffer.alloc(storeLimit, 1),
    says: /^tmp\w+ is not a valid tar\.gz archive $/,
    code: 'download-refused',
  },
  'a plain tar': { archive: () => tar([info]), says: 'not a gzip file', code: 'archive-refused' },
  'a gzip cut off': {
    archive: () => appArchive().subarray(0, 200),
    status: 500,
    says: /Server Error/,
    shape: 'page',
    code: 'store-failed',
  },
  'a tar cut off': {
    archive: () => gzipSync(tar([info]).subarray(0, 900)),
    says: 'unexpected end of data',
    code: 'archive-refused',
  },
  'names beginning with ./': {
    archive: () => tarGz([{ ...info, name: `./${info.name}` }]),
    says: 'No possible app folder found. App folder must contain only lowercase ASCII characters or underscores',
    code: 'archive-refused',
  },
  'two top folders': {
    archive: () => tarGz([info, { name: 'mail/x' }]),
    says: 'More than one possible app folder found',
    code: 'archive-refused',
  },
  'no info.xml': {
    archive: () => tarGz([{ name: 'news/x' }]),
    says: 'Path news/appinfo/info.xml does not exist in package',
    code: 'archive-refused',
  },
  'a link as info.xml': {
    archive: () => tarGz([{ name: 'news/appinfo/info.xml', type: 'symlink', target: '/etc/passwd' }]),
    says: /^Symlinks and hard links can not be used for <TarInfo 'news\/appinfo\/info\.xml' at 0x[0-9a-f]+>$/,
    code: 'archive-refused',
  },
  'a large info.xml': {
    archive: () => withInfo(infoXml() + ' '.repeat(1_047_552)),
    says: /^file <TarInfo 'news\/appinfo\/info\.xml' at 0x[0-9a-f]+> was bigger than allowed 1048576 bytes$/,
    code: 'archive-refused',
  },
  'a .git folder': {
    archive: () => tarGz([info, { name: 'news/.git/', type: 'folder' }]),
    says: 'Blacklist rule "No .git directories": Directory news/.git is not allowed to be present in the app archive',
    code: 'archive-refused',
  },
  'a .git folder beside broken XML: the folder comes first': {
    archive: () =>
      tarGz([
        { ...info, content: '<info>' },
        { name: 'news/.git/', type: 'folder' },
      ]),
    says: /^Blacklist rule/,
    code: 'archive-refused',
  },
  'an info.xml that is no XML': {
    archive: () => withInfo('<info><id>news</id>'),
    says: /^info\.xml contains malformed xml: /,
    shape: 'detail',
    code: 'metadata-refused',
  },
  'an entity of its own': {
    archive: () => withInfo(`<!DOCTYPE info [<!ENTITY n "News">]>${infoXml({ name: '&n;' }).replace(/^<\?.*\?>/, '')}`),
    says: 'Must not contain entities',
    code: 'metadata-refused',
  },
  'an info.xml against the schema': {
    archive: () => withInfo(infoXml({ version: '1.0' })),
    says: /^info\.xml did not validate: .*, line \d+$/,
    code: 'metadata-refused',
  },
  'no English name': {
    archive: () => withInfo(infoXml().replace('<name>', '<name lang="de">')),
    says: 'At least one element "name" with lang "en" required',
    code: 'metadata-refused',
  },
  'a namespace on info': {
    archive: () => withInfo(infoXml().replace('<info>', '<info xmlns="https://example.com">')),
    status: 500,
    says: /Server Error/,
    shape: 'page',
    code: 'store-failed',
  },
  'a database.xml that is no XML': {
    archive: () => database('<database>'),
    says: /^database\.xml contains malformed xml: /,
    shape: 'detail',
    code: 'metadata-refused',
  },
  'a database.xml against the schema': {
    archive: () => database('<database><table/></database>'),
    says: /^database\.xml did not validate: /,
    code: 'metadata-refused',
  },
  'another folder than the id': {
    archive: () => appArchive({ folder: 'folder' }),
    says: 'Archive app folder is folder but info.xml reports id news',
    code: 'archive-refused',
  },
  'an app that is not registered': {
    archive: () => appArchive({ id: 'mail' }),
    says: 'App mail does not exist, you need to registerit first',
    code: 'not-registered',
  },
  'somebody else’s app': {
    archive: () => appArchive(),
    options: () => ({ token: world.store.addUser('stranger', 'x').token }),
    status: 403,
    says: 'You do not have permission to perform this action.',
    shape: 'detail',
    code: 'not-allowed',
  },
  'a signature over other bytes': {
    archive: () => appArchive(),
    options: () => ({ signature: signBytes(Buffer.from('other'), world.appKey) }),
    says: 'Signature is invalid: ',
    code: 'signature-refused',
  },
  'a signature with another key': {
    archive: () => appArchive(),
    options: () => ({ signature: signBytes(appArchive(), rsaKey()) }),
    says: 'Signature is invalid: ',
    code: 'signature-refused',
  },
  'a signature that is no base64': {
    archive: () => appArchive(),
    options: () => ({ signature: 'abc' }),
    says: 'Signature is invalid: Incorrect padding',
    code: 'signature-refused',
  },
  'a video that is not PeerTube’s': {
    archive: () => withInfo(infoXml({ more: '<video>https://example.com/watch?v=1</video>' })),
    says: 'PeerTube URL path must be /w/<id>, /videos/watch/<id>, or /videos/embed/<id>: https://example.com/watch?v=1',
    code: 'metadata-refused',
  },
  'an address of more than 256 characters, which the database cannot hold': {
    archive: () => appArchive(),
    options: () => ({ url: world.host.serve(`/${'a'.repeat(256)}`, appArchive()) }),
    status: 500,
    says: /Server Error/,
    shape: 'page',
    code: 'store-failed',
  },
};

describe('what the store refuses of an upload, and how the client tells it', () => {
  for (const [title, { archive, options, says, status = 400, shape = 'array', code }] of Object.entries(uploads)) {
    it(title, async () => {
      const bytes = archive();
      const said = await world.publish(bytes, options?.());
      expect(said.status).toBe(status);
      const text =
        shape === 'array'
          ? (said.body as string[])[0]
          : shape === 'detail'
            ? (said.body as { detail: string }).detail
            : String(said.body);
      if (typeof says === 'string') expect(text).toBe(says);
      else expect(text).toMatch(says);
      expect((await world.list()).length).toBe(0);

      const told = refusalOf('Publishing', { status, headers: {}, body: Buffer.from(raw(said.body)) });
      expect(told).toMatchObject({ code, status });
      expect(told.hint.length).toBeGreaterThan(10);
    });
  }

  const raw = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));
});

describe('what the store refuses of the request itself', () => {
  const fields: Record<string, { body: unknown; says: unknown }> = {
    nothing: {
      body: {},
      says: { download: ['This field is required.'], signature: ['This field is required.'] },
    },
    'http, not https': {
      body: { download: 'http://example.com/a.tar.gz', signature: 'x' },
      says: { download: ['Enter a valid HTTPS URL'] },
    },
    'no URL': {
      body: { download: 'a.tar.gz', signature: ' ' },
      says: {
        download: ['Enter a valid HTTPS URL', 'Enter a valid URL.'],
        signature: ['This field may not be blank.'],
      },
    },
    'a host without a dot': {
      body: { download: 'https://intranet/a.tar.gz', signature: 'x' },
      says: { download: ['Enter a valid HTTPS URL', 'Enter a valid URL.'] },
    },
    'other types': {
      body: { download: null, signature: ['x'], nightly: 'perhaps' },
      says: {
        download: ['This field may not be null.'],
        signature: ['Not a valid string.'],
        nightly: ['Must be a valid boolean.'],
      },
    },
    'a list': { body: [1], says: { nonFieldErrors: ['Invalid data. Expected a dictionary, but got list.'] } },
  };
  for (const [title, { body, says }] of Object.entries(fields)) {
    it(title, async () => {
      expect(await world.send('POST', 'apps/releases', { body })).toMatchObject({ status: 400, body: says });
    });
  }

  it('JSON that is none', async () => {
    const { status, body } = await world.send('POST', 'apps', { body: '{"certificate":' });
    expect([status, body]).toEqual([400, { detail: expect.stringMatching(/^JSON parse error - /) }]);
  });

  it.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x'])(
    '%s',
    async (type) => {
      const said = await world.send('POST', 'apps', { body: 'a=b', headers: { 'content-type': type } });
      expect(said).toMatchObject({ status: 415, body: { detail: `Unsupported media type "${type}" in request.` } });
    },
  );

  it('a body of 3 MB', async () => {
    expect((await world.send('POST', 'apps', { body: { certificate: 'x'.repeat(3_000_000) } })).status).toBe(413);
  });
});

describe('what the store refuses of a registration', () => {
  const past = { notBefore: new Date('2010-01-01T00:00:00Z'), notAfter: new Date('2015-01-01T00:00:00Z') };

  it('no certificate', async () => {
    const said = await world.send('POST', 'apps', { body: { certificate: 'x', signature: 'x' } });
    expect(said).toMatchObject({ status: 400, body: [expect.stringMatching(/^Invalid certificate: /)] });
  });

  it('half a certificate', async () => {
    const { pem } = await world.certificate('mail');
    const said = await world.send('POST', 'apps', { body: { certificate: pem.slice(0, 600), signature: 'x' } });
    expect(said).toMatchObject({ status: 400, body: [expect.stringMatching(/^Invalid certificate: /)] });
  });

  it('a certificate of another authority', async () => {
    const stranger = await (await makeAuthority()).issue('mail');
    const said = await world.register(stranger);
    expect(said.body).toEqual(['Certificate is invalid: certificate signature failure']);
  });

  it('an expired certificate', async () => {
    const said = await world.register(await world.authority.issue('mail', { dates: past }));
    expect(said.body).toEqual(['Certificate is invalid: certificate has expired']);
  });

  it('a signature over the id with a line break behind it', async () => {
    const holder = await world.certificate('mail');
    const signature = signBytes(Buffer.from('mail\n'), holder.key);
    const said = await world.send('POST', 'apps', { body: { certificate: holder.pem, signature } });
    expect(said).toMatchObject({ status: 400, body: ['Signature is invalid: '] });
  });

  it('a certificate for an app of somebody else, from a co-maintainer too', async () => {
    const { token } = world.store.addUser('colleague', 'x');
    world.store.addCoMaintainer('news', 'colleague');
    const said = await world.register(await world.certificate('news'), { token });
    expect(said).toMatchObject({
      status: 403,
      body: { detail: 'Only the app owner is allowed to update the certificate' },
    });
    const own = new StoreClient({ url: world.store.url, credentials: { token }, clock: world.clock });
    const holder = await world.certificate('news');
    const signature = signBytes(Buffer.from('news'), holder.key);
    await expect(own.register({ certificate: holder.pem, signature })).rejects.toMatchObject({
      code: 'not-allowed',
      hint: expect.stringContaining('Do not ask for a new certificate'),
    });
  });
});

describe('certificate and signature at an upload', () => {
  it('a certificate that was revoked since', async () => {
    const holder = await world.certificate('tasks');
    await world.register(holder);
    world.store.setCrl((await world.authority.crl([holder.certificate])).list);
    const said = await world.publish(appArchive({ id: 'tasks' }));
    expect(said).toMatchObject({ status: 400, body: ['Certificate is invalid: certificate revoked'] });
    world.store.setCrl(undefined);
    expect((await world.publish(appArchive({ id: 'tasks' }))).status).toBe(201);
    await world.send('DELETE', 'apps/tasks');
  });

  it('a certificate that has expired since', async () => {
    const until = new Date(world.clock.now().getTime() + 3_600_000);
    const dates = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: until };
    await world.register(await world.authority.issue('deck', { key: world.appKey, dates }));
    world.clock.pass(3_600_000);
    const said = await world.publish(appArchive({ id: 'deck' }));
    expect(said.body).toEqual(['Certificate is invalid: certificate has expired']);
  });

  it('the CN is compared last: no valid signature gets past another CN', async () => {
    // The store keeps the app under the CN, so that this needs a certificate replaced behind its back.
    const { judgeSignature } = await import('../../../src/store/certificate-judgement.js');
    const { pem } = await world.certificate('mail');
    const archive = appArchive();
    const signed = { appId: 'news', archive, signature: signBytes(archive, world.appKey) };
    expect(judgeSignature(signed, pem, world.authority.trust, world.clock.now())).toEqual({
      status: 400,
      body: ['App id news does not match cert CN mail'],
    });
  });
});
