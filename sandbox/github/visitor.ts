// SPDX-License-Identifier: MIT
import type { Answer } from './answer.js';
import type { Received } from './listener.js';

export type Ask = (request: Received) => Promise<Answer>;

/** What the API answered. */
export interface Reply<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}

/**
 * Somebody who uses this GitHub: the same routes, checks and events as over the network, without the network, so that no
 * fault strikes and no request is counted that a test did not mean.
 */
export class Visitor {
  constructor(
    private readonly ask: Ask,
    private readonly token: string,
    /** `OWNER/NAME` */
    readonly repository: string,
  ) {}

  /** @param path below the API's base (`/user`), or below the repository where it has no leading slash (`issues/1`) */
  async request<Body = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<Reply<Body>> {
    const below = path.startsWith('/') ? path : `/repos/${this.repository}/${path}`;
    return this.#send<Body>(method, `/api/v3${below}`, body);
  }

  async graphql(query: string, variables: object): Promise<{ readonly data?: unknown; readonly errors?: unknown }> {
    return (await this.#send<Record<string, unknown>>('POST', '/api/graphql', { query, variables })).body;
  }

  async #send<Body>(method: string, path: string, body: unknown): Promise<Reply<Body>> {
    const answer = await this.ask({
      method,
      path,
      headers: { authorization: `token ${this.token}`, 'user-agent': 'visitor', 'content-type': 'application/json' },
      body: body === undefined ? new Uint8Array() : Buffer.from(JSON.stringify(body)),
    });
    const text = Buffer.from(answer.body ?? new Uint8Array()).toString('utf8');
    return {
      status: answer.status,
      headers: answer.headers ?? {},
      body: (text === '' ? {} : JSON.parse(text)) as Body,
    };
  }

  /** The same for what must go well. @throws Error with GitHub's reason */
  async must<Body = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<Body> {
    const reply = await this.request<Body>(method, path, body);
    if (reply.status < 300) return reply.body;
    throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
  }
}
