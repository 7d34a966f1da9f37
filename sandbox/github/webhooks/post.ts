// SPDX-License-Identifier: MIT
import { Agent, request } from 'node:http';

export interface Response {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** As much of an answer as the delivery log keeps. */
const maxAnswerBytes = 10_000;

/** Sends webhooks over connections that stay open. */
export class Sender {
  readonly #agent = new Agent({ keepAlive: true });

  /** @param timeout milliseconds for the whole exchange @throws Error where no answer came, in the delivery log's words */
  post(url: string, headers: Readonly<Record<string, string>>, body: string, timeout: number): Promise<Response> {
    return new Promise((resolve, reject) => {
      const signal = AbortSignal.timeout(timeout);
      const fail = () => reject(new Error(signal.aborted ? 'timed out' : 'failed to connect to host'));
      const sent = request(url, { method: 'POST', agent: this.#agent, headers, signal }, (answer) => {
        const chunks: Buffer[] = [];
        let kept = 0;
        answer.on('data', (chunk: Buffer) => {
          if (kept < maxAnswerBytes) chunks.push(chunk);
          kept += chunk.length;
        });
        answer.on('error', fail);
        answer.on('end', () => {
          const entries = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
          const text = Buffer.concat(chunks).toString('utf8').slice(0, maxAnswerBytes);
          const headers = Object.fromEntries(entries) as Record<string, string>;
          resolve({ status: answer.statusCode ?? 0, headers, body: text });
        });
      });
      sent.on('error', fail);
      sent.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
