// SPDX-License-Identifier: MIT
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** GitHub caps payloads at 25 MB (GitHub documentation, "Webhook events and payloads": payload cap). */
const maxBytes = 25 * 1024 * 1024;

/**
 * Each waits for its answer for up to nine seconds, and fifty pull requests a second are some hundred. A body is in memory
 * before anybody knows whose it is: small ones can fill these times {@link largeFrom}.
 */
const maxConnections = 1024;

/** GitHub's payloads are some tens of KiB: those do not wait for room that others take for large ones. */
const largeFrom = 128 * 1024;

/** All large ones together that are read at a time; what is turned away is found by the next reconciliation. */
const maxLarge = 2 * maxBytes;

export interface WebhookServerOptions {
  readonly port: number;
  /** default: loopback; a proxy in front of it speaks TLS */
  readonly host?: string;
  /** Probot's: takes signed webhooks, and nothing else; false: it left the request to somebody else */
  readonly webhooks: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  /** what `GET /health` answers */
  readonly health: () => { readonly ok: boolean } & Readonly<Record<string, unknown>>;
}

export interface WebhookServer {
  readonly port: number;
  /** takes no more connections, and resolves when those that are open have been answered */
  close(): Promise<void>;
}

/** An HTTP server with two addresses: webhooks and health. Everything else is not there. */
export async function startWebhookServer(options: WebhookServerOptions): Promise<WebhookServer> {
  const large = new Budget(maxLarge);
  const server = createServer((request, response) => {
    answer(request, response, options, large).catch(() => request.socket.destroy());
  });
  server.maxConnections = maxConnections;
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host ?? '127.0.0.1', resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

/** Bytes that may be on their way at a time. */
class Budget {
  #left: number;
  constructor(bytes: number) {
    this.#left = bytes;
  }

  /** @returns false where so many are not to be had; else they are given back when the request was read, or broke off */
  take(bytes: number, request: IncomingMessage): boolean {
    if (bytes > this.#left) return false;
    this.#left -= bytes;
    request.once('close', () => (this.#left += bytes));
    return true;
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: WebhookServerOptions,
  large: Budget,
): Promise<void> {
  if (request.method === 'GET' && request.url === '/health') {
    const health = options.health();
    send(response, health.ok ? 200 : 503, health);
    return;
  }
  // The length is known before a byte is read: a signature can only be checked over all of it, in memory.
  const length = Number(request.headers['content-length'] ?? Number.NaN);
  if (request.method === 'POST' && !Number.isInteger(length)) refuse(request, response, 411, 'Length Required');
  else if (length > maxBytes) refuse(request, response, 413, 'Payload Too Large');
  else if (length > largeFrom && !large.take(length, request)) {
    refuse(request, response, 503, 'Service Unavailable');
  } else if (!(await options.webhooks(request, response))) send(response, 404, { message: 'Not Found' });
}

function refuse(request: IncomingMessage, response: ServerResponse, status: number, message: string): void {
  response.once('finish', () => request.socket.destroySoon());
  send(response, status, { message }, { connection: 'close' });
}

function send(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(`${JSON.stringify(body)}\n`);
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  await closed;
}
