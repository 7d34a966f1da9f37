// SPDX-License-Identifier: MIT
import { escapeMarkdown } from '../../common/render/markdown.js';

/** `login (id)` as the ledger names accounts, or the noreply address that GitHub gives them. */
const forms = [
  /^([A-Za-z\d](?:[A-Za-z\d-]{0,38})) \(\d+\)$/,
  /<(?:\d+\+)?([A-Za-z\d](?:[A-Za-z\d-]{0,38}))@users\.noreply\.github\.com>$/,
];

/** Whoever asked for a certificate, so that GitHub tells them; where only a name is known, the name, which tells nobody. */
export function mention(requestedBy: string | undefined): string | undefined {
  if (requestedBy === undefined) return undefined;
  for (const form of forms) {
    const login = form.exec(requestedBy)?.[1];
    if (login !== undefined) return `@${login}`;
  }
  return escapeMarkdown(requestedBy.replace(/ ?<.*>$/, ''));
}
