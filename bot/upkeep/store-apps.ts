// SPDX-License-Identifier: MIT
import { Certificate } from '../../common/certificate.js';
import { bodyText, http, HttpError } from '../../common/http.js';
import { InputError } from '../../common/input-error.js';
import { BotError } from '../bot-error.js';

interface StoreApp {
  readonly id?: unknown;
  readonly certificate?: unknown;
  readonly releases?: unknown;
}

/**
 * The certificate that the store has for each app with a release, by app id: SHA-256 of its DER. Registering another
 * certificate deletes an app's releases there, so every release that is left carries this one.
 * @throws HttpError; BotError `store-unreadable`
 */
export async function appsInStore(store: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await listApps(store)).flatMap((app) => fingerprintOf(app) ?? []));
}

/** Nobody waits longer for a verdict. */
const patienceMs = 15_000;

/**
 * The ids of all apps that the store shows: those with a release that are not for enterprises only. `silent`: it does not
 * answer, or not with a list, and a verdict does not wait until it does.
 */
export async function idsInStore(store: string): Promise<ReadonlySet<string> | 'silent'> {
  try {
    const apps = await listApps(store, patienceMs);
    return new Set(apps.flatMap((app) => (typeof app?.id === 'string' ? [app.id] : [])));
  } catch (error) {
    if (error instanceof HttpError || error instanceof BotError) return 'silent';
    throw error;
  }
}

async function listApps(store: string, timeoutMs?: number): Promise<(StoreApp | null)[]> {
  const address = `${store.replace(/\/+$/, '')}/api/v1/apps.json`;
  const answer = await http({ method: 'GET', url: address, ...(timeoutMs !== undefined && { timeoutMs }) });
  const apps: unknown = parse(bodyText(answer));
  if (!Array.isArray(apps)) {
    throw new BotError('store-unreadable', `${address} is no list of apps.`, {
      hint: 'See whether "store" in authority/bot.yml is the address of the store, e.g. https://apps.nextcloud.com.',
    });
  }
  return apps as (StoreApp | null)[];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fingerprintOf(app: StoreApp | null): [[id: string, fingerprint: string]] | undefined {
  if (typeof app?.id !== 'string' || typeof app.certificate !== 'string') return undefined;
  if (!Array.isArray(app.releases) || app.releases.length === 0) return undefined;
  try {
    return [[app.id, Certificate.fromPem(app.certificate).fingerprint]];
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
