// SPDX-License-Identifier: MIT
import { detail, type StoreAnswer } from '../../src/store/store-answer.js';
import { isDjangoUrl } from './django-url.js';

/** The fields of a request, or DRF's answer: `{field: [text]}` with every field that is wrong. */
export type Fields<Names extends string> =
  { readonly fields: Record<Names, string> } | { readonly refusal: StoreAnswer };

export type FieldReader = (value: unknown) => { readonly text: string } | { readonly faults: readonly string[] };

const required = ['This field is required.'];

/** @param body the parsed JSON; undefined where the request has no body */
export function readFields<Names extends string>(body: unknown, readers: Record<Names, FieldReader>): Fields<Names> {
  if (body === null) return { refusal: { status: 400, body: { nonFieldErrors: ['No data provided'] } } };
  if (body !== undefined && (typeof body !== 'object' || Array.isArray(body))) {
    const text = `Invalid data. Expected a dictionary, but got ${pythonType(body)}.`;
    return { refusal: { status: 400, body: { nonFieldErrors: [text] } } };
  }
  const given = new Map(Object.entries(body ?? {}).map(([name, value]: [string, unknown]) => [camelCase(name), value]));
  const fields = {} as Record<Names, string>;
  const faults: Record<string, readonly string[]> = {};
  for (const [name, read] of Object.entries<FieldReader>(readers)) {
    const reading = read(given.get(name));
    if ('faults' in reading) faults[name] = reading.faults;
    else fields[name as Names] = reading.text;
  }
  return Object.keys(faults).length > 0 ? { refusal: { status: 400, body: faults } } : { fields };
}

/** DRF's CharField: numbers are texts, outer blanks go. */
export const textField: FieldReader = (value) => {
  if (value === undefined) return { faults: required };
  if (value === null) return { faults: ['This field may not be null.'] };
  if (typeof value !== 'string' && typeof value !== 'number') return { faults: ['Not a valid string.'] };
  const text = String(value).trim();
  return text === '' ? { faults: ['This field may not be blank.'] } : { text };
};

/** DRF's URLField with the store's https validator: both complain. `allowed` lets an address pass that is not https. */
export function httpsField(allowed: (text: string) => boolean): FieldReader {
  return (value) => {
    const reading = textField(value);
    if ('faults' in reading || allowed(reading.text)) return reading;
    const faults = [
      ...(isDjangoUrl(reading.text, ['https']) ? [] : ['Enter a valid HTTPS URL']),
      ...(isDjangoUrl(reading.text, ['http', 'https', 'ftp', 'ftps']) ? [] : ['Enter a valid URL.']),
    ];
    return faults.length > 0 ? { faults } : reading;
  };
}

const truths: readonly unknown[] = ['t', 'y', 'yes', 'true', 'on', '1', 1, true];
const lies: readonly unknown[] = ['f', 'n', 'no', 'false', 'off', '0', 0, false];

/** DRF's BooleanField with default false, as the texts `true` and `false`. */
export const booleanField: FieldReader = (value) => {
  const known: unknown = typeof value === 'string' ? value.toLowerCase() : value;
  if (value === undefined || lies.includes(known)) return { text: 'false' };
  if (truths.includes(known)) return { text: 'true' };
  return { faults: [value === null ? 'This field may not be null.' : 'Must be a valid boolean.'] };
};

export function unsupportedMediaType(type: string): StoreAnswer {
  return detail(415, `Unsupported media type "${type}" in request.`);
}

/** CamelCaseJSONParser: `is_enterprise_only` and `isEnterpriseOnly` are one. */
function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function pythonType(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  return 'str';
}
