// SPDX-License-Identifier: MIT
import { type Answer, json } from './answer.js';
import type { Call } from './router.js';

const defaultPerPage = 30;
const maxPerPage = 100;

/** One page of a list, with GitHub's Link header (rel next, last, first, prev). */
export function page<Item>(call: Call, items: readonly Item[], render: (item: Item) => unknown): Answer {
  const { shown, headers } = pageOf(call, items);
  return json(200, shown.map(render), headers);
}

/** The same for lists that stand in an object beside their `total_count`. */
export function pageWithin<Item>(
  call: Call,
  name: string,
  items: readonly Item[],
  render: (item: Item) => unknown,
  more: Readonly<Record<string, unknown>> = {},
): Answer {
  const { shown, headers } = pageOf(call, items);
  return json(200, { total_count: items.length, ...more, [name]: shown.map(render) }, headers);
}

export interface Page<Item> {
  readonly shown: readonly Item[];
  /** the Link header, where there is more than one page */
  readonly headers: Record<string, string>;
  readonly number: number;
}

/** The page that a call asks for. @param most how many items it may ask for, `usual`: how many it gets without asking */
export function pageOf<Item>(
  call: Call,
  items: readonly Item[],
  most = maxPerPage,
  usual = most === maxPerPage ? defaultPerPage : most,
): Page<Item> {
  const perPage = Math.min(most, positive(call.url.searchParams.get('per_page')) ?? usual);
  const number = positive(call.url.searchParams.get('page')) ?? 1;
  const last = Math.max(1, Math.ceil(items.length / perPage));
  const relations: Record<string, number> = {
    ...(number > 1 && { prev: number - 1 }),
    ...(number < last && { next: number + 1, last }),
    ...(number > 1 && { first: 1 }),
  };
  const link = Object.entries(relations)
    .map(([relation, target]) => `<${addressOf(call, target)}>; rel="${relation}"`)
    .join(', ');
  const shown = items.slice((number - 1) * perPage, number * perPage);
  return { shown, headers: link === '' ? {} : { link }, number };
}

function addressOf(call: Call, target: number): string {
  const query = new URLSearchParams(call.url.searchParams);
  query.set('page', String(target));
  return `${new URL(call.origins.web).origin}${call.url.pathname}?${query.toString()}`;
}

function positive(text: string | null): number | undefined {
  const value = Number(text ?? '');
  return Number.isSafeInteger(value) && value > 0 ? value : undefined;
}
