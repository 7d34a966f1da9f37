// SPDX-License-Identifier: MIT
import type { OptionSpec } from '../command.js';
import type { Finding } from '../finding.js';
import { InputError } from '../input-error.js';
import { renderGithub } from './github.js';
import { renderJson } from './json.js';
import { renderSarif } from './sarif.js';
import { renderText } from './text.js';

const formats = ['text', 'json', 'github', 'sarif'] as const;
export type Format = (typeof formats)[number];

export function isFormat(text: string | undefined): text is Format {
  return formats.some((name) => name === text);
}

/** the option that every command with findings has */
export const formatOption: OptionSpec = {
  type: 'string',
  value: 'FORMAT',
  help: `${formats.join(', ')} (default: text)`,
};

/** @throws InputError `bad-usage` */
export function parseFormat(text = 'text'): Format {
  if (!isFormat(text)) {
    throw new InputError('bad-usage', `"${text}" is not a format.`, { hint: `Use one of ${formats.join(', ')}.` });
  }
  return text;
}

/** Findings in the format that was asked for; with `json` the given document, as one JSON text and nothing else. */
export function renderFindings(format: Format, findings: readonly Finding[], document: unknown): string {
  switch (format) {
    case 'json':
      return renderJson(document);
    case 'github':
      return renderGithub(findings);
    case 'sarif':
      return renderSarif(findings, { name: 'nextcloud-release', version: '1' });
    case 'text':
      return renderText(findings);
  }
}
