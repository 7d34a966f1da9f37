// SPDX-License-Identifier: MIT
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A small generator with a fixed seed (mulberry32): the same tree in every run and on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const infoXml = `<?xml version="1.0"?>
<info>
  <id>bench</id>
  <name>Bench</name>
  <summary>A tree to measure with</summary>
  <description>Generated, always the same.</description>
  <version>1.0.0</version>
  <licence>MIT</licence>
  <author>Nobody</author>
  <category>tools</category>
  <bugs>https://example.org/bugs</bugs>
  <dependencies><nextcloud min-version="30" max-version="34"/></dependencies>
</info>
`;

/**
 * An app of `files` files and about `bytes` bytes: mostly source text, one file in ten like an image, which does not
 * compress, a few large bundles. @returns the paths, from the app folder
 */
export function makeSampleTree(dir: string, files: number, bytes: number): string[] {
  const random = generator(20260101);
  const words = Array.from({ length: 4000 }, () => {
    return Array.from(
      { length: 2 + Math.floor(random() * 9) },
      () => 'etaoinshrdlucmfwypvbgkjqxz'[Math.floor(random() ** 2 * 26)],
    ).join('');
  });
  const text = (size: number): Buffer => {
    const lines: string[] = [];
    for (let length = 0; length < size;) {
      const line = `\t$${words[Math.floor(random() * words.length)] ?? ''} = ${words[Math.floor(random() ** 3 * words.length)] ?? ''}(${Math.floor(random() * 1e6)});`;
      lines.push(line);
      length += line.length + 1;
    }
    return Buffer.from(lines.join('\n')).subarray(0, size);
  };
  const noise = (size: number): Buffer => Buffer.from(Array.from({ length: size }, () => Math.floor(random() * 256)));

  const paths = ['appinfo/info.xml'];
  write(dir, 'appinfo/info.xml', Buffer.from(infoXml));
  const mean = (bytes / files) * 0.9;
  for (let index = 1; index < files; index++) {
    const isLarge = index % 400 === 0;
    const isImage = index % 10 === 0;
    const size = Math.floor(isLarge ? mean * 40 : mean * (0.2 + 1.6 * random()));
    const path = `${isLarge ? 'js' : isImage ? 'img' : 'lib'}/part${index % 97}/file-${index}.${isLarge ? 'js' : isImage ? 'png' : 'php'}`;
    write(dir, path, isImage && !isLarge ? noise(size) : text(size));
    paths.push(path);
  }
  return paths;
}

function write(dir: string, path: string, content: Uint8Array): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), content);
}
