// SPDX-License-Identifier: MIT
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../common/clock.js';
import { InputError } from '../../common/input-error.js';
import { emptyStore, type StoreData } from './store-data.js';
import { nextTimestamp, type Timestamp } from './timestamp.js';

const fileName = 'store.json';

/**
 * The store's database: in memory, and in one JSON file where a folder is given. A change happens wholly or not at all;
 * the file is replaced by rename, so that a crash leaves the old or the new one, never half of one.
 */
export class StoreDatabase {
  readonly #clock: Clock;
  readonly #folder: string | undefined;
  #data: StoreData;

  /** @throws InputError where the folder's file is not one of ours */
  constructor(clock: Clock, folder?: string) {
    this.#clock = clock;
    this.#folder = folder;
    if (folder !== undefined) mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#data = folder === undefined ? emptyStore() : readData(join(folder, fileName));
  }

  /** Not to be changed: see {@link StoreDatabase.change}. */
  get data(): Readonly<StoreData> {
    return this.#data;
  }

  /** Runs `mutate` over a copy, with the time of the change; what it throws leaves everything as it was. */
  change<Result>(mutate: (data: StoreData, now: Timestamp) => Result): Result {
    const draft = structuredClone(this.#data);
    const now = nextTimestamp(this.#clock, draft.lastChange);
    draft.lastChange = now;
    const result = mutate(draft, now);
    if (this.#folder !== undefined) writeData(this.#folder, draft);
    this.#data = draft;
    return result;
  }
}

function readData(file: string): StoreData {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return emptyStore();
    throw error;
  }
  try {
    const data = JSON.parse(text) as unknown;
    if (typeof data === 'object' && data !== null && 'format' in data && data.format === 1) return data as StoreData;
  } catch {
    // told below: the text is never shown, as it holds tokens
  }
  throw new InputError('file-unreadable', `${file} is not the data of a sandbox store of this version.`, {
    hint: 'Give --data an empty folder.',
    file,
  });
}

function writeData(folder: string, data: StoreData): void {
  const target = join(folder, fileName);
  const temporary = `${target}.new`;
  const descriptor = openSync(temporary, 'w', 0o600);
  try {
    writeSync(descriptor, JSON.stringify(data));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(temporary, target);
  // The rename itself is on disk only once the folder is.
  const parent = openSync(folder, 'r');
  try {
    fsyncSync(parent);
  } finally {
    closeSync(parent);
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
