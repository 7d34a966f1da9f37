// SPDX-License-Identifier: MIT

/** True where git takes the name for a tag (git check-ref-format, its rules 1 to 10 without the prefix). */
export function isTagName(name: string): boolean {
  return (
    name !== '' &&
    name !== '@' &&
    // eslint-disable-next-line no-control-regex -- control characters are what rule 4 forbids
    !/[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|^[-/]|[/.]$/.test(name) &&
    name.split('/').every((part) => !part.startsWith('.') && !part.endsWith('.lock'))
  );
}
