// SPDX-License-Identifier: MIT
import { gzipSync } from 'node:zlib';

export interface Member {
  readonly name: string;
  /** default: a file */
  readonly type?: 'file' | 'folder' | 'symlink' | 'hardlink' | 'pipe';
  readonly content?: string | Uint8Array;
  readonly target?: string;
}

const flags = { file: '0', folder: '5', symlink: '2', hardlink: '1', pipe: '6' } as const;

/** Any ustar archive at all: what no packer would make included. Names have at most 100 bytes. */
export function tar(members: readonly Member[]): Buffer {
  return Buffer.concat([...members.flatMap(blocksOf), Buffer.alloc(1024)]);
}

export function tarGz(members: readonly Member[]): Buffer {
  return gzipSync(tar(members));
}

function blocksOf({ name, type = 'file', content = '', target = '' }: Member): Buffer[] {
  const body = Buffer.from(content);
  const header = Buffer.alloc(512);
  header.write(name, 0, 100);
  header.write('0000644\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write(flags[type], 156);
  header.write(target, 157, 100);
  header.write('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return [header, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
}

export interface InfoXml {
  readonly id?: string;
  readonly version?: string;
  readonly name?: string;
  readonly summary?: string;
  readonly description?: string;
  /** further elements, before `dependencies` */
  readonly more?: string;
  readonly dependencies?: string;
}

/** An info.xml that the store takes, with what the test is about put in. */
export function infoXml(options: InfoXml = {}): string {
  const { id = 'news', version = '1.0.0', name = 'News', summary = 'A reader', description = 'Reads news.' } = options;
  const platform = options.dependencies ?? '<nextcloud min-version="32" max-version="34"/>';
  return `<?xml version="1.0"?>
<info>
  <id>${id}</id>
  <name>${name}</name>
  <summary>${summary}</summary>
  <description>${description}</description>
  <version>${version}</version>
  <licence>AGPL-3.0-or-later</licence>
  <author mail="a@example.com" homepage="https://example.com">A. Uthor</author>
  <category>multimedia</category>
  <bugs>https://example.com/issues</bugs>
  ${options.more ?? ''}
  <dependencies>${platform}</dependencies>
</info>
`;
}

/** The archive of an app: its folder, info.xml, and whatever else. */
export function appArchive(
  options: InfoXml & { readonly folder?: string; readonly files?: readonly Member[] } = {},
): Buffer {
  const folder = options.folder ?? options.id ?? 'news';
  return tarGz([
    { name: `${folder}/`, type: 'folder' },
    { name: `${folder}/appinfo/`, type: 'folder' },
    { name: `${folder}/appinfo/info.xml`, content: infoXml(options) },
    ...(options.files ?? []),
  ]);
}
