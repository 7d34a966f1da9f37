// SPDX-License-Identifier: MIT
import type { StoreErrorCode } from './store-error.js';

/** One text of the store, what it means, and how to mend it. */
export interface ReasonWords {
  readonly code: StoreErrorCode;
  readonly pattern: RegExp;
  /** what is wrong, for people; where absent the store's own text is clear enough */
  readonly words?: string;
  readonly fix: string;
}

const schemaFix = 'Run "nextcloud-release validate" over the app: it names the line and the fix.';
const repack = 'Pack the archive with "nextcloud-release package", which makes it as the store wants it.';

/** Every text with which the store refuses, the first that fits counts (store: the files named in each block). */
export const reasonWords: readonly ReasonWords[] = [
  // api/v1/release/downloader.py
  {
    code: 'download-refused',
    pattern: /is not a valid tar\.gz archive\s*$/,
    words:
      'the store could not download the archive, or what it got is no tar.gz (it says the same for every failed download)',
    fix: 'Open the download address in a private browser window: it must answer without a login, over https, and not from a private network.',
  },
  {
    code: 'download-refused',
    pattern: /^Downloaded archive is bigger than the allowed (\d+) bytes$/,
    fix: 'Leave out what users do not need (.nextcloudignore); "nextcloud-release package --list" shows the sizes.',
  },
  // api/v1/release/parser.py, the archive
  {
    code: 'archive-refused',
    pattern: /^not a gzip file$/,
    words: 'the archive is not compressed with gzip',
    fix: repack,
  },
  {
    code: 'archive-refused',
    pattern: /^unexpected end of data$/,
    words: 'the archive ends in the middle of a file',
    fix: repack,
  },
  {
    code: 'archive-refused',
    pattern: /^No possible app folder found/,
    words: 'the archive has no top folder that could be an app’s (names must not begin with "./")',
    fix: repack,
  },
  {
    code: 'archive-refused',
    pattern: /^More than one possible app folder found$/,
    words: 'the archive has more than one top-level entry named like an app, and a file counts as one',
    fix: repack,
  },
  {
    code: 'archive-refused',
    pattern: /^Path (.+) does not exist in package$/,
    fix: 'The top folder of the archive must be named as the app id and hold appinfo/info.xml.',
  },
  {
    code: 'archive-refused',
    pattern: /^Symlinks and hard links can not be used for /,
    fix: 'Put a real file in the place of the link: info.xml, database.xml, the changelogs and their folders must not be links.',
  },
  {
    code: 'archive-refused',
    pattern: /^file .+ was bigger than allowed \d+ bytes$/,
    fix: 'Shorten the file: info.xml, database.xml and each changelog may have 1,047,552 bytes at most.',
  },
  {
    code: 'archive-refused',
    pattern: /^Blacklist rule "(.+)": Directory (.+) is not allowed/,
    fix: 'Leave .git folders out of the archive.',
  },
  {
    code: 'archive-refused',
    pattern: /^Archive app folder is (\S+) but info\.xml reports id (\S+)$/,
    fix: 'Name the top folder of the archive as the <id> in appinfo/info.xml.',
  },
  // api/v1/release/parser.py, the metadata; api/v1/release/importer.py, the videos
  { code: 'metadata-refused', pattern: /^(info|database)\.xml contains malformed xml: /, fix: schemaFix },
  {
    code: 'metadata-refused',
    pattern: /^Must not contain entities$/,
    words: 'info.xml or database.xml uses an entity of its own',
    fix: 'Write the text itself in place of the entity.',
  },
  {
    code: 'metadata-refused',
    pattern: /^(info|database)\.xml did not validate: /,
    words: 'the metadata does not fit the store’s schema (its line number is not that of your file)',
    fix: schemaFix,
  },
  {
    code: 'metadata-refused',
    pattern: /^At least one element "(.+)" with lang "en" required$/,
    fix: 'Add the element in English: without lang, or with lang="en".',
  },
  {
    code: 'metadata-refused',
    pattern: /^PeerTube URL /,
    fix: 'Give <video> as https://HOST/w/ID, https://HOST/videos/watch/ID or https://HOST/videos/embed/ID.',
  },
  // api/v1/views.py
  {
    code: 'not-registered',
    pattern: /^App (\S+) does not exist, you need to registerit first$/,
    words: 'the app is not registered in the store',
    fix: 'Register it once: "nextcloud-release store register --certificate APP_ID.crt --key APP_ID.key", or release with --register.',
  },
  // certificate/validator.py
  {
    code: 'signature-refused',
    pattern: /^Signature is invalid:/,
    words: 'the signature was not made over these bytes with the key of the registered certificate',
    fix: 'Sign the bytes that the address serves, with the key whose certificate is registered ("nextcloud-release store status APP_ID" shows it).',
  },
  {
    code: 'certificate-refused',
    pattern: /^Certificate is invalid: certificate revoked$/,
    words: 'the certificate was revoked',
    fix: 'Make a new key, have it certified, and register the new certificate; that deletes the releases in the store.',
  },
  {
    code: 'certificate-refused',
    pattern: /^Certificate is invalid: certificate has expired$/,
    words: 'the certificate has expired',
    fix: 'Have it renewed in the certificate repository, then register the new one; that deletes the releases in the store.',
  },
  {
    code: 'certificate-refused',
    pattern: /^Certificate is invalid: certificate is not yet valid$/,
    words: 'the certificate is not valid yet',
    fix: 'Wait until its first day of validity.',
  },
  {
    code: 'certificate-refused',
    pattern: /^Certificate is invalid:/,
    words: 'the store does not accept the certificate',
    fix: 'Use the certificate that the authority of this store issued.',
  },
  {
    code: 'certificate-refused',
    pattern: /^Invalid certificate:/,
    words: 'the certificate cannot be read',
    fix: 'Give the whole PEM text, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----.',
  },
  {
    code: 'certificate-refused',
    pattern: /^App id (\S+) does not match cert CN (.+)$/,
    words: 'the registered certificate is for another app',
    fix: 'Register the certificate whose CN is the app id, letter by letter.',
  },
  // Django REST framework
  {
    code: 'not-authenticated',
    pattern: /^Invalid token(\.| header)/,
    words: 'the store does not know the token',
    fix: 'Take the token from your account’s page in the store (or "nextcloud-release store token"), without blanks around it.',
  },
  {
    code: 'not-authenticated',
    pattern: /^Invalid (username\/password|basic header)/,
    words: 'user name or password is wrong',
    fix: 'An account made through GitHub has no password: use its token.',
  },
  {
    code: 'not-authenticated',
    pattern: /^User inactive or deleted/,
    words: 'the account is switched off',
    fix: 'Ask the maintainers of the store.',
  },
  {
    code: 'not-authenticated',
    pattern: /^Authentication credentials were not provided/,
    words: 'the store got neither token nor password',
    fix: 'Give --token-file, or --user and --password-file.',
  },
  {
    code: 'not-allowed',
    pattern: /^Only the app owner is allowed to update the certificate$/,
    words: 'only the owner of the app may register another certificate, a co-maintainer may not',
    fix: 'Use the owner’s token, or have the owner unlock the app for transfer on the store’s pages. Do not ask for a new certificate: it would not help.',
  },
  {
    code: 'not-allowed',
    pattern: /^You do not have permission to perform this action/,
    words: 'the app belongs to another user of the store',
    fix: 'Use the token of the owner or of a co-maintainer; the owner adds those on the store’s pages.',
  },
  {
    code: 'throttled',
    pattern: /^Request was throttled/,
    words: 'too many requests (the store takes 100 uploads and 100 registrations per user and day)',
    fix: 'Wait as long as the store says, then run the same command again.',
  },
  {
    code: 'request-refused',
    pattern: /^Unsupported media type/,
    words: 'the request was not JSON',
    fix: 'See whether a proxy changes requests on their way.',
  },
  {
    code: 'request-refused',
    pattern: /^JSON parse error/,
    words: 'the request’s JSON was damaged on its way',
    fix: 'See whether a proxy changes requests on their way.',
  },
  {
    code: 'request-refused',
    pattern: /Enter a valid (HTTPS )?URL/,
    words: 'the download address is no https URL',
    fix: 'Give an address that begins with https:// and a full host name.',
  },
  {
    code: 'request-refused',
    pattern: /This field (is required|may not be (blank|null))|Not a valid string|Must be a valid boolean/,
    fix: 'Give every field of the request: certificate and signature, or download and signature.',
  },
];
