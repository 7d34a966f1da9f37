// SPDX-License-Identifier: MIT
import { AuthorityError } from '../authority-error.js';
import { folderName } from '../ledger/ledger-line.js';
import type { PastCertificate } from './import-history.js';

const needed = ['app', 'serial', 'notBefore', 'notAfter', 'sha256_der', 'spki_sha256', 'path'] as const;

/**
 * A table of everything that was ever issued: tab-separated, with a line of names first, one line for each certificate
 * that was ever committed. Rows that are no certificate (no fingerprint) or no `.crt` are passed over.
 * @throws AuthorityError `bad-table` with the line
 */
export function readIssuedTable(text: string, file = 'the table'): PastCertificate[] {
  const [head = '', ...rows] = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const names = head.split('\t');
  const missing = needed.find((name) => !names.includes(name));
  if (missing !== undefined) throw badTable(`the column "${missing}" is missing`, file, 1);
  return rows.flatMap((row, at) => {
    const cells = row.split('\t');
    const cell = (name: (typeof needed)[number]): string => cells[names.indexOf(name)] ?? '';
    if (cell('sha256_der') === '' || !cell('path').endsWith('.crt')) return [];
    const notBefore = new Date(cell('notBefore'));
    const notAfter = new Date(cell('notAfter'));
    if (
      !/^[1-9]\d{0,47}$/.test(cell('serial')) ||
      Number.isNaN(notBefore.getTime()) ||
      Number.isNaN(notAfter.getTime())
    ) {
      throw badTable('a serial is no decimal number, or a date is none', file, at + 2);
    }
    const [app, key, fingerprint] = [cell('app'), cell('spki_sha256'), cell('sha256_der')];
    if (![key, fingerprint].every((text) => /^[0-9a-f]{64}$/.test(text))) {
      throw badTable('a fingerprint is not 64 lower-case hex digits', file, at + 2);
    }
    if (!folderName.test(app)) throw badTable('the app is not the name of a folder', file, at + 2);
    return [{ app, serial: BigInt(cell('serial')), key, fingerprint, notBefore, notAfter }];
  });
}

function badTable(what: string, file: string, line: number): AuthorityError {
  return new AuthorityError('bad-table', `${file}:${line}: ${what}.`, {
    hint: `Give a tab-separated table with the columns ${needed.join(', ')}.`,
    file,
    line,
  });
}
