// SPDX-License-Identifier: MIT
// The past of a certificate repository, once more, with the bot: npm run replay -- DATA [--first N]
// Ctrl-C ends it after the request under way, with the tables of what was done.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { replayCases } from './case-table.js';
import { historyTable, unexplained } from './history-table.js';
import { appOf, readCases, readHistory, readRequest } from './recorded-history.js';
import { ReplayedRepository } from './replayed-repository.js';
import type { Outcome } from './replayed-repository.js';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { first: { type: 'string' } } });
const [data] = positionals;
const first = values.first === undefined ? Number.POSITIVE_INFINITY : Number(values.first);

if (data === undefined || Number.isNaN(first) || !existsSync(join(data, 'request-history', 'index.jsonl'))) {
  process.stderr.write(
    'usage: npm run replay -- DATA [--first N], where DATA holds request-history and pull-requests\n',
  );
  process.exitCode = 2;
} else {
  const started = performance.now();
  const outcomes: Outcome[] = [];
  const history = readHistory(data).slice(0, first);
  const repository = await ReplayedRepository.open(history.map(appOf));
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  for (const past of history) {
    if (stop.signal.aborted) break;
    outcomes.push(await repository.replay(past, readRequest(data, past)));
    if (process.stderr.isTTY || outcomes.length % 50 === 0) {
      process.stderr.write(`\r${outcomes.length} of ${history.length}`);
    }
  }
  const ledger = await repository.world.ledger();
  await repository.close();
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log([...historyTable(outcomes, ledger), '', ...replayCases(outcomes, readCases(data))].join('\n'));
  const left = unexplained(outcomes, ledger);
  for (const line of left) console.log(`not explained: ${line}`);
  console.log(`\n${outcomes.length} pull requests in ${seconds} s; ${left.length} without an explanation`);
  process.exitCode = left.length === 0 ? 0 : 1;
}
