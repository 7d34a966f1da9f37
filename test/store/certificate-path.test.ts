// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Certificate } from '../../common/certificate.js';
import { CertificateRevocationList } from '../../common/crl.js';
import { encodePem } from '../../common/pem.js';
import { keyUsage } from '../../ca/x509/extension.js';
import { faultOfCertificate, type StoreTrust } from '../../src/store/certificate-path.js';
import { needs } from '../support/needs.js';
import {
  authorityExtensions,
  type Dates,
  makeAuthority,
  makeCertificate,
  noon,
  rsaKey,
  type TestAuthority,
  type TestCrl,
} from './support/test-authority.js';

const itOpenSsl = needs('openssl', 'openssl') ? it : it.skip;
const folder = mkdtempSync(join(tmpdir(), 'path-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The first complaint of `openssl verify`, the same code that the store asks. */
function openSslSays(leafPem: string, bundle: string, crlPem: string | undefined): string | undefined {
  writeFileSync(join(folder, 'leaf.pem'), leafPem);
  writeFileSync(join(folder, 'bundle.pem'), bundle);
  if (crlPem !== undefined) writeFileSync(join(folder, 'crl.pem'), crlPem);
  const words = [
    'verify',
    '-attime',
    String(noon.getTime() / 1000),
    '-no-CApath',
    '-no-CAstore',
    '-CAfile',
    'bundle.pem',
  ];
  const crl = crlPem === undefined ? [] : ['-crl_check', '-CRLfile', 'crl.pem'];
  const { stdout, stderr } = spawnSync('openssl', [...words, ...crl, 'leaf.pem'], { cwd: folder, encoding: 'utf8' });
  return /error \d+ at \d+ depth lookup: (.*)/.exec(stdout + stderr)?.[1]?.trim();
}

const past: Dates = { notBefore: new Date('2010-01-01T00:00:00Z'), notAfter: new Date('2015-01-01T00:00:00Z') };
const future: Dates = { notBefore: new Date('2030-01-01T00:00:00Z'), notAfter: new Date('2035-01-01T00:00:00Z') };

let authority: TestAuthority;
const keys = { root: rsaKey(), intermediate: rsaKey() };
const appKey = rsaKey();
beforeAll(async () => {
  authority = await makeAuthority({}, keys);
});

interface Case {
  readonly pem: string;
  readonly trust: StoreTrust;
  readonly bundle: string;
  readonly crl?: TestCrl;
}

/** Each case is judged by us and by OpenSSL; the words must be the same. */
const cases: Record<string, { says: string | undefined; make: () => Promise<Case> }> = {
  'a good certificate': { says: undefined, make: async () => plain(await authority.issue('news', { key: appKey })) },
  'an expired one': {
    says: 'certificate has expired',
    make: async () => plain(await authority.issue('news', { key: appKey, dates: past })),
  },
  'one that expires this very second': {
    says: 'certificate has expired',
    make: async () =>
      plain(await authority.issue('news', { key: appKey, dates: { notBefore: past.notBefore, notAfter: noon } })),
  },
  'one of tomorrow': {
    says: 'certificate is not yet valid',
    make: async () => plain(await authority.issue('news', { key: appKey, dates: future })),
  },
  'one of another authority': {
    says: 'unable to get local issuer certificate',
    make: async () => {
      const issuer = { ...authority.root, commonName: 'Somebody Else' };
      return plain(await makeCertificate({ commonName: 'news', key: appKey, issuer }));
    },
  },
  'one with the right issuer name and a wrong signature': {
    says: 'certificate signature failure',
    make: async () =>
      plain(
        await makeCertificate({ commonName: 'news', key: appKey, issuer: authority.intermediate, forgedBy: appKey }),
      ),
  },
  'a self-signed one': {
    says: 'self-signed certificate',
    make: async () => plain(await makeCertificate({ commonName: 'news', key: appKey, issuer: 'self' })),
  },
  'a bundle without its root': {
    says: 'unable to get issuer certificate',
    make: async () => ({
      pem: (await authority.issue('news', { key: appKey })).pem,
      trust: { authorities: [authority.intermediate.certificate] },
      bundle: authority.intermediate.pem,
    }),
  },
  'an expired intermediate': {
    says: 'certificate has expired',
    make: async () => {
      const other = await makeAuthority({ intermediate: past }, keys);
      return plain(await other.issue('news', { key: appKey }), other);
    },
  },
  'a root that is not valid yet': {
    says: 'certificate is not yet valid',
    make: async () => {
      const other = await makeAuthority({ root: future }, keys);
      return plain(await other.issue('news', { key: appKey }), other);
    },
  },
  'an expired intermediate beside its renewal': {
    says: undefined,
    make: async () => {
      const old = await makeAuthority({ intermediate: past }, keys);
      return {
        pem: (await authority.issue('news', { key: appKey })).pem,
        trust: { authorities: [old.intermediate.certificate, ...authority.trust.authorities] },
        bundle: old.intermediate.pem + authority.bundle,
      };
    },
  },
  'an app’s certificate as issuer': {
    says: 'invalid CA certificate',
    make: async () => {
      const app = await makeCertificate({ commonName: 'mail', key: appKey, issuer: authority.intermediate });
      const leaf = await makeCertificate({ commonName: 'news', key: appKey, issuer: app });
      return {
        pem: leaf.pem,
        trust: { authorities: [app.certificate, ...authority.trust.authorities] },
        bundle: app.pem + authority.bundle,
      };
    },
  },
  'an issuer whose key usage does not allow it': {
    says: 'invalid CA certificate',
    make: async () => {
      const app = await makeCertificate({
        commonName: 'mail',
        key: appKey,
        issuer: authority.intermediate,
        extensions: [keyUsage('digitalSignature')],
      });
      const leaf = await makeCertificate({ commonName: 'news', key: appKey, issuer: app });
      return {
        pem: leaf.pem,
        trust: { authorities: [app.certificate, ...authority.trust.authorities] },
        bundle: app.pem + authority.bundle,
      };
    },
  },
  'an authority below one that allows none': {
    says: 'path length constraint exceeded',
    make: async () => {
      const below = await makeCertificate({
        commonName: 'Below',
        key: appKey,
        issuer: authority.intermediate,
        extensions: authorityExtensions(appKey, keys.intermediate),
      });
      const leaf = await makeCertificate({ commonName: 'news', key: appKey, issuer: below });
      return {
        pem: leaf.pem,
        trust: { authorities: [below.certificate, ...authority.trust.authorities] },
        bundle: below.pem + authority.bundle,
      };
    },
  },
  'a root of version 1': {
    says: undefined,
    make: async () => {
      const root = await makeCertificate({ commonName: 'Old Root', key: keys.root, issuer: 'self' });
      const leaf = await makeCertificate({ commonName: 'news', key: appKey, issuer: root });
      return { pem: leaf.pem, trust: { authorities: [root.certificate] }, bundle: root.pem };
    },
  },
  'one that is not on the list': {
    says: undefined,
    make: async () => {
      const other = await authority.issue('mail', { key: appKey });
      const crl = await authority.crl([other.certificate]);
      return withCrl(plain(await authority.issue('news', { key: appKey })), crl);
    },
  },
  'a revoked one': {
    says: 'certificate revoked',
    make: async () => {
      const news = await authority.issue('news', { key: appKey });
      return withCrl(plain(news), await authority.crl([news.certificate]));
    },
  },
  'a revoked one that has expired, too': {
    says: 'certificate revoked',
    make: async () => {
      const news = await authority.issue('news', { key: appKey, dates: past });
      return withCrl(plain(news), await authority.crl([news.certificate]));
    },
  },
  'a revoked intermediate': {
    says: undefined,
    make: async () =>
      withCrl(
        plain(await authority.issue('news', { key: appKey })),
        await authority.crl([authority.intermediate.certificate]),
      ),
  },
  'a list of yesteryear': {
    says: 'CRL has expired',
    make: async () =>
      withCrl(
        plain(await authority.issue('news', { key: appKey })),
        await authority.crl([], { thisUpdate: past.notBefore, nextUpdate: past.notAfter }),
      ),
  },
  'a list of tomorrow': {
    says: 'CRL is not yet valid',
    make: async () =>
      withCrl(
        plain(await authority.issue('news', { key: appKey })),
        await authority.crl([], { thisUpdate: future.notBefore, nextUpdate: future.notAfter }),
      ),
  },
  'a list with a wrong signature': {
    says: 'CRL signature failure',
    make: async () => {
      const der = Buffer.from((await authority.crl([])).list.der);
      der[der.length - 1] = der.readUInt8(der.length - 1) ^ 1;
      return withCrl(plain(await authority.issue('news', { key: appKey })), {
        list: new CertificateRevocationList(der),
        pem: encodePem('X509 CRL', der),
      });
    },
  },
  'a list of another issuer': {
    says: 'unable to get certificate CRL',
    make: async () => {
      const root = await makeCertificate({
        commonName: 'Other Root',
        key: keys.root,
        issuer: 'self',
        extensions: authorityExtensions(keys.root, keys.root),
      });
      const leaf = await makeCertificate({ commonName: 'news', key: appKey, issuer: root });
      return withCrl(
        {
          pem: leaf.pem,
          trust: { authorities: [root.certificate, ...authority.trust.authorities] },
          bundle: root.pem + authority.bundle,
        },
        await authority.crl([]),
      );
    },
  },
};

function plain({ pem }: { pem: string }, { trust, bundle }: TestAuthority = authority): Case {
  return { pem, trust, bundle };
}

function withCrl(base: Case, crl: TestCrl): Case {
  return { ...base, trust: { ...base.trust, crl: crl.list }, crl };
}

describe('what OpenSSL says against a certificate', () => {
  for (const [title, { says, make }] of Object.entries(cases)) {
    itOpenSsl(`${title}: ${says ?? 'nothing'}`, async () => {
      const { pem, trust, bundle, crl } = await make();
      expect(faultOfCertificate(Certificate.fromPem(pem), trust, noon)).toBe(says);
      expect(openSslSays(pem, bundle, crl?.pem)).toBe(says);
    });
  }
});
