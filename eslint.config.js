// SPDX-License-Identifier: MIT
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/**
 * The floors of the house, ground first. An import never climbs: a room may use its own floor and the floors below it.
 * `src` and `bot` share a floor and do not know each other, except that `bot` may read `src/app`.
 */
const floors = [
  { room: 'common', mayNotUse: ['ca', 'src', 'bot', 'sandbox'] },
  { room: 'ca', mayNotUse: ['src', 'bot', 'sandbox'] },
  { room: 'src', mayNotUse: ['bot', 'sandbox'], except: ['src/cli/**', 'src/entries/**'] },
  { room: 'bot', mayNotUse: ['sandbox', 'src/!(app)'], except: ['bot/entries/**'] },
];

const floorRules = floors.map(({ room, mayNotUse, except = [] }) => ({
  files: [`${room}/**/*.ts`],
  ignores: except,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: mayNotUse.map((upper) => ({
          group: [`**/${upper}/**`],
          message: `An import never climbs: ${room}/ may not use ${upper}/ (see the floors in docs/house.md).`,
        })),
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['dist/', 'build/', 'coverage/', 'node_modules/', 'examples/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      eqeqeq: 'error',
    },
  },
  {
    files: ['common/**/*.ts', 'ca/**/*.ts', 'src/**/*.ts', 'bot/**/*.ts', 'sandbox/**/*.ts'],
    ignores: ['src/cli/**', 'src/entries/**', 'ca/cli/**', 'bot/entries/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only entries read the environment; take a typed input.' },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  ...floorRules,
);
