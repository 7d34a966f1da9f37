// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import {
  type CheckMemory,
  mergePushers,
  type Pushers,
  readMemory,
  rememberedPushers,
  writeMemory,
} from '../check-memory.js';
import type { OwnCheckRun } from '../situation.js';
import { cutText } from './cut-text.js';
import type { Github } from './github.js';

/** Under this name the verdict stands beside a commit; branch protection can ask for it. */
export const checkName = 'certificate request';

const never = 8.64e15;

/** GitHub takes so many at a time. */
const portion = 50;

export interface Annotation {
  readonly path: string;
  readonly line: number;
  /** counted from one */
  readonly column?: number;
  readonly level: 'notice' | 'warning' | 'failure';
  readonly title: string;
  readonly message: string;
}

/** What a check run is to say. */
export interface Verdict {
  readonly head: string;
  readonly pullRequest: number;
  readonly conclusion: 'success' | 'action_required' | 'neutral' | 'failure';
  readonly title: string;
  /** Markdown */
  readonly summary: string;
  /** Markdown, below it */
  readonly text?: string;
  readonly annotations: readonly Annotation[];
  /** version of the rules that judged */
  readonly rules: string;
  /** of the head, as the situation has them */
  readonly pushers: Pushers;
}

/**
 * Our runs on a commit that speak of this pull request, oldest first. Those of another one with the same head are left
 * out: else an approval given here before that head was pushed could seem to come after a look at it.
 */
export async function readCheckRuns(github: Github, head: string, pullRequest: number): Promise<OwnCheckRun[]> {
  const { octokit, repository, ourselves } = github;
  const runs = await octokit.paginate('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
    ...repository,
    ref: head,
    app_id: ourselves.appId,
    check_name: checkName,
    filter: 'all',
    per_page: 100,
  });
  return runs
    .flatMap(({ id, app, name, external_id: externalId, started_at: started, completed_at: completed, conclusion }) => {
      const isOurs = app?.id === ourselves.appId && name === checkName;
      const isHere = readMemory(externalId ?? '')?.pullRequest === pullRequest;
      if (!isOurs || !isHere) return [];
      // GitHub describes both as absent at times; then nothing can have come after it
      const startedAt = new Date(started ?? completed ?? never);
      return { id, startedAt, externalId: externalId ?? '', conclusion: conclusion ?? undefined };
    })
    .sort((one, other) => one.id - other.id);
}

/**
 * Puts the verdict beside its commit: into the newest run of ours where there is one, unless annotations would have to go
 * from it, for these can only be added to. No time is sent: that of GitHub's clock counts.
 * @param runs as {@link readCheckRuns} gives them
 * @returns false where it stood there already
 */
export async function writeVerdict(github: Github, runs: readonly OwnCheckRun[], verdict: Verdict): Promise<boolean> {
  const { rules, pullRequest } = verdict;
  const memory: CheckMemory = {
    rules,
    pullRequest,
    pushers: mergePushers([rememberedPushers(runs), verdict.pushers]),
    content: hash([verdict.head, verdict.conclusion, verdict.title, verdict.summary, verdict.text ?? '']),
    annotations: hash(verdict.annotations),
  };
  const run = runs.at(-1);
  const known = run && readMemory(run.externalId);
  if (run?.externalId === writeMemory(memory) && run.conclusion === verdict.conclusion) return false;
  const isKept = known?.content !== undefined && known.annotations === memory.annotations;
  const isAdded = known?.annotations === hash([]) && known.content !== undefined;
  if (run === undefined || !(isKept || isAdded)) await createRun(github, verdict, memory);
  else await updateRun(github, run.id, verdict, memory, isKept ? [] : verdict.annotations);
  return true;
}

async function createRun(github: Github, verdict: Verdict, memory: CheckMemory): Promise<void> {
  const { octokit, repository } = github;
  const [first, ...rest] = portions(verdict.annotations);
  const { data } = await octokit.request('POST /repos/{owner}/{repo}/check-runs', {
    ...repository,
    name: checkName,
    head_sha: verdict.head,
    status: 'completed',
    conclusion: verdict.conclusion,
    external_id: writeMemory(rest.length === 0 ? memory : { ...memory, content: undefined }),
    output: { ...output(verdict), annotations: first ?? [] },
  });
  if (rest.length > 0) await addPortions(github, Number(data.id), verdict, memory, rest);
}

async function updateRun(
  github: Github,
  run: number,
  verdict: Verdict,
  memory: CheckMemory,
  added: readonly Annotation[],
): Promise<void> {
  const parts = portions(added);
  await addPortions(github, run, verdict, memory, parts.length === 0 ? [[]] : parts);
}

type Portion = ReturnType<typeof annotation>[];

/** Only the last portion makes the memory whole: a run that was left half done is not taken for the verdict. */
async function addPortions(
  { octokit, repository }: Github,
  run: number,
  verdict: Verdict,
  memory: CheckMemory,
  parts: readonly Portion[],
): Promise<void> {
  for (const [index, annotations] of parts.entries()) {
    const isLast = index === parts.length - 1;
    await octokit.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
      ...repository,
      check_run_id: run,
      status: 'completed',
      conclusion: verdict.conclusion,
      external_id: writeMemory(isLast ? memory : { ...memory, content: undefined }),
      output: { ...output(verdict), annotations },
    });
  }
}

function output({ title, summary, text }: Verdict) {
  return { title: cutText(title, 250), summary: cutText(summary), ...(text !== undefined && { text: cutText(text) }) };
}

function portions(annotations: readonly Annotation[]): Portion[] {
  const count = Math.ceil(annotations.length / portion);
  return Array.from({ length: count }, (_, index) =>
    annotations.slice(index * portion, (index + 1) * portion).map(annotation),
  );
}

function annotation({ path, line, column, level, title, message }: Annotation) {
  return {
    path,
    start_line: line,
    end_line: line,
    ...(column !== undefined && { start_column: column, end_column: column }),
    annotation_level: level,
    title: cutText(title, 250),
    message: cutText(message, 8_000),
  };
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}
