// SPDX-License-Identifier: MIT
import { appIdProblems } from '../../ca/review/app-id.js';
import { RequestFile } from '../../ca/review/request-file.js';
import type { Change, Situation } from '../situation.js';
import { appOfRequestPath, isPlainId, isUnsafePath } from './path-of.js';

/** A request that the pull request adds or changes, wherever it put it. */
export interface ToldRequest {
  readonly change: Change;
  /** the app that it is meant for, as far as that can be told */
  readonly appId: string;
  /** it lies at `APP_ID/APP_ID.csr` */
  readonly wellPlaced: boolean;
  /** as it lies there; undefined: too large to be looked at */
  readonly file: RequestFile | undefined;
}

/** More of them than this are not looked at one by one: they are refused for being many. */
const maxRequests = 10;

/**
 * Every request among the changes, those in the right place first. One in a wrong place is left out where its app has
 * one in the right place: it is one file too many, not one more app.
 */
export function toldRequests(situation: Situation, changes: readonly Change[]): ToldRequest[] {
  const requests: ToldRequest[] = [];
  const misplaced: Change[] = [];
  for (const change of changes) {
    if (!isFile(change) || isUnsafePath(change.path) || isAuthority(change.path)) continue;
    const appId = appOfRequestPath(change.path);
    if (appId !== undefined && !belongsElsewhere(situation, change, appId)) {
      requests.push({ change, appId, wellPlaced: true, file: fileOf(situation, change) });
    } else if (looksLikeRequest(situation, change)) misplaced.push(change);
  }
  for (const change of misplaced.slice(0, maxRequests)) {
    const file = fileOf(situation, change);
    const appId = intendedId(situation, change.path, file);
    if (!requests.some((request) => request.appId === appId)) {
      requests.push({ change, appId, wellPlaced: false, file });
    }
  }
  return requests;
}

/** In the folder of the bot, or GitHub's: whatever lies there is no request. */
export function isAuthority(path: string): boolean {
  return /^(?:authority|\.github|\.git[a-z]*)(?:\/|$)/i.test(path);
}

function isFile({ status, mode }: Change): boolean {
  return status !== 'deleted' && (mode === undefined || mode.startsWith('100'));
}

function fileOf({ blobs }: Situation, { path, blob = '' }: Change): RequestFile | undefined {
  const bytes = blobs.get(blob);
  return bytes && new RequestFile(path, bytes);
}

function looksLikeRequest({ blobs }: Situation, { path, blob = '' }: Change): boolean {
  if (/\.csr(?:\.[a-z]{1,4})?$/i.test(path)) return true;
  const bytes = blobs.get(blob);
  return bytes !== undefined && Buffer.from(bytes.subarray(0, 4096)).includes('BEGIN CERTIFICATE REQUEST');
}

function commonNameOf(file: RequestFile | undefined): string | undefined {
  const [name, ...more] = file?.request?.commonNames ?? [];
  return more.length === 0 ? name : undefined;
}

function linkedId({ linked }: Situation): string | undefined {
  return linked.kind === 'found' && linked.infoXml.kind === 'read' ? linked.infoXml.id : undefined;
}

/** A new file in the folder of one name, while its subject and the app's info.xml both say another. */
function belongsElsewhere(situation: Situation, change: Change, appId: string): boolean {
  const name = commonNameOf(fileOf(situation, change));
  const { ledger } = situation.base.repository;
  return (
    change.status === 'added' &&
    name !== undefined &&
    name !== appId &&
    name === linkedId(situation) &&
    appIdProblems(name, situation.base.repository.policy).length === 0 &&
    ledger.certificatesOf(appId).length === 0
  );
}

/** Subject, folder or file name: whichever is what info.xml says, else the first that could be an id. */
function intendedId(situation: Situation, path: string, file: RequestFile | undefined): string {
  const parts = path.split('/');
  const stem = (parts.at(-1) ?? '').replace(/(?:\.(?:csr|crt|pem|txt|req))+$/i, '');
  const candidates = [commonNameOf(file), parts.at(-2), stem].filter((name) => name !== undefined);
  const linked = linkedId(situation);
  return (
    candidates.find((name) => name === linked) ??
    candidates.find((name) => appIdProblems(name, situation.base.repository.policy).length === 0) ??
    candidates.find((name) => isPlainId(name)) ??
    stem
  );
}
