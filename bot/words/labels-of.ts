// SPDX-License-Identifier: MIT
import { isLabel, type StateLabel } from '../github/labels.js';
import type { View } from '../view.js';
import { stateOf } from './state.js';

const lasting = ['signed', 'refused'] as const;

/** The labels that show where a pull request stands. */
export function labelsOf(view: Pick<View, 'decision' | 'judgement' | 'situation'>): StateLabel[] {
  const { purpose } = view.judgement;
  const replaces = purpose.kind === 'replacement' || (purpose.kind === 'rename' && purpose.current !== undefined);
  const also: StateLabel[] = replaces ? ['replaces a certificate'] : [];
  switch (stateOf(view)) {
    case 'needs-changes':
      return ['needs changes', ...also];
    case 'ready':
    case 'issue':
      return ['ready to approve', ...also];
    case 'signed':
      return ['signed'];
    case 'refused':
      return ['refused'];
    case 'not-looked-at':
      // how it ended once is no question of how it stands now
      return lasting.filter((label) => view.situation.pullRequest.labels.some((name) => isLabel(name, label)));
    default:
      return [];
  }
}
