// SPDX-License-Identifier: MIT
// The page of docs/report.png: node scripts/run.mjs test/ca/report/sample-page.ts > report.html
import { reportPage } from '../../../ca/report/report-page.js';
import { sampleLedger } from '../support/sample-ledger.js';

const now = new Date('2026-11-21T12:00:00Z');
process.stdout.write(reportPage(sampleLedger(now), now));
