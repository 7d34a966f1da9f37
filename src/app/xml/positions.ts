// SPDX-License-Identifier: MIT
import { countCharacters } from './characters.js';

export interface Position {
  /** 1-based */
  readonly line: number;
  /** 1-based, counted in code points */
  readonly column: number;
}

/** Turns offsets in a text into lines and columns. Line ends are LF, CRLF and a lone CR, as XML has them. */
export class Positions {
  #starts: number[] | undefined;
  /** the last answer: many questions about one very long line come in its order */
  #last = { start: 0, offset: 0, column: 1 };

  constructor(readonly text: string) {}

  at(offset: number): Position {
    const starts = (this.#starts ??= lineStarts(this.text));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const start = starts[low] ?? 0;
    const known = this.#last.start === start && this.#last.offset <= offset ? this.#last : { offset: start, column: 1 };
    const column = known.column + countCharacters(this.text.slice(known.offset, offset));
    this.#last = { start, offset, column };
    return { line: low + 1, column };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length);
  return starts;
}
