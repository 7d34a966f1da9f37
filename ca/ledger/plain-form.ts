// SPDX-License-Identifier: MIT
import { serialForm } from '../x509/serial.js';
import { reasonForm, sha256Form, timeForm } from './ledger-line.js';

const inside = ({ source }: RegExp): string => source.slice(1, -1);
const time = inside(timeForm);
const sha256 = inside(sha256Form);

/**
 * Parts of a regular expression for a line as this program writes it. What fits one is JSON, and what the forms of its
 * fields want; not the other way round: whatever else a line may look like is for JSON.parse to find out.
 */
export const plain = {
  serial: inside(serialForm),
  time,
  sha256,
  reason: inside(reasonForm),
  /** a folder of ASCII that JSON has no need to escape: as many octets as characters */
  app: '(?!\\.{1,2}")[ !#-.0-\\[\\]-~]{1,255}',
  /** the same, whatever it says */
  text: '[ !#-\\[\\]-~]*',
  /** up to the hash and the two characters behind it: to look for 64 digits takes as long as all before */
  lineEnd: `(?:,"imported":true)?(?:,"more":true)?,"at":"${time}","prev":"`,
} as const;
