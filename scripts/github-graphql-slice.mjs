// SPDX-License-Identifier: MIT
import { assertValidSchema, buildSchema, Kind, parse, print, visit } from 'graphql';

/**
 * Cuts a part out of a GraphQL schema.
 * @param {string} text the whole schema
 * @param {Record<string, string[]>} wanted the fields that are taken of each type; types that are not named are taken whole
 *   where they are inputs, enums or scalars, and with no field but what their interfaces demand where they are objects
 */
export function sliceGraphql(text, wanted) {
  const definitions = new Map(
    parse(text, { noLocation: true })
      .definitions.filter(({ name }) => name !== undefined)
      .map((definition) => [definition.name.value, withoutWords(definition)]),
  );
  for (const [type, fields] of Object.entries(wanted)) {
    const known = definitions.get(type)?.fields?.map(({ name }) => name.value) ?? [];
    const unknown = fields.filter((field) => !known.includes(field));
    if (unknown.length > 0) throw new Error(`GitHub's ${type} has no ${unknown.join(', ')}`);
  }
  const kept = new Map();
  const queue = Object.keys(wanted);
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (kept.has(name) || !definitions.has(name)) continue;
    const definition = cut(definitions.get(name), wanted);
    kept.set(name, definition);
    visit(definition, { NamedType: ({ name: { value } }) => void queue.push(value) });
  }
  const names = [...kept.keys()].sort();
  const slice = names.map((name) => print(kept.get(name))).join('\n\n');
  assertValidSchema(buildSchema(slice));
  return slice;
}

/** Only the wanted fields, and only the interfaces and members that are wanted themselves. */
function cut(definition, wanted) {
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION: {
      const fields = wanted[definition.name.value] ?? [];
      return {
        ...definition,
        interfaces: definition.interfaces.filter(({ name }) => wanted[name.value] !== undefined),
        fields: definition.fields.filter(({ name }) => fields.includes(name.value)),
      };
    }
    case Kind.UNION_TYPE_DEFINITION:
      return { ...definition, types: definition.types.filter(({ name }) => wanted[name.value] !== undefined) };
    default:
      return definition;
  }
}

function withoutWords(definition) {
  return visit(definition, {
    enter: (node) => (node.description === undefined ? undefined : { ...node, description: undefined }),
    Directive: () => null,
  });
}
