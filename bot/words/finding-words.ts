// SPDX-License-Identifier: MIT
import { type Finding, type Severity, severities } from '../../common/finding.js';
import { placeOf } from '../../common/render/text.js';
import type { Situation } from '../situation.js';
import { mend } from './mend.js';
import { block, code, plain } from './text.js';

const headings: Readonly<Record<Severity, string>> = {
  error: '### To change',
  hold: '### For a person to decide',
  warning: '### To look at',
  info: '### To know',
};

/** What needs no answer is said in the check run alone: the comment is for what somebody has to do or to know. */
export function isQuiet({ severity, fix = '' }: Finding): boolean {
  return severity === 'info' && fix.startsWith('Nothing needs to be done');
}

/** Every finding once, the gravest first: what, where, and what mends it. One part of the comment each. */
export function findingWords(findings: readonly Finding[], situation: Situation): string[] {
  const shown = new Set<string>();
  const words = severities.flatMap((severity) => {
    const some = findings.filter((finding) => finding.severity === severity);
    return some.map((finding, at) => {
      const text = one(finding, mendWords(finding.rule, situation, shown));
      return at === 0 ? `${headings[severity]}\n\n${text}` : text;
    });
  });
  return shown.size === 0 ? words : [whereToRun(situation), ...words];
}

/** Once for all commands. */
function whereToRun({ pullRequest }: Situation): string {
  return `Run the commands below in the folder of your clone, on the branch ${code(pullRequest.head.ref)} of this pull request, in this order. I look again after every push.`;
}

function one({ rule, message, fix, ...at }: Finding, mended: string | undefined): string {
  const place = placeOf(at).replace(/: $/, '');
  const where = place === '' ? '' : ` ${code(place)}`;
  const how = fix === undefined ? '' : ` ${plain(mended === undefined ? fix : withoutCommand(fix))}`;
  return [`**${rule}**${where}: ${plain(message, 1200)}${how}`, mended].filter(Boolean).join('\n\n');
}

/** The command that a fix ends with stands below it, with the paths of this pull request. */
function withoutCommand(fix: string): string {
  return fix.replace(/: (?:git|openssl|nextcloud-release) .*$/s, ':');
}

/** The same commands are not given twice: whoever runs them for one finding has run them for the other. */
function mendWords(rule: string, situation: Situation, shown: Set<string>): string | undefined {
  const mended = mend(rule, situation);
  if (mended === undefined) return undefined;
  const text = mended.shell.join('\n');
  if (text === '') return mended.besides;
  if (shown.has(text)) return 'The commands above mend this too.';
  shown.add(text);
  return [block(text, 'sh'), mended.besides].filter(Boolean).join('\n\n');
}
