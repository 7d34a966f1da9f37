// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { BoundedCache } from './github/bounded-cache.js';
import { AppError } from '../src/app/app-error.js';
import { readAppIdentity } from '../src/app/app-identity.js';
import { judgeXml, type MetadataJudgement } from '../src/app/judge-xml.js';
import type { Refusal } from '../src/app/refusal.js';

/** What the store makes of an info.xml. */
export type InfoXmlVerdict =
  | { readonly kind: 'unreadable'; readonly why: string }
  | { readonly kind: 'read'; readonly id: string; readonly refusals: readonly string[] };

interface Waiting {
  readonly bytes: Uint8Array;
  readonly resolve: (judgement: MetadataJudgement | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** A run of libxml2 takes a quarter of a second by itself, and a hundredth more for each document (measured). */
const mostAtOnce = 50;

/** Judges files as they come, those that wait for the same run of libxml2 together, and each content once. */
export class InfoXmlJudge {
  readonly #known = new BoundedCache<InfoXmlVerdict>({ limit: 1000 });
  readonly #waiting: Waiting[] = [];
  #running = false;

  constructor(private readonly judge: typeof judgeXml = judgeXml) {}

  /** @param bytes of a stranger's file */
  async verdictOn(bytes: Uint8Array): Promise<InfoXmlVerdict> {
    return this.#known.get(createHash('sha256').update(bytes).digest('hex'), async () => {
      const id = idIn(bytes);
      if (typeof id !== 'string') return id;
      const judgement = await new Promise<MetadataJudgement | undefined>((resolve, reject) => {
        this.#waiting.push({ bytes, resolve, reject });
        void this.#run();
      });
      const refusals = judgement?.refusals.filter(({ stage }) => stage === 'archive' || stage === 'metadata') ?? [];
      return { kind: 'read', id: judgement?.id ?? id, refusals: refusals.map(textOf) };
    });
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    for (let batch = this.#take(); batch.length > 0; batch = this.#take()) await this.#judge(batch);
    this.#running = false;
  }

  #take(): Waiting[] {
    return this.#waiting.splice(0, mostAtOnce);
  }

  async #judge(batch: readonly Waiting[]): Promise<void> {
    try {
      const documents = batch.map(({ bytes }) => ({ kind: 'info' as const, file: 'appinfo/info.xml', bytes }));
      const judgements = await this.judge(documents);
      batch.forEach(({ resolve }, index) => resolve(judgements[index]));
    } catch (error) {
      // nobody shall have no verdict because of somebody else's file
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const one of batch) await this.#judge([one]);
    }
  }
}

function idIn(bytes: Uint8Array): string | Extract<InfoXmlVerdict, { kind: 'unreadable' }> {
  try {
    return readAppIdentity(bytes).id;
  } catch (error) {
    if (error instanceof AppError) return { kind: 'unreadable', why: error.message };
    throw error;
  }
}

/** The store's answers are an array of one text or an object with a text; a crash has none. */
function textOf({ body, status }: Refusal): string {
  const text: unknown = Array.isArray(body) ? body[0] : (body as { detail?: unknown } | null)?.detail;
  return typeof text === 'string' ? text : `the store answers ${status}`;
}
