// SPDX-License-Identifier: MIT

/**
 * GitHub closes an issue for such words in a commit that gets into the default branch, and in the description of a pull
 * request that is merged (GitHub documentation, "Linking a pull request to an issue"): also an alarm of the bot's, or
 * somebody's request for a revocation. More than GitHub heeds is taken for one: that does no harm.
 */
const closing =
  /\b(?:clos(?:e[sd]?|ing)|fix(?:e[sd]|ing)?|resolv(?:e[sd]?|ing))\b[^\w#]{0,20}(?:https?:|gh-\d|(?:[\w.-]{1,40}\/[\w.-]{1,100})?#\d)/i;

export function closesIssues(text: string): boolean {
  return closing.test(text);
}
