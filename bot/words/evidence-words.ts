// SPDX-License-Identifier: MIT
import { currentCertificate } from '../../ca/ledger/certificate-record.js';
import type { LinkedRepository, Situation } from '../situation.js';
import type { View } from '../view.js';
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
      ...idLine(situation, judgement.appId),
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

function idLine({ base }: Situation, appId: string | undefined): string[] {
  if (appId === undefined) return [];
  const { ledger } = base.repository;
  const before = ledger.certificatesOf(appId).length;
  if (before === 0) return [`- The id ${code(appId)} was never certified.`];
  const valid = currentCertificate(ledger, appId) === undefined ? 'none of them is valid' : 'one of them counts now';
  return [`- The id ${code(appId)} was certified ${before === 1 ? 'once' : `${before} times`}; ${valid}.`];
}
