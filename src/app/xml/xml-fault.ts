// SPDX-License-Identifier: MIT

/** Why a document is not well-formed, in words for its author. */
export interface XmlFault {
  readonly message: string;
  readonly fix: string;
  /** offset in the text */
  readonly start: number;
}

/** Thrown inside the reader only: behind such a fault nothing can be told about the rest. */
export class XmlStop extends Error {
  constructor(readonly fault: XmlFault) {
    super(fault.message);
  }
}

export function stop(start: number, message: string, fix: string): never {
  throw new XmlStop({ message, fix, start });
}
