// SPDX-License-Identifier: MIT
import { mayPush } from '../access.js';
import type { Actor } from '../app.js';
import type { GitRepository } from '../git/git-repository.js';
import { runGit } from '../git/git-process.js';
import { noObject } from '../git/object-store.js';
import { flush, pktLine, readPktLines, sideband } from '../git/pkt-line.js';
import { pullsFrom } from '../pulls/follow-push.js';
import type { Repository } from '../repository.js';
import type { World } from '../router.js';
import { pushed } from './push.js';
import { moveRefs, type RefMove, type RefRefusal, type RefUpdate, whyNotUpdate } from './ref-update.js';

const capabilities = 'report-status delete-refs side-band-64k atomic quiet ofs-delta object-format=sha1';

/** The refs that a push starts from; those of pull requests are hidden: nobody may push to them. */
export function advertiseForPush({ refs }: GitRepository): Buffer {
  const open = refs.list().filter(([name]) => !name.startsWith('refs/pull/'));
  const lines = open.length === 0 ? [['capabilities^{}', noObject] as const] : open;
  return Buffer.concat([
    ...lines.map(([name, id], n) => pktLine(`${id} ${name}${n === 0 ? `\0${capabilities}` : ''}\n`)),
    flush,
  ]);
}

/**
 * A push over git (gitprotocol-pack, "Pushing Data To a Server"), taken here instead of by `git receive-pack`: the same
 * rules as for REST, and one process only, which checks and unpacks the objects.
 * @param body commands, flush, pack
 */
export async function receivePack(world: World, repository: Repository, body: Buffer, by: Actor): Promise<Buffer> {
  const { lines, rest: pack } = readPktLines(body);
  const commands = lines.filter((line) => !line.toString('latin1').startsWith('shallow '));
  const wishes = commands.map(readCommand);
  const wanted = commands[0]?.toString('utf8').split('\0')[1]?.split(' ') ?? [];
  const problem = pack.length === 0 ? undefined : await unpack(repository, pack);
  const refusal = (wish: RefUpdate) => refusalOf(world, repository, wish, by);
  const broken = problem === undefined ? undefined : { reason: 'unpacker error', remark: '' };
  const isAtomic = wanted.includes('atomic') && wishes.some((wish) => refusal(wish) !== undefined);
  const others = isAtomic ? { reason: 'atomic push failed', remark: '' } : undefined;
  const report = [pktLine(`unpack ${problem ?? 'ok'}\n`)];
  const remarks: string[] = [];
  const moves: RefMove[] = [];
  for (const wish of wishes) {
    const why = broken ?? refusal(wish) ?? others;
    if (why) {
      report.push(pktLine(`ng ${wish.name} ${why.reason}\n`));
      remarks.push(why.remark);
    } else {
      report.push(pktLine(`ok ${wish.name}\n`));
      moves.push(...moveRefs(repository, [wish]));
    }
  }
  await pushed(world, repository, moves, by);
  const whole = Buffer.concat([...report, flush]);
  if (!wanted.includes('side-band-64k')) return whole;
  return Buffer.concat([sideband(2, remarks.join('')), sideband(1, whole), flush]);
}

/** True where somebody may push to at least one branch: in a fork, a maintainer of where its pull requests go. */
export function mayPushSomething(world: World, repository: Repository, by: Actor): boolean {
  return mayPush(by, repository) || repository.branches.names().some((name) => mayHelp(world, repository, name, by));
}

function readCommand(line: Buffer): RefUpdate {
  const [command = ''] = line.toString('utf8').split('\0');
  const [before = '', after = '', ...name] = command.split(' ');
  // Whether it may go elsewhere is the client's business here (`--force`), and that of the rules.
  return { name: name.join(' '), before, after, force: true };
}

/** Objects are written one by one, so that this process can read them; malformed ones are refused, as GitHub does. */
async function unpack({ git }: Repository, pack: Buffer): Promise<string | undefined> {
  const words = [`--git-dir=${git.network.folder}`, 'unpack-objects', '-q', '--strict'];
  const { status, stderr } = await runGit(words, pack);
  if (status === 0) return undefined;
  return (stderr.trim().split('\n')[0] ?? '') || `unpack-objects ended with status ${status}`;
}

interface Refused {
  readonly reason: string;
  readonly remark: string;
}

function refusalOf(world: World, repository: Repository, wish: RefUpdate, by: Actor): Refused | undefined {
  const [, branch] = /^refs\/heads\/(.+)$/.exec(wish.name) ?? [];
  if (!mayPush(by, repository) && (branch === undefined || !mayHelp(world, repository, branch, by))) {
    return { reason: 'permission denied', remark: '' };
  }
  const refusal = whyNotUpdate(repository, wish, by);
  return refusal && inGitsWords(repository, refusal);
}

/** "Allow edits from maintainers": whoever may push to where an open pull request goes may push to its branch. */
function mayHelp(world: World, repository: Repository, branch: string, by: Actor): boolean {
  return pullsFrom(world, repository, branch).some((pull) => pull.maintainerCanModify && mayPush(by, pull.repository));
}

/** As people quote it (vndee/llm-sandbox#182), or as git itself says it. */
function inGitsWords(repository: Repository, { reason, rules, update }: RefRefusal): Refused {
  const { name, before = noObject } = update;
  switch (reason) {
    case 'rules':
      return {
        reason: 'push declined due to repository rule violations',
        remark: `error: GH013: Repository rule violations found for ${name}.\n\n${rules.map((rule) => `- ${rule}\n`).join('')}\n`,
      };
    case 'stale':
    case 'missing': {
      const now = repository.git.refs.get(name) ?? noObject;
      return { reason: `cannot lock ref '${name}': is at ${now} but expected ${before}`, remark: '' };
    }
    case 'hidden':
      return { reason: 'deny updating a hidden ref', remark: '' };
    case 'default-branch':
      return { reason: `refusing to delete the current branch: ${name}`, remark: '' };
    case 'workflow':
      return {
        reason: 'refusing to allow a GitHub App to create or update workflow without `workflows` permission',
        remark: '',
      };
    case 'no-object':
      return { reason: 'missing necessary objects', remark: '' };
    case 'no-commit':
      return { reason: 'failed to update ref', remark: '' };
    default:
      return { reason: 'funny refname', remark: '' };
  }
}
