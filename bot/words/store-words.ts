// SPDX-License-Identifier: MIT

/** Answers of the store after which people ask for a certificate that they do not need (app-certificate-requests#1136). */
export const storeErrorWords = [
  'You may not need a new certificate:',
  [
    '- The store says **403**, or that you are not the owner: the app is registered by another account there. A certificate does not change that; ask its owner to add you, or to transfer the app.',
    '- The store says **padding**, or that the signature is invalid: the archive was signed with another key than that of the registered certificate. Sign it with the right key, and with `-sha512`.',
  ].join('\n'),
].join('\n\n');
