// SPDX-License-Identifier: MIT
import { LineCounter, parseDocument, isMap, isScalar, isSeq, type ParsedNode, type YAMLSeq } from 'yaml';
import { AuthorityError } from './authority-error.js';
import { fromValues, type Policy, policyPath, policySettings } from './policy.js';

/**
 * Reads the file. What is not set has its default; what nobody knows is refused, with the line.
 * @throws AuthorityError `bad-policy`
 */
export function readPolicy(text: string, file = policyPath): Policy {
  const lines = new LineCounter();
  const fail = (what: string, offset: number): never => {
    const { line } = lines.linePos(offset);
    throw badPolicy(what, file, line);
  };
  const document = parse(text, lines, file);
  const [error] = document.errors;
  if (error !== undefined) return fail(error.message.split('\n')[0] ?? 'not YAML', error.pos[0]);
  const known = new Map(Object.values(policySettings).map((setting) => [setting.at, setting]));
  const values = new Map<string, unknown>();
  for (const { at, value, offset } of leaves(document.contents)) {
    const setting = known.get(at) ?? fail(`there is no setting "${at}"`, offset);
    if (setting.read(value) === undefined) fail(`"${at}" has to be ${setting.form}`, offset);
    values.set(at, value);
  }
  return fromValues((at) => values.get(at));
}

/**
 * A line of 8,192 brackets or question marks ends the whole process: the parser makes regular expressions of it that V8
 * cannot compile (yaml 2.9.1, measured). Policies have a hundredth of both limits.
 */
const [maxLength, maxLine] = [64 * 1024, 2048];

function parse(text: string, lineCounter: LineCounter, file: string) {
  if (text.length > maxLength) throw badPolicy(`the file has more than ${maxLength} characters`, file, 1);
  const long = text.split('\n').findIndex((line) => line.length > maxLine);
  if (long !== -1) throw badPolicy(`the line has more than ${maxLine} characters`, file, long + 1);
  try {
    return parseDocument(text, { lineCounter });
  } catch (error) {
    // the stack: thousands of lists within lists, one on each line
    if (error instanceof RangeError) throw badPolicy('lists or maps are nested too deeply', file, 1);
    throw error;
  }
}

function badPolicy(what: string, file: string, line: number): AuthorityError {
  return new AuthorityError('bad-policy', `${file}:${line}: ${what}.`, {
    hint: 'See the table of settings in docs/authority.md.',
    file,
    line,
  });
}

interface Leaf {
  readonly at: string;
  readonly value: unknown;
  readonly offset: number;
}

function leaves(node: ParsedNode | null, path: readonly string[] = []): Leaf[] {
  if (isMap(node)) {
    return node.items.flatMap((pair) => {
      const key = isScalar(pair.key) ? String(pair.key.value) : '?';
      return leaves(pair.value, [...path, key]);
    });
  }
  const value: unknown = isScalar(node) ? node.value : isSeq(node) ? textsOf(node) : undefined;
  return node === null || value === null ? [] : [{ at: path.join('.'), value, offset: node.range[0] }];
}

/** An alias or a nested list becomes something that no setting accepts. */
function textsOf(node: YAMLSeq.Parsed): unknown[] {
  return node.items.map((item) => (isScalar(item) ? item.value : undefined));
}
