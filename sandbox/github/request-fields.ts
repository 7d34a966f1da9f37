// SPDX-License-Identifier: MIT
import { problem } from './answer.js';
import { refuse } from './refused.js';

/** The fields of a request's JSON body, read by their types; what has another type is refused in GitHub's words. */
export class RequestFields {
  private constructor(private readonly fields: Readonly<Record<string, unknown>>) {}

  /**
   * @param body nothing at all counts as an empty object
   * @param list the field that an array stands for, where the route takes one in place of an object
   */
  static of(body: Uint8Array, list?: string): RequestFields {
    if (body.length === 0) return new RequestFields({});
    let value: unknown;
    try {
      value = JSON.parse(Buffer.from(body).toString('utf8'));
    } catch {
      return refuse(problem(400, 'Problems parsing JSON'));
    }
    if (Array.isArray(value) && list !== undefined) return new RequestFields({ [list]: value });
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return refuse(problem(400, 'Body should be a JSON object'));
    }
    return new RequestFields(value as Readonly<Record<string, unknown>>);
  }

  has(name: string): boolean {
    return this.fields[name] !== undefined;
  }

  get all(): Readonly<Record<string, unknown>> {
    return this.fields;
  }

  raw(name: string): unknown {
    return this.fields[name];
  }

  text(name: string): string | undefined {
    return this.#optional(name, 'string', (value) => typeof value === 'string') as string | undefined;
  }

  /** A text that the request may set to null, to the same effect as leaving it out or emptying it. */
  textOrNull(name: string): string | null | undefined {
    return this.fields[name] === null ? null : this.text(name);
  }

  /** A text that must be there. GitHub: "Invalid request.\n\n"title" wasn't supplied." */
  requiredText(name: string): string {
    return this.text(name) ?? refuse(invalidRequest(`"${name}" wasn't supplied.`));
  }

  requiredInteger(name: string): number {
    return this.integer(name) ?? refuse(invalidRequest(`"${name}" wasn't supplied.`));
  }

  integer(name: string): number | undefined {
    return this.#optional(name, 'integer', Number.isSafeInteger) as number | undefined;
  }

  flag(name: string): boolean | undefined {
    return this.#optional(name, 'boolean', (value) => typeof value === 'boolean') as boolean | undefined;
  }

  texts(name: string): readonly string[] | undefined {
    const isText = (value: unknown) => typeof value === 'string';
    const fits = (value: unknown) => Array.isArray(value) && value.every(isText);
    return this.#optional(name, 'array of strings', fits) as readonly string[] | undefined;
  }

  /** Names, each as a text or as an object with a `name`. */
  names(name: string): readonly string[] | undefined {
    const nameIn = (value: unknown) => (value as { readonly name?: unknown } | null)?.name;
    const fits = (value: unknown) => typeof value === 'string' || typeof nameIn(value) === 'string';
    const list = this.#optional(name, 'array', (value) => Array.isArray(value) && value.every(fits));
    return (list as readonly unknown[] | undefined)?.map((each) =>
      String(typeof each === 'string' ? each : nameIn(each)),
    );
  }

  integers(name: string): readonly number[] | undefined {
    const fits = (value: unknown) => Array.isArray(value) && value.every(Number.isSafeInteger);
    return this.#optional(name, 'array of integers', fits) as readonly number[] | undefined;
  }

  /** A text out of a closed list. */
  oneOf<Text extends string>(name: string, texts: readonly Text[]): Text | undefined {
    const text = this.text(name);
    if (text === undefined || texts.includes(text as Text)) return text as Text | undefined;
    return refuse(invalidRequest(`${text} is not a member of ${JSON.stringify(texts)}.`));
  }

  object(name: string): RequestFields | undefined {
    const fits = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
    const value = this.#optional(name, 'object', fits) as Readonly<Record<string, unknown>> | undefined;
    return value && new RequestFields(value);
  }

  /** A time in ISO 8601. */
  time(name: string): Date | undefined {
    const fits = (value: unknown) => typeof value === 'string' && !Number.isNaN(Date.parse(value));
    const text = this.#optional(name, 'date-time', fits) as string | undefined;
    return text === undefined ? undefined : new Date(text);
  }

  /** A text of limited length, in characters. GitHub: "Only 65535 characters are allowed; 70000 were supplied." */
  limitedText(name: string, limit: number): string | undefined {
    const text = this.text(name);
    const length = text === undefined || text.length <= limit ? 0 : Array.from(text).length;
    if (length <= limit) return text;
    return refuse(invalidRequest(`Only ${limit} characters are allowed; ${length} were supplied.`));
  }

  /** A list of limited length. GitHub: "No more than 50 items are allowed; 51 were supplied." */
  limitedObjects(name: string, limit: number): readonly RequestFields[] | undefined {
    const list = this.objects(name);
    if (list === undefined || list.length <= limit) return list;
    return refuse(invalidRequest(`No more than ${limit} items are allowed; ${list.length} were supplied.`));
  }

  objects(name: string): readonly RequestFields[] | undefined {
    const fits = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
    const list = this.#optional(name, 'array of objects', (value) => Array.isArray(value) && value.every(fits));
    return (list as readonly Readonly<Record<string, unknown>>[] | undefined)?.map((each) => new RequestFields(each));
  }

  #optional(name: string, type: string, fits: (value: unknown) => boolean): unknown {
    const value = this.fields[name];
    if (value === undefined || fits(value)) return value;
    const shown = value === null ? 'nil' : JSON.stringify(value);
    return refuse(
      invalidRequest(`For 'properties/${name}', ${shown} is not ${/^[aeio]/.test(type) ? 'an' : 'a'} ${type}.`),
    );
  }
}

function invalidRequest(reason: string) {
  return problem(422, `Invalid request.\n\n${reason}`);
}
