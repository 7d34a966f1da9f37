// SPDX-License-Identifier: MIT
import { randomBytes } from 'node:crypto';
import { AppError } from '../app-error.js';
import { limits } from '../limits.js';

/** What libxml2 says about one document. */
export interface Judgement {
  /** it is XML: a tree could be built, and namespaces are declared */
  readonly wellFormed: boolean;
  /** it matches the schema; never true without `wellFormed` */
  readonly valid: boolean;
  readonly messages: readonly JudgeMessage[];
}

export interface JudgeMessage {
  readonly about: 'parser' | 'namespace' | 'schema';
  /** 1-based */
  readonly line: number;
  /** libxml2's words, e.g. `Element 'id': [facet 'pattern'] The value …` */
  readonly text: string;
}

/** Schemas by file name; the first one is the main one and may include the others. */
export type Schemas = Readonly<Record<string, string>>;

/** Accepts every well-formed document's root with one message: what is asked is only whether it is well-formed. */
export const anySchema: Schemas = {
  'any.xsd': '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>',
};

/**
 * Has libxml2 judge all documents in few runs: each run starts a worker and a WebAssembly instance (45 ms), a further
 * document costs 0.1 to 0.2 ms. Nothing outside is reachable from there: no network, no file system but the documents.
 * A document on which libxml2 breaks down counts as not well-formed.
 *
 * @throws AppError `judge-failed` where libxml2 does not run at all
 */
export async function judge(documents: readonly string[], schemas: Schemas): Promise<Judgement[]> {
  const judgements: Judgement[] = [];
  for (const batch of batchesOf(documents)) judgements.push(...(await judgeBatch(batch, schemas)));
  return judgements;
}

function* batchesOf(documents: readonly string[]): Generator<string[]> {
  let batch: string[] = [];
  let size = 0;
  for (const document of documents) {
    if (batch.length >= limits.judgeDocuments || (batch.length > 0 && size + document.length > limits.judgeBytes)) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(document);
    size += document.length;
  }
  if (batch.length > 0) yield batch;
}

/** Where libxml2 breaks down over a batch, its halves are judged, down to the document that it broke down over. */
async function judgeBatch(documents: readonly string[], schemas: Schemas): Promise<Judgement[]> {
  try {
    return await run(documents, schemas);
  } catch (cause) {
    await selfTest(cause, schemas);
  }
  if (documents.length === 1) {
    const text = 'libxml2 broke down over this document';
    return [{ wellFormed: false, valid: false, messages: [{ about: 'parser', line: 1, text }] }];
  }
  const middle = documents.length >> 1;
  const first = await judgeBatch(documents.slice(0, middle), schemas);
  return [...first, ...(await judgeBatch(documents.slice(middle), schemas))];
}

async function selfTest(cause: unknown, schemas: Schemas): Promise<void> {
  try {
    await run(['<a/>'], schemas);
  } catch {
    throw new AppError('judge-failed', 'libxml2 does not run.', {
      hint: 'Install the program again: xmllint.wasm and xmllint-node.js belong beside it.',
      cause,
    });
  }
}

async function run(documents: readonly string[], schemas: Schemas): Promise<Judgement[]> {
  // Messages quote the documents, so their names must be such that no document can forge a message.
  const nonce = randomBytes(6).toString('hex');
  const [main, ...included] = Object.entries(schemas).map(([fileName, contents]) => ({ fileName, contents }));
  if (!main) return [];
  const { validateXML } = await import('xmllint-wasm');
  const { rawOutput } = await validateXML({
    xml: documents.map((contents, index) => ({ fileName: `${nonce}-${index}`, contents })),
    schema: [main],
    preload: included,
    maxMemoryPages: limits.judgePages,
    // Warnings do not count, and a hostile file can cause any number of them.
    modifyArguments: (args) => ['--nowarning', ...args],
  });
  return readOutput(rawOutput, nonce, documents.length);
}

interface Verdict {
  wellFormed: boolean;
  valid: boolean;
  messages: JudgeMessage[];
}

/**
 * xmllint's messages: `NAME:LINE: CONTEXT: SCHEMAS validity error : TEXT` or `NAME:LINE: parser error : TEXT`, behind the
 * latter the line in question and a caret; then `NAME validates` or `NAME fails to validate` where a tree was built.
 */
function readOutput(output: string, nonce: string, count: number): Judgement[] {
  const verdicts = Array.from({ length: count }, (): Verdict => ({ wellFormed: false, valid: false, messages: [] }));
  const line = new RegExp(`^${nonce}-(\\d+)(?::(\\d+): | )`);
  for (const block of output.split(new RegExp(`^(?=${nonce}-)`, 'm'))) {
    const found = line.exec(block);
    const verdict = verdicts[Number(found?.[1])];
    if (!found || !verdict) continue;
    const rest = block.slice(found[0].length).trimEnd();
    if (found[2] === undefined) {
      // Further lines are about entities of the next document, which have no name in front.
      const [verdictLine] = rest.split('\n', 1);
      verdict.valid = verdictLine === 'validates';
      verdict.wellFormed = verdict.valid || verdictLine === 'fails to validate';
      continue;
    }
    const message = readMessage(Number(found[2]), rest);
    if (message) verdict.messages.push(message);
  }
  return verdicts.map(({ wellFormed, valid, messages }) => {
    // libxml2 builds a tree over undeclared prefixes; lxml, and so the store, calls that malformed.
    const clean = wellFormed && !messages.some(({ about }) => about === 'namespace');
    return { wellFormed: clean, valid: clean && valid, messages };
  });
}

function readMessage(line: number, text: string): JudgeMessage | undefined {
  const schema = /^(?:element [^\n]*?: )?Schemas validity (?:error|internal error) : ([^]*)$/.exec(text);
  if (schema) return { about: 'schema', line, text: schema[1] ?? '' };
  const parser = /^(\S+) error : ([^\n]*)/.exec(text);
  return parser
    ? { about: parser[1] === 'namespace' ? 'namespace' : 'parser', line, text: parser[2] ?? '' }
    : undefined;
}
