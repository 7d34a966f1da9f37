// SPDX-License-Identifier: MIT
import type { App, Installation } from '../app.js';

/** One attempt to tell an App of an event. */
export interface Delivery {
  readonly id: number;
  /** `X-GitHub-Delivery`: the same for every attempt, and for every App that hears of the event */
  readonly guid: string;
  readonly app: App;
  readonly installation: Installation;
  readonly repositoryId: number | null;
  readonly event: string;
  readonly action: string | null;
  readonly redelivery: boolean;
  readonly payload: string;
  deliveredAt: Date;
  /** seconds */
  duration: number;
  /** `OK`, or what went wrong */
  status: string;
  /** 0 where there was no answer */
  statusCode: number;
  requestHeaders: Readonly<Record<string, string>>;
  responseHeaders: Readonly<Record<string, string>>;
  responseBody: string;
}
