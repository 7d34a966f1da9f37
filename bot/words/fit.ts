// SPDX-License-Identifier: MIT

/** GitHub takes 65,535 characters, and counts some of them twice. */
const longest = 60_000;

/**
 * Puts the parts of a text under each other, as many as there is room for, and says how many were left out. A part is
 * whole or absent: half a code block would make code of all that follows.
 */
export function fit(parts: readonly (string | undefined)[], most = longest): string {
  const wanted = parts.filter((part) => part !== undefined && part !== '');
  const note = (left: number): string =>
    left === 0 ? '' : `${left} more ${left === 1 ? 'part' : 'parts'} of this text did not fit in and were left out.`;
  const room = most - note(wanted.length).length - 2;
  const kept: string[] = [];
  let length = 0;
  for (const part of wanted) {
    if (part === undefined || length + part.length + 2 > room) continue;
    kept.push(part);
    length += part.length + 2;
  }
  const left = wanted.length - kept.length;
  return `${[...kept, ...(left > 0 ? [note(left)] : [])].join('\n\n')}\n`;
}
