// SPDX-License-Identifier: MIT
import { Certificate } from '../common/certificate.js';
import { InputError } from '../common/input-error.js';
import { certificatePath } from '../ca/repository/repository.js';
import { rememberedPushers } from './check-memory.js';
import { type Certification, readCertification } from './github/certification.js';
import { keepLabels } from './github/labels.js';
import { readCheckRuns, writeVerdict } from './github/own-check-run.js';
import { endPullRequest } from './github/pull-request-closer.js';
import { readPullRequest } from './github/pull-request-reader.js';
import { keepComment } from './github/sticky-comment.js';
import { whyNotJudged } from './not-judged.js';
import { ruleSet } from './rule-set.js';
import { tellOfAsking, tellOfDecision, tellOfRevocations } from './tell-holders.js';
import type { View } from './view.js';
import { checkOutput, failureOutput } from './words/check-output.js';
import { labelsOf } from './words/labels-of.js';
import { signedWords } from './words/signed-words.js';
import { verdictComment, verdictTopic } from './words/verdict-comment.js';
import type { Workshop } from './workshop.js';

/** GitHub marks a pull request as merged within seconds, if it does. */
const mergePatienceMs = 60_000;

/**
 * Says on the pull request what a view comes to: check run, comment, labels; and ends what is signed or refused.
 * @returns whether anything was written, so that the state is another one now
 */
export async function show(workshop: Workshop, view: View): Promise<boolean> {
  const { pullRequest, base } = view.situation;
  const { decision } = view;
  await tellOfRevocations(workshop, base, pullRequest.number);
  if (decision.kind === 'signed') return showSigned(workshop, view);
  const left = whyNotJudged(view.situation);
  if (left !== undefined && left !== 'draft') return showLeft(workshop, view);
  const check = await writeCheck(workshop, view);
  const comment = await writeComment(workshop, view, verdictComment(view));
  await tellOfAsking(workshop, view);
  const labels = await writeLabels(workshop, view);
  if (decision.kind === 'refused') await endPullRequest(workshop.github, pullRequest.number, 0);
  return check || comment || labels;
}

/**
 * Closed, or for another branch: what was said of it is taken back, but a refusal is not. Where nothing was said nothing
 * is begun, unless somebody gave a command there, or a key leaked.
 */
async function showLeft(workshop: Workshop, view: View): Promise<boolean> {
  const isTakenBack = view.decision.kind !== 'refused' && view.situation.ownCheckRuns.length > 0;
  const check = isTakenBack && (await writeCheck(workshop, view));
  const comment = await writeComment(workshop, view, verdictComment(view));
  const labels = await writeLabels(workshop, view);
  return check || comment || labels;
}

/** The label comes last: as long as it is absent, reconciliation knows that this was not brought to its end. */
async function showSigned(workshop: Workshop, view: View): Promise<boolean> {
  const { pullRequest, base } = view.situation;
  const record = base.repository.ledger.issuedFor(pullRequest.number);
  const certificate = record && (await certificateAt(view, record.app));
  const certification =
    record &&
    (await readCertification(workshop.github, {
      ...{ base: base.commit, app: record.app, pullRequest: pullRequest.number },
    }));
  // also where it is merged already: else it would wait for an approval for ever
  const check = await writeCheck(workshop, view, certification);
  // a later certificate may stand in the place of this one: then what was said stays
  const isThere = record !== undefined && certificate?.serial === record.serial;
  const comment = isThere && (await writeComment(workshop, view, signedWords(view, certificate, certification)));
  const ended = pullRequest.open && (await end(workshop, view));
  const isTold = pullRequest.labels.includes('signed') || (await tellOfDecision(workshop, view));
  const labels = isTold && (await writeLabels(workshop, view));
  return check || comment || ended || labels;
}

/** @returns false where it is left for later, since GitHub may yet see the merge */
async function end({ github, later }: Workshop, { situation }: View): Promise<boolean> {
  const { pullRequest, base, now } = situation;
  const { number } = pullRequest;
  const issuedAt = base.repository.ledger.issuedFor(number)?.recordedAt ?? now;
  const waited = now.getTime() - issuedAt.getTime();
  if (waited >= mergePatienceMs) {
    await endPullRequest(github, number, 0);
    return true;
  }
  later(mergePatienceMs - waited, { kind: 'look', pullRequest: number });
  return false;
}

async function certificateAt({ situation }: View, app: string): Promise<Certificate | undefined> {
  const bytes = await situation.base.repository.store.read(certificatePath(app));
  if (bytes === undefined) return undefined;
  try {
    return Certificate.fromPem(Buffer.from(bytes).toString('latin1'));
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function writeCheck({ github }: Workshop, view: View, certification?: Certification): Promise<boolean> {
  const { pullRequest, ownCheckRuns, headPushers } = view.situation;
  return writeVerdict(github, ownCheckRuns, {
    head: pullRequest.head.sha,
    pullRequest: pullRequest.number,
    rules: ruleSet,
    pushers: headPushers,
    ...checkOutput(view, certification),
  });
}

function writeComment({ github }: Workshop, { situation }: View, body: string | undefined): Promise<boolean> {
  const { pullRequest, ownComments } = situation;
  return keepComment(github, pullRequest.number, { topic: verdictTopic, body }, ownComments);
}

function writeLabels({ github }: Workshop, view: View): Promise<boolean> {
  const { pullRequest } = view.situation;
  return keepLabels(github, pullRequest.number, pullRequest.labels, labelsOf(view));
}

/** The look ended early: a check that never comes looks like one that is on its way. */
export async function showFailure({ github }: Workshop, number: number, code: string): Promise<void> {
  const { pullRequest } = (await readPullRequest(github, number)) ?? {};
  if (pullRequest?.open !== true) return;
  const head = pullRequest.head.sha;
  const runs = await readCheckRuns(github, head, number);
  await writeVerdict(github, runs, {
    head,
    pullRequest: number,
    rules: ruleSet,
    pushers: rememberedPushers(runs),
    ...failureOutput(code),
  });
}
