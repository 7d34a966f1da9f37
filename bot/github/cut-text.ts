// SPDX-License-Identifier: MIT

/** GitHub takes 65,535 characters, and counts some of them twice. */
export const longestText = 60_000;

/** At most so many characters, the last of which say how many were left out. */
export function cutText(text: string, longest = longestText): string {
  if (text.length <= longest) return text;
  const note = (left: number): string => `\n\n… ${left} more characters are left out here.`;
  let end = longest - note(text.length).length;
  // not between the halves of a character beyond U+FFFF
  if (/[\ud800-\udbff]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, end) + note(text.length - end);
}
