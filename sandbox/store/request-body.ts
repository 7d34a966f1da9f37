// SPDX-License-Identifier: MIT
import type { IncomingMessage } from 'node:http';
import { detail, type StoreAnswer } from '../../src/store/store-answer.js';
import { unsupportedMediaType } from './request-fields.js';

/** Django's DATA_UPLOAD_MAX_MEMORY_SIZE; a certificate and a signature have 5 KB. */
const maxBytes = 2_621_440;

const tooLarge: StoreAnswer = {
  status: 413,
  body: '<html><head><title>413 Request Entity Too Large</title></head><body></body></html>',
};

/** The JSON of a request, or the answer to what is none. No body at all is an empty one: its fields are missing. */
export async function readJsonBody(
  request: IncomingMessage,
): Promise<{ readonly json: unknown } | { readonly refusal: StoreAnswer }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Read to its end all the same: whoever still writes would not read the answer.
    if (size <= maxBytes) chunks.push(chunk);
  }
  if (size > maxBytes) return { refusal: tooLarge };
  if (size === 0) return { json: undefined };
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) return { refusal: unsupportedMediaType(type) };
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))) as unknown };
  } catch (error) {
    return { refusal: detail(400, `JSON parse error - ${error instanceof Error ? error.message : String(error)}`) };
  }
}
