// SPDX-License-Identifier: MIT
import { problem } from '../answer.js';
import type { CheckAction, CheckAnnotation } from '../check-run.js';
import { refuse } from '../refused.js';
import type { RequestFields } from '../request-fields.js';

/** At most 50 in a request; those of later requests come behind them (REST documentation, "Create a check run"). */
export function readAnnotations(output: RequestFields | undefined): CheckAnnotation[] {
  return (output?.limitedObjects('annotations', 50) ?? []).map(readAnnotation);
}

function readAnnotation(fields: RequestFields): CheckAnnotation {
  const startLine = fields.requiredInteger('start_line');
  const endLine = fields.requiredInteger('end_line');
  const columns = {
    start_column: fields.integer('start_column') ?? null,
    end_column: fields.integer('end_column') ?? null,
  };
  if (startLine !== endLine && (columns.start_column ?? columns.end_column) !== null) {
    refuse(problem(422, 'Invalid request.\n\nColumns are only allowed where start_line and end_line are the same.'));
  }
  fields.requiredText('annotation_level');
  fields.requiredText('message');
  return {
    path: fields.requiredText('path'),
    start_line: startLine,
    end_line: endLine,
    ...columns,
    annotation_level: fields.oneOf('annotation_level', ['notice', 'warning', 'failure']) ?? 'notice',
    message: limitedBytes(fields, 'message') ?? '',
    title: fields.limitedText('title', 255) ?? null,
    raw_details: limitedBytes(fields, 'raw_details') ?? null,
  };
}

/** 64 KB at most (REST documentation, the same). */
function limitedBytes(fields: RequestFields, name: string): string | undefined {
  const text = fields.text(name);
  if (text === undefined || Buffer.byteLength(text) <= 65_536) return text;
  return refuse(problem(422, `Invalid request.\n\nOnly 65536 bytes are allowed for "${name}".`));
}

/** The buttons of a check run: three at most, with short words. */
export function readActions(fields: RequestFields): readonly CheckAction[] | undefined {
  return fields.limitedObjects('actions', 3)?.map((action) => ({
    label: action.limitedText('label', 20) ?? action.requiredText('label'),
    description: action.limitedText('description', 40) ?? action.requiredText('description'),
    identifier: action.limitedText('identifier', 20) ?? action.requiredText('identifier'),
  }));
}
