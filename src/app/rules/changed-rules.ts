// SPDX-License-Identifier: MIT
import type { Rule } from '../../../common/rule.js';
import type { Metadata } from '../metadata.js';
import { isEmptyRange } from '../version-range.js';
import { attributeOf, childOf, childrenOf, textOf, type XmlElement } from '../xml/tree.js';
import { translatedFields } from './info-rules.js';
import { atElement, nameOf, quote, rangeOf } from './place.js';

const normalisation = 'appstore: api/v1/release/pre-info.xslt';

/** What the store changes without a word, or takes though it is of no use. */
export const changedRules: readonly Rule<Metadata>[] = [
  {
    id: 'value-renamed',
    severity: 'warning',
    *check(metadata) {
      const { root, normalised } = metadata.read ?? {};
      if (!root || !normalised) return;
      for (const name of ['licence', 'category']) {
        const kept = childrenOf(normalised, name);
        for (const [index, element] of childrenOf(root, name).entries()) {
          const [written, stored] = [textOf(element), textOf(kept[index] ?? element)];
          if (written !== stored)
            yield atElement(metadata, element, {
              message: `The store turns ${quote(written)} in <${name}> into ${quote(stored)}.`,
              fix: `Write ${stored}.`,
            });
        }
      }
    },
    message: 'The store turns an old name into another.',
    fix: 'Write the new name.',
    source: normalisation,
  },
  {
    id: 'summary-from-description',
    severity: 'warning',
    *check(metadata) {
      const root = metadata.read?.root;
      const first = root && !childOf(root, 'summary') && childOf(root, 'description');
      if (!first) return;
      const language = attributeOf(first, 'lang') ?? 'en';
      const foreign = language === 'en' ? '' : `, which is “${language}”, as the English one`;
      yield atElement(metadata, first, {
        message: `There is no <summary>: the store takes the first <description>${foreign}.`,
      });
    },
    message: 'There is no <summary>: the store takes the first <description>, whatever its language and length.',
    fix: 'Add <summary>…</summary> of at most 128 characters.',
    source: normalisation,
  },
  {
    id: 'category-missing',
    severity: 'warning',
    *check(metadata) {
      const root = metadata.read?.root;
      if (root && !childOf(root, 'category')) yield atElement(metadata, root);
    },
    message: 'There is no <category>: the store files the app under “tools”.',
    fix: 'Add <category>…</category>.',
    source: normalisation,
  },
  {
    id: 'translation-missing',
    severity: 'warning',
    *check(metadata) {
      const info = metadata.read?.normalised;
      if (!info) return;
      const languages = (field: string): string[] =>
        childrenOf(info, field).map((element) => attributeOf(element, 'lang') ?? 'en');
      const all = new Set(translatedFields.flatMap(languages));
      for (const field of translatedFields) {
        const own = new Set(languages(field));
        const missing = [...all].filter((language) => !own.has(language) && language !== 'en');
        const first = childOf(info, field);
        if (first && missing.length > 0) {
          yield atElement(metadata, first, {
            message: `<${field}> lacks ${missing.join(', ')}: the store shows the English one there.`,
            fix: `Add <${field} lang="${missing[0] ?? ''}">…</${field}>.`,
          });
        }
      }
    },
    message: 'A language that one element has is missing in another: the store shows English there.',
    fix: 'Translate name, summary and description into the same languages.',
    source: 'appstore: api/v1/release/parser.py, fix_partial_translations',
  },
  {
    id: 'documentation-name-dropped',
    severity: 'warning',
    *check(metadata) {
      const documentation = metadata.read?.normalised && childOf(metadata.read.normalised, 'documentation');
      for (const element of documentation ? childrenOf(documentation) : []) {
        if (/^(user|admin|developer)-/.test(textOf(element)))
          yield atElement(metadata, element, {
            message: `${nameOf(element)} is a name, not an address: the store shows no link.`,
          });
      }
    },
    message: 'A name in <documentation> passes, but the store shows no link for it.',
    fix: 'Write an address that begins with https://.',
    source: 'appstore: api/v1/release/info.xslt',
  },
  {
    id: 'versions-empty',
    severity: 'warning',
    *check(metadata) {
      for (const element of requirements(metadata)) {
        const range = rangeOf(element);
        if (range && range.rawMin !== '*' && range.rawMax !== '*' && isEmptyRange(range.rawMin, range.rawMax)) {
          yield atElement(
            metadata,
            element,
            {
              message: `${nameOf(element)} has max-version ${range.rawMax} below min-version ${range.rawMin}: no version fits.`,
            },
            'max-version',
          );
        }
      }
    },
    message: 'max-version lies below min-version: the store accepts it, and no version fits.',
    fix: 'Exchange the two.',
    source: 'appstore: core/versioning.py',
  },
  {
    id: 'version-leading-zero',
    severity: 'warning',
    *check(metadata) {
      for (const element of requirements(metadata)) {
        for (const name of ['min-version', 'max-version']) {
          const value = attributeOf(element, name) ?? '';
          if (/^[0-9.]+$/.test(value) && /(^|\.)0\d/.test(value)) {
            yield atElement(
              metadata,
              element,
              {
                message: `The ${name} ${value} of ${nameOf(element)} has a leading zero, which versions do not have.`,
                fix: `Write ${value.replace(/(^|\.)0+(?=\d)/g, '$1')}.`,
              },
              name,
            );
          }
        }
      }
    },
    message: 'A version has a leading zero: what the store makes of it is no semantic version.',
    fix: 'Write it without.',
    source: 'appstore: core/versioning.py',
  },
  {
    id: 'system-not-true',
    severity: 'warning',
    *check(metadata) {
      const app = metadata.read?.normalised && childOf(metadata.read.normalised, 'external-app');
      const system = childOf(app, 'system');
      const value = system ? textOf(system) : '';
      if (system && ['1', 'true'].includes(value.trim()) && value !== 'true') {
        yield atElement(metadata, system, { message: `<system> is ${quote(value)}, which the store keeps as false.` });
      }
    },
    message: '<system> means true, but the store keeps it as false.',
    fix: 'Write <system>true</system>, without blanks.',
    source: 'appstore: api/v1/release/importer.py, AppApiImporter',
  },
  {
    id: 'address-with-blanks',
    severity: 'warning',
    *check(metadata) {
      const info = metadata.read?.normalised;
      if (!info) return;
      const names = ['website', 'discussion', 'bugs', 'repository', 'video', 'screenshot', 'donation'];
      for (const element of names.flatMap((name) => childrenOf(info, name))) {
        const value = textOf(element);
        if (value.trim() !== '' && /^\s|\s$|\s\s/.test(value))
          yield atElement(metadata, element, {
            message: `${nameOf(element)} has blanks or line ends in it, which pass but stay in the address.`,
          });
      }
    },
    message: 'An address has blanks around it, which pass but stay in it.',
    fix: 'Write it without blanks, on one line with its tags.',
    source: 'appstore: api/v1/release/info.xsd (xs:anyURI), importer.py',
  },
];

function requirements(metadata: Metadata): XmlElement[] {
  const dependencies = metadata.read?.normalised && childOf(metadata.read.normalised, 'dependencies');
  return dependencies ? childrenOf(dependencies) : [];
}
