// SPDX-License-Identifier: MIT
import { bringForward } from '../../ca/crl/bring-forward.js';
import {
  type AnnouncementRecord,
  type CertificateRecord,
  currentCertificate,
} from '../../ca/ledger/certificate-record.js';
import type { Ledger } from '../../ca/ledger/ledger.js';
import { MemoryStore } from '../../ca/repository/store.js';
import { Repository } from '../../ca/repository/repository.js';
import { serialText } from '../../ca/x509/serial.js';
import { sayOnce } from '../github/say-once.js';
import { holderOf } from '../holder.js';
import { land } from '../land.js';
import { type Base, readBase } from '../read-base.js';
import { announcementWords } from '../words/announcement-words.js';
import type { Workshop } from '../workshop.js';
import { appsInStore } from './store-apps.js';

const day = 86_400_000;

/**
 * Announced revocations: moves them nearer once the store's newest release carries the successor's certificate, and tells
 * whoever asked for that, and whoever holds what ends, again before they come.
 */
export async function keepAnnouncements(workshop: Workshop): Promise<void> {
  await moveNearer(workshop);
  const { repository, commit } = await readBase(workshop.github);
  const { ledger, policy } = repository;
  const now = workshop.github.clock.now();
  for (const announced of ledger.announcements) {
    const isSoon = announced.on.getTime() - now.getTime() <= policy.noticeDays * day;
    if (isSoon && announced.on > now) await remind(workshop, { ledger, announced, commit });
  }
}

interface Reminder {
  readonly ledger: Ledger;
  readonly announced: AnnouncementRecord;
  /** of the base branch */
  readonly commit: string;
}

async function remind({ github }: Workshop, { ledger, announced, commit }: Reminder): Promise<void> {
  const successor = successorOf(ledger, announced);
  const [old] = ledger.certificatesOfSerial(announced.serial);
  // what was announced by hand has no successor: then the pull request that led to the certificate is the place
  const number = successor?.pullRequest ?? old?.pullRequest;
  if (number === undefined) return;
  const holder = old && holderOf(ledger, old);
  const topic = `revocation ${serialText(announced.serial)} ${announced.on.toISOString().slice(0, 10)}`;
  await sayOnce(github, number, { topic, body: announcementWords(announced, successor, holder) }, commit);
}

/** The certificate that takes the place of the one that ends: of another key, or of the id that the app has now. */
export function successorOf(ledger: Ledger, { app, serial }: AnnouncementRecord): CertificateRecord | undefined {
  const [old] = ledger.certificatesOfSerial(serial);
  return [ledger.renamedTo(app) ?? app, app]
    .map((id) => currentCertificate(ledger, id))
    .find((current) => current !== undefined && current.key !== old?.key);
}

async function moveNearer(workshop: Workshop): Promise<void> {
  const { github } = workshop;
  const { settings, repository } = await readBase(github);
  if (settings.store === undefined || repository.ledger.announcements.length === 0) return;
  const inStore = await appsInStore(settings.store);
  const isCarried = (ledger: Ledger, announced: AnnouncementRecord): boolean => {
    const successor = successorOf(ledger, announced);
    return successor !== undefined && inStore.get(successor.app) === successor.fingerprint;
  };
  await land(workshop, async (base: Base) => {
    const store = new MemoryStore(base.repository.store);
    const writable = await Repository.open(store);
    const now = github.clock.now();
    const moved: string[] = [];
    for (const announced of writable.ledger.announcements) {
      if (!isCarried(writable.ledger, announced)) continue;
      const entry = await bringForward(writable, announced.serial, now);
      if (entry !== undefined) moved.push(entry.app);
    }
    if (moved.length === 0) return undefined;
    return {
      before: base.commit,
      parents: [base.commit],
      changes: store.changes,
      message: `Announce nearer revocations: ${moved.join(', ')}\n\nTheir newest releases carry the new certificates.\n`,
    };
  });
}
