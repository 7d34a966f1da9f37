// SPDX-License-Identifier: MIT

/** What may go wrong with webhooks. Shares are between 0 and 1; what they strike is drawn from a seeded source. */
export interface WebhookFaults {
  /** share that is never sent, nor in the delivery log */
  lost: number;
  /** share that is sent twice */
  twice: number;
  /** milliseconds by which every delivery is late */
  delay: number;
  /** up to so many milliseconds are added to each, which brings them out of order */
  jitter: number;
  /** true leaves `sender` out, as GitHub does now and then (zulip/zulip#39469, librariesio/libraries.io#3089) */
  withoutSender: boolean;
}

export const noWebhookFaults: WebhookFaults = { lost: 0, twice: 0, delay: 0, jitter: 0, withoutSender: false };

/** Numbers between 0 and 1 that are the same for the same seed (Park and Miller, 1988: minimal standard). */
export function seeded(seed: number): () => number {
  let state = (Math.abs(Math.trunc(seed)) % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state - 1) / 2_147_483_646;
  };
}
