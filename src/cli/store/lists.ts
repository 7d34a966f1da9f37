// SPDX-License-Identifier: MIT
import type { Command } from '../../../common/command.js';
import { InputError } from '../../../common/input-error.js';
import { printable } from '../../../common/render/printable.js';
import { publicOptions, storeClient, tell } from './connection.js';

export const storeCategories: Command = {
  name: 'store categories',
  usage: '',
  summary: 'Lists the categories that an app may name in its info.xml.',
  options: publicOptions,
  positionals: [0, 0],
  run: async (args, terminal) => {
    const categories = await storeClient(args, terminal).categories();
    const lines = categories.map((category) => `${shown(category.id)}\t${shown(english(category)?.name)}\n`);
    tell(args, terminal, lines.join(''), categories);
    return 'fine';
  },
};

export const storeApps: Command = {
  name: 'store apps',
  usage: 'VERSION',
  summary: 'Lists the apps that the store has for a version of Nextcloud, e.g. 34.0.0.',
  options: publicOptions,
  positionals: [1, 1],
  run: async (args, terminal) => {
    const [version = ''] = args.positionals;
    if (!/^\d+\.\d+\.\d+$/.test(version)) {
      throw new InputError('bad-usage', `"${version}" is not a version of Nextcloud.`, {
        hint: 'Give three numbers, e.g. 34.0.0.',
      });
    }
    const apps = await storeClient(args, terminal).platformApps(version);
    const lines = apps.map(
      (app) => `${shown(app.id)}\t${app.releases.map((release) => shown(release.version)).join(' ')}\n`,
    );
    tell(args, terminal, lines.join(''), apps);
    return 'fine';
  },
};

export const storeRatings: Command = {
  name: 'store ratings',
  usage: '',
  summary: 'Lists the ratings of all apps, with their comments.',
  options: publicOptions,
  positionals: [0, 0],
  run: async (args, terminal) => {
    const ratings = await storeClient(args, terminal).ratings();
    const lines = ratings.map(
      (rating) => `${shown(rating.app)}\t${shown(rating.rating)}\t${shown(english(rating)?.comment)}\n`,
    );
    tell(args, terminal, lines.join(''), ratings);
    return 'fine';
  },
};

function english({ translations }: Record<string, unknown>): Record<string, unknown> | undefined {
  const texts = (translations ?? {}) as Record<string, Record<string, unknown> | undefined>;
  return texts.en;
}

/** Texts of strangers, for a terminal: on one line, without control characters. */
function shown(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? printable(value.replace(/[\s\p{Cc}]+/gu, ' ').trim()) : '';
}
