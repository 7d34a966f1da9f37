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
    private readonly repository: string,
  ) {}

  /** @param path below the API's base (`/user`), or below the repository where it has no leading slash (`issues/1`) */
  async request<Body = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<Reply<Body>> {
    const below = path.startsWith('/') ? path : `/repos/${this.repository}/${path}`;
    const answer = await this.ask({
      method,
      path: `/api/v3${below}`,
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

  /** @returns id of the comment */
  async comment(number: number, body: string): Promise<number> {
    return (await this.must<{ id: number }>('POST', `issues/${number}/comments`, { body })).id;
  }

  async editComment(id: number, body: string): Promise<void> {
    await this.must('PATCH', `issues/comments/${id}`, { body });
  }

  /** @param commit default: the head. @returns id of the review */
  async approve(number: number, commit?: string): Promise<number> {
    return this.#review(number, { event: 'APPROVE', ...(commit !== undefined && { commit_id: commit }) });
  }

  async requestChanges(number: number, body: string): Promise<number> {
    return this.#review(number, { event: 'REQUEST_CHANGES', body });
  }

  async #review(number: number, wish: object): Promise<number> {
    return (await this.must<{ id: number }>('POST', `pulls/${number}/reviews`, wish)).id;
  }

  async dismiss(number: number, review: number, message: string): Promise<void> {
    await this.must('PUT', `pulls/${number}/reviews/${review}/dismissals`, { message, event: 'DISMISS' });
  }

  /** @returns number of the issue */
  async openIssue(title: string, body: string): Promise<number> {
    return (await this.must<{ number: number }>('POST', 'issues', { title, body })).number;
  }

  async edit(number: number, changes: { readonly title?: string; readonly body?: string }): Promise<void> {
    await this.must('PATCH', `issues/${number}`, changes);
  }

  async close(number: number): Promise<void> {
    await this.must('PATCH', `issues/${number}`, { state: 'closed' });
  }

  async reopen(number: number): Promise<void> {
    await this.must('PATCH', `issues/${number}`, { state: 'open' });
  }

  async label(number: number, ...labels: string[]): Promise<void> {
    await this.must('POST', `issues/${number}/labels`, { labels });
  }

  /** What the button "Re-run" of a check run does. */
  async rerun(checkRun: number): Promise<void> {
    await this.must('POST', `check-runs/${checkRun}/rerequest`);
  }
}
