// SPDX-License-Identifier: MIT
import { AppError } from './app-error.js';
import { limits } from './limits.js';
import { decodeXml } from './xml/decode-xml.js';
import { readXml } from './xml/read-xml.js';
import { childOf, textOf, type XmlElement } from './xml/tree.js';

/** Which app this is, and which release of it. */
export interface AppIdentity {
  readonly id: string;
  readonly version: string;
}

/**
 * Id and version of an info.xml, without a judgement on the rest of it, and without libxml2: the quick look for commands
 * that have to know what they are working on.
 *
 * @throws AppError `info-unreadable`
 */
export function readAppIdentity(infoXml: Uint8Array): AppIdentity {
  const decoded = infoXml.length > limits.fileSize ? undefined : decodeXml(infoXml);
  if (!decoded) throw unreadable('is too large, or not UTF-8');
  const { root, faults } = readXml(decoded.text);
  const [fault] = faults;
  if (fault) throw unreadable(`is not XML: ${fault.message}`, fault.fix);
  return { id: textIn(root, 'id'), version: textIn(root, 'version') };
}

function textIn(root: XmlElement | undefined, name: string): string {
  const element = root?.name === 'info' ? childOf(root, name) : undefined;
  const text = element ? textOf(element) : '';
  if (text === '') throw unreadable(`has no <${name}> in <info>`, `Add <${name}>…</${name}> to it.`);
  return text;
}

function unreadable(why: string, fix = 'Run "nextcloud-release validate" to see what is wrong with it.'): AppError {
  return new AppError('info-unreadable', `appinfo/info.xml ${why}`, { hint: fix, file: 'appinfo/info.xml' });
}
