// SPDX-License-Identifier: MIT
import { BotError, hasStatus } from '../bot-error.js';
import { AppClient, type AppIdentity } from '../github/app-client.js';

/**
 * The App, after GitHub has said that it knows it: what is wrong with id or key is told apart from everything that can be
 * wrong later.
 * @param check names what decides where GitHub is looked for, for the error that nothing answers there
 * @throws BotError `not-permitted`, `github-unreachable`
 */
export async function knownApp(
  identity: AppIdentity,
  check = 'See whether GitHub can be reached from here.',
): Promise<AppClient> {
  const app = new AppClient(identity);
  try {
    await app.ourselves();
    return app;
  } catch (cause) {
    if (cause instanceof BotError && cause.code === 'github-unreachable') {
      throw new BotError(cause.code, `No GitHub at ${identity.apiUrl}: ${whyNot(cause)}.`, { hint: check, cause });
    }
    if (!hasStatus(cause, 401, 404)) throw cause;
    throw new BotError('not-permitted', `GitHub knows no App ${identity.appId} with this private key.`, {
      hint: 'Give id and private key of the same App, both from its settings; and see whether the clock here is right.',
      cause,
    });
  }
}

/** What OpenSSL and fetch say helps nobody. */
function whyNot(error: BotError): string {
  const told = causesOf(error).join(' ');
  if (/ERR_SSL|EPROTO|wrong version number|SSL routines/.test(told)) return 'what answers there does not speak TLS';
  if (/CERT|certificate/i.test(told)) return `its certificate is not trusted here (${lastOf(error)})`;
  if (/ENOTFOUND|EAI_AGAIN/.test(told)) return 'no such host is known here';
  if (told.includes('ECONNREFUSED')) return 'nothing listens there';
  if (told.includes('bad port')) return 'the port is one that HTTP never uses';
  return lastOf(error);
}

function causesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const code = 'code' in error ? `${String(error.code)} ` : '';
  return [`${code}${error.message}`, ...causesOf(error.cause)];
}

/** Without the call, which nobody who starts a server has heard of. */
function lastOf({ message }: BotError): string {
  return message.replace(/^GET \/\S*: /, '').replace(/\.$/, '');
}
