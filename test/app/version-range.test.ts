// SPDX-License-Identifier: MIT
import { describe, expect, it } from '@jest/globals';
import { isEmptyRange, rawSpecification, specification, versionRange } from '../../src/app/version-range.js';

describe('versionRange', () => {
  it.each([
    ['9', '9.0.0', '9'],
    ['9.1', '9.1.0', '9.1'],
    ['9.1.2', '9.1.2', '9.1.2'],
    ['031', '031.0.0', '031'],
    [undefined, '*', '*'],
  ])('min %s', (written, min, rawMin) => {
    expect(versionRange(written, undefined)).toMatchObject({ min, rawMin });
  });

  it.each([
    ['32', '33.0.0'],
    ['9.1', '9.2.0'],
    ['9.0.0', '9.0.1'],
    ['031', '32.0.0'],
    ['0', '1.0.0'],
    ['9'.repeat(40), `1${'0'.repeat(40)}.0.0`],
    [undefined, '*'],
  ])('max %s', (written, max) => {
    expect(versionRange(undefined, written)).toMatchObject({ max, rawMax: written ?? '*' });
  });
});

describe('specification', () => {
  it.each([
    ['9.0.0', '10.0.0', '>=9.0.0,<10.0.0', '>=9.0.0,<=10.0.0'],
    ['9.0.0', '*', '>=9.0.0', '>=9.0.0'],
    ['*', '10.0.0', '<10.0.0', '<=10.0.0'],
    ['*', '*', '*', '*'],
  ])('%s to %s', (min, max, spec, raw) => {
    expect(specification(min, max)).toBe(spec);
    expect(rawSpecification(min, max)).toBe(raw);
  });
});

it.each([
  ['31', '30', true],
  ['31', '31', false],
  ['31.0.5', '31', false],
  ['31.1', '31.0.9', true],
  ['31.0.5', '31.0.5', false],
  ['31.0.5', '31.0.4', true],
  ['9', '10', false],
])('the range from %s to %s is empty: %s', (min, max, empty) => {
  expect(isEmptyRange(min, max)).toBe(empty);
});
