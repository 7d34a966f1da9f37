// SPDX-License-Identifier: MIT
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, problem } from './answer.js';
import type { Effect } from './faults.js';

export interface RequestLine {
  readonly method: string;
  /** path and query */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export interface Received extends RequestLine {
  readonly body: Uint8Array;
}

export interface Behaviour {
  /** called for each request before its body is read: what shall go wrong with it */
  readonly strike: (request: RequestLine) => Effect | undefined;
  readonly respond: (request: Received, effect: Effect | undefined) => Answer | Promise<Answer>;
}

export interface Listener {
  readonly origin: string;
  close(): Promise<void>;
}

/** Larger than any asset that the store takes: this is a sandbox, not a file server. */
const maxBodyBytes = 256 * 1024 * 1024;

/**
 * For how long an idle connection is kept. Node's own five seconds are a second more than its client keeps one: where that
 * is busy for a second, it writes into a connection that was closed, as if GitHub did so all the time. Breaks come from
 * faults. That GitHub keeps them for a minute and more is assumed.
 */
const keepAliveMs = 75_000;

const tooLarge = problem(413, 'Payload Too Large');

/** An HTTP server on loopback. @param port 0 takes a free one */
export async function listen(port: number, behaviour: Behaviour): Promise<Listener> {
  const server = createServer((request, response) => {
    // A client that went away in the middle of its request is nothing to report.
    serve(request, response, behaviour).catch(() => request.socket.destroy());
  });
  server.keepAliveTimeout = keepAliveMs;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => close(server),
  };
}

async function serve(request: IncomingMessage, response: ServerResponse, behaviour: Behaviour): Promise<void> {
  const line: RequestLine = {
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    headers: request.headers as Record<string, string | undefined>,
  };
  const effect = behaviour.strike(line);
  if (effect?.kind === 'drop-before') return void request.socket.destroy();
  const body = await readBody(request);
  const answer = body === undefined ? tooLarge : await behaviour.respond({ ...line, body }, effect);
  send(response, answer, effect);
}

function send(response: ServerResponse, answer: Answer, effect: Effect | undefined): void {
  if (effect?.kind === 'drop-after') return void response.socket?.destroy();
  const body = effect?.kind === 'corrupt' ? turnOneBit(answer.body) : answer.body;
  response.writeHead(answer.status, {
    'x-github-request-id': randomBytes(8).toString('hex').toUpperCase(),
    'content-length': body?.length ?? 0,
    ...answer.headers,
  });
  if (effect?.kind === 'truncate' && body !== undefined) {
    response.write(body.subarray(0, body.length >> 1), () => response.socket?.destroy());
    return;
  }
  response.end(body);
}

function turnOneBit(body: Uint8Array | undefined): Uint8Array | undefined {
  if (body === undefined || body.length === 0) return body;
  const turned = Uint8Array.from(body);
  const middle = turned.length >> 1;
  turned[middle] = (turned[middle] ?? 0) ^ 1;
  return turned;
}

/** The whole body, or undefined where it is too large. */
async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBodyBytes) chunks.push(chunk);
  }
  return size <= maxBodyBytes ? Buffer.concat(chunks) : undefined;
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
