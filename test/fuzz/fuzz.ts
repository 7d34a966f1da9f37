// SPDX-License-Identifier: MIT
// npm run fuzz -- [--count 100000] [--seed N] [--from N]: damaged requests, certificates and lists. Fails where one ends
// in anything but a coded error, takes longer than 2 s, or where memory stays behind; what was read last is kept then,
// because the keys are fresh in each run.
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { dice } from './mutate.js';
import { fuzzOnce, fuzzTargets } from './targets.js';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    from: { type: 'string', default: '0' },
  },
});
const [count, seed, from] = [Number(values.count), Number(values.seed), Number(values.from)];
/** ms for one item: what is read here is read in one */
const longest = 2000;
/** how much more the heap may hold at the end; nothing should, but V8 keeps compiled code and caches */
const growth = 8e6;

/** Which item is being read, since when, its length, and itself: shared, because a thread that hangs tells nothing. */
const [item, since, length] = [0, 1, 2];
const header = 12;
const maxInput = 1e6;
if (isMainThread) watch();
else await fuzz(workerData as SharedArrayBuffer);

function watch(): void {
  const shared = new SharedArrayBuffer(header + maxInput);
  const progress = new Int32Array(shared, 0, 3);
  const worker = new Worker(fileURLToPath(import.meta.url), { argv: process.argv.slice(2), workerData: shared });
  const watching = setInterval(() => {
    const started = Atomics.load(progress, since);
    if (started !== 0 && (Math.floor(performance.timeOrigin + performance.now()) % 2 ** 30) - started > longest + 500) {
      fail(shared, `took longer than ${longest} ms`);
    }
  }, 200);
  worker.on('error', (error) => {
    console.error(error);
    process.exit(1);
  });
  worker.on('exit', (status) => {
    clearInterval(watching);
    process.exitCode = status;
  });
}

async function fuzz(shared: SharedArrayBuffer): Promise<void> {
  const progress = new Int32Array(shared, 0, 3);
  const keep = (input: Uint8Array): void => {
    new Uint8Array(shared, header).set(input.subarray(0, maxInput));
    progress[length] = Math.min(input.length, maxInput);
  };
  const targets = await fuzzTargets();
  const codes = new Map(targets.map(({ name }) => [name, new Map<string, number>()]));
  let [slowest, slowestItem] = [0, 0];
  const warmUp = Math.min(count, 3000);
  let before = 0;
  for (let at = from; at < from + count; at++) {
    if (at === from + warmUp) before = heap();
    const target = targets[at % targets.length]!;
    Atomics.store(progress, item, at);
    Atomics.store(progress, since, Math.floor(performance.timeOrigin + performance.now()) % 2 ** 30);
    const start = performance.now();
    try {
      const refused = fuzzOnce(target, dice(seed + at), keep);
      const known = codes.get(target.name)!;
      for (const code of refused.length > 0 ? refused : ['read']) known.set(code, (known.get(code) ?? 0) + 1);
    } catch (error) {
      console.error(error);
      fail(shared, 'ended in something that is no coded error');
    }
    const taken = performance.now() - start;
    if (taken > slowest) [slowest, slowestItem] = [taken, at];
    if (taken > longest) fail(shared, `took ${Math.round(taken)} ms`);
  }
  Atomics.store(progress, since, 0);
  for (const [name, known] of codes) {
    const sorted = [...known].toSorted(([, a], [, b]) => b - a).map(([code, times]) => `${code} ${times}`);
    console.log(`${name}: ${sorted.join(', ')}`);
  }
  const after = heap();
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  console.log(`slowest: ${slowest.toFixed(1)} ms (item ${slowestItem})`);
  if (count > warmUp)
    console.log(`heap: ${megabytes(before)} MB after ${warmUp} items, ${megabytes(after)} MB at the end`);
  console.log(`${count} items, seed ${seed}: no crash, no hang, every refusal has a code`);
  if (count > warmUp && after - before > growth) {
    console.error(`memory grew by more than ${megabytes(growth)} MB`);
    process.exit(1);
  }
}

function fail(shared: SharedArrayBuffer, what: string): never {
  const [at = 0, , octets = 0] = new Int32Array(shared, 0, 3);
  const file = join(tmpdir(), `nextcloud-ca-fuzz-${seed}-${at}`);
  writeFileSync(file, Uint8Array.from(new Uint8Array(shared, header, octets)));
  console.error(`item ${at} of seed ${seed} ${what}: ${file}`);
  process.exit(1);
}

/** in bytes, after the garbage is gone */
function heap(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
