// SPDX-License-Identifier: MIT
import type { Rule } from '../../../common/rule.js';
import type { Metadata } from '../metadata.js';
import { copiedElements, keptChildren, refusedElements } from '../normalise-info.js';
import { childrenOf, type XmlElement } from '../xml/tree.js';
import { at, atElement, nameOf } from './place.js';

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

/** What the store drops without a word, while a server goes on reading the file as it is. */
export const droppedRules: readonly Rule<Metadata>[] = [
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
];
