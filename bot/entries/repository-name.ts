// SPDX-License-Identifier: MIT
import { printable } from '../../common/render/printable.js';
import { BotError } from '../bot-error.js';
import type { RepositoryName } from '../octokit.js';

/**
 * @param what names where it was given, for the message
 * @throws BotError `bad-environment`
 */
export function readRepositoryName(text: string, what: string): RepositoryName {
  const [, owner, repo] = /^([A-Za-z\d][A-Za-z\d-]{0,38})\/([\w.-]{1,100})$/.exec(text) ?? [];
  if (owner !== undefined && repo !== undefined) return { owner, repo };
  throw new BotError('bad-environment', `${what}: "${printable(text)}" is not OWNER/NAME.`, {
    hint: 'Give for example nextcloud/app-certificate-requests.',
  });
}
