// SPDX-License-Identifier: MIT

/** For the pull request to a place that ships a copy of the revocation list. */
export function copyWords(ours: bigint, theirs: bigint | undefined): { readonly title: string; readonly body: string } {
  const now = theirs === undefined ? 'none that can be read' : `number ${theirs}`;
  return {
    title: `Update the certificate revocation list to number ${ours}`,
    body: [
      `The certificate authority has a newer revocation list: number ${ours}. Here is ${now}.`,
      'Until it is shipped, apps whose certificates are revoked can still be installed. Check it before merging:',
      '```sh\nopenssl crl -in nextcloud.crl -noout -crlnumber -lastupdate -nextupdate\nopenssl crl -in nextcloud.crl -noout -verify -CAfile root.crt\n```',
      'This pull request is brought up to date when there is a newer list.',
    ].join('\n\n'),
  };
}
