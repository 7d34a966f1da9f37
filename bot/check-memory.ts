// SPDX-License-Identifier: MIT

/** Who pushed a head, by account id, each once, in order; none: nobody told us; `many`: more than are remembered. */
export type Pushers = readonly number[] | 'many';

/** One head is pushed by one account, unless it is pushed away and back. */
const mostPushers = 4;

/** What our check run on a head keeps in its `external_id`, where nobody but our App can write. */
export interface CheckMemory {
  /** of the rules that judged */
  readonly rules: string;
  /** one commit can be the head of two pull requests, and an approval of one is none of the other */
  readonly pullRequest: number;
  readonly pushers: Pushers;
  /** hash of what the run says; undefined while it is not all there */
  readonly content: string | undefined;
  /** hash of its annotations, which can be added to, but never taken away */
  readonly annotations: string;
}

const form =
  /^nextcloud-ca\/1 rules=([\w.-]{1,32}) pr=(\d{1,10}) pushers=(\d{1,15}(?:\+\d{1,15}){0,3}|none|many) content=([0-9a-f]{32}|-) annotations=([0-9a-f]{32})$/;

/** At most 240 characters; the documentation names no limit. */
export function writeMemory({ rules, pullRequest, pushers, content, annotations }: CheckMemory): string {
  const ids = pushers === 'many' ? pushers : pushers.join('+') || 'none';
  return `nextcloud-ca/1 rules=${rules} pr=${pullRequest} pushers=${ids} content=${content ?? '-'} annotations=${annotations}`;
}

/** undefined for anything that {@link writeMemory} does not write. */
export function readMemory(externalId: string): CheckMemory | undefined {
  const [, rules, pullRequest, ids = '', content, annotations] = form.exec(externalId) ?? [];
  if (rules === undefined || content === undefined || annotations === undefined) return undefined;
  return {
    rules,
    pullRequest: Number(pullRequest),
    pushers: ids === 'many' ? ids : ids === 'none' ? [] : ids.split('+').map(Number),
    content: content === '-' ? undefined : content,
    annotations,
  };
}

/** All that several sources know together. */
export function mergePushers(sources: readonly Pushers[]): Pushers {
  const known = sources.filter((source) => source !== 'many');
  const ids = [...new Set(known.flat())].sort((one, other) => one - other);
  return known.length < sources.length || ids.length > mostPushers ? 'many' : ids;
}

/** Whoever pushed it alone; undefined: nobody knows, or there are more. */
export function solePusher(pushers: Pushers): number | undefined {
  return pushers.length === 1 && pushers !== 'many' ? pushers[0] : undefined;
}

/** What is remembered beside a commit. @param runs ours on it */
export function rememberedPushers(runs: readonly { readonly externalId: string }[]): Pushers {
  return mergePushers(runs.map(({ externalId }) => readMemory(externalId)?.pushers ?? []));
}
