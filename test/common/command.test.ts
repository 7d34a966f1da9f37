// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { commands as ofAuthority } from '../../ca/cli/commands.js';
import { parseCommandLine } from '../../common/command.js';
import { commands as ofRelease } from '../../src/cli/commands.js';

const tables = { 'nextcloud-release': ofRelease, 'nextcloud-ca': ofAuthority };

describe.each(Object.entries(tables))('%s names what is missing', (program, table) => {
  it.each(Object.entries(table))('%s', async (_, { load }) => {
    const command = await load();
    const placeholders = command.usage.split(' ');
    for (let given = 0; given < command.positionals[0]; given++) {
      expect(placeholders[given]).toMatch(/^[A-Z]/);
      const missing = placeholders[given]?.replace('...', '');
      expect(() => parseCommandLine(program, command, Array<string>(given).fill('x'))).toThrow(
        expect.objectContaining({
          code: 'bad-usage',
          message: `${missing} is missing.`,
          hint: `Usage: ${program} ${command.name} ${command.usage}`,
        }),
      );
    }
    const [, most] = command.positionals;
    if (most === Infinity) return;
    expect(() => parseCommandLine(program, command, Array<string>(most + 1).fill('x'))).toThrow('too many words');
  });
});
