// SPDX-License-Identifier: MIT
import { buildSchema, GraphQLError, GraphQLScalarType, type GraphQLSchema } from 'graphql';
import { graphqlSchema } from './schema-text.js';

let built: GraphQLSchema | undefined;

/** The part of GitHub's GraphQL schema that is served here. Objects name their type by `__typename`. */
export function githubSchema(): GraphQLSchema {
  if (built !== undefined) return built;
  const schema = buildSchema(graphqlSchema);
  take(schema, 'GitObjectID', (text) => /^[0-9a-f]{40}$/.test(text));
  take(schema, 'GitRefname', (text) => text.startsWith('refs/'));
  return (built = schema);
}

/** Lets a scalar take only what fits. */
function take(schema: GraphQLSchema, name: string, fits: (text: string) => boolean): void {
  const type = schema.getType(name);
  if (!(type instanceof GraphQLScalarType)) throw new Error(`the schema has no scalar ${name}`);
  type.parseValue = (value) => {
    if (typeof value === 'string' && fits(value)) return value;
    throw new GraphQLError(`Could not coerce value ${JSON.stringify(value)} to ${name}`);
  };
}
