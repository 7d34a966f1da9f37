// SPDX-License-Identifier: MIT
import { tellOfRevocations } from '../tell-holders.js';
import { readBase } from '../read-base.js';
import type { Workshop } from '../workshop.js';
import { keepAnnouncements } from './keep-announcements.js';
import { keepCopies } from './keep-copies.js';
import { keepCrl } from './keep-crl.js';
import { warnOfExpiry } from './warn-of-expiry.js';
import { watchTip } from './watch.js';
import { readOpenIssues } from './read-issue.js';

/** What has its day, whether anybody asks for it or not. */
export function upkeep(workshop: Workshop): [what: string, work: () => Promise<void>][] {
  return [
    ['pushes that nobody looked at', () => watchTip(workshop)],
    ['revocations that issues ask for', () => readOpenIssues(workshop)],
    ['revocations that their holders were not told of', () => tellOfAll(workshop)],
    ['announced revocations', () => keepAnnouncements(workshop)],
    ['the CRL', () => keepCrl(workshop)],
    ['copies of the CRL', () => keepCopies(workshop)],
    ['certificates that end', () => warnOfExpiry(workshop)],
  ];
}

async function tellOfAll(workshop: Workshop): Promise<void> {
  await tellOfRevocations(workshop, await readBase(workshop.github));
}
