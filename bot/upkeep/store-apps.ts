// SPDX-License-Identifier: MIT
import { Certificate } from '../../common/certificate.js';
import { bodyText, http } from '../../common/http.js';
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
  const address = `${store.replace(/\/+$/, '')}/api/v1/apps.json`;
  const apps: unknown = parse(bodyText(await http({ method: 'GET', url: address })));
  if (!Array.isArray(apps)) {
    throw new BotError('store-unreadable', `${address} is no list of apps.`, {
      hint: 'See whether "store" in authority/bot.yml is the address of the store, e.g. https://apps.nextcloud.com.',
    });
  }
  return new Map((apps as StoreApp[]).flatMap((app) => fingerprintOf(app) ?? []));
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
