// SPDX-License-Identifier: MIT
import { execute, type ExecutionResult, GraphQLError, Kind, OperationTypeNode, parse, validate } from 'graphql';
import { readable } from '../access.js';
import { type Answer, json, problem } from '../answer.js';
import type { Actor } from '../app.js';
import { accountObject } from '../graphql/account-objects.js';
import { errorJson, Failure } from '../graphql/failure.js';
import { mutations } from '../graphql/mutations.js';
import { nodeOf } from '../graphql/node.js';
import { repositoryObject } from '../graphql/repository-object.js';
import { githubSchema } from '../graphql/schema.js';
import { RequestFields } from '../request-fields.js';
import type { Call, Route } from '../router.js';

/** Where GitHub Enterprise Server has it: beside `/api/v3`. */
export const graphqlRoutes: readonly Route[] = [{ method: 'POST', path: '/api/graphql', handle: answer }];

/** Answers with 200 whatever comes of it, but for callers without a token and bodies that are no request at all. */
async function answer(call: Call): Promise<Answer> {
  const { actor } = call;
  if (actor === undefined) return problem(401, 'This endpoint requires you to be authenticated.');
  const fields = RequestFields.of(call.body);
  const source = fields.text('query');
  if (source === undefined) return problem(400, 'A query attribute must be specified and must be a string.');
  const result = await run(call, actor, source, fields.raw('variables'));
  const errors = result.errors?.map(errorJson);
  return json(200, { ...('data' in result && { data: result.data }), ...(errors && { errors }) });
}

async function run(call: Call, actor: Actor, source: string, variables: unknown): Promise<ExecutionResult> {
  const schema = githubSchema();
  let document;
  try {
    document = parse(source);
  } catch (error) {
    return { errors: [error as GraphQLError] };
  }
  const errors = validate(schema, document);
  if (errors.length > 0) return { errors };
  const isMutation = document.definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.MUTATION,
  );
  const result = await execute({
    schema,
    document,
    rootValue: isMutation ? mutations(call, actor) : queries(call, actor),
    variableValues: variables as Readonly<Record<string, unknown>> | null,
  });
  const fault = result.errors?.find(({ originalError }) => originalError && !(originalError instanceof GraphQLError));
  // A fault of ours, not of the caller's.
  if (fault?.originalError) throw fault.originalError;
  return result;
}

function queries(call: Call, actor: Actor) {
  return {
    id: 'Query',
    // A bot is a `User` here, with its whole login.
    viewer: { ...accountObject(actor.user), __typename: 'User', login: actor.user.login },
    repository: ({ owner, name }: { readonly owner: string; readonly name: string }) => {
      const repository = readable({ state: call.state, actor, params: { owner, name } });
      if (repository !== undefined) return repositoryObject(call, repository);
      throw new Failure('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
    },
    user: ({ login }: { readonly login: string }) => {
      const user = call.state.user(login);
      if (user?.type === 'User') return accountObject(user);
      throw new Failure('NOT_FOUND', `Could not resolve to a User with the login of '${login}'.`);
    },
    node: ({ id }: { readonly id: string }) => nodeOf(call, id),
    nodes: ({ ids }: { readonly ids: readonly string[] }) => ids.map((id) => nodeOf(call, id)),
    rateLimit: { cost: 1, limit: 5000, nodeCount: 0, remaining: 4999, used: 1, resetAt: nextHour(call.state.now()) },
  };
}

function nextHour(now: Date): string {
  return new Date(now.getTime() + 3_600_000).toISOString();
}
