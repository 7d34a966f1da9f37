// SPDX-License-Identifier: MIT
import { expect, it } from '@jest/globals';
import { closesIssues } from '../../../bot/rules/closing-words.js';

// GitHub documentation, "Linking a pull request to an issue": keywords and syntax
const keywords = ['close', 'closes', 'closed', 'fix', 'fixes', 'fixed', 'resolve', 'resolves', 'resolved'];

it.each(
  keywords.flatMap((word) => [`${word} #10`, `${word.toUpperCase()}: #10`, `x\n${word} our-org/certificates#10 y`]),
)('%j closes an issue', (text) => expect(closesIssues(text)).toBe(true));

it.each(['Fixes GH-10', 'closes https://github.com/our-org/certificates/issues/10', 'Resolves:\n#10', 'Closes [#10]'])(
  '%j closes one as well, or nearly',
  (text) => expect(closesIssues(text)).toBe(true),
);

it.each([
  'Request a certificate for weather_maps\n\nSigned-off-by: Alice <alice@example.org>',
  'Like in #10, it is closed now',
  'prefix #10',
  'Renewal of #10',
  '',
])('%j closes none', (text) => expect(closesIssues(text)).toBe(false));

it('takes no time over what is made to take it', () => {
  const started = performance.now();
  closesIssues(`fix ${'a.'.repeat(100_000)}`);
  closesIssues('fixes '.repeat(50_000));
  closesIssues(`close${' '.repeat(200_000)}`);
  expect(performance.now() - started).toBeLessThan(2000);
});
