// SPDX-License-Identifier: MIT
// The licences of what a bundle holds: every package that one of its modules came from. ncc's own list passes over every
// package whose licence file it does not find beside the module.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = '/node_modules/';
const licenceFile = /^(?:licen[cs]e|copying|notice)(?:[.-][\w-]+)?(?:\.(?:md|txt))?$/i;

/**
 * @param modules files of a bundle's modules, as webpack's stats name them (`nameForCondition`)
 * @returns one paragraph for each package with name, version, SPDX expression and the texts that it ships, in the order of
 * names and versions: the same for the same packages, wherever they lie
 * @throws Error where a package does not say its licence, or a module of a package cannot be told
 */
export function licencesOf(modules) {
  const roots = new Set(modules.filter((file) => file.includes(folder)).map(rootOf));
  const packages = [...roots].map(readPackage);
  const paragraphs = new Map(packages.map((one) => [`${one.name} ${one.version}, ${one.license}`, one.texts]));
  return [...paragraphs]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, texts]) => [title, '='.repeat(title.length), '', ...texts.flatMap((text) => [text, ''])].join('\n'))
    .join('\n');
}

/** All modules of a bundle, those included that were put together into one, from webpack's stats. */
export function modulesOf({ modules = [] }) {
  return modules.flatMap((one) => [...(one.nameForCondition ? [one.nameForCondition] : []), ...modulesOf(one)]);
}

/** The folder of the innermost package that the file lies in; its name may be of two parts. */
function rootOf(file) {
  const start = file.lastIndexOf(folder) + folder.length;
  const [first, second] = file.slice(start).split('/');
  return file.slice(0, start) + (first.startsWith('@') ? `${first}/${second}` : first);
}

function readPackage(root) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (typeof name !== 'string' || typeof version !== 'string') throw new Error(`${root} has no name or no version`);
  if (typeof license !== 'string' || !/^[\w.+() -]+$/.test(license) || /^(?:SEE|UNLICENSED)\b/.test(license)) {
    throw new Error(
      `${name} ${version} is in a bundle, and its package.json says no licence as an SPDX expression.\n` +
        '  fix: find out its licence, or bundle another package',
    );
  }
  const texts = readdirSync(root)
    .filter((file) => licenceFile.test(file) && !/\.[cm]?[jt]s$/.test(file))
    .toSorted()
    .map((file) => readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n').trim());
  return { name, version, license, texts: texts.length > 0 ? texts : ['(the package ships no licence text)'] };
}
