// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';

/** What the installer reads of an info.xml. */
export interface InstalledInfo {
  readonly id: string;
  readonly version: string;
}

/**
 * id and version as PHP's SimpleXML gives them: the text of the first child of that name, the empty string where there is
 * none. Undefined where the file is not there or not well-formed. Read here and not by the rules for apps: those are
 * the store's view of the file, this is the server's.
 */
export function readInstalledInfo(path: string): InstalledInfo | undefined {
  const found = new Map<string, string>();
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    const isFirst = open.length === 1 && !found.has(name);
    if (isFirst) found.set(name, '');
    open.push(open.length === 1 && !isFirst ? '' : name);
  });
  parser.on('closetag', () => open.pop());
  const onText = (text: string): void => {
    const [, name] = open;
    if (open.length === 2 && name !== undefined && found.has(name)) found.set(name, `${found.get(name) ?? ''}${text}`);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  try {
    parser.write(readFileSync(path, 'utf8')).close();
  } catch {
    return undefined;
  }
  return { id: found.get('id') ?? '', version: found.get('version') ?? '' };
}
