// SPDX-License-Identifier: MIT
import { GraphQLError } from 'graphql';

export type FailureType = 'NOT_FOUND' | 'FORBIDDEN' | 'UNPROCESSABLE' | 'STALE_DATA';

/** A failure that GitHub tells with a type beside the message. The answer's status is 200 all the same. */
export class Failure extends GraphQLError {
  constructor(
    readonly type: FailureType,
    message: string,
  ) {
    super(message);
  }
}

/** An error as it stands in an answer's `errors`: `{type, path, locations, message}`. */
export function errorJson(error: GraphQLError): Record<string, unknown> {
  const { originalError, message, path, locations } = error;
  const type =
    error instanceof Failure ? error.type : originalError instanceof Failure ? originalError.type : undefined;
  return { ...(type && { type }), ...(path && { path }), ...(locations && { locations }), message };
}
