// SPDX-License-Identifier: MIT
import { requestPath } from '../../ca/repository/repository.js';
import { appIdProblems } from '../../ca/review/app-id.js';
import { nobodysCommits } from '../rules/account-rules.js';
import { isPlainId } from '../rules/path-of.js';
import { type OtherKind, pullRequestSubject, type PullRequestSubject } from '../rules/pull-request-subject.js';
import { unsignedCommits } from '../rules/sign-off-rules.js';
import type { Situation } from '../situation.js';
import { shellWord, shellWords } from './shell.js';
import { block, code } from './text.js';

/** What mends a finding: lines for a shell, and beside them Markdown of ours for whoever has none. */
export interface Mend {
  readonly shell: readonly string[];
  readonly besides?: string;
}

interface Place {
  readonly situation: Situation;
  readonly subject: PullRequestSubject;
  /** the id, or `APP_ID` where it could not go into a command */
  readonly app: string;
  /** where the request belongs */
  readonly path: string;
}

/** The commands for one finding, with this app’s id and these paths; undefined: there are none. */
export function mend(rule: string, situation: Situation): Mend | undefined {
  const subject = pullRequestSubject(situation);
  const app = subject.appId !== undefined && isPlainId(subject.appId) ? subject.appId : 'APP_ID';
  return mends[rule]?.({ situation, subject, app, path: requestPath(app) });
}

type Mender = (place: Place) => Mend | undefined;

const commit = (place: Place, path: string, message: string): string[] => [
  `git add ${path}`,
  `git commit -s -m "${message}"`,
  push(place.situation),
];

/** The branch as a word of a command; undefined where git would take it for an option or for `+`, or it cannot be shown. */
function branchWord({ pullRequest }: Situation): string | undefined {
  return /^[-+]/.test(pullRequest.head.ref) ? undefined : shellWord(pullRequest.head.ref);
}

/** With remote and branch: after a push without `-u` the branch has no upstream, and `git push` alone ends in an error. */
function push(situation: Situation, option = ''): string {
  const branch = branchWord(situation);
  return `git push${option}${branch === undefined ? '' : ` origin ${branch}`}`;
}

const withLease = ' --force-with-lease';

const newKey = ({ app, path }: Place): string[] => [
  `mkdir -p ${app}`,
  `# ../${app}.key is the new private key: keep it outside of the repository; an older file there is overwritten`,
  `openssl req -nodes -newkey rsa:4096 -sha256 -keyout ../${app}.key -out ${path} -subj "/CN=${app}"`,
];

const sameKey = ({ app, path }: Place): string[] => [
  `mkdir -p ${app}`,
  `openssl req -new -sha256 -key ../${app}.key -out ${path} -subj "/CN=${app}"`,
];

const withNewKey: Mender = (place) => ({
  shell: [...newKey(place), ...commit(place, place.path, `Request a certificate for ${place.app}`)],
});

const withSameKey: Mender = (place) => ({
  shell: [...sameKey(place), ...commit(place, place.path, `Request a certificate for ${place.app}`)],
  besides: `Where your key lies elsewhere, name it in the place of ${code(`../${place.app}.key`)}.`,
});

/** Brings the base branch here as FETCH_HEAD, whatever the names of the remotes are. */
function fetchBase({ pullRequest }: Situation): string | undefined {
  const words = shellWords([pullRequest.url.replace(/\/pull\/\d+$/, ''), pullRequest.baseRef]);
  return words === undefined ? undefined : `git fetch ${words}`;
}

/** A branch from the base branch with one commit, in the place of all that stands there now. */
function freshBranch(place: Place, request: readonly string[]): Mend | undefined {
  const fetch = fetchBase(place.situation);
  const branch = branchWord(place.situation);
  if (fetch === undefined || branch === undefined) return undefined;
  return {
    shell: [
      fetch,
      `git checkout -B ${branch} FETCH_HEAD`,
      ...request,
      `git add ${place.path}`,
      `git commit -s -m "Request a certificate for ${place.app}"`,
      push(place.situation, withLease),
    ],
  };
}

const withKeptRequest: Mender = (place) => {
  const from = shellWord(place.subject.request?.change.path ?? place.path);
  if (from === undefined) return undefined;
  const mended = freshBranch(place, [`mkdir -p ${place.app}`, `cp ../${place.app}.csr ${place.path}`]);
  return mended && { shell: [`git show HEAD:${from} > ../${place.app}.csr`, ...mended.shell] };
};

/** Makes these files what they are on the base branch. */
function takeOut(kind: OtherKind): Mender {
  return (place) => {
    const changes = place.subject.others[kind];
    const fetch = fetchBase(place.situation);
    const added = shellWords(changes.filter(({ status }) => status === 'added').map(({ path }) => path));
    const others = shellWords(changes.filter(({ status }) => status !== 'added').map(({ path }) => path));
    if (added === undefined || others === undefined || fetch === undefined || changes.length > 20) {
      return withKeptRequest(place);
    }
    return {
      shell: [
        ...(others === '' ? [] : [fetch, `git checkout "$(git merge-base HEAD FETCH_HEAD)" -- ${others}`]),
        ...(added === '' ? [] : [`git rm -r -- ${added}`]),
        'git commit -s -m "Only the request"',
        push(place.situation),
      ],
    };
  };
}

const move: Mender = ({ situation, subject, app, path }) => {
  const moved = subject.requests.find(({ wellPlaced }) => !wellPlaced);
  const from = moved && shellWord(moved.change.path);
  if (from === undefined || app === 'APP_ID') return undefined;
  return {
    shell: [
      `mkdir -p ${app}`,
      `git mv -- ${from} ${path}`,
      `git commit -s -m "Move the request of ${app}"`,
      push(situation),
    ],
  };
};

const otherId: Mender = (place) => {
  const { subject } = place;
  const from = subject.request && shellWord(subject.request.change.path);
  if (from === undefined) return undefined;
  return {
    shell: [
      '# NEW_ID stands for the id that you choose',
      'mkdir -p NEW_ID',
      'openssl req -nodes -newkey rsa:4096 -sha256 -keyout ../NEW_ID.key -out NEW_ID/NEW_ID.csr -subj "/CN=NEW_ID"',
      `git rm -- ${from}`,
      ...commit(place, 'NEW_ID/NEW_ID.csr', 'Request a certificate under another id'),
    ],
  };
};

/** A certificate for the id that stands in info.xml. */
const idOfInfoXml: Mender = (place) => {
  const { situation, subject } = place;
  const { linked, base } = situation;
  const id = linked.kind === 'found' && linked.infoXml.kind === 'read' ? linked.infoXml.id : '';
  const from = subject.request && shellWord(subject.request.change.path);
  if (from === undefined || appIdProblems(id, base.repository.policy).length > 0) return undefined;
  const path = requestPath(id);
  return {
    shell: [
      `# either correct <id> in info.xml; or ask for a certificate for ${id}:`,
      `mkdir -p ${id}`,
      `git mv -- ${from} ${path}`,
      `openssl req -nodes -newkey rsa:4096 -sha256 -keyout ../${id}.key -out ${path} -subj "/CN=${id}"`,
      ...commit(place, path, `Request a certificate for ${id}`),
    ],
  };
};

const signOff: Mender = ({ situation, subject, path }) => {
  const unsigned = unsignedCommits(subject);
  const first = unsigned[0]?.commit;
  const fetch = fetchBase(situation);
  if (first === undefined || fetch === undefined) return undefined;
  const { authorName, authorEmail } = first;
  const isOne = unsigned.every(({ commit: one }) => one.authorName === authorName && one.authorEmail === authorEmail);
  const byProgram = unsigned.some(({ isProgram }) => isProgram);
  // the sign-off has to be that of the author, whatever the configuration of this clone says
  const [name, address] = [shellWord(`user.name=${authorName}`), shellWord(`user.email=${authorEmail}`)];
  const isSure = isOne && !byProgram && name !== undefined && address !== undefined;
  const git = isSure ? `git -c ${name} -c ${address}` : 'git';
  const isLast = situation.commits.length === 1;
  const amend = `${git} commit --amend -s --no-edit${byProgram ? ' --reset-author' : ''}`;
  return {
    shell: [...(isLast ? [amend] : [fetch, `${git} rebase --signoff FETCH_HEAD`]), push(situation, withLease)],
    besides: inTheBrowser(situation, path, byProgram ? 'YOUR NAME <YOUR ADDRESS>' : `${authorName} <${authorEmail}>`),
  };
};

/** Under the address that GitHub gives to every account (GitHub documentation, "Email addresses reference"). */
const underAccount: Mender = ({ situation, subject }) => {
  const { author } = situation.pullRequest;
  const address = shellWord(`user.email=${author.id}+${author.login}@users.noreply.github.com`);
  const fetch = fetchBase(situation);
  if (address === undefined || fetch === undefined || nobodysCommits(subject).length === 0) return undefined;
  const amend = 'commit --amend --reset-author -s --no-edit';
  const remade =
    situation.commits.length === 1
      ? [`git -c ${address} ${amend}`]
      : [fetch, `git -c ${address} rebase --exec 'git ${amend}' FETCH_HEAD`];
  return {
    shell: [...remade, push(situation, withLease)],
    besides:
      'Or change nothing in the commit: add its address to [your account](https://github.com/settings/emails), and comment `/recheck`.',
  };
};

function inTheBrowser({ pullRequest }: Situation, path: string, who: string): string {
  return [
    `In a browser alone: a commit that is there cannot be changed. In your fork make a new branch from ${code(pullRequest.baseRef)}, choose **Add file**, **Create new file**, name it ${code(path)}, paste the request, and before you commit write this into the *extended description*:`,
    block(`Signed-off-by: ${who}`),
    'Then open a pull request from that branch, and close this one.',
  ].join('\n\n');
}

/** Nothing to run; but the number in the message is a stranger’s text by then, and no link. */
const seeOthers: Mender = ({ situation: { rivals } }) => ({
  shell: [],
  besides: `See ${rivals.map(({ number }) => `#${number}`).join(', ')}.`,
});

/** A branch from the base branch for each request; this one stays as it is. */
const oneEach: Mender = ({ situation, subject: { requests } }) => {
  const { ref } = situation.pullRequest.head;
  const fetch = fetchBase(situation);
  const branch = branchWord(situation);
  if (fetch === undefined || branch === undefined) return undefined;
  const shell = requests.flatMap(({ appId, change }) => {
    const from = shellWord(`${ref}:${change.path}`);
    if (from === undefined || !isPlainId(appId)) return [];
    const path = requestPath(appId);
    const name = ref === `request-${appId}` ? `certificate-${appId}` : `request-${appId}`;
    return [
      `git checkout -b ${name} FETCH_HEAD`,
      `mkdir -p ${appId} && git show ${from} > ${path}`,
      `git add ${path}`,
      `git commit -s -m "Request a certificate for ${appId}"`,
      `git push -u origin ${name}`,
    ];
  });
  if (shell.length === 0) return undefined;
  return {
    shell: [fetch, ...shell, `git checkout ${branch}`],
    besides: 'Then open a pull request from each of the new branches, with the same description, and close this one.',
  };
};

/** By rule, what mends it. */
const mends: Readonly<Record<string, Mender>> = {
  'leaked-key': (place) => freshBranch(place, newKey(place)),
  'leaked-key-unreadable': (place) => freshBranch(place, newKey(place)),
  'leaked-key-repository': withNewKey,
  'request-private-key': (place) => freshBranch(place, newKey(place)),
  'request-missing': withNewKey,
  'request-taken-away': takeOut('lost-request'),
  'certificate-touched': takeOut('certificate'),
  'extra-files': takeOut('extra'),
  'protected-files': takeOut('authority'),
  'not-a-file': takeOut('no-file'),
  'too-large': withKeptRequest,
  unread: withKeptRequest,
  'path-unsafe': withKeptRequest,
  'several-requests': oneEach,
  'request-path': move,
  'path-characters': otherId,
  'path-case': otherId,
  'sign-off': signOff,
  'commit-account': underAccount,
  'info-xml-id': idOfInfoXml,
  duplicate: seeOthers,
  'key-twice': (place) => {
    const see = (place.situation.sameKey ?? []).map(({ number }) => `#${number}`).join(', ');
    return {
      shell: withNewKey(place)?.shell ?? [],
      besides: `That is for the app of this pull request; see ${see} for the other.`,
    };
  },
  'request-empty': withSameKey,
  'request-too-large': withSameKey,
  'request-wrong-kind': withSameKey,
  'request-pem': withSameKey,
  'request-several': withSameKey,
  'request-text-around': withSameKey,
  'request-der': withSameKey,
  'request-version': withSameKey,
  'request-signature': withSameKey,
  'request-signature-hash': withSameKey,
  'cn-one': withSameKey,
  'cn-app-id': withSameKey,
  'key-type': withNewKey,
  'key-size': withNewKey,
  'key-exponent': withNewKey,
  'key-weak-factor': withNewKey,
  'key-weak-roca': withNewKey,
  'key-weak-close-primes': withNewKey,
  'key-weak-shared': withNewKey,
  'key-blocked': withNewKey,
  'key-of-another-app': withNewKey,
  'key-old': withNewKey,
  'id-format': otherId,
  'id-reserved': otherId,
};
