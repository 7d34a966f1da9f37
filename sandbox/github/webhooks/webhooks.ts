// SPDX-License-Identifier: MIT
import { createHmac, randomUUID } from 'node:crypto';
import type { App, Installation } from '../app.js';
import type { GithubEvent } from '../events.js';
import type { World } from '../router.js';
import type { Delivery } from './delivery.js';
import { payloadFor } from './payload.js';
import { Sender } from './post.js';
import { noWebhookFaults, seeded, type WebhookFaults } from './webhook-faults.js';

export interface WebhookOptions {
  /** deliveries under way at once; 1, the default, keeps them in order. GitHub promises no order. */
  readonly inFlight?: number;
  /** for the faults; default 1 */
  readonly seed?: number;
  /** how many deliveries the log keeps; default 2,000 */
  readonly logged?: number;
  /** milliseconds to wait for an answer; default 10,000, and no second try (webhook documentation, "Best practices") */
  readonly timeout?: number;
}

/** "Payloads are capped at 25 MB": what is larger is not delivered (webhook documentation, "Payload cap"). */
const largestPayload = 25 * 1024 * 1024;

/** Tells Apps what happened: signed, one after another, without waiting for them where things happen. */
export class Webhooks {
  /** may be changed at any time */
  faults: WebhookFaults = { ...noWebhookFaults };
  /** by id, oldest first */
  readonly deliveries = new Map<number, Delivery>();
  readonly #sender = new Sender();
  readonly #random: () => number;
  readonly #queue: Delivery[] = [];
  readonly #late = new Set<NodeJS.Timeout>();
  readonly #waiting: (() => void)[] = [];
  readonly #unsubscribe: () => void;
  #underWay = 0;

  constructor(
    private readonly world: World,
    private readonly options: WebhookOptions = {},
    /** looks at each payload before it is sent */
    private readonly check: (event: string, payload: Readonly<Record<string, unknown>>) => void = () => undefined,
  ) {
    this.#random = seeded(options.seed ?? 1);
    this.#unsubscribe = world.state.events.subscribe((event) => this.#tell(event));
  }

  /** Resolves when all that happened so far is told, the late ones included. */
  async idle(): Promise<void> {
    if (this.#isIdle) return;
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Sends a delivery's payload once more, under its old GUID. */
  redeliver(delivery: Delivery): void {
    this.#send({ ...delivery, id: this.world.state.newId(), redelivery: true });
  }

  /** Ends it, with what is not yet told left untold. */
  close(): void {
    this.#unsubscribe();
    for (const timer of this.#late) clearTimeout(timer);
    this.#late.clear();
    this.#queue.length = 0;
    this.#sender.close();
  }

  #tell(event: GithubEvent): void {
    const listening = [...this.world.state.apps.values()].filter(({ hook }) => hook !== undefined);
    if (listening.length === 0) return;
    const facts = event.facts();
    // One for the event, whoever hears of it (github/docs#32822).
    const guid = randomUUID();
    for (const app of listening) {
      const told = payloadFor(app, event, facts, this.world);
      if (told !== undefined) this.check(event.event, told.payload);
      if (told === undefined || this.#random() < this.faults.lost) continue;
      if (this.faults.withoutSender) delete told.payload.sender;
      const delivery = this.#delivery(app, told.installation, event, { guid, payload: JSON.stringify(told.payload) });
      this.#send(delivery);
      if (this.#random() < this.faults.twice) this.#send({ ...delivery, id: this.world.state.newId() });
    }
  }

  #delivery(
    app: App,
    installation: Installation,
    event: GithubEvent,
    message: Pick<Delivery, 'guid' | 'payload'>,
  ): Delivery {
    return {
      id: this.world.state.newId(),
      ...message,
      app,
      installation,
      repositoryId: event.repository?.id ?? null,
      event: event.event,
      action: event.action ?? null,
      redelivery: false,
      deliveredAt: this.world.state.now(),
      duration: 0,
      status: 'pending',
      statusCode: 0,
      requestHeaders: {},
      responseHeaders: {},
      responseBody: '',
    };
  }

  #send(delivery: Delivery): void {
    const late = this.faults.delay + this.faults.jitter * this.#random();
    if (late === 0) {
      this.#enqueue(delivery);
      return;
    }
    const timer = setTimeout(() => {
      this.#late.delete(timer);
      this.#enqueue(delivery);
    }, late);
    this.#late.add(timer);
  }

  #enqueue(delivery: Delivery): void {
    this.deliveries.set(delivery.id, delivery);
    const [oldest] = this.deliveries.keys();
    if (this.deliveries.size > (this.options.logged ?? 2_000)) this.deliveries.delete(oldest ?? 0);
    this.#queue.push(delivery);
    this.#next();
  }

  #next(): void {
    while (this.#underWay < (this.options.inFlight ?? 1)) {
      const delivery = this.#queue.shift();
      if (delivery === undefined) break;
      this.#underWay++;
      void this.#deliver(delivery).finally(() => {
        this.#underWay--;
        this.#next();
      });
    }
    if (this.#isIdle) for (const wake of this.#waiting.splice(0)) wake();
  }

  get #isIdle(): boolean {
    return this.#underWay === 0 && this.#queue.length === 0 && this.#late.size === 0;
  }

  async #deliver(delivery: Delivery): Promise<void> {
    const { hook } = delivery.app;
    const started = performance.now();
    delivery.deliveredAt = this.world.state.now();
    if (hook === undefined || Buffer.byteLength(delivery.payload) > largestPayload) {
      delivery.status = 'payload too large';
      return;
    }
    const { timeout = 10_000 } = this.options;
    delivery.requestHeaders = headersOf(delivery, hook.secret);
    try {
      const answer = await this.#sender.post(hook.url, delivery.requestHeaders, delivery.payload, timeout);
      delivery.statusCode = answer.status;
      delivery.status = answer.status < 300 ? 'OK' : `Invalid HTTP Response: ${answer.status}`;
      delivery.responseHeaders = answer.headers;
      delivery.responseBody = answer.body;
    } catch (error) {
      delivery.status = error instanceof Error ? error.message : String(error);
    }
    delivery.duration = Math.round(performance.now() - started) / 1000;
  }
}

function headersOf({ app, event, guid, payload }: Delivery, secret: string): Record<string, string> {
  const signature = (hash: string) => `${hash}=${createHmac(hash, secret).update(payload).digest('hex')}`;
  return {
    accept: '*/*',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(payload)),
    'user-agent': 'GitHub-Hookshot/sandbox',
    'x-github-delivery': guid,
    'x-github-event': event,
    'x-github-hook-id': String(app.id),
    'x-github-hook-installation-target-id': String(app.id),
    'x-github-hook-installation-target-type': 'integration',
    'x-hub-signature': signature('sha1'),
    'x-hub-signature-256': signature('sha256'),
  };
}
