// SPDX-License-Identifier: MIT

/** What is looked at before a certificate is issued, and by which rules, or by whom. */
export interface DecisionRow {
  readonly row: string;
  readonly what: string;
  /** ids of rules, of the request’s review and of the pull request’s */
  readonly rules: readonly string[];
  /** what no rule decides: left to people, and why */
  readonly people?: string;
}

/**
 * What reviewers of ten years of pull requests asked for (nextcloud/app-certificate-requests, 2016 to 2026), row by row.
 * docs/bot-rules.md is made from it, and a test holds every row against a pull request that breaks its rules.
 */
export const decisionTable: readonly DecisionRow[] = [
  {
    row: '1',
    what: 'The pull request adds or changes exactly one APP_ID/APP_ID.csr, as an ordinary file, and nothing else.',
    rules: [
      'no-request',
      'request-missing',
      'several-requests',
      'request-path',
      'path-characters',
      'path-case',
      'path-unsafe',
      'not-a-file',
      'extra-files',
      'protected-files',
      'request-taken-away',
      'too-large',
      'unread',
      'path',
    ],
  },
  {
    row: '1b',
    what: 'A rename is one pull request: the old request goes, the new one comes.',
    rules: ['rename'],
    people: 'whether the app may have the new name, and whether its holder agrees',
  },
  {
    row: '2',
    what: 'No private key in any commit, nor in any text.',
    rules: ['leaked-key', 'leaked-key-unreadable', 'leaked-key-beside', 'request-private-key'],
    people: 'whether a key that cannot be opened was the request’s',
  },
  { row: '3', what: 'Certificates are written by the authority alone.', rules: ['certificate-touched'] },
  {
    row: '4',
    what: 'The file holds one certificate request in PEM form.',
    rules: [
      'request-empty',
      'request-too-large',
      'request-wrong-kind',
      'request-pem',
      'request-several',
      'request-text-around',
      'request-der',
      'request-encoding',
      'request-version',
    ],
  },
  {
    row: '5',
    what: 'The request is signed with its own key and a sound hash.',
    rules: ['request-signature', 'request-signature-hash'],
  },
  { row: '6', what: 'The key is RSA and long enough.', rules: ['key-type', 'key-size', 'key-exponent'] },
  {
    row: '7',
    what: 'The key is not weak.',
    rules: ['key-weak-factor', 'key-weak-roca', 'key-weak-close-primes', 'key-weak-shared'],
  },
  {
    row: '8',
    what: 'The key is nobody else’s, not an old one, not compromised, and not certified already.',
    rules: ['key-blocked', 'key-of-another-app', 'key-old', 'renewal'],
  },
  {
    row: '9',
    what: 'The subject has one common name, and it is the id.',
    rules: ['cn-one', 'cn-app-id', 'subject-more', 'request-extensions', 'request-attributes'],
  },
  { row: '10', what: 'The id can be the id of an app.', rules: ['id-format'] },
  {
    row: '11',
    what: 'The id is not reserved, and is not near the product’s name.',
    rules: ['id-reserved', 'id-product'],
    people: 'whether a name near the product’s is a trademark question',
  },
  {
    row: '12',
    what: 'The id is not confusing, and is a name.',
    rules: ['id-confusing', 'id-generic'],
    people: 'whether a name is too near another, or says too little',
  },
  {
    row: '13',
    what: 'The id is not taken: another key is a replacement, with a reason and a proof.',
    rules: ['replacement', 'revoked-before', 'store-app'],
    people: 'take-overs and disputes; whether an app in the store belongs to whoever asks',
  },
  { row: '14', what: 'Every commit is signed off by its author.', rules: ['sign-off'] },
  {
    row: '14b',
    what: 'Every commit is by an account, so that nobody approves their own.',
    rules: ['commit-account'],
    people: 'whose a commit without an account is',
  },
  {
    row: '15',
    what: 'The description names the app’s public repository.',
    rules: ['repository-link', 'repository-not-an-app', 'repository-unreachable', 'repository-elsewhere'],
    people: 'repositories on other hosts',
  },
  {
    row: '16',
    what: 'The app’s info.xml has the id, and the store takes it.',
    rules: ['info-xml-absent', 'info-xml-unreadable', 'info-xml-id', 'info-xml-refused'],
  },
  {
    row: '17',
    what: 'The requester has to do with the repository.',
    rules: ['repository-relation'],
    people: 'a tie to the repository that is not public',
  },
  {
    row: '18',
    what: 'The repository holds no private key.',
    rules: ['leaked-key-repository', 'repository-key-files'],
    people: 'keys in the history of the repository, and in the archives of its releases',
  },
  {
    row: '19',
    what: 'Licence, visible source, purpose of the app, impersonation, payment.',
    rules: [],
    people: 'all of it: no program decides what an app is for',
  },
  { row: '20', what: 'No other open pull request asks for the same.', rules: ['duplicate', 'key-twice'] },
  {
    row: '21',
    what: 'Merge commits, unrelated commits, a history in pieces: nobody is asked to rebase; only the request is taken.',
    rules: [],
  },
];
