// SPDX-License-Identifier: MIT
import { createHmac, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Probot } from 'probot';
import { startWebhookServer, type WebhookServer } from '../../bot/webhook-server.js';

const secret = 'the secret of the webhook';
const path = '/api/github/webhooks';

describe('the server that webhooks come to', () => {
  let server: WebhookServer;
  let events: string[];
  let healthy: boolean;

  beforeEach(async () => {
    events = [];
    healthy = true;
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    const probot = new Probot({ appId: 1, privateKey, secret, logLevel: 'fatal' });
    await probot.load((app) => app.onAny(async ({ id, name }) => void events.push(`${name} ${id}`)));
    server = await startWebhookServer({
      port: 0,
      webhooks: await probot.getNodeMiddleware({ path }),
      health: () => ({ ok: healthy, repository: 'nextcloud/app-certificate-requests' }),
    });
  });

  afterEach(() => server.close());

  const at = (place: string): string => `http://127.0.0.1:${server.port}${place}`;

  async function deliver(body: string, signature: string, delivery = 'one'): Promise<number> {
    const headers = {
      'content-type': 'application/json',
      'x-github-event': 'issues',
      'x-github-delivery': delivery,
      'x-hub-signature-256': signature,
    };
    const { status } = await fetch(at(path), { method: 'POST', headers, body });
    return status;
  }

  const sign = (body: string): string => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  const body = JSON.stringify({ action: 'opened', issue: { number: 1 } });

  it('takes what is signed', async () => {
    expect(await deliver(body, sign(body))).toBe(200);
    expect(events).toEqual(['issues one']);
  });

  it.each([
    ['of another secret', `sha256=${createHmac('sha256', 'another').update(body).digest('hex')}`],
    ['of another body', sign(`${body} `)],
    ['of SHA-1', `sha1=${createHmac('sha1', secret).update(body).digest('hex')}`],
    ['that is none', 'sha256=00'],
  ])('refuses a signature %s', async (_, signature) => {
    expect(await deliver(body, signature)).toBeGreaterThanOrEqual(400);
    expect(events).toEqual([]);
  });

  it('refuses more than 25 MB before it reads them', async () => {
    const socket = connect(server.port, '127.0.0.1');
    socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: ${25 * 1024 * 1024 + 1}\r\n\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString('latin1')).toMatch(/^HTTP\/1\.1 413 /);
    await once(socket, 'close');
  });

  it('refuses a body of a length that nobody told', async () => {
    const socket = connect(server.port, '127.0.0.1');
    socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString('latin1')).toMatch(/^HTTP\/1\.1 411 /);
    await once(socket, 'close');
  });

  /** Says how much comes, and sends nothing of it. */
  async function announce(bytes: number): Promise<Socket> {
    const socket = connect(server.port, '127.0.0.1');
    await once(socket, 'connect');
    const headers = [
      'content-type: application/json',
      'x-github-event: issues',
      'x-github-delivery: two',
      `x-hub-signature-256: ${sign('')}`,
    ];
    socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\n${headers.join('\r\n')}\r\ncontent-length: ${bytes}\r\n\r\n`);
    return socket;
  }

  it('reads large bodies of 50 MB together, and small ones beside them', async () => {
    const sockets = [await announce(25 * 1024 * 1024), await announce(24 * 1024 * 1024)];
    const third = await announce(2 * 1024 * 1024);
    const [answer] = (await once(third, 'data')) as [Buffer];
    expect(answer.toString('latin1')).toMatch(/^HTTP\/1\.1 503 /);
    expect(await deliver(body, sign(body))).toBe(200);
    // who goes away makes room
    for (const socket of sockets) socket.destroy();
    const large = JSON.stringify({ action: 'opened', padding: 'x'.repeat(2 * 1024 * 1024) });
    const statuses: number[] = [];
    while (!statuses.includes(200) && statuses.length < 50) statuses.push(await deliver(large, sign(large)));
    expect(statuses.at(-1)).toBe(200);
  });

  it('takes 1024 connections, and no more', async () => {
    const sockets: Socket[] = [];
    for (let at = 0; at < 1024; at++) sockets.push(await announce(10));
    const closed = await announce(10);
    closed.on('error', () => undefined);
    await once(closed, 'close');
    for (const socket of sockets) socket.destroy();
  });

  it('takes 24 MB that are signed', async () => {
    const large = JSON.stringify({ action: 'opened', padding: 'x'.repeat(24 * 1024 * 1024) });
    expect(await deliver(large, sign(large))).toBe(200);
  });

  it('tells of its health', async () => {
    const answer = await fetch(at('/health'));
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { ok: true, repository: 'nextcloud/app-certificate-requests' },
    ]);
    healthy = false;
    expect((await fetch(at('/health'))).status).toBe(503);
  });

  it('has nothing else', async () => {
    expect((await fetch(at('/'))).status).toBe(404);
    expect((await fetch(at('/probot'))).status).toBe(404);
  });
});
