// SPDX-License-Identifier: MIT
import { Certificate } from '../../../common/certificate.js';
import type { Command } from '../../../common/command.js';
import { printable } from '../../../common/render/printable.js';
import type { Ownership } from '../../store/client.js';
import type { ListedApp } from '../../store/listed-app.js';
import { isSameCertificate } from '../../store/certificate-judgement.js';
import { certificateOption, readText } from '../key-files.js';
import { storeClient, tell, userOptions } from './connection.js';

export interface StoreStatus {
  readonly app: string;
  /** null: nobody was named whose it could be */
  readonly ownership: Ownership | null;
  /** whether the lists show it; they do not where it has no release */
  readonly listed: boolean;
  readonly certificate: {
    readonly subject: string;
    readonly serial: string;
    readonly notAfter: string;
    /** SHA-256 over the DER, hex */
    readonly fingerprint: string;
  } | null;
  /** how `--certificate` compares with the registered one; null: not asked */
  readonly given: 'same' | 'other' | 'unknown' | null;
  readonly releases: readonly {
    readonly version: string;
    readonly nightly: boolean;
    readonly platform: string;
    readonly lastModified: string;
    readonly download: string;
  }[];
}

export const storeStatus: Command = {
  name: 'store status',
  usage: 'APP_ID [--certificate FILE] [--token-file FILE]',
  summary: 'Says what the store holds for an app: whose it is, which certificate counts, which releases it lists.',
  options: {
    certificate: { ...certificateOption, help: 'certificate to compare with the registered one' },
    ...userOptions,
  },
  positionals: [1, 1],
  run: async (args, terminal) => {
    const [app = ''] = args.positionals;
    const given = args.text('certificate');
    const pem = given === undefined ? undefined : readText(terminal.cwd, given);
    const client = storeClient(args, terminal);
    const isKnown = args.text('token-file') !== undefined || args.text('user') !== undefined;
    const ownership = isKnown ? await client.ownership(app) : null;
    const status = statusOf(app, ownership, await client.listedApp(app), pem);
    tell(args, terminal, textOf(status), status);
    return ownership === 'not-registered' ? 'refused' : 'fine';
  },
};

function statusOf(app: string, ownership: Ownership | null, listed: ListedApp | undefined, pem?: string): StoreStatus {
  const registered = listed?.certificate ?? '';
  const compared = registered === '' ? 'unknown' : isSameCertificate(registered, pem ?? '') ? 'same' : 'other';
  return {
    app,
    ownership,
    listed: listed !== undefined,
    certificate: registered === '' ? null : describe(registered),
    given: pem === undefined ? null : compared,
    releases: (listed?.releases ?? []).map(({ version, isNightly, platformVersionSpec, lastModified, download }) => ({
      version,
      nightly: isNightly,
      platform: platformVersionSpec,
      lastModified,
      download,
    })),
  };
}

function describe(pem: string): StoreStatus['certificate'] {
  const certificate = Certificate.fromPem(pem, 'the registered certificate');
  return {
    subject: certificate.subject.toString(),
    serial: certificate.serial.toString(16).toUpperCase(),
    notAfter: certificate.notAfter.toISOString(),
    fingerprint: certificate.fingerprint,
  };
}

const ownershipWords: Readonly<Record<Ownership, string>> = {
  owner: 'yours to publish',
  'not-owner': 'registered by somebody else',
  'not-registered': 'not registered',
};

const givenWords = {
  same: 'the given certificate is the registered one',
  other: 'the given certificate is ANOTHER than the registered one',
  unknown: 'whether the given certificate is the registered one cannot be seen',
} as const;

function textOf({ app, ownership, listed, certificate, given, releases }: StoreStatus): string {
  const lines = [
    `${app}: ${ownership === null ? (listed ? 'registered' : 'in no list') : ownershipWords[ownership]}`,
    certificate === null
      ? 'certificate: cannot be seen; the lists show it for apps with a release only'
      : `certificate: ${certificate.subject}, serial ${certificate.serial}, valid until ${certificate.notAfter.slice(0, 10)}, SHA-256 ${certificate.fingerprint}`,
    ...(given === null ? [] : [givenWords[given]]),
    ...releases.map(({ version, nightly, platform, lastModified }) => {
      return `release: ${version}${nightly ? ' (nightly)' : ''}, Nextcloud ${platform}, ${lastModified}`;
    }),
  ];
  return lines.map((line) => `${printable(line.replace(/\p{Cc}+/gu, ' '))}\n`).join('');
}
