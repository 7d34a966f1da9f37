// SPDX-License-Identifier: MIT

/** A schema as OpenAPI 3.0 writes it, as JSON Schema: `nullable` becomes a type. */
export function asJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asJsonSchema);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...schema } = value as Record<string, unknown>;
  const entries = Object.entries(schema).map(([key, each]) => [renamed(key, each), asJsonSchema(each)] as const);
  const plain = Object.fromEntries(entries);
  return nullable === true ? { anyOf: [plain, { type: 'null' }] } : plain;
}

/**
 * GitHub writes `oneOf` where several alternatives may fit the same value (a person also fits an enterprise, as far as it
 * is described): what is meant is `anyOf`.
 */
function renamed(key: string, value: unknown): string {
  return key === 'oneOf' && Array.isArray(value) ? 'anyOf' : key;
}
