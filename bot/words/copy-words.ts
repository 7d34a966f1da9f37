// SPDX-License-Identifier: MIT

/** The pull request in a place that ships a copy of the CRL. */
export function copyWords(ours: bigint, theirs: bigint | undefined): { title: string; body: string } {
  const was = theirs === undefined ? 'There is no readable list here.' : `The list here has the number ${theirs}.`;
  return {
    title: `Update the certificate revocation list to number ${ours}`,
    body: `The certificate authority published the revocation list ${ours}. ${was}

Until it is merged, releases of revoked certificates are taken here. The list can be checked before that:

\`\`\`sh
openssl crl -in nextcloud.crl -CAfile root.crt -noout -crlnumber -lastupdate -nextupdate
\`\`\`

This pull request is kept up to date until it is merged.
`,
  };
}
