// SPDX-License-Identifier: MIT
import { certificatePath } from '../ca/repository/repository.js';
import { keyHash } from '../ca/review/review-subject.js';
import { rsaKeyOf } from '../ca/x509/rsa-key.js';
import { Certificate } from '../common/certificate.js';
import { InputError } from '../common/input-error.js';
import type { Github } from './github/github.js';
import { inPortions } from './github/in-portions.js';
import type { Situation } from './situation.js';

/** Certificates have 2 KB, and GitHub answers within ten seconds or not at all. */
const filesAtOnce = 100;
const callsAtOnce = 3;

/** There is no file in this place. */
const absent = Symbol('absent');

interface KeyOfApp {
  readonly app: string;
  /** SHA-256 of the SubjectPublicKeyInfo, hex */
  readonly key: string;
}

/**
 * The RSA moduli of all keys that are certified at the tip of the base branch, as far as their certificates lie there:
 * a key that was replaced has none there any more. A hundred certificates are one call, and each is read once in the
 * life of the process; a tip that certifies nothing new costs nothing.
 */
export function certifiedModuli(github: Github, base: Situation['base']): Promise<readonly bigint[]> {
  const { modulusOfKey, certifiedModuli: ofCommit } = github.caches;
  return ofCommit.get(base.commit, async () => {
    const { ledger } = base.repository;
    const keys = [...ledger.apps()].flatMap((app): KeyOfApp[] => {
      const newest = ledger.certificatesOf(app).at(-1);
      return newest === undefined ? [] : [{ app, key: newest.key }];
    });
    const unknown = keys.filter(({ key }) => !modulusOfKey.has(key));
    await inPortions(portions(unknown), callsAtOnce, async (some) => {
      const texts = await readTexts(github, base.commit, some);
      some.forEach(({ key }, at) => {
        const text = texts[at];
        // what GitHub did not show may be shown the next time
        if (text !== undefined) modulusOfKey.set(key, text === absent ? undefined : modulusIn(text, key));
      });
    });
    return [...new Set(keys.flatMap(({ key }) => modulusOfKey.get(key) ?? []))];
  });
}

function portions<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / filesAtOnce);
  return Array.from({ length: count }, (_, at) => items.slice(at * filesAtOnce, (at + 1) * filesAtOnce));
}

/** The texts of the certificates, in the order of the apps: as many calls over REST would be as many files. */
async function readTexts(
  { octokit, repository }: Github,
  commit: string,
  apps: readonly KeyOfApp[],
): Promise<(string | typeof absent | undefined)[]> {
  const names = apps.map((_, at) => `file${at}`);
  const files = names.map((name) => `${name}: object(expression: $${name}) { ... on Blob { text } }`);
  const query = `query ($owner: String!, $repo: String!, ${names.map((name) => `$${name}: String!`).join(', ')}) {
  repository(owner: $owner, name: $repo) {
    ${files.join('\n    ')}
  }
}`;
  const expressions = apps.map(({ app }, at) => [`file${at}`, `${commit}:${certificatePath(app)}`] as const);
  const answer = await octokit.graphql<Answer>(query, { ...repository, ...Object.fromEntries(expressions) });
  return names.map((name) => {
    const file = answer.repository?.[name];
    return file === null ? absent : (file?.text ?? undefined);
  });
}

interface Answer {
  readonly repository?: Readonly<Record<string, { readonly text?: string | null } | null>> | null;
}

/** Undefined where it is another key's, no certificate, or no RSA key: three of the hand-made files are none. */
function modulusIn(text: string, key: string): bigint | undefined {
  try {
    const { spki } = Certificate.fromPem(text);
    return keyHash(spki) === key ? rsaKeyOf(spki)?.modulus : undefined;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
