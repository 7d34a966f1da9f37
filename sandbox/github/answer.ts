// SPDX-License-Identifier: MIT

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

export interface FieldError {
  readonly resource: string;
  readonly code: string;
  readonly field?: string;
  readonly message?: string;
}

export function json(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: Buffer.from(JSON.stringify(value)),
  };
}

export const noContent: Answer = { status: 204 };

export function redirect(location: string): Answer {
  return { status: 302, headers: { location } };
}

/** An error in GitHub's shape: `{message, documentation_url, status}`, and `errors`: fields at fault, at a few routes texts. */
export function problem(status: number, message: string, errors?: readonly (FieldError | string)[]): Answer {
  return json(status, {
    message,
    ...(errors && { errors }),
    documentation_url: 'https://docs.github.com/rest',
    status: String(status),
  });
}

export const notFound = problem(404, 'Not Found');

export function validationFailed(...errors: FieldError[]): Answer {
  return problem(422, 'Validation Failed', errors);
}
