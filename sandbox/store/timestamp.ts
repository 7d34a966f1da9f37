// SPDX-License-Identifier: MIT
import type { Clock } from '../../common/clock.js';

/** Microseconds since 1970, as the store's database keeps time: an ETag is the time of the last change. */
export type Timestamp = number;

/** DRF's form: `2016-06-25T16:49:25.326855Z`, without a fraction where it is zero. */
export function isoTime(timestamp: Timestamp): string {
  return `${seconds(timestamp)}${fraction(timestamp)}Z`;
}

/** Python's `str(datetime)`, which the store takes for ETags: `2016-06-17 23:08:58.042321+00:00`. */
export function pythonTime(timestamp: Timestamp): string {
  return `${seconds(timestamp).replace('T', ' ')}${fraction(timestamp)}+00:00`;
}

export function dateOf(timestamp: Timestamp): Date {
  return new Date(Math.floor(timestamp / 1000));
}

/** The next time: never the same twice, though JavaScript's clock knows milliseconds only. */
export function nextTimestamp(clock: Clock, last: Timestamp): Timestamp {
  return Math.max(clock.now().getTime() * 1000, last + 1);
}

function seconds(timestamp: Timestamp): string {
  return dateOf(timestamp).toISOString().slice(0, 19);
}

function fraction(timestamp: Timestamp): string {
  const micros = timestamp % 1_000_000;
  return micros === 0 ? '' : `.${String(micros).padStart(6, '0')}`;
}
