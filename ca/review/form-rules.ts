// SPDX-License-Identifier: MIT
import type { Severity } from '../../common/finding.js';
import type { FormRule } from './request-file.js';
import type { ReviewRule } from './review-subject.js';

const again = 'Make the request again and commit the file as it is: nextcloud-release certificate request APP_ID.';
const pem = 'RFC 7468 section 7';

const forms: readonly [FormRule, Severity, message: string, fix: string, source: string][] = [
  ['request-empty', 'error', 'The file is empty.', again, pem],
  [
    'request-too-large',
    'error',
    'The file is far too large for a request.',
    again,
    'RSA-16384 with a long subject has 12 KB',
  ],
  [
    'request-private-key',
    'error',
    'The file holds a private key. It is public now: never use it again.',
    'Make a new key and a new request, and tell nobody the key: openssl req -nodes -newkey rsa:4096 -keyout APP_ID.key -out APP_ID.csr -subj "/CN=APP_ID".',
    'app-certificate-requests#1006, #818',
  ],
  [
    'request-wrong-kind',
    'error',
    'The file holds something other than a certificate request.',
    again,
    'app-certificate-requests#268',
  ],
  ['request-pem', 'error', 'The file is not in PEM form.', again, `${pem}; app-certificate-requests#775`],
  ['request-several', 'error', 'The file holds more than one request.', 'Leave one request in the file.', pem],
  [
    'request-text-around',
    'error',
    'There is text before or after the request.',
    'Leave nothing in the file but the lines from BEGIN to END.',
    pem,
  ],
  ['request-der', 'error', 'The request is damaged.', again, 'RFC 2986 section 4'],
  ['request-encoding', 'info', 'The file is not written as OpenSSL writes it.', 'Nothing needs to be done.', pem],
];

/** What the file has to look like, before its content is asked. */
export const formRules: readonly ReviewRule[] = forms.map(([id, severity, message, fix, source]) => ({
  id,
  severity,
  message,
  fix,
  source,
  check: ({ file }) =>
    file.problems
      .filter(({ rule }) => rule === id)
      .map(({ line, message: words }) => ({
        ...(line !== undefined && { line }),
        ...(words !== undefined && { message: words }),
      })),
}));
