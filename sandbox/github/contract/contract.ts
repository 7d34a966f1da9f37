// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { type Answer, problem } from '../answer.js';
import type { Contract } from '../dispatch.js';
import type { Received } from '../listener.js';
import { asJsonSchema } from './json-schema.js';

type Schema = Readonly<Record<string, unknown>>;

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly Parameter[];
  readonly body?: { readonly required: boolean; readonly schema: Schema };
  readonly responses: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly webhooks: Readonly<Record<string, Schema>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** A request of a client that GitHub describes otherwise. */
export interface Violation {
  readonly method: string;
  readonly path: string;
  readonly reason: string;
}

/**
 * GitHub's own description of the part of its API that is served here (OpenAPI, cut out by scripts/github-contract.mjs),
 * held against every request and every answer. A client's violation is recorded and refused; ours is an exception.
 */
export class GithubContract implements Contract {
  readonly violations: Violation[] = [];
  readonly #description: Description;
  readonly #ajv: Ajv;
  readonly #validators = new Map<unknown, ValidateFunction>();
  readonly #paths: readonly { readonly pattern: RegExp; readonly operations: Readonly<Record<string, Operation>> }[];

  /** @param onViolation told of each as it comes */
  constructor(
    file = new URL('openapi.json', import.meta.url),
    private readonly onViolation: (violation: Violation) => void = () => undefined,
  ) {
    this.#description = JSON.parse(readFileSync(file, 'utf8')) as Description;
    // Each schema is used a few times only: compiling them without improving the code takes a quarter of the time.
    this.#ajv = new Ajv({ strict: false, logger: false, inlineRefs: false, code: { optimize: false } });
    addFormats.default(this.#ajv);
    // The address of an App's account has brackets, as in `49699333+dependabot[bot]@users.noreply.github.com` (GitHub
    // documentation, "Setting your commit email address"; dependabot's public commits), and whatever stands in a commit is
    // told as it is. RFC 5321, which the format goes by, has no brackets there.
    this.#ajv.addFormat('email', true);
    this.#ajv.addSchema(asJsonSchema({ components: this.#description.components }) as Schema, 'github');
    this.#paths = Object.entries(this.#description.paths)
      .sort(([one], [other]) => specificity(other) - specificity(one))
      .map(([path, operations]) => ({ pattern: patternOf(path), operations }));
  }

  /** @returns the refusal of a request that breaks the description, or undefined */
  request(request: Received, url: URL): Answer | undefined {
    const operation = this.#operation(request.method, url);
    if (operation === undefined) return undefined;
    const reason = this.#queryFault(operation, url) ?? this.#bodyFault(operation, request);
    if (reason === undefined) return undefined;
    const violation = { method: request.method, path: request.path, reason };
    this.violations.push(violation);
    this.onViolation(violation);
    return problem(422, `Invalid request.\n\n${reason}`);
  }

  /** @throws Error where an answer is not as GitHub describes it */
  answer(request: Received, url: URL, answer: Answer): void {
    if (!url.pathname.startsWith('/api/v3/') || answer.status === 404) return;
    const operation = this.#operation(request.method, url);
    const name = `${request.method} ${url.pathname}: ${answer.status}`;
    if (operation === undefined)
      throw new Error(`${name}, which sandbox/github/contract/operations.json does not list`);
    const described = operation.responses[String(answer.status)];
    if (described === undefined && answer.status < 300) throw new Error(`${name} is not described by GitHub`);
    const isJson = answer.headers?.['content-type']?.startsWith('application/json') === true;
    if (described?.schema === undefined || !isJson) return;
    const fault = this.#fault(described.schema, JSON.parse(Buffer.from(answer.body ?? []).toString('utf8')));
    if (fault !== undefined && answer.status < 300) throw new Error(`${name}: ${fault}`);
  }

  /** @throws Error where a webhook's payload is not as GitHub describes it */
  webhook(event: string, payload: Readonly<Record<string, unknown>>): void {
    const { action } = payload;
    const name = [event, ...(typeof action === 'string' ? [action] : [])].join('-').replaceAll('_', '-');
    const schema = this.#description.webhooks[name];
    if (schema === undefined) throw new Error(`${name}, which sandbox/github/contract/operations.json does not list`);
    const fault = this.#fault(schema, payload);
    if (fault !== undefined) throw new Error(`webhook ${name}: ${fault}`);
  }

  #operation(method: string, url: URL): Operation | undefined {
    const path = url.pathname.replace(/^\/api\/(v3|uploads)/, '');
    for (const { pattern, operations } of this.#paths) {
      const operation = operations[method.toLowerCase()];
      if (operation !== undefined && pattern.test(path)) return operation;
    }
    return undefined;
  }

  #queryFault({ parameters }: Operation, url: URL): string | undefined {
    for (const { name, in: where, required, schema } of parameters) {
      if (where !== 'query') continue;
      const text = url.searchParams.get(name);
      if (text === null && required === true) return `"${name}" wasn't supplied.`;
      const fault = text === null ? undefined : this.#fault(schema, fromQuery(text, schema));
      if (fault !== undefined) return `For 'query/${name}', ${fault}`;
    }
    return undefined;
  }

  #bodyFault({ body }: Operation, request: Received): string | undefined {
    if (body === undefined || (request.body.length === 0 && !body.required)) return undefined;
    let value: unknown;
    try {
      value = request.body.length === 0 ? {} : JSON.parse(Buffer.from(request.body).toString('utf8'));
    } catch {
      return undefined; // "Problems parsing JSON" is said behind this
    }
    return this.#fault(body.schema, value);
  }

  #fault(schema: Schema, value: unknown): string | undefined {
    const validate = this.#validator(schema);
    return validate(value) ? undefined : inWords(validate.errors?.[0]);
  }

  #validator(schema: Schema): ValidateFunction {
    const known = this.#validators.get(schema);
    if (known !== undefined) return known;
    // References lead to the components, which are one schema of their own.
    const text = JSON.stringify(asJsonSchema(schema)).replaceAll('"$ref":"#/', '"$ref":"github#/');
    const made = this.#ajv.compile(JSON.parse(text) as Schema);
    this.#validators.set(schema, made);
    return made;
  }
}

function inWords(error: ErrorObject | undefined): string {
  const { instancePath = '', message = '', params = {} } = error ?? {};
  const allowed = 'allowedValues' in params ? ` (${JSON.stringify(params.allowedValues)})` : '';
  return `For '${instancePath}', ${message}${allowed}.`;
}

/** Query parameters are texts; numbers and truth values are meant. */
function fromQuery(text: string, schema: Schema): unknown {
  if (schema.type === 'integer' || schema.type === 'number') return text === '' ? text : Number(text);
  return schema.type === 'boolean' && /^(true|false)$/.test(text) ? text === 'true' : text;
}

/** Paths with more fixed words come first. */
function specificity(path: string): number {
  const parts = path.split('/');
  return parts.filter((part) => !part.startsWith('{')).length * 100 + parts.length;
}

/** Parameters that may hold slashes, as refs and file paths do. */
const longParameters = new Set(['ref', 'basehead', 'branch', 'tag']);

/** The root folder's path is empty. */
function patternOf(path: string): RegExp {
  const source = path
    .replace('/{path}', '(?:/.+)?')
    .replace(/\{(\w+)\}/g, (_, name: string) => (longParameters.has(name) ? '.+' : '[^/]+'));
  return new RegExp(`^${source}/?$`);
}
