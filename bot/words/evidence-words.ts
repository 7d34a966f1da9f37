// SPDX-License-Identifier: MIT
import { currentCertificate } from '../../ca/ledger/certificate-record.js';
import type { Judgement } from '../judgement.js';
import type { LinkedRepository, Situation } from '../situation.js';
import type { View } from '../view.js';
import { endOf, factsOf } from './replacement-words.js';
import { code, nameOf } from './text.js';

const relations = {
  owner: 'owns it',
  member: 'is a public member of the organisation that owns it',
  committer: 'has commits in it',
} as const;

/** What whoever approves wants to know, each with where it is known from. */
export function evidenceWords({ situation, judgement }: View): string {
  const { pullRequest, isFirstTime } = situation;
  return [
    '### Evidence',
    [
      `- Requester: ${nameOf(pullRequest.author)}, ${isFirstTime ? 'here for the first time' : 'known from earlier pull requests'}.`,
      repositoryLine(situation.linked, situation),
      ...idLine(situation, judgement),
      '- Not looked at by me: licence, purpose of the app, trademarks, and whether the app in the store belongs to the requester.',
    ].join('\n'),
  ].join('\n\n');
}

function repositoryLine(linked: LinkedRepository, { pullRequest }: Situation): string {
  if (linked.kind === 'none') return '- Repository of the app: none is linked.';
  if (linked.kind !== 'found') return `- Repository of the app: ${code(linked.url)}, which I did not look into.`;
  const { infoXml, relation, name } = linked;
  const id =
    infoXml.kind === 'read'
      ? `${code(infoXml.path)} has the id ${code(infoXml.id)}`
      : `${code(infoXml.path)} is ${infoXml.kind}`;
  const who = nameOf(pullRequest.author);
  const tie =
    relation === undefined ? `nothing public shows what ${who} has to do with it` : `${who} ${relations[relation]}`;
  return `- Repository of the app: ${code(name)}; ${id}; ${tie}.`;
}

/** Whose the id is, and whether the key is the one that is certified. */
function idLine({ base }: Situation, { appId, request }: Judgement): string[] {
  if (appId === undefined) return [];
  const { ledger } = base.repository;
  const all = ledger.certificatesOf(appId);
  const current = currentCertificate(ledger, appId);
  const last = current ?? all.at(-1);
  if (last === undefined) return [`- The id ${code(appId)} was never certified.`];
  const often = all.length === 1 ? 'once' : `${all.length} times`;
  const revoked = current === undefined ? ledger.revocationOf(last.serial) : undefined;
  const end = revoked === undefined ? '' : ` ${endOf(revoked)}`;
  const which = current === undefined ? 'none of that counts, and the last was' : 'what counts is';
  const same =
    request?.key === last.key ? ' The key of this request is the same key.' : ' This request has another key.';
  const key = request?.key === undefined ? '' : same;
  return [`- The id ${code(appId)} was certified ${often}; ${which}: ${factsOf(last)}.${end}${key}`];
}
