// SPDX-License-Identifier: MIT
import { randomBytes } from 'node:crypto';

/** Random octets, handed in so that tests can foresee a serial. */
export type Random = (octets: number) => Uint8Array;

export const systemRandom: Random = (octets) => randomBytes(octets);
