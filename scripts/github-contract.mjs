// SPDX-License-Identifier: MIT
// Cuts out of GitHub's own description of its API what the local GitHub serves:
//   node scripts/github-contract.mjs API.JSON SCHEMA.GRAPHQL
// API.JSON: package/generated/api.github.com.json of the npm package @octokit/openapi (the package unpacks to 394 MB, so
// take the one file out of `npm pack`); SCHEMA.GRAPHQL: package/schema.graphql of @octokit/graphql-schema. What is taken
// stands in sandbox/github/contract/operations.json. Descriptions and examples are left out; words and rules stay as they are.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { sliceGraphql } from './github-graphql-slice.mjs';

const [openapiFile, graphqlFile] = process.argv.slice(2);
if (graphqlFile === undefined) {
  console.error('usage: node scripts/github-contract.mjs API.JSON SCHEMA.GRAPHQL');
  process.exit(2);
}
const folder = new URL('../sandbox/github/contract/', import.meta.url);
const wanted = JSON.parse(readFileSync(new URL('operations.json', folder), 'utf8'));
const source = JSON.parse(readFileSync(openapiFile, 'utf8'));

/** Where GitHub's description cannot be meant: it wants an installation's account to be a person and an enterprise at once. */
const corrections = {
  'GET /app/installations': { 200: { type: 'array', items: { $ref: '#/components/schemas/installation' } } },
};

/** The fork that a pull request came from may be gone (github/rest-api-description issues 424 and 1811). */
for (const name of ['pull-request', 'pull-request-simple']) {
  const { head } = source.components.schemas[name].properties;
  head.properties.repo = { anyOf: [head.properties.repo, { type: 'null' }] };
}

/** A label that was made when it was put on has no description (github/rest-api-description issue 1812). */
source.components.schemas['pull-request-simple'].properties.labels.items.properties.description.nullable = true;

const paths = {};
for (const operation of wanted.rest) {
  const [method, path] = operation.split(' ');
  const found = source.paths[path]?.[method.toLowerCase()];
  if (found === undefined) throw new Error(`GitHub describes no ${operation}`);
  paths[path] ??= {};
  paths[path][method.toLowerCase()] = slim(found);
  for (const [status, schema] of Object.entries(corrections[operation] ?? {})) {
    paths[path][method.toLowerCase()].responses[status] = { schema };
  }
}
const webhooks = {};
for (const name of wanted.webhooks) {
  const schema = source['x-webhooks'][name]?.post.requestBody.content['application/json'].schema;
  if (schema === undefined) throw new Error(`GitHub describes no webhook ${name}`);
  webhooks[name] = bare(schema);
}
const components = {};
take({ paths, webhooks });
components.shared = {};
const shared = share({ paths, webhooks, components });
const slice = {
  source: `@octokit/openapi ${source.info.version}`,
  paths: sorted(shared.paths),
  webhooks: sorted(shared.webhooks),
  components: sorted(Object.fromEntries(Object.entries(components).map(([kind, named]) => [kind, sorted(named)]))),
};
writeFileSync(new URL('openapi.json', folder), `${lines(slice)}\n`);
const graphql = sliceGraphql(readFileSync(graphqlFile, 'utf8'), wanted.graphql);
writeFileSync(new URL('github.graphql', folder), await format(graphql, { parser: 'graphql', printWidth: 120 }));

/** Of an operation what requests and answers can be checked by. */
function slim({ operationId, parameters = [], requestBody, responses }) {
  const answers = Object.entries(responses).map(([status, response]) => {
    const schema = bare(resolve(response)).content?.['application/json']?.schema;
    return [status, schema === undefined ? {} : { schema }];
  });
  const body = requestBody && bare(requestBody);
  const schema = body?.content['application/json']?.schema;
  return {
    operationId,
    parameters: parameters.map((parameter) => bare(resolve(parameter))).filter(({ in: where }) => where !== 'header'),
    ...(schema && { body: { required: body.required === true, schema } }),
    responses: Object.fromEntries(answers),
  };
}

function resolve(value) {
  return value.$ref === undefined ? value : at(value.$ref);
}

function at(reference) {
  return reference
    .split('/')
    .slice(1)
    .reduce((value, key) => value[key], source);
}

/** Without what is for readers. A property may be named like one of those words: then it is a schema, and stays. */
function bare(value, isMap = false) {
  if (Array.isArray(value)) return value.map((each) => bare(each));
  if (typeof value !== 'object' || value === null) return value;
  const forReaders = ['description', 'example', 'examples', 'title', 'externalDocs', 'deprecated', 'default'];
  const kept = Object.entries(value).filter(([key]) => isMap || !(forReaders.includes(key) || key.startsWith('x-')));
  return Object.fromEntries(kept.map(([key, each]) => [key, bare(each, key === 'properties' && !isMap)]));
}

/** Takes along what is referred to, as often as there is something new. */
function take(value) {
  if (Array.isArray(value)) return value.forEach(take);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) {
    if (key !== '$ref' || typeof each !== 'string') {
      take(each);
      continue;
    }
    const [, , kind, name] = each.split('/');
    components[kind] ??= {};
    if (components[kind][name] !== undefined) continue;
    components[kind][name] = bare(at(each));
    take(components[kind][name]);
  }
}

/**
 * GitHub's description repeats long schemas word for word (a webhook's repository, in each webhook). Those that come
 * twice move to `components/shared`, named after what they say, which takes the slice to less than half.
 */
function share(root) {
  const seen = new Map();
  const isSchema = (value) =>
    typeof value === 'object' && value !== null && value.type === 'object' && value.properties;
  const count = (value) => {
    if (typeof value !== 'object' || value === null) return;
    const text = isSchema(value) ? JSON.stringify(value) : '';
    if (text.length > 400) seen.set(text, (seen.get(text) ?? 0) + 1);
    if ((seen.get(text) ?? 1) === 1) Object.values(value).forEach(count);
  };
  const moved = (value) => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(moved);
    const inner = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, moved(each)]));
    const text = isSchema(value) ? JSON.stringify(value) : '';
    if ((seen.get(text) ?? 0) < 2) return inner;
    const name = createHash('sha256').update(text).digest('hex').slice(0, 10);
    components.shared[name] = inner;
    return { $ref: `#/components/shared/${name}` };
  };
  count(root);
  const result = moved(root);
  Object.assign(components, result.components, { shared: components.shared });
  return result;
}

function sorted(object) {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** JSON with whatever fits into a line on one line: short to read, and a change shows where it is. */
function lines(value, indent = '') {
  const flat = JSON.stringify(value);
  if (flat.length + indent.length <= 160 || typeof value !== 'object' || value === null) return flat;
  const inner = `${indent} `;
  const list = Array.isArray(value);
  const parts = list
    ? value.map((each) => inner + lines(each, inner))
    : Object.entries(value).map(([key, each]) => `${inner}${JSON.stringify(key)}: ${lines(each, inner)}`);
  return `${list ? '[' : '{'}\n${parts.join(',\n')}\n${indent}${list ? ']' : '}'}`;
}
