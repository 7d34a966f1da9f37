// SPDX-License-Identifier: MIT
import { BotError, hasStatus } from '../bot-error.js';
import { AppClient, type AppIdentity } from '../github/app-client.js';

/**
 * The App, after GitHub has said that it knows it: what is wrong with id or key is told apart from everything that can be
 * wrong later.
 * @throws BotError `not-permitted`
 */
export async function knownApp(identity: AppIdentity): Promise<AppClient> {
  const app = new AppClient(identity);
  try {
    await app.ourselves();
    return app;
  } catch (cause) {
    if (!hasStatus(cause, 401, 404)) throw cause;
    throw new BotError('not-permitted', `GitHub knows no App ${identity.appId} with this private key.`, {
      hint: 'Give id and private key of the same App, both from its settings; and see whether the clock here is right.',
      cause,
    });
  }
}
