// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { check } from '../../src/cli/check.js';
import { init } from '../../src/cli/init.js';
import { rehearse } from '../../src/cli/rehearse.js';
import { sandbox } from '../../src/cli/sandbox.js';
import { sign } from '../../src/cli/sign.js';
import { storeDeleteApp, storeDeleteNightly, storeDeleteRelease } from '../../src/cli/store/delete.js';
import { storePublish } from '../../src/cli/store/publish.js';
import { storeRegister } from '../../src/cli/store/register.js';
import { storeStatus } from '../../src/cli/store/status.js';
import { storeToken } from '../../src/cli/store/token.js';

const commands = [
  check,
  init,
  rehearse,
  sandbox,
  sign,
  storeDeleteApp,
  storeDeleteNightly,
  storeDeleteRelease,
  storePublish,
  storeRegister,
  storeStatus,
  storeToken,
];

describe('usage lines', () => {
  it.each(commands.map((command) => [command.name, command] as const))(
    '%s: options and placeholders are those of the option list',
    (_name, { usage, options }) => {
      const used = [...usage.matchAll(/--([a-z-]+)(?: ([A-Z][\w/@-]*))?/g)];
      expect(used.length).toBeGreaterThan(0);
      for (const [, name = '', placeholder] of used) expect([name, placeholder]).toEqual([name, options[name]?.value]);
      for (const [, name = ''] of used) expect(Object.keys(options)).toContain(name);
    },
  );
});
