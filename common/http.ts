// SPDX-License-Identifier: MIT
import { CodedError, type ErrorCodes, type ErrorDetails } from './coded-error.js';

const codes = {
  unreachable: 'outside',
  'timed-out': 'outside',
  'answer-too-large': 'outside',
} as const satisfies ErrorCodes;

/** The request did not end in an answer. An answer of any status is not an error of this class. */
export class HttpError extends CodedError<keyof typeof codes> {
  constructor(code: keyof typeof codes, message: string, details: ErrorDetails) {
    super(code, codes[code], message, details);
  }
}

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  /** lower-case names */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** from the call to the last byte of the answer; default 60,000 */
  readonly timeoutMs?: number;
  /** bytes of the answer's body; default 64 MiB */
  readonly maxBytes?: number;
}

export interface HttpAnswer {
  readonly status: number;
  /** lower-case names */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** One request, one answer. Handed in wherever a room talks to the outside. */
export type Http = (request: HttpRequest) => Promise<HttpAnswer>;

const defaultTimeoutMs = 60_000;
const defaultMaxBytes = 64 * 1024 * 1024;

/** HTTP over the platform's `fetch`: redirects followed (at most 20), bodies decoded, both bounded. @throws HttpError */
export const http: Http = async ({
  method,
  url,
  headers,
  body,
  timeoutMs = defaultTimeoutMs,
  maxBytes = defaultMaxBytes,
}) => {
  const host = hostOf(url);
  try {
    const response = await fetch(url, {
      method,
      headers: { 'user-agent': 'nextcloud-release', ...headers },
      ...(body !== undefined && { body }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await readBody(response, maxBytes, url),
    };
  } catch (cause) {
    if (cause instanceof HttpError) throw cause;
    if (cause instanceof Error && cause.name === 'TimeoutError') {
      throw new HttpError('timed-out', `${method} ${url} had no answer within ${timeoutMs / 1000} seconds.`, {
        hint: `See whether ${host} is up, then run the same command again; every step is safe to repeat.`,
        cause,
      });
    }
    throw new HttpError('unreachable', `${method} ${url} failed: ${reasonOf(cause)}.`, {
      hint: `See whether ${host} can be reached from this machine, then run the same command again.`,
      cause,
    });
  }
};

export function bodyText(answer: HttpAnswer): string {
  return Buffer.from(answer.body).toString('utf8');
}

/** The body as JSON, or undefined where it is none (an HTML error page, say). */
export function bodyJson(answer: HttpAnswer): unknown {
  try {
    return JSON.parse(bodyText(answer)) as unknown;
  } catch {
    return undefined;
  }
}

async function readBody(response: Response, maxBytes: number, url: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxBytes) {
      throw new HttpError('answer-too-large', `${url} answered with more than ${maxBytes} bytes.`, {
        hint: 'See whether the address is the right one.',
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** undici wraps the reason, sometimes twice, and for dual-stack hosts in an AggregateError. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (error.cause !== undefined) return reasonOf(error.cause);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return code !== undefined && !error.message.includes(code) ? `${error.message} (${code})` : error.message;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
