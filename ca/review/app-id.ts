// SPDX-License-Identifier: MIT

/** What the store's schema and the apps page of every server take (appstore: info.xsd; appstore#1809). */
export const longestAppId = 32;
export const shortestAppId = 3;

/** Why a text cannot become the id of an app, in words; nothing where it can. For ids never certified before. */
export function appIdProblems(id: string): string[] {
  const problems: string[] = [];
  if (!/^[a-z0-9_]*$/.test(id)) problems.push('has characters other than a to z, 0 to 9 and underscore');
  if (/^[0-9_]/.test(id)) problems.push('does not begin with a letter');
  if (id.endsWith('_')) problems.push('ends with an underscore');
  if (id.includes('__')) problems.push('has two underscores in a row');
  if (id.length > longestAppId) problems.push(`has ${id.length} characters, ${longestAppId} are the most`);
  if (id.length < shortestAppId) problems.push(`has ${id.length} characters, ${shortestAppId} are the least`);
  return problems;
}
