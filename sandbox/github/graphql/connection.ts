// SPDX-License-Identifier: MIT
import { GraphQLError } from 'graphql';

export interface ConnectionWish {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** A part of a list, with cursors. "You must supply a first or last argument", 1 to 100 (Using pagination in GraphQL). */
export function connection<Item>(items: readonly Item[], wish: ConnectionWish, show: (item: Item) => object): object {
  const { first, last, after, before } = wish;
  const count = first ?? last ?? undefined;
  if (count === undefined) throw new GraphQLError('You must provide a `first` or `last` value to properly paginate.');
  if (count < 0 || count > 100) throw new GraphQLError(`Requesting ${count} records exceeds the limit of 100 records.`);
  let start = typeof after === 'string' ? indexOf(after) + 1 : 0;
  let end = typeof before === 'string' ? indexOf(before) : items.length;
  if (typeof first === 'number') end = Math.min(end, start + first);
  else start = Math.max(start, end - count);
  const edges = items.slice(start, end).map((item, n) => ({ cursor: cursorOf(start + n), node: show(item) }));
  return {
    totalCount: items.length,
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      hasPreviousPage: start > 0,
      hasNextPage: end < items.length,
    },
  };
}

function cursorOf(index: number): string {
  return Buffer.from(`cursor:${index}`).toString('base64');
}

function indexOf(cursor: string): number {
  const [, digits] = /^cursor:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString()) ?? [];
  if (digits === undefined) throw new GraphQLError(`\`${cursor}\` does not appear to be a valid cursor.`);
  return Number(digits);
}
