// SPDX-License-Identifier: MIT
import type { Rule } from '../../../common/rule.js';
import type { Metadata } from '../metadata.js';
import { copiedElements, keptChildren, refusedElements } from '../normalise-info.js';
import { isEmptyRange } from '../version-range.js';
import { attributeOf, childOf, childrenOf, textOf, type XmlElement } from '../xml/tree.js';
import { translatedFields } from './info-rules.js';
import { at, atElement, nameOf, quote, rangeOf } from './place.js';

const normalisation = 'appstore: api/v1/release/pre-info.xslt';
const copied: ReadonlySet<string> = new Set<string>([...copiedElements, ...refusedElements, 'licence', 'category']);
const rebuilt: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(keptChildren));

/** Elements that servers read though the store drops them, by `parent/element`. */
const readByServers: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'info/openmetrics': 'servers',
    'info/sabre': 'servers',
    'info/trash': 'servers',
    'info/versions': 'servers',
    'types/extended_authentication': 'servers',
    'types/dav': 'servers',
    'types/session': 'servers',
    'dependencies/architecture': 'servers',
    'external-app/routes': 'AppAPI',
    'external-app/k8s-service-roles': 'AppAPI',
  }),
);
/** Names that people take for those of the store. */
const meant: ReadonlyMap<string, string> = new Map(
  Object.entries({
    license: 'licence',
    licences: 'licence',
    licenses: 'licence',
    categories: 'category',
    screenshots: 'screenshot',
    authors: 'author',
    navigation: 'navigations',
    issues: 'bugs',
    homepage: 'website',
    documentations: 'documentation',
    donations: 'donation',
    videos: 'video',
    job: 'background-jobs',
  }),
);

/** Every element of which the store keeps only some children, with the children that it drops. */
function* dropped(info: XmlElement): Generator<XmlElement> {
  for (const child of childrenOf(info)) {
    if (child.uri !== '' || !(copied.has(child.local) || rebuilt.has(child.local)) || nestedOnly.has(child.local))
      yield child;
    else if (child.local !== 'settings' && child.local !== 'activity') yield* droppedInside(child);
  }
}

/** Rebuilt elements that have no place directly in `<info>`. */
const nestedOnly: ReadonlySet<string> = new Set(['navigation', 'docker-install', 'environment-variables', 'variable']);

function* droppedInside(element: XmlElement): Generator<XmlElement> {
  const kept = rebuilt.get(element.local);
  if (!kept || copied.has(element.local)) return;
  for (const child of childrenOf(element)) {
    if (child.uri !== '' || !kept.includes(child.local)) yield child;
    else if (nestedOnly.has(child.local)) yield* droppedInside(child);
  }
}

/** What the store drops or changes without a word, while a server goes on reading the file as it is. */
export const infoWarnings: readonly Rule<Metadata>[] = [
  {
    id: 'element-dropped',
    severity: 'warning',
    *check(metadata) {
      const root = metadata.read?.root;
      for (const element of root ? dropped(root) : []) {
        if (readByServers.get(`${element.parent?.local ?? ''}/${element.local}`)) continue;
        const name = element.parent === root ? meant.get(element.local) : undefined;
        yield atElement(metadata, element, {
          message: `The store drops ${nameOf(element)}, which it does not know.`,
          ...(name && { fix: `Write <${name}> if that is meant, else remove it.` }),
        });
      }
    },
    message: 'The store drops an element that it does not know.',
    fix: 'Remove it, or correct its name.',
    source: normalisation,
  },
  {
    id: 'element-unchecked',
    severity: 'warning',
    *check(metadata) {
      const root = metadata.read?.root;
      for (const element of root ? dropped(root) : []) {
        const reader = readByServers.get(`${element.parent?.local ?? ''}/${element.local}`);
        if (reader)
          yield atElement(metadata, element, {
            message: `The store drops ${nameOf(element)} without a look at it; ${reader} ${reader === 'servers' ? 'read' : 'reads'} it from the file.`,
          });
      }
      for (const element of root ? [...childrenOf(root, 'settings'), ...childrenOf(root, 'activity')] : []) {
        if (childrenOf(element).length === 0) continue;
        yield atElement(metadata, element, {
          message: `The store drops what stands in <${element.name}> without a look at it; servers read it from the file.`,
        });
      }
    },
    message: 'The store drops an element without a look at it, while servers read it from the file.',
    fix: 'Nothing to do, but nobody has checked it: look yourself whether the class names are right.',
    source: `${normalisation}: the templates of settings and activity are exchanged`,
  },
  {
    id: 'attribute-dropped',
    severity: 'warning',
    *check(metadata) {
      const root = metadata.read?.root;
      const elements = root
        ? [
            root,
            ...childrenOf(root).filter(
              ({ local, uri }) =>
                uri === '' &&
                !nestedOnly.has(local) &&
                (rebuilt.has(local) || local === 'licence' || local === 'category'),
            ),
          ]
        : [];
      for (const element of elements) {
        for (const { name, uri, start } of element.attributes) {
          // Namespaces and schema locations are for tools, not for the store.
          if (uri !== '' || name === 'xmlns') continue;
          yield at(metadata, start, { message: `The store drops the attribute ${name} of ${nameOf(element)}.` });
        }
      }
    },
    message: 'The store drops an attribute.',
    fix: 'Remove it.',
    source: normalisation,
  },
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
