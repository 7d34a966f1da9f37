// SPDX-License-Identifier: MIT

/** What the store would answer, were it to come to this fault. */
export interface Refusal {
  /**
   * `archive`: while the files are taken out of the archive, all of them before any XML is looked at; `metadata`: when
   * they are validated, info.xml before database.xml; `import`: at the very end, behind certificate and signature;
   * `import-app`: likewise, but only where the release also renews the app's own data.
   */
  readonly stage: 'archive' | 'metadata' | 'import' | 'import-app';
  readonly status: 400 | 500;
  /** JSON body; at 500 there is none */
  readonly body: unknown;
}

/** DRF's ValidationError: an array of one text. */
export function refused(stage: Refusal['stage'], message: string): Refusal {
  return { stage, status: 400, body: [message] };
}

/** DRF's ParseError. */
export function notParsed(detail: string): Refusal {
  return { stage: 'metadata', status: 400, body: { detail } };
}

export function crashed(stage: Refusal['stage']): Refusal {
  return { stage, status: 500, body: null };
}

const stages: readonly Refusal['stage'][] = ['archive', 'metadata', 'import-app', 'import'];

/** In the order in which the store would come to them; the order within a stage stays. */
export function inStoreOrder(refusals: readonly Refusal[]): Refusal[] {
  return refusals.toSorted((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage));
}

/** Whether the file itself is accepted: a refusal at the import depends on the upload, and on what the store has. */
export function isReadable(ok: boolean, refusals: readonly Refusal[]): boolean {
  return ok || (refusals.length > 0 && refusals.every(({ stage }) => stage === 'import' || stage === 'import-app'));
}
