// SPDX-License-Identifier: MIT

const letters = 'a-z0-9\u00a1-\uffff';
const label = `[${letters}](?:[${letters}-]{0,61}[${letters}])?`;
const topLevel = `\\.(?!-)(?:[a-z\u00a1-\uffff-]{2,63}|xn--[a-z0-9]{1,59})(?<!-)\\.?`;
const number = '(?:0|25[0-5]|2[0-4]\\d|1\\d?\\d?|[1-9]\\d?)';
const address = `${number}(?:\\.${number}){3}|\\[[0-9a-f:.]+\\]`;
const user = '(?:[^\\s:@/]+(?::[^\\s:@/]*)?@)?';
const url = new RegExp(
  `^([a-z][a-z0-9.+-]*)://${user}(?:${address}|${label}(?:\\.(?!-)[${letters}-]{1,63}(?<!-))*${topLevel}|localhost)(?::\\d{1,5})?(?:[/?#]\\S*)?$`,
  'i',
);
/** django.core.validators.URLValidator.max_length */
const longest = 2048;

/** Whether Django's URLValidator takes the text: host names need a dot, `localhost` aside. */
export function isDjangoUrl(text: string, schemes: readonly string[]): boolean {
  if (text.length > longest) return false;
  const scheme = url.exec(text)?.[1]?.toLowerCase();
  return scheme !== undefined && schemes.includes(scheme);
}
