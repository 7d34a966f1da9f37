// SPDX-License-Identifier: MIT

/** Who pushed a head: an account id; nobody told us; or it was told of more than one. */
export type Pusher = number | 'unknown' | 'several';

/** What our check run on a head keeps in its `external_id`, where nobody but our App can write. */
export interface CheckMemory {
  /** of the rules that judged */
  readonly rules: string;
  /** one commit can be the head of two pull requests, and an approval of one is none of the other */
  readonly pullRequest: number;
  readonly pusher: Pusher;
  /** hash of what the run says; undefined while it is not all there */
  readonly content: string | undefined;
  /** hash of its annotations, which can be added to, but never taken away */
  readonly annotations: string;
}

const form =
  /^nextcloud-ca\/1 rules=([\w.-]{1,32}) pr=(\d{1,10}) pusher=(\d{1,15}|unknown|several) content=([0-9a-f]{32}|-) annotations=([0-9a-f]{32})$/;

/** At most 190 characters; the documentation names no limit. */
export function writeMemory({ rules, pullRequest, pusher, content, annotations }: CheckMemory): string {
  return `nextcloud-ca/1 rules=${rules} pr=${pullRequest} pusher=${pusher} content=${content ?? '-'} annotations=${annotations}`;
}

/** undefined for anything that {@link writeMemory} does not write. */
export function readMemory(externalId: string): CheckMemory | undefined {
  const [, rules, pullRequest, pusher, content, annotations] = form.exec(externalId) ?? [];
  if (rules === undefined || content === undefined || annotations === undefined) return undefined;
  return {
    rules,
    pullRequest: Number(pullRequest),
    pusher: pusher === 'unknown' || pusher === 'several' ? pusher : Number(pusher),
    content: content === '-' ? undefined : content,
    annotations,
  };
}

/** Several sources together: those that know nothing do not count, those that disagree do. */
export function mergePushers(sources: readonly Pusher[]): Pusher {
  const told = new Set(sources.filter((source) => source !== 'unknown'));
  if (told.size > 1 || told.has('several')) return 'several';
  const [only = 'unknown'] = told;
  return only;
}
