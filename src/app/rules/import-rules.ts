// SPDX-License-Identifier: MIT
import type { Rule } from '../../../common/rule.js';
import { limits } from '../limits.js';
import type { Metadata } from '../metadata.js';
import { jsonLength } from '../python-text.js';
import { specification } from '../version-range.js';
import { countCharacters } from '../xml/characters.js';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml/tree.js';
import { atElement, nameOf, quote, rangeOf } from './place.js';

const models = 'appstore: core/models.py';

/** Children of `external-app`, a path of names each. */
function insideExternalApp(info: XmlElement, ...path: string[]): XmlElement[] {
  const apps = childrenOf(info, 'external-app');
  return path.reduce((parents, name) => parents.flatMap((parent) => childrenOf(parent, name)), apps);
}

const columns = [
  { path: ['scopes', 'value'], max: limits.scope },
  { path: ['environment-variables', 'variable', 'name'], max: limits.environmentName },
  { path: ['environment-variables', 'variable', 'display-name'], max: limits.environmentDisplayName },
  { path: ['environment-variables', 'variable', 'description'], max: Infinity },
  { path: ['environment-variables', 'variable', 'default'], max: limits.environmentDefault },
] as const;

/** What the schema lets through and the store's database does not: it then answers 500. */
export const importRules: readonly Rule<Metadata>[] = [
  {
    id: 'external-app-value',
    severity: 'error',
    *check(metadata) {
      const info = metadata.read?.normalised;
      if (!info) return;
      for (const { path, max } of columns) {
        for (const element of insideExternalApp(info, ...path)) {
          const length = countCharacters(textOf(element));
          if (length === 0)
            yield atElement(metadata, element, {
              message: `${nameOf(element)} is empty: the store fails on it (500).`,
              fix: 'Write a value, or remove the element.',
            });
          if (length > max)
            yield atElement(metadata, element, {
              message: `${nameOf(element)} has ${length} characters: the store keeps ${max}, and fails (500).`,
              fix: `Shorten it to ${max} characters.`,
            });
        }
      }
    },
    message: 'A value of <external-app> is empty or too long for the store’s database.',
    fix: 'Write a value that fits.',
    source: models,
  },
  {
    id: 'docker-install-too-long',
    severity: 'error',
    *check(metadata) {
      const info = metadata.read?.normalised;
      for (const install of info ? insideExternalApp(info, 'docker-install') : []) {
        const length = jsonLength(dockerInstall(install));
        if (length > limits.dockerInstall) {
          yield atElement(metadata, install, {
            message: `<docker-install> takes ${length} characters as JSON: the store keeps ${limits.dockerInstall}, and fails (500).`,
            fix: `Shorten registry, image and image-tag by ${length - limits.dockerInstall} characters.`,
          });
        }
      }
    },
    message: '<docker-install> is too long for the store’s database.',
    fix: 'Shorten registry, image and image-tag.',
    source: models,
  },
  {
    id: 'environment-variable-repeated',
    severity: 'error',
    *check(metadata) {
      const info = metadata.read?.normalised;
      const seen = new Map<string, string>();
      for (const variable of info ? insideExternalApp(info, 'environment-variables', 'variable') : []) {
        const parts = ['name', 'display-name', 'description', 'default']
          .map((name) => childOf(variable, name))
          .map((child) => (child ? textOf(child) : ''));
        const [name = ''] = parts;
        const content = JSON.stringify(parts);
        // A full repetition is found again, and does no harm.
        if ((seen.get(name) ?? content) !== content) {
          yield atElement(metadata, variable, {
            message: `The environment variable ${quote(name)} stands there twice with different contents: the store fails on it (500).`,
          });
        }
        seen.set(name, content);
      }
    },
    message: 'An environment variable stands there twice with different contents.',
    fix: 'Keep one of them.',
    source: 'appstore: api/v1/release/importer.py, AppApiImporter',
  },
  {
    id: 'version-range-too-long',
    severity: 'error',
    *check(metadata) {
      const dependencies = metadata.read?.normalised && childOf(metadata.read.normalised, 'dependencies');
      for (const element of dependencies ? childrenOf(dependencies) : []) {
        const range = rangeOf(element);
        if (range && specification(range.min, range.max).length > limits.versionSpecification) {
          yield atElement(metadata, element, {
            message: `The versions of ${nameOf(element)} are too long for the store’s database: it fails (500).`,
          });
        }
      }
    },
    message: 'A range of versions is too long for the store’s database.',
    fix: 'Write shorter version numbers.',
    source: models,
  },
];

/** The part of an ExApp that the store keeps as one JSON text. */
function dockerInstall(install: XmlElement): Record<'registry' | 'image' | 'image_tag', string | null> {
  const text = (name: string): string | null => {
    const child = childOf(install, name);
    const value = child ? textOf(child) : '';
    return value === '' ? null : value;
  };
  return { registry: text('registry'), image: text('image'), image_tag: text('image-tag') };
}
