// SPDX-License-Identifier: MIT

/** What the store says to a request: the status, and the body as JSON value; undefined is an empty body. */
export interface StoreAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Errors of the validators (archive, metadata, certificate): an array of one string (store: DRF's ValidationError). */
export function invalid(message: string): StoreAnswer {
  return { status: 400, body: [message] };
}

/** Everything else that is refused: `{"detail": …}` (store: DRF's APIException). */
export function detail(status: number, message: string): StoreAnswer {
  return { status, body: { detail: message } };
}

/** An exception that nobody catches: Django's own page, no reason in it. */
export const crash: StoreAnswer = {
  status: 500,
  body: '<!doctype html><html lang="en"><head><title>Server Error (500)</title></head><body><h1>Server Error (500)</h1><p></p></body></html>',
};
