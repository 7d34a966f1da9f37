// SPDX-License-Identifier: MIT
import { BotError } from './bot-error.js';
import { certifiedModuli } from './certified-moduli.js';
import { mergePushers, type Pushers, rememberedPushers } from './check-memory.js';
import { BoundedCache } from './github/bounded-cache.js';
import { type Conversation, readConversation, readReviews } from './github/conversation.js';
import type { Github } from './github/github.js';
import { inPortions } from './github/in-portions.js';
import { readLinkedRepository } from './github/linked-repository.js';
import { readCheckRuns } from './github/own-check-run.js';
import { readChanges } from './github/pull-request-changes.js';
import { listCommits, type ListedCommit, maxCommits } from './github/pull-request-commits.js';
import { readPullRequest, type ShownPullRequest } from './github/pull-request-reader.js';
import { isFirstPullRequest } from './github/requester-history.js';
import { appsAskedFor, rivalsOf, sameKeyOf } from './github/rivals.js';
import type { Pushed } from './intent.js';
import { readApprovers } from './read-approvers.js';
import { readBase } from './read-base.js';
import type { Settings } from './settings.js';
import type { LinkedRepository, PullRequest, Situation } from './situation.js';
import { idsInStore } from './upkeep/store-apps.js';

const attempts = 3;
/** Requests at the same time, for the check runs of earlier commits. */
const atOnce = 5;

/** What one look reads once, however many rounds it takes: what nobody changes by what the bot does. */
export class EarlierReading {
  readonly linked = new BoundedCache<LinkedRepository>({ limit: 1 });
}

/**
 * Reads all that there is to know of a pull request.
 * @param pushed who pushed a head, as an event said
 * @param earlier what was read a moment ago, in the same look
 * @returns undefined where there is no pull request of this number
 * @throws BotError `still-moving` where it was pushed to each time while it was read; AuthorityError as {@link readBase}
 */
export async function gather(
  github: Github,
  number: number,
  pushed?: Pushed,
  earlier = new EarlierReading(),
): Promise<Situation | undefined> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const situation = await gatherOnce(github, number, pushed, earlier);
    if (situation !== 'moved') return situation;
    await github.clock.sleep(200 * attempt);
  }
  throw new BotError('still-moving', `Pull request #${number} was pushed to while it was read.`, {
    hint: 'Nothing is lost: the push is an event of its own, and the pull request is looked at again.',
  });
}

async function gatherOnce(
  github: Github,
  number: number,
  pushed: Pushed | undefined,
  earlier: EarlierReading,
): Promise<Situation | 'moved' | undefined> {
  const reading = Promise.all([
    readBase(github),
    listCommits(github, number),
    readReviews(github, number),
    readConversation(github, number),
  ]);
  // an issue has no commits: nobody waits for the others then
  reading.catch(() => undefined);
  const shown = await readPullRequest(github, number);
  if (shown === undefined) return undefined;
  const [{ settings, ...base }, listed, reviews, conversation] = await reading;
  const { pullRequest } = shown;
  const { author, head, open } = pullRequest;
  if (!isWhole(shown, listed)) return 'moved';

  const changing = readChanges(github, shown, listed, base.commit);
  const apps = changing.then(({ changes }) => appsAskedFor(changes));
  const [changed, ownCheckRuns, earlierPushers, approvers, linked, rivals, sameKey, isFirstTime, storeIds, moduli] =
    await Promise.all([
      changing,
      readCheckRuns(github, head.sha, number),
      readEarlierPushers(github, pullRequest, listed),
      readApprovers(github, settings, reviews, conversation.comments, author),
      open ? readLinked(github, pullRequest, conversation, apps, earlier) : ({ kind: 'none' } as const),
      open ? apps.then((ids) => rivalsOf(github, number, ids)) : [],
      open ? changing.then((changed) => sameKeyOf(github, pullRequest, changed)) : [],
      isFirstPullRequest(github, number, author),
      open ? apps.then((ids) => storeIdsFor(github, settings, base, ids)) : undefined,
      open ? apps.then((ids) => (ids.length > 0 ? certifiedModuli(github, base) : undefined)) : undefined,
    ]);
  return {
    now: github.clock.now(),
    settings,
    base,
    pullRequest,
    ...changed,
    reviews,
    comments: conversation.comments,
    ownComments: conversation.own,
    ownCheckRuns,
    headPushers: mergePushers([rememberedPushers(ownCheckRuns), pushed?.head === head.sha ? [pushed.by] : []]),
    earlierPushers,
    approvers,
    linked,
    rivals,
    sameKey,
    isFirstTime,
    ...(storeIds !== undefined && { storeIds }),
    ...(moduli !== undefined && { certifiedModuli: moduli }),
  };
}

/** Only for ids that were never certified here: of the others the ledger knows more than the store. */
async function storeIdsFor(
  { caches }: Github,
  { store }: Settings,
  { repository }: Situation['base'],
  apps: readonly string[],
): Promise<Situation['storeIds']> {
  const isNew = apps.some((app) => repository.ledger.certificatesOf(app).length === 0);
  return isNew && store !== undefined ? caches.storeIds.get(store, () => idsInStore(store)) : undefined;
}

/** The head is among the commits, unless there are more than one page, or the base branch has them all. */
function isWhole({ pullRequest, commitCount }: ShownPullRequest, listed: readonly ListedCommit[]): boolean {
  if (!pullRequest.open || commitCount === 0 || commitCount > maxCommits) return true;
  return listed.some(({ sha }) => sha === pullRequest.head.sha);
}

/** Commits below the head, the newest ones, that are asked who pushed them. A request needs one commit. */
const mostEarlier = 20;

async function readEarlierPushers(
  github: Github,
  { number, head }: PullRequest,
  listed: readonly ListedCommit[],
): Promise<Pushers> {
  const earlier = listed.map(({ sha }) => sha).filter((sha) => sha !== head.sha);
  if (earlier.length > mostEarlier) return 'many';
  const pushers: Pushers[] = [];
  await inPortions(earlier, atOnce, async (sha) => {
    pushers.push(rememberedPushers(await readCheckRuns(github, sha, number)));
  });
  return mergePushers(pushers);
}

function readLinked(
  github: Github,
  { body, author, head }: PullRequest,
  { comments }: Conversation,
  apps: Promise<readonly string[]>,
  { linked }: EarlierReading,
): Promise<LinkedRepository> {
  const own = comments.filter((comment) => comment.author?.id === author.id).map((comment) => comment.body);
  const texts = [body, ...own];
  return linked.get(JSON.stringify([head.sha, author.id, texts]), () =>
    readLinkedRepository(github, texts, author, apps),
  );
}
