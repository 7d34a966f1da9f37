// SPDX-License-Identifier: MIT
import type { CodedError } from './coded-error.js';
import { readSettings } from './settings-file.js';

/** One setting of a file that people write. Settings are data: reader, defaults and documentation come from one list. */
export interface Setting<Value> {
  /** place in the file, e.g. `key.minimum-bits` */
  readonly at: string;
  readonly default: Value;
  readonly means: string;
  /** undefined: not such a value */
  read(value: unknown): Value | undefined;
  /** what a value looks like, in words */
  readonly form: string;
}

export type Settings = Readonly<Record<string, Setting<unknown>>>;

export type ValuesOf<Table extends Settings> = { readonly [Name in keyof Table]: Table[Name]['default'] };

/** The values at these places; undefined: the default. */
export function valuesOf<Table extends Settings>(table: Table, valueAt: (at: string) => unknown): ValuesOf<Table> {
  const entries = Object.entries(table).map(([name, setting]) => [
    name,
    setting.read(valueAt(setting.at)) ?? setting.default,
  ]);
  return Object.fromEntries(entries) as ValuesOf<Table>;
}

/**
 * The values that a YAML file gives. What is not set has its default; what nobody knows is refused, with the line.
 * @param fail makes the error that is thrown
 */
export function readValues<Table extends Settings>(
  table: Table,
  text: string,
  fail: (what: string, line: number) => CodedError,
): ValuesOf<Table> {
  const known = new Map(Object.values(table).map((setting) => [setting.at, setting]));
  const values = new Map<string, unknown>();
  for (const { at, value, line } of readSettings(text, fail)) {
    const setting = known.get(at);
    if (setting === undefined) throw fail(`there is no setting "${at}"`, line);
    if (setting.read(value) === undefined) throw fail(`"${at}" has to be ${setting.form}`, line);
    values.set(at, value);
  }
  return valuesOf(table, (at) => values.get(at));
}

export function integer(at: string, fallback: number, least: number, most: number, means: string): Setting<number> {
  const fits = (value: unknown): value is number =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
  const form = `a whole number from ${least} to ${most}`;
  return { at, default: fallback, means, form, read: (value) => (fits(value) ? value : undefined) };
}

/** The first word is the default. */
export function choice<Word extends string>(
  at: string,
  words: readonly [Word, ...Word[]],
  means: string,
): Setting<Word> {
  const read = (value: unknown): Word | undefined => words.find((word) => word === value);
  return { at, default: words[0], means, form: words.join(' or '), read };
}

/** @param form what the list is of, e.g. `a list of ids` */
export function list<Item>(
  at: string,
  fallback: readonly Item[],
  means: string,
  form: string,
  readItem: (value: unknown) => Item | undefined,
): Setting<readonly Item[]> {
  const read = (value: unknown): readonly Item[] | undefined => {
    if (!Array.isArray(value)) return undefined;
    const items = value.map(readItem);
    return items.every((item) => item !== undefined) ? items : undefined;
  };
  return { at, default: fallback, means, form, read };
}

export const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
