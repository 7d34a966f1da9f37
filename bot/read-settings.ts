// SPDX-License-Identifier: MIT
import { printable } from '../common/render/printable.js';
import { readValues } from '../common/settings.js';
import { BotError } from './bot-error.js';
import { botSettings, type Settings, settingsPath } from './settings.js';

/** @throws BotError `bad-settings`, with the line */
export function readBotSettings(text: string, file = settingsPath): Settings {
  return readValues(
    botSettings,
    text,
    (what, line) =>
      new BotError('bad-settings', `${file}:${line}: ${printable(what)}.`, {
        hint: 'See the table of settings in docs/bot.md.',
        file,
        line,
      }),
  );
}
