// SPDX-License-Identifier: MIT
import { defaultPolicy, type Policy } from '../policy.js';

/**
 * Why a text cannot become the id of an app, in words; nothing where it can. For ids never certified before. What the
 * store's schema and the apps page of every server take (appstore: info.xsd; appstore#1809), without `__`.
 */
export function appIdProblems(
  id: string,
  { shortestId, longestId }: Pick<Policy, 'shortestId' | 'longestId'> = defaultPolicy,
): string[] {
  const problems: string[] = [];
  if (!/^[a-z0-9_]*$/.test(id)) problems.push('has characters other than a to z, 0 to 9 and underscore');
  if (/^[0-9_]/.test(id)) problems.push('does not begin with a letter');
  if (id.endsWith('_')) problems.push('ends with an underscore');
  if (id.includes('__')) problems.push('has two underscores in a row');
  if (id.length > longestId) problems.push(`has ${id.length} characters, ${longestId} are the most`);
  if (id.length < shortestId) problems.push(`has ${id.length} characters, ${shortestId} are the least`);
  return problems;
}
