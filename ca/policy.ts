// SPDX-License-Identifier: MIT
import { LineCounter, parseDocument, isMap, isScalar, isSeq, type ParsedNode, type YAMLSeq } from 'yaml';
import { AuthorityError } from './authority-error.js';

/**
 * What is accepted, and how long things take: `authority/policy.yml` of the certificate repository, reviewed like code.
 * The settings are data: their reader, their defaults and the table in docs/authority.md are this list.
 */
interface Setting<Value> {
  /** place in the file, e.g. `key.minimum-bits` */
  readonly at: string;
  readonly default: Value;
  readonly means: string;
  /** undefined: not such a value */
  read(value: unknown): Value | undefined;
  /** what a value looks like, in words */
  readonly form: string;
}

export const policySettings = {
  minimumKeyBits: integer('key.minimum-bits', 4096, 2048, 16384, 'the shortest RSA key of a new request'),
  shorterKeysUntil: date(
    'key.shorter-until',
    'the last day on which a key of 2048 bits or more is a warning, not an error',
  ),
  sha1Until: date('hash.sha1-until', 'the last day on which a request signed with SHA-1 is a warning', '2026-12-31'),
  shortestId: integer('id.shortest', 3, 1, 32, 'characters of an id never certified before, at least'),
  longestId: integer('id.longest', 32, 3, 32, 'the same, at most; the store’s schema ends at 32'),
  reservedIds: list(
    'id.reserved',
    'more ids that nobody gets, beside the names of the product, its folders and its apps',
  ),
  certificateDays: integer(
    'certificate.days',
    3750,
    1,
    3750,
    'validity of a certificate, never beyond the issuer’s own',
  ),
  backdateMinutes: integer(
    'certificate.backdate-minutes',
    5,
    0,
    1440,
    'a certificate begins so long ago, for slow clocks',
  ),
  renewalDays: integer('renewal.within-days', 180, 1, 3750, 'a certificate is renewed in its last so many days'),
  replacementRevoke: choice(
    'replacement.revoke',
    ['overlap', 'at-once'],
    'when a replaced certificate is revoked; at-once makes every published release uninstallable at once',
  ),
  overlapDays: integer('replacement.overlap-days', 90, 0, 3750, 'after a lost key or a rename'),
  takeOverDays: integer('replacement.take-over-days', 14, 0, 3750, 'after a take-over'),
  crlDays: integer(
    'crl.next-update-days',
    365,
    1,
    3650,
    'nextUpdate of the list; where the store’s copy is older than that, the store refuses every upload',
  ),
} as const;

export type Policy = {
  readonly [Name in keyof typeof policySettings]: (typeof policySettings)[Name]['default'];
};

export const policyPath = 'authority/policy.yml';

export const defaultPolicy: Policy = fromValues(() => undefined);

/**
 * Reads the file. What is not set has its default; what nobody knows is refused, with the line.
 * @throws AuthorityError `bad-policy`
 */
export function readPolicy(text: string, file = policyPath): Policy {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const fail = (what: string, offset: number): never => {
    const { line } = lines.linePos(offset);
    throw new AuthorityError('bad-policy', `${file}:${line}: ${what}.`, {
      hint: 'See the table of settings in docs/authority.md.',
      file,
      line,
    });
  };
  const [error] = document.errors;
  if (error !== undefined) return fail(error.message.split('\n')[0] ?? 'not YAML', error.pos[0]);
  const known = new Map(Object.values(policySettings).map((setting) => [setting.at, setting]));
  const values = new Map<string, unknown>();
  for (const { at, value, offset } of leaves(document.contents)) {
    const setting = known.get(at) ?? fail(`there is no setting "${at}"`, offset);
    if (setting.read(value) === undefined) fail(`"${at}" has to be ${setting.form}`, offset);
    values.set(at, value);
  }
  return fromValues((at) => values.get(at));
}

function fromValues(valueOf: (at: string) => unknown): Policy {
  const entries = Object.entries(policySettings).map(([name, setting]) => [
    name,
    setting.read(valueOf(setting.at)) ?? setting.default,
  ]);
  return Object.fromEntries(entries) as Policy;
}

interface Leaf {
  readonly at: string;
  readonly value: unknown;
  readonly offset: number;
}

function leaves(node: ParsedNode | null, path: readonly string[] = []): Leaf[] {
  if (isMap(node)) {
    return node.items.flatMap((pair) => {
      const key = isScalar(pair.key) ? String(pair.key.value) : '?';
      return leaves(pair.value, [...path, key]);
    });
  }
  const value: unknown = isScalar(node) ? node.value : isSeq(node) ? textsOf(node) : undefined;
  return node === null || value === null ? [] : [{ at: path.join('.'), value, offset: node.range[0] }];
}

/** An alias or a nested list becomes something that no setting accepts. */
function textsOf(node: YAMLSeq.Parsed): unknown[] {
  return node.items.map((item) => (isScalar(item) ? item.value : undefined));
}

function integer(at: string, fallback: number, least: number, most: number, means: string): Setting<number> {
  const fits = (value: unknown): value is number =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
  const form = `a whole number from ${least} to ${most}`;
  return { at, default: fallback, means, form, read: (value) => (fits(value) ? value : undefined) };
}

/** The last day, whole, in UTC; `undefined`: it is over already. */
function date(at: string, means: string, fallback?: string): Setting<Date | undefined> {
  const read = (value: unknown): Date | undefined => {
    if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
    const end = new Date(`${value}T23:59:59Z`);
    return Number.isNaN(end.getTime()) ? undefined : end;
  };
  return { at, default: read(fallback), means, form: 'a date like 2026-12-31', read };
}

function choice<Word extends string>(at: string, words: readonly [Word, ...Word[]], means: string): Setting<Word> {
  const read = (value: unknown): Word | undefined => words.find((word) => word === value);
  return { at, default: words[0], means, form: words.join(' or '), read };
}

function list(at: string, means: string): Setting<readonly string[]> {
  const isList = (value: unknown): value is string[] =>
    Array.isArray(value) && value.every((item) => typeof item === 'string');
  return { at, default: [], means, form: 'a list of ids', read: (value) => (isList(value) ? value : undefined) };
}
