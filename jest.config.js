// SPDX-License-Identifier: MIT
/** Source is transformed by swc; the packages we use are ESM-only, so Jest runs in its ESM mode. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' }, sourceMaps: 'inline' },
    ],
  },
  // one less is the default, which on two cores is one
  maxWorkers: '100%',
  testTimeout: 30_000,
};
