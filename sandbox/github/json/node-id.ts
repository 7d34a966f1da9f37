// SPDX-License-Identifier: MIT

/**
 * GraphQL's global id of an object. Opaque to clients, as GitHub's are (global node IDs guide); here its kind by GraphQL's
 * name and the number that REST shows.
 */
export function nodeId(kind: string, id: number): string {
  return `${kind}_${Buffer.from(String(id)).toString('base64url')}`;
}

export function fromNodeId(nodeId: string): { readonly kind: string; readonly id: number } | undefined {
  const [, kind = '', encoded = ''] = /^([A-Za-z]+)_([\w-]+)$/.exec(nodeId) ?? [];
  const id = Number(Buffer.from(encoded, 'base64url').toString('utf8') || undefined);
  return Number.isSafeInteger(id) ? { kind, id } : undefined;
}
