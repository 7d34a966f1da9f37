// SPDX-License-Identifier: MIT
import { archiveTar, noted, rename, tarfile, type ArchiveRule } from './archive-rule.js';

/** What the readers of gzip and tar stumble over. */
export const archiveFormatRules: readonly ArchiveRule[] = [
  noted('archive-not-gzip', {
    severity: 'error',
    message: 'This is not a gzip file.',
    source: 'appstore: api/v1/release/parser.py',
    refusedBy: 'both',
  }),
  noted('archive-gzip-broken', {
    severity: 'error',
    message: 'The gzip stream is broken or cut off.',
    fix: 'Pack again, or download again where it was downloaded.',
    source: 'RFC 1952',
    refusedBy: 'both',
  }),
  noted('archive-several-gzip-members', {
    severity: 'warning',
    message: 'The file is several gzip streams one after the other, which not every program reads to the end.',
    source: 'RFC 1952 section 2.2',
  }),
  noted('archive-trailing-garbage', {
    severity: 'warning',
    message: 'There are bytes behind the gzip stream.',
    source: 'RFC 1952; the store and the server read over them',
  }),
  noted('archive-truncated', {
    severity: 'error',
    message: 'The tar ends in the middle of an entry.',
    source: tarfile,
    refusedBy: 'both',
  }),
  noted('archive-no-end', {
    severity: 'warning',
    message: 'The tar lacks the two blocks of NULs at its end.',
    source: 'POSIX.1-2017, pax: ustar Interchange Format',
  }),
  noted('archive-data-after-end', {
    severity: 'error',
    message: 'There are entries behind the end of the tar: the store does not see them, and the server unpacks them.',
    source: `${archiveTar} (_extractList)`,
  }),
  noted('archive-bad-checksum', {
    severity: 'error',
    message: 'The checksum of a tar header is wrong.',
    source: `${archiveTar} (_readHeader)`,
    refusedBy: 'server',
  }),
  noted('archive-bad-number', {
    severity: 'error',
    message: 'The size of an entry is negative or no number.',
    source: tarfile,
    refusedBy: 'server',
  }),
  noted('archive-base-256', {
    severity: 'error',
    message: 'The size of an entry is written in base 256, for which nothing that fits into the store is large enough.',
    source: `${archiveTar} (_tarRecToSize, which gets the number cut off at its first NUL)`,
    refusedBy: 'server',
  }),
  noted('archive-bad-pax', {
    severity: 'error',
    message: 'A pax header is broken.',
    source: tarfile,
    refusedBy: 'store',
  }),
  noted('archive-pax-size', {
    severity: 'error',
    message:
      'The pax header and the tar header say different sizes, so that the store and the server read different entries.',
    source: tarfile,
  }),
  noted('archive-pax-header', {
    severity: 'warning',
    message: 'The entry has a pax header, which the server’s unpacker does not read.',
    source: `${archiveTar} (_extractList)`,
  }),
  noted('archive-stacked-headers', {
    severity: 'error',
    message: 'Another special header follows a GNU long name, and makes the server’s unpacker forget it.',
    source: `${archiveTar} (_readLongHeader)`,
  }),
  noted('archive-long-link', {
    severity: 'error',
    message: 'The target of a link is longer than 100 bytes; the server’s unpacker makes a file of the header.',
    source: `${archiveTar} (_extractList)`,
  }),
  noted('archive-content-of-no-file', {
    severity: 'error',
    message: 'A folder, a link or a device is said to have content; programs differ in what follows.',
    source: tarfile,
  }),
  noted('archive-too-many-entries', {
    severity: 'error',
    message: 'The archive has too many entries.',
    source: 'limit',
  }),
  noted('archive-unpacked-too-large', {
    severity: 'error',
    message: 'The archive unpacks to too much.',
    source: 'limit',
  }),
  noted('archive-ratio', {
    severity: 'error',
    message: 'The archive unpacks to far more than its size, as those do that are made to fill disks.',
    source: 'limit',
  }),
  noted('archive-file-too-large', {
    severity: 'error',
    message: 'The file in the archive is too large.',
    source: 'limit',
  }),
  noted('archive-header-too-large', { severity: 'error', message: 'A special header is too large.', source: 'limit' }),
  noted('archive-name-too-long', {
    severity: 'error',
    message: 'The name is too long, or in too many folders.',
    fix: rename,
    source: 'limits.h: PATH_MAX',
  }),
  noted('archive-name-not-utf8', {
    severity: 'error',
    message: 'The name is not UTF-8, so that no signature can hold it.',
    fix: rename,
    source: 'server: IntegrityCheck/Checker.php, json_encode',
  }),
];
