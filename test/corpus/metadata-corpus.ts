// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { judgeXml, type MetadataJudgement } from '../../src/app/judge-xml.js';
import type { Measured } from './corpus.js';

/** One line of verdicts.jsonl: what the store's own code said to one file. */
interface Recorded {
  readonly file: string;
  /** null where it was not even XML */
  readonly kind: 'info' | 'database' | null;
  readonly ok: boolean;
  readonly stage: string | null;
  readonly errors: readonly string[];
  readonly normalised?: unknown;
}

/** Verdicts, and where a file is accepted, what the store keeps of it. */
export async function measureMetadata(folder: string): Promise<Measured> {
  const recorded = readFileSync(join(folder, 'verdicts.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Recorded);
  const start = performance.now();
  const judgements = await judgeXml(
    recorded.map(({ file, kind }) => ({
      file,
      kind: kind ?? (file.endsWith('.database.xml') ? 'database' : 'info'),
      bytes: readFileSync(join(folder, file)),
    })),
  );
  const disagreements: string[] = [];
  let fields = 0;
  let sameFields = 0;
  let words = 0;
  let sameWords = 0;
  for (const [index, verdict] of recorded.entries()) {
    const judgement = judgements[index];
    if (judgement?.ok !== verdict.ok) {
      disagreements.push(
        `${verdict.file}: recorded ${verdict.ok ? 'accepted' : `refused (${verdict.errors.join(' | ')})`}, here ${told(judgement)}`,
      );
      continue;
    }
    if (verdict.normalised && typeof verdict.normalised === 'object') {
      fields++;
      const difference = firstDifference(verdict.normalised, judgement.info);
      if (difference === undefined) sameFields++;
      else disagreements.push(`${verdict.file}: ${difference}`);
    }
    const [first] = verdict.errors;
    if (first !== undefined) {
      words++;
      if (JSON.stringify(judgement.refusal?.body).includes(JSON.stringify(first.split('\n')[0]).slice(1, -1)))
        sameWords++;
    }
  }
  const verdicts = recorded.length - disagreements.length + (fields - sameFields);
  return {
    disagreements,
    summary: [
      `verdicts: ${verdicts} of ${recorded.length} agree`,
      `normalised fields: ${sameFields} of ${fields} accepted info.xml agree`,
      `the store's first message: ${sameWords} of ${words} are the same`,
      `judged in ${(performance.now() - start).toFixed(0)} ms`,
    ],
  };
}

function told(judgement: MetadataJudgement | undefined): string {
  const errors = judgement?.findings.filter(({ severity }) => severity === 'error') ?? [];
  return errors.length === 0
    ? 'accepted'
    : `refused (${errors.map(({ message, line }) => `${line ?? '?'}: ${message}`).join(' | ')})`;
}

/** Path and values of the first difference of two JSON values. */
function firstDifference(a: unknown, b: unknown, path = ''): string | undefined {
  if (isDeepStrictEqual(a, b)) return undefined;
  if (typeof a === 'object' && typeof b === 'object' && a && b) {
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const inner = firstDifference(
        (a as Record<string, unknown>)[key],
        (b as Record<string, unknown>)[key],
        `${path}.${key}`,
      );
      if (inner !== undefined) return inner;
    }
  }
  return `${path}: recorded ${JSON.stringify(a)}, here ${JSON.stringify(b)}`;
}
