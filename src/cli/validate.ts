// SPDX-License-Identifier: MIT
import type { Command } from '../../common/command.js';
import { formatOption, parseFormat, renderFindings } from '../../common/render/format.js';
import { printable } from '../../common/render/printable.js';
import { judgeXml } from '../app/judge-xml.js';
import { isUnread, openTarget, type Validation } from './validation-target.js';

export const validate: Command = {
  name: 'validate',
  usage: 'PATH...',
  summary: 'Says everything that the store would refuse, and what it would silently change.',
  options: { format: formatOption },
  positionals: [1, Infinity],
  run: async (args, terminal) => {
    const format = parseFormat(args.text('format'));
    const targets = [];
    for (const path of args.positionals) targets.push(await openTarget(terminal.cwd, path));
    // All XML of all paths in one call: a run of libxml2 costs 45 ms, a further document 0.2 ms.
    const judged = await judgeXml(targets.flatMap(({ documents }) => documents));
    const validations = targets.map(({ documents, conclude }) => conclude(judged.splice(0, documents.length)));
    const findings = validations.flatMap((validation) => validation.findings);
    terminal.out(renderFindings(format, findings, validations));
    if (format === 'text') terminal.out(validations.map(verdict).join(''));
    if (validations.every(({ ok }) => ok)) return 'fine';
    return validations.every(isUnread) ? 'unusable' : 'refused';
  },
};

function verdict({ path, ok, app }: Validation): string {
  const what = app.id === null ? '' : ` ${app.id} ${app.version ?? ''}`;
  return `${printable(`${path}: the store ${ok ? 'takes' : 'refuses'}${what.trimEnd() || ' it'}`)}\n`;
}
