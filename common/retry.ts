// SPDX-License-Identifier: MIT
import type { Clock } from './clock.js';

/** What the outcome of one attempt means for the next. */
export type Verdict =
  | { readonly again: false }
  /** `kind` counts separately: each kind has its own number of attempts */
  | { readonly again: true; readonly kind: string; readonly waitMs?: number };

export interface RetryPolicy {
  /** attempts in all, by kind of failure */
  readonly attempts: Readonly<Record<string, number>>;
  /** nothing is begun after this long */
  readonly budgetMs: number;
  /** first wait; doubled each time */
  readonly firstWaitMs: number;
  readonly maxWaitMs: number;
}

export interface RetryWorld {
  readonly clock: Clock;
  /** 0 (inclusive) to 1 (exclusive) */
  readonly random: () => number;
  readonly onRetry?: (attempt: number, kind: string, waitMs: number) => void;
}

/**
 * Runs `attempt` until `judge` says that its result stands, its kind of failure has used up its attempts, or the next
 * wait would pass the budget. Waits double, with full jitter in their upper half. The last result is returned as it is.
 */
export async function retry<Result>(
  attempt: () => Promise<Result>,
  judge: (result: Result) => Verdict,
  policy: RetryPolicy,
  world: RetryWorld,
): Promise<Result> {
  const start = world.clock.now().getTime();
  const failures = new Map<string, number>();
  for (let count = 1; ; count++) {
    const result = await attempt();
    const verdict = judge(result);
    if (!verdict.again) return result;
    const failed = (failures.get(verdict.kind) ?? 0) + 1;
    failures.set(verdict.kind, failed);
    const waitMs = verdict.waitMs ?? backoff(count, policy, world.random);
    const elapsed = world.clock.now().getTime() - start;
    if (failed >= (policy.attempts[verdict.kind] ?? 1) || elapsed + waitMs > policy.budgetMs) return result;
    world.onRetry?.(count, verdict.kind, waitMs);
    await world.clock.sleep(waitMs);
  }
}

function backoff(count: number, policy: RetryPolicy, random: () => number): number {
  const ceiling = Math.min(policy.maxWaitMs, policy.firstWaitMs * 2 ** (count - 1));
  return Math.round(ceiling / 2 + (random() * ceiling) / 2);
}
