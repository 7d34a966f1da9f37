// SPDX-License-Identifier: MIT

/** The version in package.json, as a constant so that a bundle need not find that file; a test holds the two together. */
export const version = '0.1.0';
