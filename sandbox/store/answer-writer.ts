// SPDX-License-Identifier: MIT
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { StoreAnswer } from '../../src/store/store-answer.js';
import { dateOf, pythonTime, type Timestamp } from './timestamp.js';

/** What stands beside status and body. */
export interface Reply extends StoreAnswer {
  readonly headers?: Readonly<Record<string, string>>;
  /** the text of the ETag, without quotes */
  readonly etag?: string;
  readonly lastModified?: Timestamp;
  /** apps.json alone is compressed (store: api/v1/views.py, gzip_page) */
  readonly gzip?: boolean;
}

/** Django's GZipMiddleware leaves shorter ones as they are. */
const shortestGzip = 200;

/** Writes a reply as Django and DRF do: JSON, or a page where the browser asks for one; 304 where nothing changed. */
export function writeReply(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  const headers = { ...commonHeaders(request), ...validators(reply), ...reply.headers };
  if (reply.status === 200 && isUnchanged(request, reply)) {
    response.writeHead(304, headers).end();
    return;
  }
  const { type, text } = bodyOf(request, reply);
  const isZipped =
    reply.gzip === true && text.length >= shortestGzip && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const body = isZipped ? gzipSync(text) : Buffer.from(text);
  response.writeHead(reply.status, {
    ...headers,
    ...(text !== '' && { 'content-type': type }),
    ...(reply.gzip === true && { vary: 'Accept-Encoding' }),
    ...(isZipped && { 'content-encoding': 'gzip' }),
    ...(reply.status !== 204 && { 'content-length': String(body.length) }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** An etag of microseconds since 1970, in Python's words. */
export function etagOf(timestamp: Timestamp | undefined): string {
  return timestamp === undefined ? '' : pythonTime(timestamp);
}

function commonHeaders(request: IncomingMessage): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    ...(request.headers.origin !== undefined && {
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'etag, x-content-type-options, content-type',
    }),
  };
}

function validators({ etag, lastModified }: Reply): Record<string, string> {
  return {
    ...(etag !== undefined && { etag: `"${etag}"` }),
    ...(lastModified !== undefined && { 'last-modified': dateOf(lastModified).toUTCString() }),
  };
}

/** If-None-Match before If-Modified-Since (RFC 9110 section 13.2.2), compared weakly. */
function isUnchanged(request: IncomingMessage, { etag, lastModified }: Reply): boolean {
  const noneMatch = request.headers['if-none-match'];
  if (noneMatch !== undefined) {
    // An ETag may hold blanks and colons, but neither a quote nor a comma.
    const known = noneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    return etag !== undefined && (known.includes('*') || known.includes(`"${etag}"`));
  }
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  if (lastModified === undefined || Number.isNaN(since)) return false;
  return Math.floor(dateOf(lastModified).getTime() / 1000) * 1000 <= since;
}

function bodyOf(request: IncomingMessage, { status, body }: Reply): { type: string; text: string } {
  if (body === undefined) return { type: '', text: '' };
  if (typeof body === 'string') return { type: 'text/html; charset=utf-8', text: body };
  const json = JSON.stringify(body);
  if (!prefersPage(request.headers.accept)) return { type: 'application/json', text: json };
  const shown = json.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return { type: 'text/html; charset=utf-8', text: `<!doctype html><title>HTTP ${status}</title><pre>${shown}</pre>` };
}

/** DRF's browsable API: for whoever names text/html and not JSON. */
function prefersPage(accept = '*/*'): boolean {
  return accept.includes('text/html') && !accept.includes('application/json');
}
