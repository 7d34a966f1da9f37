// SPDX-License-Identifier: MIT
import type { Clock } from '../../../common/clock.js';
import { type Http, type HttpAnswer, HttpError, type HttpRequest } from '../../../common/http.js';
import { noon } from './test-authority.js';

/** A clock that jumps when somebody sleeps, and remembers for how long. */
export class FakeClock implements Clock {
  readonly slept: number[] = [];
  #now: number;

  constructor(start: Date = noon) {
    this.#now = start.getTime();
  }

  now(): Date {
    return new Date(this.#now);
  }

  async sleep(milliseconds: number): Promise<void> {
    this.slept.push(milliseconds);
    this.pass(milliseconds);
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }
}

export type Scripted =
  { status: number; body?: unknown; headers?: Record<string, string> } | 'unreachable' | 'timed-out';

/** An outside that answers from a script; the last line is repeated. */
export class ScriptedHttp {
  readonly requests: HttpRequest[] = [];
  readonly #script: readonly Scripted[];

  constructor(...script: readonly Scripted[]) {
    this.#script = script;
  }

  readonly http: Http = async (request) => {
    this.requests.push(request);
    const next = this.#script[Math.min(this.requests.length, this.#script.length) - 1];
    if (next === undefined || typeof next === 'string') {
      throw new HttpError(next ?? 'unreachable', `${request.method} ${request.url} failed: ECONNREFUSED.`, {
        hint: 'See whether it can be reached.',
      });
    }
    return answer(next.status, next.body, next.headers);
  };
}

export function answer(status: number, body?: unknown, headers: Record<string, string> = {}): HttpAnswer {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers, body: Buffer.from(text) };
}
